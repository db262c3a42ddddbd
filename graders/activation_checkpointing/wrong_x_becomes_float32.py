"""The output is float32, or does not come out at all, whatever x is. Blocks and x have one dtype, which stays.

fails: x_may_have_any_layout_and_dtype
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    for start in range(0, len(blocks), every):
        x = checkpoint(
            nn.Sequential(*blocks[start : start + every]),
            x.to(torch.promote_types(x.dtype, torch.float32)),
            use_reentrant=False,
        )
    return x
