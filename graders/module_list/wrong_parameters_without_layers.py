"""The parameters are there under the right names, but they belong to no linear layers. Nobody could put a hook on a
block, or exchange it.

fails: every_block_is_registered
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            nn.ParameterDict({"weight": torch.randn(width, width), "bias": torch.randn(width)}) for _ in range(depth)
        )

    def forward(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = x + torch.relu(F.linear(x, block["weight"], block["bias"]))
        return x
