"""Each child is asked on its own: the names begin inside the child, so that many are alike, and the parameters that
the model itself holds have no rows.

fails: every_parameter_has_a_row
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    children = list(model.children())
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for m in children for name, p in m.named_parameters()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
