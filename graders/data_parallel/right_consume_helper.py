"""split by the rounded-up size into a tuple of sizes; PyTorch's own helper on a copy of the state dict."""

from collections import OrderedDict

import torch
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])


def replicate_forward(module, x, n):
    shards = torch.split(x, (x.size(0) + n - 1) // n, dim=0)
    return torch.concat([module(s) for s in shards], 0), tuple(s.size(0) for s in shards)


def load_flexible(model, state_dict):
    state = OrderedDict(state_dict)
    names = list(model.state_dict())
    if all(name.startswith("module.") for name in state):
        consume_prefix_in_state_dict_if_present(state, "module.")
    if all(name.startswith("module.") for name in names):
        state = OrderedDict(("module." + name, tensor) for name, tensor in state.items())
    model.load_state_dict(state)
