"""Half precision for inference: two bytes for a weight, and four where it matters.

Read the lesson `half_precision_inference`, then complete both functions and write down your predictions.
"""

import torch
from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple: True or False, then three dtypes.
# Write a dtype such as torch.float64.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A string, such as "torch.float64" or "ValueError".
PREDICT_2 = ...


def half_except_norms(model: nn.Module, dtype: torch.dtype = torch.float16) -> nn.Module:
    """Convert a model to a smaller floating dtype, in place, but for its normalization layers.

    model: any module; it may itself be a norm, or hold tensors of its own.
    dtype: a floating dtype, what floating parameters and buffers become; integer, bool and complex ones stay.
    The parameters and buffers of a BatchNorm1d, BatchNorm2d, BatchNorm3d, LayerNorm or GroupNorm stay exactly as they
    are; so do those of classes derived from these. Other layers that normalize are converted.
    Returns `model`. Each Parameter stays the same object, with the same requires_grad; each buffer is saved if it was;
    each module keeps its mode.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.to
    """
    # TODO: visit every module, and convert what it holds itself unless it is a norm.
    raise NotImplementedError


def model_bytes(model: nn.Module) -> int:
    """The bytes that the elements of all parameters and buffers take.

    model: any module, with tensors of any dtype. Buffers with persistent=False count too, gradients do not.
    A parameter or buffer that sits in several places counts once.
    See https://docs.pytorch.org/docs/stable/generated/torch.Tensor.element_size.html
    """
    # TODO: go over parameters and buffers, and add up elements times bytes.
    raise NotImplementedError
