"""The step is 0 for every value, so that the whole curve lies above one place.

fails: the_step_counts_updates
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

PREDICT_1 = (3, 32, 122)


class LossLogger:
    def __init__(self, writer: Any, tag: str, every: int) -> None:
        self.writer = writer
        self.tag = tag
        self.every = every
        self.total = 0.0
        self.count = 0
        self.step = 0

    def update(self, loss: float | Tensor) -> None:
        self.total += loss.item() if isinstance(loss, Tensor) else loss
        self.count += 1
        self.step += 1
        if self.count == self.every:
            self.flush()

    def flush(self) -> None:
        if self.count == 0:
            return
        self.writer.add_scalar(self.tag, self.total / self.count, 0)
        self.total = 0.0
        self.count = 0


def top_class_probs(net: Callable[[Tensor], Tensor], images: Tensor) -> tuple[Tensor, Tensor]:
    with torch.no_grad():
        probabilities, classes = net(images).softmax(dim=1).max(dim=1)
    return classes, probabilities
