"""Scale and flag are tensors beside the gradients, which are all handled at once."""

import torch
from torch import Tensor

PREDICT_1 = [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 4.0), (-3.0, 8.0)]
PREDICT_2 = (8.0, 4.0)


class MiniGradScaler:
    def __init__(self, init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000):
        self._scale = torch.tensor(float(init_scale))
        self._growth = torch.tensor(growth_factor)
        self._backoff = torch.tensor(backoff_factor)
        self._interval = growth_interval
        self._streak = 0
        self._bad: Tensor | None = None

    def get_scale(self):
        return self._scale.item()

    def scale(self, loss):
        return loss * self._scale.to(loss.device)

    def unscale_(self, optimizer):
        if self._bad is not None:
            raise RuntimeError("The gradients are not scaled any more.")
        self._bad = torch.tensor(False)
        grads = [p.grad for g in optimizer.param_groups for p in g["params"] if p.grad is not None]
        if grads:
            torch._foreach_div_(grads, self.get_scale())
            self._bad = torch.stack([~torch.isfinite(g).all() for g in grads]).any().cpu()

    def step(self, optimizer):
        if self._bad is None:
            self.unscale_(optimizer)
        if not self._bad.item():
            optimizer.step()

    def update(self):
        bad, self._bad = self._bad, None
        self._streak = 0 if bad else self._streak + 1
        grown = torch.where(torch.tensor(self._streak == self._interval), self._scale * self._growth, self._scale)
        self._streak %= self._interval
        self._scale = torch.where(bad, self._scale * self._backoff, grown)
