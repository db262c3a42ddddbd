"""The columns are looked up at the places of the rows. Each axis has a length and a size of its own.

fails: rows_and_columns_each_have_their_own_neighbours
"""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    lengths = x.shape[2:]
    for dim, out in ((2, size[0]), (3, size[1])):
        ratio = size[0] / lengths[0] if min(lengths) > 1 else out / x.shape[dim]
        x = resize_axis(x, dim, out, align_corners, ratio)
    return x


def resize_axis(x: Tensor, dim: int, out: int, align_corners: bool, ratio: float) -> Tensor:
    length = x.shape[dim]
    place = places(length, out, align_corners, x.device, ratio).clamp(max=length - 1)
    low = place.long()
    high = (low + 1).clamp(max=length - 1)
    weight = (place - low).to(x.dtype).reshape(-1, *[1] * (3 - dim))
    return torch.lerp(x.index_select(dim, low), x.index_select(dim, high), weight)


def places(length: int, out: int, align_corners: bool, device: torch.device, ratio: float) -> Tensor:
    """Where each output pixel lies along one axis of the input; never before the first centre."""
    i = torch.arange(out, dtype=torch.float64, device=device)
    if align_corners:
        return i * (length - 1) / max(out - 1, 1)
    return ((i + 0.5) / ratio - 0.5).clamp(min=0)
