"""The sums are in millions, as floats. They should be whole numbers of elements.

fails: three_things_come_back
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows) / 1e6
    trainable = sum(numel for _, _, numel, flag in rows if flag) / 1e6
    return rows, total, trainable
