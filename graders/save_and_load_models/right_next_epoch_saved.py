"""The file has the next epoch in it, and the scheduler's state comes before the optimizer's."""

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    torch.save((scheduler.state_dict(), optimizer.state_dict(), model.state_dict(), torch.tensor(epoch + 1)), f)


def load_checkpoint(f, model, optimizer, scheduler):
    s, o, m, start = torch.load(f, map_location=lambda storage, place: storage, weights_only=True)
    scheduler.load_state_dict(s)
    optimizer.load_state_dict(o)
    model.load_state_dict(m, strict=True)
    return start.item()
