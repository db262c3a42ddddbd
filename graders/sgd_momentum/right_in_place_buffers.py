"""Buffers that are written into, as PyTorch does it; the closed form of the average."""

import torch

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


@torch.no_grad()
def sgd_step(params, grads, bufs, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):

    for i, p in enumerate(params):
        g = grads[i]
        if g is None:
            continue
        if weight_decay != 0:
            g = g.add(p, alpha=weight_decay)
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = torch.clone(g).detach()
            else:
                bufs[i].mul_(momentum).add_(g, alpha=1 - dampening)
            g = g.add(bufs[i], alpha=momentum) if nesterov else bufs[i]
        p.add_(g, alpha=-lr)


def ema(values, beta, bias_correction=False):
    out = []
    for t in range(len(values)):
        s = sum((1 - beta) * beta**i * values[t - i] for i in range(t + 1))
        out.append(float(s / (1 - beta ** (t + 1)) if bias_correction else s))
    return out
