"""The blocks are registered under another name than `blocks`, so a checkpoint with the names of the contract does
not fit.

fails: every_block_is_registered
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        for block in self.layers:
            x = x + torch.relu(block(x))
        return x
