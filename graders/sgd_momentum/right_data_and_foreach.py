"""Through .data, with torch._foreach for those that have a gradient; a generator."""

import torch

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


def sgd_step(params, grads, bufs, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):

    idx = [i for i in range(len(params)) if grads[i] is not None]
    if not idx:
        return None
    ws = [params[i].data for i in idx]
    gs = torch._foreach_add([grads[i] for i in idx], torch._foreach_mul(ws, weight_decay))
    if momentum:
        vs = [g.clone() if bufs[i] is None else bufs[i] * momentum + g * (1 - dampening) for i, g in zip(idx, gs)]
        for i, v in zip(idx, vs):
            bufs[i] = v
        gs = torch._foreach_add(gs, torch._foreach_mul(vs, momentum)) if nesterov else vs
    torch._foreach_sub_(ws, torch._foreach_mul(gs, lr))


def _averages(values, beta):
    v = 0.0
    for x in values:
        v += (1 - beta) * (x - v)
        yield v


def ema(values, beta, bias_correction=False):
    return [v / (1 - beta ** (k + 1) if bias_correction else 1) for k, v in enumerate(_averages(values, beta))]
