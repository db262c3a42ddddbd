"""Everything of torch.nn imported, a while loop over positions, and the ReLU written as a comparison."""

from torch import where, zeros_like
from torch.nn import *

PREDICT_1 = (8, 12)


class ResidualMLP(Module):
    def __init__(self, width, depth):
        Module.__init__(self)
        layers = []
        i = 0
        while i < depth:
            layers.append(Linear(width, width))
            i = i + 1
        setattr(self, "blocks", ModuleList(layers))

    def forward(self, x):
        out = x
        for i in range(len(self.blocks)):
            y = self.blocks[i](out)
            out = out + where(y > 0, y, zeros_like(y))
        return out
