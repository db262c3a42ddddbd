"""All blocks begin with the same weights, because they are copies of one. Layers that start alike are pulled in
similar directions.

fails: every_block_starts_with_weights_of_its_own
"""

import copy

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        block = nn.Linear(width, width)
        self.blocks = nn.ModuleList(copy.deepcopy(block) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = x + torch.relu(block(x))
        return x
