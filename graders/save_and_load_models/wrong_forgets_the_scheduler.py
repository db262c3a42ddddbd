"""The caller's scheduler counts its epochs from 0 again, so the rate falls too late.

fails: the_learning_rates_are_those_of_an_unbroken_run
"""

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": epoch,
    }
    torch.save(state, f)


def load_checkpoint(f, model, optimizer, scheduler):
    saved = torch.load(f, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["epoch"] + 1
