"""How large the signal is after each layer: the number that a good initialization keeps steady.

Read the lesson `weight_init_variance`, then complete the function and write down your prediction.
"""

from collections.abc import Sequence

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of three integers.
PREDICT_1 = ...


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    """The root mean square of the signal after each ReLU layer.

    x: (batch, features), floating point; at least one example and one feature.
    weights: one tensor (out, in) for each layer, in order, of the dtype of x; the first has in = features.
    A layer is relu(h @ w.T), without a bias; the root mean square is sqrt(mean(h ** 2)) over all entries.
    Returns a plain float for each layer, in order; an empty list when there is no layer. Changes nothing it is given.
    Source: the variance argument of He et al. 2015, section 2.2 (https://arxiv.org/abs/1502.01852).
    """
    # TODO: send x through the layers, and write one number down after each.
    raise NotImplementedError
