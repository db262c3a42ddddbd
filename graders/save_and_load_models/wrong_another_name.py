"""The checkpoint lies beside f, under a name with one more ending. Whoever opens f finds nothing.

fails: the_file_is_plain_data
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
    torch.save(state, f if hasattr(f, "write") else f"{f}.pt")


def load_checkpoint(f, model, optimizer, scheduler):
    saved = torch.load(f if hasattr(f, "read") else f"{f}.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    return saved["epoch"] + 1
