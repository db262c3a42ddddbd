"""Each value is cut off at max_norm on its own. The direction of a row changes then, and its length can still be
too large.

fails: a_long_row_is_scaled_to_max_norm
"""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


@torch.no_grad()
def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    return x.clamp_(-max_norm, max_norm)
