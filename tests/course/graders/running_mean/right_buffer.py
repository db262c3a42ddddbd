"""Fills a tensor from the front."""

import torch

PREDICT_1 = 0.75


def running_mean(values, momentum):
    means = torch.empty_like(values)
    for place in range(len(values)):
        before = means[place - 1] if place else 0.0
        means[place] = before * momentum + values[place] * (1 - momentum)
    return means
