"""A block is a Linear layer that adds its own input, so that nn.Sequential can run all of them."""

from torch import nn

PREDICT_1 = (8, 12)


class Residual(nn.Linear):
    def forward(self, x):
        change = super().forward(x)
        return x + change.relu_()


class ResidualMLP(nn.Module):
    def __init__(self, width, depth):
        super().__init__()
        self.blocks = nn.Sequential(*[Residual(width, width) for _ in range(depth)])

    def forward(self, x):
        return self.blocks(x)
