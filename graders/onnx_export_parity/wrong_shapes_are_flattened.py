"""Outputs of different shapes are compared in their flat order.
The same count of values is not the same shape.

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
            gaps.append((mine.double().flatten() - theirs.double().flatten()).abs().max().item())
    finally:
        for module, training in modes:
            module.training = training
    return float(np.max(gaps))
