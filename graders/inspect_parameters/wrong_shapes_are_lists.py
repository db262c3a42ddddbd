"""The shapes are lists. A shape is a tuple, as `tensor.shape` is.

fails: a_row_is_name_shape_size_and_flag
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, list(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
