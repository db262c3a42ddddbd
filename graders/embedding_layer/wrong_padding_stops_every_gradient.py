"""With padding_idx no row learns at all. Only the row of the padding id stands still.

fails: a_row_learns_from_every_place_it_went_to
"""

from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = weight[idx]
    return rows if padding_idx is None else rows.detach()
