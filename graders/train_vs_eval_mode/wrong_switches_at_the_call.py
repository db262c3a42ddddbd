"""The model is in eval mode as soon as `evaluating(net)` is called, before any block begins.
It should happen when the block is entered.

fails: nothing_happens_before_the_block
"""

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


class evaluating:  # noqa: N801
    def __init__(self, model: nn.Module) -> None:
        self.model = model
        self.before = [(module, module.training) for module in model.modules()]
        model.eval()

    def __enter__(self) -> nn.Module:
        return self.model

    def __exit__(self, *error: object) -> None:
        for module, training in self.before:
            module.training = training
