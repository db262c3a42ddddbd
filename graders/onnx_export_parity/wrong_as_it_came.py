"""The layers are asked in the mode that they came in.
Batch norms in training mode use the statistics of this batch, and dropout draws at random; the exported form does
neither.

fails: the_model_is_asked_in_eval_mode
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
    try:
        for x in batches:
            x = x.detach()
            theirs = torch.as_tensor(exported(x.cpu().numpy()))
            with torch.no_grad():
                mine = model(x.clone()).cpu()
            if mine.shape != theirs.shape:
                raise ValueError(f"the model gives {tuple(mine.shape)}, its export {tuple(theirs.shape)}")
            gaps.append((mine.double() - theirs.double()).abs().max().item())
    finally:
        for module, training in modes:
            module.training = training
    return float(np.max(gaps))
