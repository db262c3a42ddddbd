"""x requires grad afterwards, and it belongs to the caller. It was data, and should be data still.

fails: x_may_be_data
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    if len(blocks) and x.is_leaf:
        x.requires_grad_()
    for start in range(0, len(blocks), every):
        x = checkpoint(nn.Sequential(*blocks[start : start + every]), x, use_reentrant=True)
    return x
