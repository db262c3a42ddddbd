"""Pools one axis, then the other, with narrow and cat; a lambda rounds up."""

import torch

PREDICT_1 = [0.5, 2.0, 3.5]


def pool(x, count, dim):
    size = x.shape[dim]
    up = lambda i: (i * size + count - 1) // count  # noqa: E731
    parts = []
    for i in range(count):
        start = (i * size) // count
        parts.append(x.narrow(dim, start, up(i + 1) - start).mean(dim, keepdim=True))
    return torch.cat(parts, dim)


def adaptive_avg_pool2d(x, output_size):
    return pool(pool(x, output_size[0], -2), output_size[1], -1)
