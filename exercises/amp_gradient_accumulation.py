"""Gradient accumulation with mixed precision: the update of a large batch in the memory of a small one.

Read the lesson `amp_gradient_accumulation`, then complete the function and write down your predictions.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of whole numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two numbers.
PREDICT_2 = ...


def train_accumulate(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    batches: Iterable[tuple[Tensor, Tensor]],
    accum_steps: int,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> int:
    """Train for one epoch, with one optimizer step for each window of `accum_steps` batches.

    loss_fn: called as loss_fn(model(x), y); returns the mean over one batch.
    batches: pairs (x, y) on the model's device, to be taken in order; any iterable, a generator too, possibly empty.
    accum_steps: 1 or more. The last window is shorter when the batches run out; it counts like any other.
    device_type, dtype: what the forward pass and the loss are autocast to.

    The gradient of a window is the mean over its own batches, which count alike whatever their size is. A batch is
    backpropagated before the next one is computed. A window whose gradients are not finite is skipped as a whole, by
    `scaler`, whose scale is updated once per window. Gradients that were there before do not count, and none are left
    behind.
    Returns the number of windows, skipped ones included.
    See https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-accumulation
    """
    # TODO: group the batches into windows; decide what happens per batch and what happens per window.
    raise NotImplementedError
