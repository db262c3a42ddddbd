"""One rule for a whole model: the initialization of DCGAN.

Read the lesson `weight_initialization`, then complete the function and write down your prediction.
"""

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of strings.
PREDICT_1 = ...


def init_weights(model: nn.Module) -> nn.Module:
    """Initialize the convolutions and batch norms of a model, in place, as DCGAN does.

    model: any module, of any floating dtype, on any device; it may be a single layer.
    Convolutions of every kind: the weight from N(0, 0.02), where 0.02 is the standard deviation; a bias becomes 0.
    Batch norms of every kind: the weight, if there is one, from N(1, 0.02); the bias becomes 0.
    All other parameters and all buffers keep their values. No parameter is replaced, unfrozen or frozen.
    Returns the same model.
    Source: Radford et al. 2015, section 4 (https://arxiv.org/abs/1511.06434), and PyTorch's DCGAN tutorial.
    """
    # TODO: go through the model, and give each layer what its kind asks for.
    raise NotImplementedError
