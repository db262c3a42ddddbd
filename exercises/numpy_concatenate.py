"""Joining NumPy arrays along an axis, and what NumPy does differently from PyTorch.

Read the lesson `numpy_concatenate`, then complete the function and write down your prediction.
"""

import numpy as np

# What does the snippet "Predict 1" of the lesson evaluate to?
# A tuple: a list of numbers or the name of an exception as a string, then two dtypes as strings.
PREDICT_1 = ...


def block_matrix(rows: list[list[np.ndarray]]) -> np.ndarray:
    """Build one matrix from blocks: those of an inner list stand side by side, the inner lists below each other.

    rows: 2-D arrays of any numeric dtype. The blocks of one inner list are equally high; each inner list may be cut
        into widths of its own, like bricks in a wall, as long as all lists are equally wide in the end.
    Returns a new 2-D array that shares no memory with the blocks; its dtype follows NumPy's promotion.
    Raises ValueError when the blocks do not fit, when there is no inner list, or when one of them is empty.
    Changes neither the blocks nor the lists.
    """
    # TODO: first every inner list, then all of them.
    raise NotImplementedError
