"""The keys in the state_dict look right, but each block is an attribute whose name holds a dot. Dots separate levels,
and there is no level called `blocks`, so a checkpoint cannot be loaded.

fails: one_block_adds_its_change_to_x
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.depth = depth
        for place in range(depth):
            setattr(self, f"blocks.{place}", nn.Linear(width, width))

    def forward(self, x: Tensor) -> Tensor:
        for place in range(self.depth):
            x = x + torch.relu(getattr(self, f"blocks.{place}")(x))
        return x
