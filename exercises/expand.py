"""Expand: one number in memory, many places in the tensor.

Read the lesson `expand`, then complete the two functions and write down your predictions.
"""

from collections.abc import Sequence

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two lists of floats.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of floats, or an exception's name as a string.
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A tuple of a list of floats and a tuple of strides,
# or an exception's name as a string.
PREDICT_3 = ...


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    """A view of `x` with the given sizes, made without `expand` and `expand_as`.

    x: any shape, dtype and strides.
    sizes: the shape of the result, at least as long as that of `x`, compared with it from the right. A size of 1 in
        `x` is stretched to any size, with stride 0; every other size has to be the same, and -1 keeps it. Sizes for
        which `x` has no dimension add new ones in front.
    Returns a view: no number is copied, and gradients come back to `x`.
    Raises RuntimeError or ValueError for sizes that do not fit, too few sizes, and a -1 where `x` has no dimension.
    """
    # TODO: work out the shape and the strides of the view.
    raise NotImplementedError


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    """As `expand_view`, with the sizes in one list or tuple, which is left as it was. Here `expand` may be used."""
    # TODO: one line.
    raise NotImplementedError
