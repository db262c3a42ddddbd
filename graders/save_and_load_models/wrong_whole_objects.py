"""The file holds whole objects: names of classes and functions that build them.
`torch.load` builds nothing but plain data unless it is told to trust the file.

fails: the_file_is_plain_data
"""

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    torch.save({"model": model, "optimizer": optimizer, "scheduler": scheduler, "epoch": epoch}, f)


def load_checkpoint(f, model, optimizer, scheduler):
    saved = torch.load(f, map_location="cpu", weights_only=False)
    model.load_state_dict(saved["model"].state_dict())
    optimizer.load_state_dict(saved["optimizer"].state_dict())
    scheduler.load_state_dict(saved["scheduler"].state_dict())
    return saved["epoch"] + 1
