"""Only modules without children are asked for parameters. A container can have some of its own,
such as the input projection of an attention layer.

fails: every_parameter_has_a_row
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [
        (f"{prefix}.{name}" if prefix else name, tuple(p.shape), p.numel(), p.requires_grad)
        for prefix, module in model.named_modules()
        if not list(module.children())
        for name, p in module.named_parameters(recurse=False)
    ]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
