"""`every` is taken for the number of segments. It is how many blocks one segment has.

fails: segments_run_again_from_the_last
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    size = max(1, -(-len(blocks) // every))
    for start in range(0, len(blocks), size):
        x = checkpoint(nn.Sequential(*blocks[start : start + size]), x, use_reentrant=False)
    return x
