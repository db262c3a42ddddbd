"""The optimizer: groups of parameters, and a training that survives an interruption.

Read the lesson `optimizer_api`, then complete the functions and write down your predictions.
"""

from typing import IO, Any

import torch
from torch import nn

# What do the snippets "Predict 1" to "Predict 8" of the lesson evaluate to?
# 1 and 2: a tuple of a number, and None or a list of one number.
PREDICT_1 = ...
PREDICT_2 = ...
# 3: a tuple of a dict and a list.
PREDICT_3 = ...
# 4: a dict of dicts, with lists of numbers in them.
PREDICT_4 = ...
# 5: a number.
PREDICT_5 = ...
# 6: a number, or the name of an exception as a string.
PREDICT_6 = ...
# 7: a tuple of three numbers and a string.
PREDICT_7 = ...
# 8: a tuple of two shapes, or the name of an exception as a string.
PREDICT_8 = ...


def finetune_param_groups(model: nn.Module, head: str, lr_backbone: float, lr_head: float) -> list[dict[str, Any]]:
    """Two parameter groups for any optimizer of torch.optim: [backbone, head].

    model: any module; it stays as it is.
    head: the dotted name of one of its submodules, as `model.get_submodule(head)` takes it; "fc", or "body.3".
    Returns two dicts with "params" and "lr". The head's group has the trainable parameters inside that submodule, the
    backbone's group all other trainable ones, both in the order of `model.parameters()`; a group may be empty.
    A parameter that requires no gradient is in neither. A shared parameter is listed once; one that backbone and head
    share may be in either group.
    See https://docs.pytorch.org/docs/stable/optim.html#per-parameter-options
    """
    # TODO: sort the parameters into two lists.
    raise NotImplementedError


def save_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write to `f` all that `resume_training` needs; training can go on afterwards as if nothing had happened.

    f: a file opened for writing bytes, or an io.BytesIO; it stays open.
    What is written can be read by `torch.load(f, weights_only=True)`.
    See https://docs.pytorch.org/docs/stable/notes/serialization.html
    """
    # TODO: collect what changes during training, and save it with torch.save.
    raise NotImplementedError


def resume_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Bring a fresh model and a fresh optimizer to where `save_training` left them, and return the saved step.

    f: the same file, opened for reading, at its beginning.
    model, optimizer: made by the same code as the saved ones, with other random weights and maybe another learning
    rate. Both are changed in place: the caller goes on with these two objects, and each module is in the mode it had.
    Returns the step, an int.
    """
    # TODO: read the file, and load each part into its owner.
    raise NotImplementedError
