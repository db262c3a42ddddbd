"""Parity: does the exported model compute what the model computes?

Read the lesson `onnx_export_parity`, then complete the function and write down your predictions. Nothing needs onnx.
"""

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of four numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of strings.
PREDICT_2 = ...


def parity_gap(model: nn.Module, exported: Callable[[np.ndarray], np.ndarray], batches: Iterable[Tensor]) -> float:
    """The largest absolute difference between a model in eval mode and its exported form.

    model: takes one tensor and returns one. Each of its modules may be in a mode of its own and is in that mode again
        afterwards; parameters and buffers stay as they are.
    exported: takes one NumPy array and returns one, as `lambda x: session.run(None, {"x": x})[0]` does for a session of
        onnxruntime. It is called once for each batch.
    batches: any iterable of CPU tensors with at least one value each, float16 to float64, perhaps requiring grad; maybe
        none of them. They stay as they are, and both sides get the same numbers, even if the model's first layer works
        in place.
    Returns a float: the largest |model - exported| of all values of all batches, computed in float64; 0.0 without
    batches; nan if a difference is nan. Outputs of different shapes raise ValueError.
    See https://docs.pytorch.org/docs/stable/onnx.html
    """
    # TODO: ask both sides about every batch, with the model in the mode that is meant for inference.
    raise NotImplementedError
