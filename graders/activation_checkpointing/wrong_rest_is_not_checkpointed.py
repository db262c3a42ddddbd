"""The blocks that are left over run outside of any checkpoint, so their activations are kept. They are a segment too.

fails: segments_run_again_from_the_last
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    whole = len(blocks) // every * every
    for start in range(0, whole, every):
        x = checkpoint(nn.Sequential(*blocks[start : start + every]), x, use_reentrant=False)
    for block in blocks[whole:]:
        x = block(x)
    return x
