"""With depth 0 the output is 0. The changes are nothing then, but x itself is still there.

fails: without_blocks_x_comes_back
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = x + torch.relu(block(x))
        return x if len(self.blocks) else x * 0
