"""Clipping gradients in mixed precision: a step of limited length, whatever the scale is.

Read the lesson `amp_gradient_clipping`, then complete the function and write down your prediction.
"""

import torch

# What does the snippet "Predict" of the lesson evaluate to? A tuple of two lists of two numbers, in thousandths.
PREDICT_1 = ...


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    """Finish an iteration with gradients of a limited norm.

    Called after scaler.scale(loss).backward(), when the gradients are scaled, unless the scaler is disabled.
    optimizer: at least one parameter has a gradient; others may be without, and there may be several groups.
    max_norm: above 0. If the Euclidean norm of all true gradients together is larger, all of them are multiplied by
        the same factor, max_norm / (norm + 1e-6); otherwise they stay.
    Then `scaler` makes one step, or skips it if a gradient is not finite, and is updated. The gradients stay for the
        caller to clear.
    Returns the norm of the true gradients before clipping, as a float; inf or nan when they are not finite.
    See https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-clipping
    """
    # TODO: four calls in the right order, and the norm.
    raise NotImplementedError
