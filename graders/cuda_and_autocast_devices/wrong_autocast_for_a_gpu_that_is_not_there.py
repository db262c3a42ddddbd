"""Autocast is off inside the block. That is also what autocast for CUDA comes to without a GPU: it warns, and switches
itself off.

fails: autocast_is_on_where_the_model_is
"""

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    return torch.autocast("cuda", dtype=dtype)
