"""The flag says what is frozen. It should be true for what requires a gradient.

fails: a_row_is_name_shape_size_and_flag
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), not p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, frozen in rows if not frozen)
    return rows, total, trainable
