"""`tiny_mlp` is a model, and hub calls it without the input that a model wants.
An entry point is what makes the model.

fails: hub_finds_an_entry_point_that_makes_a_module
"""

from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def _tiny_mlp(hidden=8, out=2):
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    return model


tiny_mlp = _tiny_mlp()
