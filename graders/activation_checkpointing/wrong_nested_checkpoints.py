"""The blocks of a segment run more than twice: each has a checkpoint of its own inside the checkpoint of its segment.

fails: segments_run_again_from_the_last
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    def run(y: Tensor, segment: Sequence[nn.Module]) -> Tensor:
        for block in segment:
            y = checkpoint(block, y, use_reentrant=False)
        return y

    for start in range(0, len(blocks), every):
        x = checkpoint(run, x, blocks[start : start + every], use_reentrant=False)
    return x
