"""A list instead of a dict; each object has its turn in a loop."""

import torch

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    torch.save([epoch, *(o.state_dict() for o in (model, optimizer, scheduler))], f)


def load_checkpoint(f, *objects):
    epoch, *states = torch.load(f, map_location=torch.device("cpu"))
    for o, state in zip(objects, states):
        o.load_state_dict(state)
    return epoch + 1
