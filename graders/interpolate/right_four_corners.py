"""All four neighbours of every output pixel at once, by advanced indexing."""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def axis(length, out, align_corners):
    i = torch.arange(out, dtype=torch.float64)
    if align_corners and out > 1:
        s = i * (length - 1) / (out - 1)
    elif align_corners:
        s = torch.zeros(1, dtype=torch.float64)
    else:
        s = torch.clamp((i + 0.5) * length / out - 0.5, 0, length - 1)
    low = s.floor().long()
    return low, torch.minimum(low + 1, torch.tensor(length - 1)), s - low


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    top, bottom, down = axis(x.shape[2], size[0], align_corners)
    left, right, across = axis(x.shape[3], size[1], align_corners)
    down, across = down[:, None].to(x), across.to(x)
    upper = x[:, :, top][..., left] * (1 - across) + x[:, :, top][..., right] * across
    lower = x[:, :, bottom][..., left] * (1 - across) + x[:, :, bottom][..., right] * across
    return upper * (1 - down) + lower * down
