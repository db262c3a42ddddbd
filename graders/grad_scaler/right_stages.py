"""A stage with a name, and gradients collected in a list first."""

import math

import torch

PREDICT_1 = [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 4.0), (-3.0, 8.0)]
PREDICT_2 = (8.0, 4.0)


def gradients_of(optimizer):
    return [p.grad for group in optimizer.param_groups for p in group["params"] if p.grad is not None]


class MiniGradScaler:
    def __init__(self, init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000):
        self.current = init_scale
        self.factors = {True: growth_factor, False: backoff_factor}
        self.interval = growth_interval
        self.remaining = growth_interval
        self.stage = "scaled"

    def get_scale(self):
        return float(self.current)

    def scale(self, loss):
        return torch.mul(loss, self.current)

    @torch.no_grad()
    def unscale_(self, optimizer):
        if self.stage != "scaled":
            raise RuntimeError(f"the gradients are {self.stage} already")
        self.stage = "clean"
        for gradient in gradients_of(optimizer):
            gradient *= 1 / self.current
            if not math.isfinite(gradient.double().abs().sum().item()):
                self.stage = "spoiled"

    def step(self, optimizer):
        if self.stage == "scaled":
            self.unscale_(optimizer)
        return optimizer.step() if self.stage == "clean" else None

    def update(self):
        is_clean = self.stage != "spoiled"
        self.stage = "scaled"
        self.remaining -= 1
        if is_clean and self.remaining > 0:
            return
        self.current *= self.factors[is_clean]
        self.remaining = self.interval
