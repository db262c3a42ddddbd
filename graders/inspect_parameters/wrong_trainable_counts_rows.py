"""The trainable part counts parameters. It should count the elements inside them, as the total does.

fails: total_and_trainable_are_sums_of_elements
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(requires_grad for _, _, _, requires_grad in rows)
    return rows, total, trainable
