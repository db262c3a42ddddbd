"""The list of blocks itself is called, by name or because `modules()` lists it before the blocks. A ModuleList holds
modules and has no forward: what runs, and in which order, is up to the network.

fails: one_block_adds_its_change_to_x
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.relu(self.blocks(x))
