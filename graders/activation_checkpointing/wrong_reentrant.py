"""The blocks get no gradient when x is data. A reentrant checkpoint runs its forward pass without a graph, and
looks only at its inputs to know whether anything needs a gradient.

fails: x_may_be_data
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    for start in range(0, len(blocks), every):
        x = checkpoint(nn.Sequential(*blocks[start : start + every]), x, use_reentrant=True)
    return x
