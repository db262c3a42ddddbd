"""NumPy's names, negative dimensions, and prints."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    print("up", up.shape, "skip", skip.shape)
    dh = skip.shape[-2] - up.shape[-2]
    dw = skip.shape[-1] - up.shape[-1]
    if dh < 0 or dw < 0:
        raise ValueError("skip is too small")
    skip = skip[..., dh // 2 : dh // 2 + up.shape[-2], :]
    skip = skip[..., dw // 2 : dw // 2 + up.shape[-1]]
    print("cropped", skip.shape)
    return torch.concatenate([skip, up], axis=-3)
