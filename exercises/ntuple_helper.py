"""One number or several: how a layer accepts `kernel_size=3` and `kernel_size=(3, 5)` alike.

Read the lesson `ntuple_helper`, then complete the function and write down your prediction.
"""

from collections.abc import Callable
from typing import Any

# What does the snippet "Predict 1" of the lesson evaluate to? ((two integers), (two integers), a string, and what the
# try gives).
PREDICT_1 = ...


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    """A function `parse(x)` that always gives a tuple, whether x is one value or several.

    n: how often parse repeats one single value, 1 or more.
    parse(x), for an x that can be iterated over (tuple, list, torch.Size, range, generator, string, ...): a tuple of
    the entries of x themselves, as many as there are, in their order; x is read through once and not changed.
    parse(x), for any other x (integer, float, None, ...): a tuple with x itself n times.
    Every parse remembers the n it was made with.
    Source: https://github.com/pytorch/pytorch/blob/main/torch/nn/modules/utils.py
    """
    # TODO: make a function that tells the two kinds of x apart.
    raise NotImplementedError
