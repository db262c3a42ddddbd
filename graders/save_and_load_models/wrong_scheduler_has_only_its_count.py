"""The scheduler knows which epoch it is, and nothing else. One that waits for a better value has forgotten the best one.

fails: the_learning_rates_are_those_of_an_unbroken_run
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
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.last_epoch = saved["scheduler"]["last_epoch"]
    return saved["epoch"] + 1
