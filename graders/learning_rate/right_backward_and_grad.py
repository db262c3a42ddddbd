"""backward(), zeroing by hand, and a buffer that is made first."""

import torch

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f, w0, lr, steps):
    trace = torch.empty((steps + 1, *w0.shape), dtype=w0.dtype, device=w0.device)
    w = w0.clone().detach()
    trace[0] = w
    w.requires_grad = True
    for i in range(1, steps + 1):
        loss = f(w)
        loss.backward()
        with torch.no_grad():
            w.sub_(w.grad * lr)
            w.grad.zero_()
        trace[i] = w.detach()
    return trace
