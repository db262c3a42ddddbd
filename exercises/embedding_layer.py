"""nn.Embedding: a table whose rows are looked up, and one row that does not learn.

Read the lesson `embedding_layer`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two: a list of two numbers, and a list of
# three such lists.
PREDICT_1 = ...


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    """The rows of `weight` that `idx` names, as nn.Embedding returns them.

    weight: shape (V, D), of any floating dtype and layout: one row for each id from 0 to V - 1.
    idx: ids, int64, of any shape, also 0-dimensional or empty.
    padding_idx: the id whose row receives a gradient of zero, from -V to V - 1; a negative one counts from the end.
    Returns a tensor of shape (*idx.shape, D) with the dtype and device of `weight`. Changes no input.
    Raises IndexError for an id of V or more; for extra points, for a negative id too.
    Rule: no embedding function of PyTorch may run.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html
    """
    # TODO: take the rows, and keep the gradient away from one of them.
    raise NotImplementedError
