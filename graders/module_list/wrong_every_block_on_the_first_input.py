"""Every block works on the input of the network, and the changes are added up. The second block should see what the
first one made.

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
            y = y + torch.relu(block(x))
        return y
