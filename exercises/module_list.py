"""A list of modules: as many residual blocks as somebody asks for.

Read the lesson `module_list`, then complete the class and write down your prediction.
"""

import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two integers.
PREDICT_1 = ...


class ResidualMLP(nn.Module):
    """Linear layers with a ReLU behind and a connection around each of them."""

    def __init__(self, width: int, depth: int) -> None:
        """Make the blocks.

        width: the number of features that go into each block and come out of it.
        depth: how many blocks there are, 0 or more.
        Block i is an nn.Linear of its own; its tensors are "blocks.i.weight" (width, width) and "blocks.i.bias"
        (width,) in the state_dict, and there are no others.
        """
        super().__init__()
        # TODO: make the blocks and register them.
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Replace x by x + relu(block(x)) for each block in turn.

        x: (..., width), in the dtype of the blocks; it is not changed.
        Returns a tensor of the same shape and dtype; without blocks, the values of x.
        """
        # TODO: go through the blocks.
        raise NotImplementedError
