"""The model has new parameter objects, and the optimizer still holds the old ones: its steps no longer change the model.

fails: the_losses_are_those_of_an_unbroken_run
"""

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "epoch": epoch,
    }
    torch.save(state, f)


def load_checkpoint(f, model, optimizer, scheduler):
    saved = torch.load(f, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"], assign=True)
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    return saved["epoch"] + 1
