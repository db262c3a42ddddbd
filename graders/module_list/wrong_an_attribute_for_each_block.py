"""Each block is an attribute of the network, called blocks0, blocks1 and so on. There is no dot in these names, and
no container.

fails: every_block_is_registered
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.depth = depth
        for i in range(depth):
            setattr(self, f"blocks{i}", nn.Linear(width, width))

    def forward(self, x: Tensor) -> Tensor:
        for block in [getattr(self, f"blocks{i}") for i in range(self.depth)]:
            x = x + torch.relu(block(x))
        return x
