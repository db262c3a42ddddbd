"""The device depends on what the machine has, not on where the model is. A model on the meta device is neither on the
CPU nor on a GPU.

fails: without_autocast_the_block_just_runs
"""

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    return torch.autocast("cuda" if torch.cuda.is_available() else "cpu", dtype=dtype)
