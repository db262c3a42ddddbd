"""Multiplies the loss, asks autograd for the gradients, and divides them."""

from collections.abc import Iterable

import torch
from torch import Tensor

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def scaled_gradients(loss: Tensor, parameters: Iterable[Tensor], scale: float = 65536.0) -> list[Tensor | None]:
    parameters = list(parameters)
    gradients = torch.autograd.grad(loss * scale, parameters, allow_unused=True) if parameters else ()
    return [None if gradient is None else widened(gradient) / scale for gradient in gradients]


def widened(gradient: Tensor) -> Tensor:
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient
