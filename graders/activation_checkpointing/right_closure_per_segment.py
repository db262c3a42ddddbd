"""A function that makes one function for each segment, so that each remembers its own blocks."""

from collections.abc import Callable, Sequence

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def segment(blocks: list[nn.Module]) -> Callable[[Tensor], Tensor]:
    def run(x: Tensor) -> Tensor:
        for block in blocks:
            x = block(x)
        return x

    return run


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    left = list(blocks)
    while left:
        x = checkpoint(segment(left[:every]), x, use_reentrant=False, preserve_rng_state=True)
        left = left[every:]
    return x
