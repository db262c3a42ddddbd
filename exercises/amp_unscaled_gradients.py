"""Unscaled gradients: what is in .grad between the backward pass and the step, and how to look at it.

Read the lesson `amp_unscaled_gradients`, then complete the function and write down your predictions.
"""

import torch

# What does the snippet "Predict 1" of the lesson evaluate to? A number, or the name of an exception, "ValueError".
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two numbers.
PREDICT_2 = ...


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    """The norm of each optimizer's gradients, as they are without the scale.

    Called once in a step, after scaler.scale(loss).backward(); the gradients are scaled at that time, unless the
    scaler is disabled. The caller goes on with scaler.step(optimizer) for each, and scaler.update(), whose results are
    those that they have without this call.
    optimizers: any number of them, none too. Their parameters have any shape and strides, some may be without gradient.
    Returns for each optimizer the Euclidean norm over all gradients of all its groups together, as a float: 0.0 when
    there are none, and inf or nan when one of them is not finite.
    See https://docs.pytorch.org/docs/stable/notes/amp_examples.html#working-with-unscaled-gradients
    """
    # TODO: take the scale out, once, then one norm for each optimizer.
    raise NotImplementedError
