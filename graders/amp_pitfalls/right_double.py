"""PyTorch's own normalize, always in float64."""

import torch.nn.functional as F

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x, dim=-1, eps=1e-8):
    return F.normalize(x.double(), dim=dim, eps=eps).to(x.dtype)
