"""The ReLUs are blocks too, so every second number is that of a module without parameters.

fails: every_block_is_registered
"""

from torch import Tensor, nn

PREDICT_1 = (8, 12)


class ResidualMLP(nn.Module):
    def __init__(self, width: int, depth: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(m for _ in range(depth) for m in (nn.Linear(width, width), nn.ReLU()))

    def forward(self, x: Tensor) -> Tensor:
        for i in range(0, len(self.blocks), 2):
            x = x + self.blocks[i + 1](self.blocks[i](x))
        return x
