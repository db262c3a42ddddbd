"""x itself is written to on the way. It belongs to the caller.

fails: x_is_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    x.detach().mul_(1.0)
    for dim, out in ((2, size[0]), (3, size[1])):
        x = resize_axis(x, dim, out, align_corners)
    return x


def resize_axis(x: Tensor, dim: int, out: int, align_corners: bool) -> Tensor:
    length = x.shape[dim]
    place = places(length, out, align_corners, x.device)
    low = place.long()
    high = (low + 1).clamp(max=length - 1)
    weight = (place - low).to(x.dtype).reshape(-1, *[1] * (3 - dim))
    return torch.lerp(x.index_select(dim, low), x.index_select(dim, high), weight)


def places(length: int, out: int, align_corners: bool, device: torch.device) -> Tensor:
    """Where each output pixel lies along one axis of the input; never before the first centre."""
    i = torch.arange(out, dtype=torch.float64, device=device)
    if align_corners:
        return i * (length - 1) / max(out - 1, 1)
    return ((i + 0.5) * length / out - 0.5).clamp(min=0)
