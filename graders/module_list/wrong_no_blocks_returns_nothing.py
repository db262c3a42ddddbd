"""With depth 0 the output is None. Without anything to do, the output is x.

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
        out = None
        for block in self.blocks:
            x = out = x + torch.relu(block(x))
        return out
