"""nn.EmbeddingBag: many ids in one row, cut into bags, and one vector for each bag.

Read the lesson `embedding_bag`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple: a shape, and a list of three strings.
PREDICT_1 = ...


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    """The sum, the mean or the maximum of the embeddings in each bag, as nn.EmbeddingBag returns it.

    weight: shape (V, D), of any floating dtype and layout: one row for each id from 0 to V - 1.
    input: the ids of all bags, one bag after the other; int64, shape (N,), N may be 0.
    offsets: where each bag begins; int64, shape (B,), B is 1 or more. The first one is 0, none is smaller than the one
        before it or larger than N.
    mode: "sum", "mean" or "max".
    Returns a tensor of shape (B, D) with the dtype and device of `weight`; gradients flow to `weight`. A bag without
    ids gives zeros. Changes no input.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.EmbeddingBag.html
    """
    # TODO: find where each bag ends, and reduce its rows to one.
    raise NotImplementedError
