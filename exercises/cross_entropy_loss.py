"""The cross entropy of scores and classes: log-softmax and negative log-likelihood in one, with label smoothing.

Read the lesson `cross_entropy_loss`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of three floats, rounded to four places.
PREDICT_1 = ...


def cross_entropy(logits: Tensor, target: Tensor, label_smoothing: float = 0.0, ignore_index: int = -100) -> Tensor:
    """The mean cross entropy between the softmax of `logits` and smoothed targets.

    logits: scores of shape (N, C) or (N, C, d1, d2, ...), any floating dtype and memory layout; classes are on dim 1.
    target: int64, shape (N,) or (N, d1, d2, ...); each entry is a class from 0 to C - 1, or `ignore_index`.
    label_smoothing: the share, from 0 to 1, of each target that is spread evenly over all C classes
        (Szegedy et al. 2015, https://arxiv.org/abs/1512.00567, section 7).
    ignore_index: targets of this value add nothing to the loss, to its average or to the gradient.
    Returns a scalar in the dtype of `logits`: the mean over the targets that are kept, nan if there are none.
    It is finite wherever the logits are, however large. Gradients flow back to `logits`. Changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
    """
    # TODO: log-probabilities first; then blend the two parts of each loss, and average what is kept.
    raise NotImplementedError
