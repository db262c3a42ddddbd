"""A checkpoint of another model is loaded as far as its names fit, and nobody hears of the rest.

fails: a_checkpoint_of_another_model_raises
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
    model.load_state_dict(saved["model"], strict=False)
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    return saved["epoch"] + 1
