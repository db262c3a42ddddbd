"""The modes are noted down when `evaluating(net)` is called, and can be old when the block begins.

fails: nothing_happens_before_the_block
"""

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


class evaluating:  # noqa: N801
    def __init__(self, model: nn.Module) -> None:
        self.model = model
        self.before = [(module, module.training) for module in model.modules()]

    def __enter__(self) -> nn.Module:
        self.model.eval()
        return self.model

    def __exit__(self, *error: object) -> None:
        for module, training in self.before:
            module.training = training
