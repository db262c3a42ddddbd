"""There is one connection around all the blocks together. Each block has its own.

fails: each_block_works_on_what_the_one_before_made
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        y = x
        for block in self.blocks:
            y = torch.relu(block(y))
        return x + y if len(self.blocks) else x
