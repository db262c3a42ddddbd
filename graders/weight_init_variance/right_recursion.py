"""The first number, and then those of the rest of the stack."""

import torch

PREDICT_1 = (-3, 0, -6)


def signal_rms(x, weights):
    if not len(weights):
        return []
    h = torch.einsum("bi,oi->bo", x, weights[0]).clamp(min=0)
    return [float((h**2).mean() ** 0.5), *signal_rms(h, weights[1:])]
