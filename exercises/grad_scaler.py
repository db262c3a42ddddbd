"""GradScaler: gradients that are too small for half precision, and a factor that looks for its own size.

Read the lesson `grad_scaler`, then complete the class and write down your predictions.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of four tuples of two numbers: weight and scale.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two numbers.
PREDICT_2 = ...


class MiniGradScaler:
    """Scales losses for one optimizer, and finds out by itself how far, like torch.amp.GradScaler.

    In each round the caller uses it in this order; `unscale_` may be left out:
        scaler.scale(loss).backward(); scaler.unscale_(optimizer); scaler.step(optimizer); scaler.update()
    Source: https://docs.pytorch.org/docs/stable/amp.html#torch.amp.GradScaler
    """

    def __init__(
        self,
        init_scale: float = 2.0**16,
        growth_factor: float = 2.0,
        backoff_factor: float = 0.5,
        growth_interval: int = 2000,
    ) -> None:
        """Begin with `init_scale`, and no clean steps.

        growth_factor: above 1. growth_interval: 1 or more, a number of clean steps in a row.
        backoff_factor: between 0 and 1.
        """
        # TODO: keep what the methods have to remember.
        raise NotImplementedError

    def get_scale(self) -> float:
        """The scale of now."""
        # TODO: as a float.
        raise NotImplementedError

    def scale(self, loss: Tensor) -> Tensor:
        """`loss` times the scale, in its dtype and with its graph; `loss` itself stays as it is."""
        # TODO: one multiplication.
        raise NotImplementedError

    def unscale_(self, optimizer: torch.optim.Optimizer) -> None:
        """Divide each gradient that the optimizer will use by the scale, and remember whether one is inf or NaN.

        The gradients are float32 or float64, of any shape and strides; those of some parameters may be None.
        Raises RuntimeError when that was already done since the last update(), here or in step().
        """
        # TODO: all groups, all parameters, once.
        raise NotImplementedError

    def step(self, optimizer: torch.optim.Optimizer) -> None:
        """Unscale, unless it was done already, and call optimizer.step(), unless inf or NaN was found."""
        # TODO: two decisions.
        raise NotImplementedError

    def update(self) -> None:
        """Shrink the scale after an overflow, or grow it after `growth_interval` clean steps; then forget the round."""
        # TODO: what was found decides about the scale and the counter.
        raise NotImplementedError
