"""The call writes into the caller's x: `x += ...` changes the tensor itself, while `x = x + ...` makes a new one.

fails: the_input_is_left_alone
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
            x += torch.relu(block(x))
        return x
