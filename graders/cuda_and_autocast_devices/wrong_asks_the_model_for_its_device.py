"""A module has no attribute device. Its parameters and buffers have one each.

fails: autocast_is_on_where_the_model_is
"""

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    return torch.autocast(model.device.type, dtype=dtype)
