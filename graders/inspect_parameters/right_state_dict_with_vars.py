"""The state dict with the tensors themselves: buffers are told by their class, shared ones by identity."""

import math

from torch.nn import Parameter

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model):
    first_names = {}
    for name, tensor in model.state_dict(keep_vars=True).items():
        if isinstance(tensor, Parameter):
            first_names.setdefault(tensor, name)
    table = []
    total = {True: 0, False: 0}
    for tensor, name in first_names.items():
        numel = math.prod(tensor.shape)
        total[tensor.requires_grad] += numel
        table.append((name, tuple(tensor.shape), numel, tensor.requires_grad))
    return table, sum(total.values()), total[True]
