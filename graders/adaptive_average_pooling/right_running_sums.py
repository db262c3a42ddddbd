"""Running sums along both axes; a bin is a difference of four of them."""

import torch
from torch.nn.functional import pad

PREDICT_1 = [0.5, 2.0, 3.5]


def bounds(length, count, device):
    steps = torch.arange(count + 1, device=device) * length
    return torch.div(steps[:-1], count, rounding_mode="floor"), -torch.div(-steps[1:], count, rounding_mode="floor")


def adaptive_avg_pool2d(x, output_size):
    wide = x.double()
    table = pad(wide.cumsum(-2).cumsum(-1), (1, 0, 1, 0))
    top, bottom = bounds(x.shape[-2], output_size[0], x.device)
    left, right = bounds(x.shape[-1], output_size[1], x.device)
    tall = table.index_select(-2, bottom) - table.index_select(-2, top)
    total = tall.index_select(-1, right) - tall.index_select(-1, left)
    area = (bottom - top)[:, None] * (right - left)
    return (total / area).to(x.dtype)
