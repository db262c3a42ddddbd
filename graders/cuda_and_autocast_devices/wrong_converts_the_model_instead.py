"""The model is converted and no autocast is on. Autocast leaves parameters alone and casts what an operation gets.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    model.to(dtype or torch.bfloat16)
    return nullcontext()
