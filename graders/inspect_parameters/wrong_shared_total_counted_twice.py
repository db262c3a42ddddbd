"""The rows have a shared parameter once, but the sums count it for each of its names.

fails: a_shared_parameter_counts_once
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    every = [p for _, p in model.named_parameters(remove_duplicate=False)]
    total = sum(p.numel() for p in every)
    trainable = sum(p.numel() for p in every if p.requires_grad)
    return rows, total, trainable
