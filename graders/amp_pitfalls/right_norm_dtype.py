"""The norm itself is told to work in a wider dtype."""

import torch

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x, dim=-1, eps=1e-8):
    wider = {torch.float16: torch.float32, torch.bfloat16: torch.float32}.get(x.dtype, x.dtype)
    n = torch.linalg.vector_norm(x, 2, dim, True, dtype=wider)
    n = torch.maximum(n, torch.full_like(n, eps))
    return torch.true_divide(x.to(wider), n).type_as(x)
