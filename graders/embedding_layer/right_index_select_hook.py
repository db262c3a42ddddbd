"""index_select on the flat ids, and a hook that blanks the gradient of the padding rows."""

from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    flat = idx.reshape(-1)
    rows = weight.index_select(0, flat)
    if padding_idx is not None and rows.requires_grad:
        frozen = flat == (padding_idx if padding_idx >= 0 else padding_idx + weight.size(0))
        rows.register_hook(lambda gradient: gradient.masked_fill(frozen[:, None], 0))
    return rows.reshape(*idx.shape, weight.size(1))
