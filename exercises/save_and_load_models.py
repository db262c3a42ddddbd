"""Checkpoints: write down everything that a training needs to go on, and put it back.

Read the lesson `save_and_load_models`, then complete the functions and write down your predictions.
"""

import os
from typing import IO

import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler

# What does the snippet "Predict 1" of the lesson evaluate to? A number.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A string.
PREDICT_2 = ...

File = str | os.PathLike[str] | IO[bytes]
"""A path, or an open binary file."""


def save_checkpoint(
    f: File, model: nn.Module, optimizer: torch.optim.Optimizer, scheduler: LRScheduler, epoch: int
) -> None:
    """Write a checkpoint from which `load_checkpoint` can go on.

    f: where to write; an open file is left open. `torch.load(f, weights_only=True)` must be able to read the result.
    model, optimizer, scheduler: stay as they are, modes included.
    epoch: the number of the epoch that has just ended, counted from 0.
    See https://docs.pytorch.org/docs/stable/generated/torch.save.html
    """
    # TODO: one call of torch.save, with everything that changes from epoch to epoch.
    raise NotImplementedError


def load_checkpoint(f: File, model: nn.Module, optimizer: torch.optim.Optimizer, scheduler: LRScheduler) -> int:
    """Put a checkpoint of `save_checkpoint` back into a model, an optimizer and a scheduler of the same kinds.

    f: where to read; an open file is left open. Nothing but plain data is built from it. The checkpoint may come from
        a machine with other devices than this one has.
    model, optimizer, scheduler: changed in place, whatever they were before. The model stays on its device and in its
        mode.
    Returns the number of the epoch to go on with, an int: the one after the epoch that was saved.
    Raises RuntimeError where names or shapes in the checkpoint are not exactly those of the model.
    See https://docs.pytorch.org/docs/stable/generated/torch.load.html
    """
    # TODO: read the file once, and give each object its part.
    raise NotImplementedError
