"""`checkpoint_sequential` cuts into a number of segments, not into segments of a length, and the last of them has no
checkpoint: its activations are kept.

fails: less_is_kept_for_backward
"""

from collections.abc import Sequence
from math import ceil

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint_sequential

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    if len(blocks) == 0:
        return x
    return checkpoint_sequential(list(blocks), ceil(len(blocks) / every), x, use_reentrant=False)
