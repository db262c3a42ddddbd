"""gather with expanded indices, in the precision of float32 or better."""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def along_the_last(x, out, align_corners):
    length = x.size(-1)
    wide = torch.promote_types(x.dtype, torch.float32)
    if align_corners:
        s = torch.linspace(0, length - 1, out, dtype=wide, device=x.device)
    else:
        step = length / out
        s = torch.arange(out, dtype=wide, device=x.device).add(0.5).mul(step).sub(0.5).clamp(min=0)
    low = s.floor().to(torch.int64)
    high = torch.where(low < length - 1, low + 1, low)
    shape = (*x.shape[:-1], out)
    a, b = x.gather(-1, low.expand(shape)), x.gather(-1, high.expand(shape))
    return (a + (b - a) * (s - low)).to(x.dtype)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    wider = along_the_last(x, size[1], align_corners)
    return along_the_last(wider.transpose(2, 3), size[0], align_corners).transpose(2, 3)
