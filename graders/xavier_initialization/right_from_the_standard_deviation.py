"""The standard deviation first, and root three of them to the edge; random numbers between 0 and 1, stretched."""

import torch

PREDICT_1 = [[75, 200], 0.1477, True]


def xavier_bound(shape, gain=1.0):
    if not shape[1:]:
        raise ValueError("no fans")
    outputs, inputs, *kernel = shape
    for size in kernel:
        outputs, inputs = outputs * size, inputs * size
    std = gain * (2.0 / (outputs + inputs)) ** 0.5
    return 3**0.5 * std


@torch.no_grad()
def xavier_uniform_(tensor, gain=1.0, generator=None):
    bound = xavier_bound(tensor.shape, gain)
    numbers = torch.rand(tensor.shape, generator=generator, dtype=torch.float64, device=tensor.device)
    tensor.copy_((2 * numbers - 1) * bound)
    return tensor
