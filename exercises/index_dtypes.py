"""Index dtypes: which numbers pick elements, which are masks, and which are an error.

Read the lesson `index_dtypes`, then complete the function and write down your prediction.
"""

import numpy as np
import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of three entries, each a string or a tuple.
PREDICT_1 = ...


def take_points(points: Tensor, index: list[int] | list[float] | np.ndarray | Tensor) -> Tensor:
    """The columns of `points` that `index` names, in its order and as often as it names them.

    points: shape (D, N), of any floating dtype: N points with D coordinates each.
    index: one-dimensional with K entries, possibly none: a list, a NumPy array or a tensor, of int8 to int64, of
        uint8 (which holds indices here, no mask), or of whole floating numbers such as 3.0. Negative entries count
        from the end.
    Returns a tensor of shape (D, K) with the dtype of `points`; gradients flow to `points`. Changes no input.
    Raises TypeError for bool, for complex, and for numbers that are not whole (0.5, NaN); ValueError when `index` does
    not have exactly one dimension; IndexError for entries outside of -N to N - 1.
    See https://numpy.org/doc/stable/user/basics.indexing.html, whose rules square brackets follow in PyTorch too.
    """
    # TODO: make a tensor of the index, refuse what is no index, and take the columns.
    raise NotImplementedError
