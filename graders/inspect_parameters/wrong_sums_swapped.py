"""The two sums come in the wrong order: the total is first.

fails: total_and_trainable_are_sums_of_elements
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, trainable, total
