"""Each block is a segment of its own, whatever `every` is. So many blocks go together.

fails: segments_run_again_from_the_last
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    for block in blocks:
        x = checkpoint(block, x, use_reentrant=False)
    return x
