"""Uninitialized tensors: memory without values, and whose job it is to write them.

Read the lesson `uninitialized_tensors`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict" of the lesson evaluate to? A tuple: a tuple of sizes, a dtype, a bool.
# Write a dtype such as torch.int64.
PREDICT_1 = ...


def pad_sequences(seqs: list[Tensor], value: float = 0.0) -> Tensor:
    """Sequences of different lengths as one tensor, with `value` behind the shorter ones.

    seqs: one or more tensors of shape (L_i, *rest), any dtype; L_i may be 0, and rest is the same for all.
    value: what fills the places behind the end of a sequence.
    Returns a tensor of shape (N, max L_i, *rest), in the dtype and on the device of `seqs[0]`.
    Changes neither the tensors nor the list.
    """
    # TODO: allocate from the first sequence, then see that every place is written.
    raise NotImplementedError
