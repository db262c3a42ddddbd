"""A function that gives the gradient, from torch.func."""

from torch.func import grad

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f, w0, lr, steps):
    slope = grad(f)
    w = w0.detach()
    out = w.new_empty(steps + 1, *w.shape)
    out[0].copy_(w)
    for row in range(steps):
        w = w - lr * slope(w)
        out[row + 1].copy_(w)
    return out
