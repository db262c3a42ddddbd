"""Keeps what became of each round in a list, and replaces gradients instead of writing into them."""

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
        self.scales = [float(init_scale)]
        self.growth_factor, self.backoff_factor, self.growth_interval = growth_factor, backoff_factor, growth_interval
        self.clean: list[bool] = []
        self.verdict: bool | None = None

    def get_scale(self) -> float:
        return self.scales[-1]

    def scale(self, loss: Tensor) -> Tensor:
        return self.get_scale() * loss

    def unscale_(self, optimizer: torch.optim.Optimizer) -> None:
        if self.verdict is not None:
            raise RuntimeError("unscale_() comes once per update().")
        finite = []
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                p.grad = p.grad / self.get_scale()
                finite.append(bool((p.grad - p.grad == 0).all()))
        self.verdict = all(finite)

    def step(self, optimizer: torch.optim.Optimizer) -> None:
        if self.verdict is None:
            self.unscale_(optimizer)
        if self.verdict:
            optimizer.step()

    def update(self) -> None:
        self.clean.append(self.verdict is not False)
        self.verdict = None
        scale = self.get_scale()
        if not self.clean[-1]:
            self.clean.clear()
            scale = scale * self.backoff_factor
        elif len(self.clean) >= self.growth_interval:
            self.clean.clear()
            scale = scale * self.growth_factor
        self.scales.append(scale)
