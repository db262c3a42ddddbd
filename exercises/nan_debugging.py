"""Where a NaN comes from, and a training step that does not let it in.

Read the lesson `nan_debugging`, then complete the functions and write down your prediction.
"""

from collections.abc import Iterable

import torch
from torch import Tensor

# What does the snippet "Predict" of the lesson evaluate to? A tuple of two strings, such as "1.5", "inf" or "nan".
PREDICT_1 = ...


def clip_grad_norm_(params: Iterable[Tensor], max_norm: float, norm_type: float = 2.0) -> Tensor:
    """Shorten the gradients of all parameters together to max_norm, in place.

    params: any iterable of leaves, also a generator, which can be gone through only once. Those whose `.grad` is None
        are skipped. Gradients are finite, of one floating dtype, in any shape and layout.
    max_norm: above 0. norm_type: the p of the norm, 1 or more, or math.inf for the largest absolute value.
    The norm is that of all gradients together, as if they were one long vector. If it is larger than max_norm, every
    gradient is multiplied by max_norm / (norm + 1e-6) (the 1e-6 may be left out); otherwise all of them stay. The
    tensors in `.grad` stay the same objects, and the parameters keep their values.
    Returns the norm **before** clipping, a tensor with one number and no dimensions; 0 when there is no gradient.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html
    """
    # TODO: collect the gradients, compute one norm, and scale in place when it is too large.
    raise NotImplementedError


def guarded_step(loss: Tensor, optimizer: torch.optim.Optimizer, max_norm: float) -> str:
    """Backward, clipping and one step of the optimizer, unless something is not finite.

    loss: a tensor with one number, not yet backpropagated; it may be inf or nan.
        Gradients that are finite have a finite norm.
    optimizer: any number of groups; some parameters may have no gradient, others one from an earlier batch.
    Old gradients are cleared first. Then, in this order:
    "nonfinite_loss" is returned when the loss is inf or nan; nothing is backpropagated.
    "nonfinite_grad" is returned when a gradient, after backward, is inf or nan; no inf or nan is left in any `.grad`.
    "stepped" is returned after the gradients of all groups together were clipped to max_norm, by their Euclidean norm,
    and one step was made.
    In the first two cases the parameters and the state of the optimizer stay as they are. Nothing is raised.
    See https://docs.pytorch.org/docs/stable/notes/autograd.html
    """
    # TODO: clear, look at the loss, backward, look at the gradients, clip, step.
    raise NotImplementedError
