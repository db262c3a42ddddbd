"""The format before zip files, through bytes; the model tensor by tensor, after a look at the names."""

import copy
import io
import os

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    buffer = io.BytesIO()
    state = copy.deepcopy([model.state_dict(), optimizer.state_dict(), scheduler.state_dict()])
    torch.save({"state": state, "epoch": epoch}, buffer, _use_new_zipfile_serialization=False)
    if isinstance(f, (str, os.PathLike)):
        with open(f, "wb") as file:
            file.write(buffer.getvalue())
    else:
        f.write(buffer.getvalue())


def load_checkpoint(f, model, optimizer, scheduler):
    if isinstance(f, (str, os.PathLike)):
        with open(f, "rb") as file:
            content = file.read()
    else:
        content = f.read()
    saved = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    weights, moments, schedule = saved["state"]
    own = model.state_dict()
    if own.keys() != weights.keys():
        raise RuntimeError(f"names differ: {sorted(own.keys() ^ weights.keys())}")
    for name in own:
        own[name].copy_(weights[name])
    optimizer.load_state_dict(moments)
    scheduler.load_state_dict(schedule)
    return int(saved["epoch"]) + 1
