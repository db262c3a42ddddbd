"""detach(): the same numbers without their history, so that a gradient takes one path and not another.

Read the lesson `detach`, then complete both functions and write down your predictions.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of two numbers or None, twice, in a tuple.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? (True, False or a list, a list of three numbers).
PREDICT_2 = ...


def ste_round(x: Tensor) -> Tensor:
    """Round as torch.round does, and let the gradient through as if nothing had been rounded.

    x: any shape, any floating dtype, finite values.
    Returns a tensor like x; the gradient that arrives at it reaches x unchanged. Does not change x.
    Source: "straight-through estimator", https://arxiv.org/abs/1308.3432
    """
    # TODO: which part of the result may carry a gradient, and which is to count as a constant?
    raise NotImplementedError


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    """The loss of SimSiam (Chen and He 2020, https://arxiv.org/abs/2011.10566) for two views of the same images.

    loss = -1/2 * (cos(p1, z2) + cos(p2, z1)), each cosine taken along the features and averaged over the batch.

    p1, p2: what the predictor says about views 1 and 2, (batch, features), floating.
    z1, z2: what the encoder says, same shape and dtype; they are targets, so no gradient goes back through them here.
    Returns a scalar in the dtype of the inputs. Changes none of them: neither values nor requires_grad.
    """
    # TODO: two cosine similarities, each with a constant on one side.
    raise NotImplementedError
