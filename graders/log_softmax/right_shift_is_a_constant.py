"""The largest value is a constant for autograd; it is added to the logarithm of the sum again."""

import torch
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    largest = x.detach().max(dim, keepdim=True).values
    total = torch.sum(torch.exp(x - largest), dim=dim, keepdim=True)
    return x - (largest + torch.log(total))
