"""Only the rows come back. The two sums belong to the answer.

fails: three_things_come_back
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    return rows
