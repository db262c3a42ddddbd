"""A torch.optim.SGD for each step, with the buffers carried in and out; lerp."""

import torch

PREDICT_1 = [0.8, 0.46, 0.062]
PREDICT_2 = [0.98, 0.9424, 0.8897]
PREDICT_3 = ([1.0, 1.0, 1.0], [0.1, 0.19, 0.271])


def sgd_step(params, grads, bufs, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):

    if not params:
        return
    leaves = [p.detach() for p in params]
    for leaf, g in zip(leaves, grads):
        leaf.grad = g
    optimizer = torch.optim.SGD(leaves, lr, momentum, dampening, weight_decay, nesterov)
    if momentum:
        for leaf, buf in zip(leaves, bufs):
            if buf is not None:
                optimizer.state[leaf]["momentum_buffer"] = buf
    optimizer.step()
    if momentum:
        for i, leaf in enumerate(leaves):
            bufs[i] = optimizer.state[leaf].get("momentum_buffer")


def ema(values, beta, bias_correction=False):
    v, result, power = torch.zeros((), dtype=torch.float64), [], 1.0
    for value in values:
        v = torch.lerp(torch.tensor(float(value), dtype=torch.float64), v, beta)
        power *= beta
        result += [v.item() / (1 - power)] if bias_correction else [v.item()]
    return result
