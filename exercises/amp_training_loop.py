"""A training step in mixed precision: autocast for the forward pass, a scaler for the way back.

Read the lesson `amp_training_loop`, then complete the function and write down your prediction.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

# What does the snippet "Predict" of the lesson evaluate to? A tuple of three dtypes, such as torch.int64.
PREDICT_1 = ...


def amp_train_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> float:
    """Train on one batch in mixed precision, and give back its loss.

    loss_fn: called as loss_fn(model(x), y); returns a scalar, which may be inf or NaN.
    x, y: one batch, on the model's device; they stay as they are.
    device_type, dtype: what the forward pass and the loss are autocast to.

    The backward pass runs outside autocast. There is one optimizer step, unless `scaler` skips it because a gradient
    is not finite, and one update of `scaler`, which may be disabled. Gradients that were there before do not count.
    Returns the loss before scaling.
    See https://docs.pytorch.org/docs/stable/notes/amp_examples.html#typical-mixed-precision-training
    """
    # TODO: the five lines of the table, and the loss as a float.
    raise NotImplementedError
