"""The way leads through NumPy, which has no bfloat16 and cannot hold a tensor on the GPU or on meta.
The tensor itself knows its shape and size.

fails: a_dtype_changes_nothing
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.detach().numpy().size, p.requires_grad) for name, p in model.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
