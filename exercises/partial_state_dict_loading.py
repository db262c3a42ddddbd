"""Partial loading: take from a checkpoint whatever fits, and say what did not.

Read the lesson `partial_state_dict_loading`, then complete the function and write down your predictions.
"""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A string.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of a number and a string.
PREDICT_2 = ...


class LoadReport(NamedTuple):
    """What became of every name; each list is sorted, and no name is in two of them."""

    loaded: list[str]
    """Copied from the checkpoint."""
    missing: list[str]
    """In the model, not in the checkpoint."""
    unexpected: list[str]
    """In the checkpoint, not in the model."""
    mismatched: list[str]
    """In both, with different shapes."""


def load_matching(model: nn.Module, pretrained: Mapping[str, Tensor]) -> LoadReport:
    """Copy every tensor of a checkpoint whose name and shape the model has, and report on all names.

    model: changed in place; its names are those of `model.state_dict()`, parameters and buffers. Its Parameter
        objects, their dtypes, devices and `requires_grad` stay; only values change.
    pretrained: a state dict in any order and of any dtype, possibly empty; stays as it is and shares no memory with
        the model afterwards.
    Nothing is reshaped, broadcast or cut to size. What does not fit is reported, not raised.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict
    """
    # TODO: sort the names into four groups and copy the first of them.
    raise NotImplementedError
