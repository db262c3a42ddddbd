"""No gradients are recorded inside. Mode and autograd are two independent switches, and a caller may want gradients
in eval mode, as adversarial examples and saliency maps do.

fails: autograd_is_left_alone
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            yield model
    finally:
        for module, training in before:
            module.training = training
