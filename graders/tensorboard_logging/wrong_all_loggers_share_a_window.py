"""The losses are in a list that belongs to the class. All loggers add to the same one.

fails: loggers_know_nothing_of_each_other
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

PREDICT_1 = (3, 32, 122)


class LossLogger:
    losses: list[float] = []

    def __init__(self, writer: Any, tag: str, every: int) -> None:
        self.writer = writer
        self.tag = tag
        self.every = every
        self.losses.clear()
        self.step = 0

    def update(self, loss: float | Tensor) -> None:
        self.losses.append(float(loss))
        self.step += 1
        if len(self.losses) == self.every:
            self.flush()

    def flush(self) -> None:
        if not self.losses:
            return
        self.writer.add_scalar(self.tag, sum(self.losses) / len(self.losses), self.step)
        self.losses.clear()


def top_class_probs(net: Callable[[Tensor], Tensor], images: Tensor) -> tuple[Tensor, Tensor]:
    with torch.no_grad():
        probabilities, classes = net(images).softmax(dim=1).max(dim=1)
    return classes, probabilities
