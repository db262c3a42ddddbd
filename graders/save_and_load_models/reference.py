"""Saves four states, and puts each back where it came from."""

import os
from typing import IO

import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"

File = str | os.PathLike[str] | IO[bytes]


def save_checkpoint(
    f: File, model: nn.Module, optimizer: torch.optim.Optimizer, scheduler: LRScheduler, epoch: int
) -> None:
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "epoch": epoch,
    }
    torch.save(state, f)


def load_checkpoint(f: File, model: nn.Module, optimizer: torch.optim.Optimizer, scheduler: LRScheduler) -> int:
    saved = torch.load(f, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    return saved["epoch"] + 1
