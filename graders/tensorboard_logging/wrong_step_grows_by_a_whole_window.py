"""The step grows by the size of a full window whenever something is logged, also when the window was not full.

fails: flush_logs_what_is_left
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
        if self.count == self.every:
            self.flush()

    def flush(self) -> None:
        if self.count == 0:
            return
        self.step += self.every
        self.writer.add_scalar(self.tag, self.total / self.count, self.step)
        self.total = 0.0
        self.count = 0


def top_class_probs(net: Callable[[Tensor], Tensor], images: Tensor) -> tuple[Tensor, Tensor]:
    with torch.no_grad():
        probabilities, classes = net(images).softmax(dim=1).max(dim=1)
    return classes, probabilities
