"""Parameter groups: weight decay for weights, and for nothing else.

Read the lesson `optimizer_param_groups`, then complete the function and write down your prediction.
"""

from typing import Any

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two numbers and a list of strings.
PREDICT_1 = ...


def make_param_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """Two parameter groups for any optimizer of torch.optim: [decay, no_decay].

    model: any module; it stays as it is.
    weight_decay: 0 or more; the weight decay of the first group. That of the second is 0, whatever the optimizer's is.
    Returns two dicts with "params" and "weight_decay". A trainable parameter with two or more dimensions is in the
    first group: the weights of linear layers, convolutions and embeddings. One with fewer is in the second: biases,
    the weights of norm layers, single numbers. Both groups have the order of `model.parameters()`, and may be empty.
    A parameter that requires no gradient is in neither, and a shared one is listed once.
    See https://docs.pytorch.org/docs/stable/optim.html#per-parameter-options
    """
    # TODO: sort the trainable parameters by their number of dimensions.
    raise NotImplementedError
