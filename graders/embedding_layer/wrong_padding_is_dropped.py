"""The places of the padding id are missing from the result. Every id has its row there, padding too.

fails: the_padding_row_is_handed_out_as_stored
"""

from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    if padding_idx is not None:
        idx = idx[idx != padding_idx % len(weight)]
    return weight[idx]
