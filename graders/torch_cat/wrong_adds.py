"""The two maps are added. Joining keeps the channels of both, side by side; their numbers add up, not their values.

fails: skip_comes_first_along_the_channels
"""

from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2
    window = skip[:, :, top : top + h, left : left + w]

    n = min(skip.shape[1], up.shape[1])
    return window[:, :n] + up[:, :n]
