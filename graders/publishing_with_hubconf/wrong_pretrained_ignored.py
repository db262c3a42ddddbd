"""With pretrained=True the weights are random.
The argument arrives and nothing looks at it, and nobody is told.

fails: pretrained_has_the_published_weights
"""

from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    return model
