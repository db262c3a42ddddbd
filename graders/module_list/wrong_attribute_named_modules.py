"""The blocks are registered as `modules`, which is the name of a method of nn.Module. They are saved under it, and
the attribute is still the method.

fails: every_block_is_registered
"""

import torch
from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.modules = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        for block in self._modules["modules"]:
            x = x + torch.relu(block(x))
        return x
