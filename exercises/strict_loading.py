"""Strict loading: everything fits and is loaded, or something does not and nothing is touched.

Read the lesson `strict_loading`, then complete the function and write down your predictions.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A bool.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two numbers, or a string.
PREDICT_2 = ...


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    """Load a state dict strictly, all of it or nothing.

    model: changed in place; its names are those of `model.state_dict()`, parameters and buffers. Its Parameter
        objects, dtypes, devices and `requires_grad` stay; only values change.
    state_dict: names in any order, tensors of any dtype; stays as it is and shares no memory with the model afterwards.
    Raises RuntimeError where a name is missing or unexpected, or a shape is another one than the model's. Then every
    value of the model is what it was before the call.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict
    """
    # TODO: find out whether everything fits before anything is lost.
    raise NotImplementedError
