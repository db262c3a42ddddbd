"""Every block is computed twice, once to look at its sign and once for its value. The result is right and costs
double.

fails: the_blocks_are_called
"""

from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))

    def forward(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = x + block(x) * (block(x) > 0)
        return x
