"""Writes to a second name first, which then takes the place of the first."""

import os

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    parts = dict(model=model, optimizer=optimizer, scheduler=scheduler)
    state = {name: part.state_dict() for name, part in parts.items()}
    state["epoch"] = epoch
    if hasattr(f, "write"):
        torch.save(state, f)
        return
    aside = os.fspath(f) + ".tmp"
    torch.save(state, aside)
    os.replace(aside, f)


def load_checkpoint(f, model, optimizer, scheduler):
    parts = dict(model=model, optimizer=optimizer, scheduler=scheduler)
    state = torch.load(f, map_location="cpu", weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state.pop(name))
    return state["epoch"] + 1
