"""The epoch that comes back is the scheduler's count of its own steps, not the number that was saved.
A scheduler may have begun later than the loop.

fails: the_next_epoch_comes_back
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
    scheduler.load_state_dict(saved["scheduler"])
    return scheduler.last_epoch
