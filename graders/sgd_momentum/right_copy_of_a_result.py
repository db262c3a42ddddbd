"""Everything out of place, then copy_; itertools.accumulate."""

from itertools import accumulate

import torch

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


def direction(p, g, buf, momentum, dampening, weight_decay, nesterov):
    """Which way to go, and the velocity to keep."""
    g = g + weight_decay * p
    if momentum == 0:
        return g, buf
    buf = g if buf is None else momentum * buf + (1 - dampening) * g
    return (g + momentum * buf if nesterov else buf), buf


def sgd_step(params, grads, bufs, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):

    with torch.no_grad():
        for index in range(len(params)):
            if grads[index] is not None:
                d, bufs[index] = direction(
                    params[index], grads[index].clone(), bufs[index], momentum, dampening, weight_decay, nesterov
                )
                params[index].copy_(params[index] - lr * d)


def ema(values, beta, bias_correction=False):
    chain = list(accumulate(values, lambda v, x: v * beta + x * (1 - beta), initial=0.0))[1:]
    if bias_correction:
        return [v / (1 - beta**t) for t, v in enumerate(chain, 1)]
    return chain
