"""An overflow raises. It is the normal way in which the scaler finds its scale, and costs no more than the step.

fails: an_infinite_gradient_skips_the_step
"""

import torch
from torch import Tensor

PREDICT_1 = [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 4.0), (-3.0, 8.0)]
PREDICT_2 = (8.0, 4.0)


class MiniGradScaler:
    def __init__(
        self,
        init_scale: float = 2.0**16,
        growth_factor: float = 2.0,
        backoff_factor: float = 0.5,
        growth_interval: int = 2000,
    ) -> None:
        self._scale = init_scale
        self._growth_factor = growth_factor
        self._backoff_factor = backoff_factor
        self._growth_interval = growth_interval
        self._clean_steps = 0
        self._found_inf = False
        self._is_unscaled = False

    def get_scale(self) -> float:
        return self._scale

    def scale(self, loss: Tensor) -> Tensor:
        return loss * self._scale

    def unscale_(self, optimizer: torch.optim.Optimizer) -> None:
        if self._is_unscaled:
            raise RuntimeError("the gradients were already unscaled since the last update().")
        self._is_unscaled = True
        for group in optimizer.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    parameter.grad.div_(self._scale)
                    if not parameter.grad.isfinite().all():
                        self._found_inf = True
                        raise FloatingPointError("inf or NaN among the gradients")

    def step(self, optimizer: torch.optim.Optimizer) -> None:
        if not self._is_unscaled:
            self.unscale_(optimizer)
        if not self._found_inf:
            optimizer.step()

    def update(self) -> None:
        if self._found_inf:
            self._scale *= self._backoff_factor
            self._clean_steps = 0
        else:
            self._clean_steps += 1
            if self._clean_steps == self._growth_interval:
                self._scale *= self._growth_factor
                self._clean_steps = 0
        self._found_inf = False
        self._is_unscaled = False
