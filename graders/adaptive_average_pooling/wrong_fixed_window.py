"""A window of rows // output rows slides along and leaves a rest, or too many windows. Window and step are not constant
when sizes do not divide.

fails: bins_overlap_where_sizes_do_not_divide
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    kernel = max(x.shape[-2] // output_size[0], 1), max(x.shape[-1] // output_size[1], 1)
    return F.avg_pool2d(x, kernel)
