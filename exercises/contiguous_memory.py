"""Contiguous memory: the order of the numbers in memory, and the order in which a tensor reads them.

Read the lesson `contiguous_memory`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to?
# A tuple: two strides, True or False, two strides, a list of six numbers, True or False.
PREDICT_1 = ...


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    """Deal out the channels of the groups in turn, as in ShuffleNet (https://arxiv.org/abs/1707.01083).

    With c channels in groups of k = c / groups, the output has channel 0, then k, then 2k, ..., then 1, then k + 1, ...

    x: (N, C, ...), with any number of dimensions behind the channels, of any dtype and any memory layout.
    groups: into how many runs of neighbours the channels are cut; 1 or more.
    Returns a contiguous tensor with the shape and the dtype of `x`. Changes nothing in `x`.
    Raises ValueError when `groups` is below 1 or does not divide C.
    """
    # TODO: give the groups a dimension of their own, swap it with the one behind it, and flatten the two.
    raise NotImplementedError
