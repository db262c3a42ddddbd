"""The result is written into a tensor that was made on the CPU, wherever the maps are.
A tensor made inside needs `device=up.device`.

fails: the_result_lives_where_the_maps_live
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    n, cs = skip.shape[:2]
    result = torch.empty((n, cs + up.shape[1], h, w), dtype=torch.promote_types(up.dtype, skip.dtype))
    result[:, :cs] = skip[:, :, top : top + h, left : left + w]
    result[:, cs:] = up
    return result
