"""Plain loops and prints, four lists that are sorted at the end, and values copied through flat views."""

from typing import NamedTuple

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list
    missing: list
    unexpected: list
    mismatched: list


def load_matching(model, pretrained):
    loaded = []
    missing = []
    unexpected = []
    mismatched = []
    state = model.state_dict()
    for key in state.keys():
        if key not in pretrained.keys():
            print("missing:", key)
            missing.append(key)
        elif list(state[key].shape) != list(pretrained[key].shape):
            print("mismatched:", key, state[key].shape, pretrained[key].shape)
            mismatched.append(key)
        else:
            with torch.no_grad():
                state[key].view(-1)[:] = pretrained[key].reshape(-1)
            loaded.append(key)
    for key in pretrained.keys():
        if key not in state.keys():
            print("unexpected:", key)
            unexpected.append(key)
    print(f"loaded {len(loaded)} of {len(state)}")
    loaded.sort()
    missing.sort()
    unexpected.sort()
    mismatched.sort()
    return LoadReport(loaded, missing, unexpected, mismatched)
