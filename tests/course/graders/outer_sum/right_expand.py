"""Lays the first vector out to the whole table first."""

import torch


def outer_sum(a, b):
    columns = a.unsqueeze(1).expand(len(a), len(b))
    return torch.add(columns, b)
