"""Every block adds its change to the input of the whole network. The connection starts from the output of the block
before.

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
        first = x
        for block in self.blocks:
            x = first + torch.relu(block(x))
        return x
