"""Mixed precision in one function: gradients that survive a float16 backward pass.

Read the lesson `mixed_precision_overview`, then complete the function and write down your prediction.
"""

from collections.abc import Iterable

import torch
from torch import Tensor

# What does the snippet "Predict" of the lesson evaluate to? A tuple of two pairs, each a dtype and a string such as
# "2.5e-03". Write a dtype such as torch.float64.
PREDICT_1 = ...


def scaled_gradients(loss: Tensor, parameters: Iterable[Tensor], scale: float = 65536.0) -> list[Tensor | None]:
    """The gradient of `loss` for each parameter, with the loss multiplied by `scale` during the backward pass.

    loss: a tensor with one number, float32 or float64, from a graph that may lead through float16.
    parameters: leaves that require grad, in any floating dtype; possibly none of them; any iterable, a generator too.
    scale: a power of two.
    Returns a list with one gradient for each parameter, of its shape, divided by scale; None where loss does not depend
    on it. The gradient of a float16 or bfloat16 parameter is converted to float32 before it is divided; the others
    keep their dtype. An inf or nan stays. Changes neither the parameters, nor their `.grad`, nor the loss.
    See https://docs.pytorch.org/docs/stable/amp.html#gradient-scaling
    """
    # TODO: multiply on the way in, divide on the way out.
    raise NotImplementedError
