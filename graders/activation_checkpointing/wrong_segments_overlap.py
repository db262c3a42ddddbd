"""Neighbouring segments share a block, which runs twice.

fails: the_output_is_that_of_the_plain_loop
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    for start in range(0, len(blocks), every):
        x = checkpoint(nn.Sequential(*blocks[start : start + every + 1]), x, use_reentrant=False)
    return x
