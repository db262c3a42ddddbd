"""All modules have the mode that the model itself came in.
A frozen batch norm inside it is awake again.

fails: the_model_is_given_back
"""

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, nn

PREDICT_1 = [0.1, 0.2, 1.1, 1.7]
PREDICT_2 = ["eval"]


def parity_gap(model: nn.Module, exported: Callable[[np.ndarray], np.ndarray], batches: Iterable[Tensor]) -> float:
    training = model.training
    gaps = [0.0]
    model.eval()
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
        model.train(training)
    return float(np.max(gaps))
