"""V is the caller's gradient tensor, and the next step writes the new V into it. A gradient stays as it is; V needs
memory of its own.

fails: gradients_may_be_reused
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


@torch.no_grad()
def sgd_step(
    params: list[Tensor],
    grads: list[Tensor | None],
    bufs: list[Tensor | None],
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> None:

    for place, (parameter, gradient) in enumerate(zip(params, grads, strict=True)):
        if gradient is None:
            continue
        if weight_decay != 0:
            gradient = gradient + weight_decay * parameter
        if momentum != 0:
            velocity = bufs[place]
            if velocity is None:
                velocity = gradient
            else:
                velocity.mul_(momentum).add_(gradient, alpha=1 - dampening)
            bufs[place] = velocity
            gradient = gradient + momentum * velocity if nesterov else velocity
        parameter -= lr * gradient


def ema(values: Sequence[float], beta: float, bias_correction: bool = False) -> list[float]:
    average = 0.0
    averages = []
    for count, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**count) if bias_correction else average)
    return averages
