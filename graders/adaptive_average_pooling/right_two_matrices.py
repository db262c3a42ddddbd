"""An averaging matrix for each axis, multiplied from the left and from the right."""

import torch

PREDICT_1 = [0.5, 2.0, 3.5]


def averaging(length, count, like):
    """Row i holds 1 / size where bin i lies, and 0 elsewhere."""
    first = torch.arange(count, device=like.device) * length // count
    last = (torch.arange(1, count + 1, device=like.device) * length + count - 1) // count
    place = torch.arange(length, device=like.device)
    inside = (place >= first[:, None]) & (place < last[:, None])
    return inside.to(like.dtype) / (last - first)[:, None].to(like.dtype)


def adaptive_avg_pool2d(x, output_size):
    rows = averaging(x.shape[-2], output_size[0], x)
    columns = averaging(x.shape[-1], output_size[1], x)
    return rows @ x @ columns.transpose(0, 1)
