"""Modules and functions: a layer whose module keeps the state and whose functions do the work.

Read the lesson `nn_module_vs_functional`, then complete the class and write down your prediction.
"""

import torch.nn.functional as F
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of three numbers.
PREDICT_1 = ...


class Projection(nn.Module):
    """Centre the inputs, project them linearly, and drop some of the results while training."""

    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        """Keep the three kinds of state.

        mean: (in_features,), floating; what is subtracted from every input. It is a buffer called "mean".
        out_features: how many values come out; with the mean it gives the two parameters, "weight" of shape
            (out_features, in_features) and "bias" of shape (out_features,). They have the dtype and the device of
            `mean`; their first values are up to you.
        p: the probability that a value is dropped, from 0 to 1.
        """
        super().__init__()
        # TODO: register what is trained, what is only saved, and keep p.
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """(x - mean) times the transposed weight, plus bias; then dropout.

        x: (..., in_features), in the dtype of the parameters; it is not changed.
        Returns (..., out_features). In training mode every value is 0 with probability p and divided by 1 - p
        otherwise; in eval mode every value is kept as it is.
        """
        # TODO: call functions, and tell them everything they cannot know.
        raise NotImplementedError
