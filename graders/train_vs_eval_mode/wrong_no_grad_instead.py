"""Gradients are switched off, and the modes are not. Mode and autograd are two switches; this one is about the mode.

fails: every_module_is_in_eval_mode_inside
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    with torch.no_grad():
        yield model
