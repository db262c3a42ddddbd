"""The rows are those of the state dict. It holds the buffers as well, and its tensors are detached,
so that not one of them requires a gradient.

fails: buffers_have_none
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.state_dict().items()]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
