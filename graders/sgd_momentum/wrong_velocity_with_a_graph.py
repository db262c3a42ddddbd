"""V requires a gradient: it has a graph that leads back through every step so far, and grows with each. It is a plain
record, and autograd need not see it.

fails: it_works_in_place
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


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
        gradient = gradient + weight_decay * parameter
        if momentum != 0:
            velocity = bufs[place]
            velocity = gradient if velocity is None else momentum * velocity + (1 - dampening) * gradient
            bufs[place] = velocity
            gradient = gradient + momentum * velocity if nesterov else velocity
        with torch.no_grad():
            parameter -= lr * gradient


def ema(values: Sequence[float], beta: float, bias_correction: bool = False) -> list[float]:
    average = 0.0
    averages = []
    for count, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**count) if bias_correction else average)
    return averages
