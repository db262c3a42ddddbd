"""Computes the differences in NumPy, under a context manager for the modes."""

from contextlib import contextmanager

import numpy as np
import torch

PREDICT_1 = [0.1, 0.2, 1.1, 1.7]
PREDICT_2 = ["eval"]


@contextmanager
def evaluating(model):
    training = {m for m in model.modules() if m.training}
    try:
        yield model.eval()
    finally:
        for m in training:
            m.training = True


@torch.no_grad()
def parity_gap(model, exported, batches):
    worst = 0.0
    with evaluating(model):
        for x in batches:
            array = x.detach().cpu().numpy().copy()
            ours = model(x.detach().clone()).cpu().numpy().astype(np.float64)
            theirs = exported(array).astype(np.float64)
            if ours.shape != theirs.shape:
                raise ValueError("the outputs have different shapes")
            worst = np.maximum(worst, np.abs(ours - theirs).max())
    return float(worst)
