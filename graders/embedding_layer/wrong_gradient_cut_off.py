"""No gradient reaches the table, so it can never learn.

fails: a_row_learns_from_every_place_it_went_to
"""

from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    return weight.detach()[idx]
