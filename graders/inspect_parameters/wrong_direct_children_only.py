"""Only the parameters of the direct children have rows. A model can hold some itself, and children have children.

fails: every_parameter_has_a_row
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [
        (f"{prefix}.{name}", tuple(p.shape), p.numel(), p.requires_grad)
        for prefix, child in model.named_children()
        for name, p in child.named_parameters(recurse=False)
    ]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
