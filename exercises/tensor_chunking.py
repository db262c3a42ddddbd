"""Cutting a tensor into chunks: how many there are, how long they are, and whose memory they show.

Read the lesson `tensor_chunking`, then complete the function and write down your predictions.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of integers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of integers.
PREDICT_2 = ...


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    """Cut `x` along `dim` into at most `chunks` views, as torch.chunk does, without torch.chunk or tensor_split.

    x: any shape with one dimension or more, any dtype, any memory layout.
    chunks: 1 or more. All chunks have the size n / chunks rounded up, where n is the size of `x` along `dim`; the last
        one has what is left. When n is 0, there are `chunks` empty ones.
    dim: may be negative.
    Returns a tuple of views: writing to a chunk changes `x`. The function itself changes nothing.
    Raises ValueError or RuntimeError when `chunks` is below 1.
    """
    # TODO: find the size of a chunk, then walk along `dim` in steps of it.
    raise NotImplementedError
