"""Outputs of different shapes are compared with each other's repetitions.
A missing dimension is a difference, and broadcasting hides it.

fails: outputs_of_other_shapes_raise
"""

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, nn

PREDICT_1 = [0.1, 0.2, 1.1, 1.7]
PREDICT_2 = ["eval"]


def parity_gap(model: nn.Module, exported: Callable[[np.ndarray], np.ndarray], batches: Iterable[Tensor]) -> float:
    modes = [(module, module.training) for module in model.modules()]
    gaps = [0.0]
    model.eval()
    try:
        for x in batches:
            x = x.detach()
            theirs = torch.as_tensor(exported(x.cpu().numpy()))
            with torch.no_grad():
                mine = model(x.clone()).cpu()
            gaps.append((mine.double() - theirs.double()).abs().max().item())
    finally:
        for module, training in modes:
            module.training = training
    return float(np.max(gaps))
