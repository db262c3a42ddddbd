"""The negative log-likelihood: pick one number per sample, negate it, and average with care.

Read the lesson `nll_loss`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A float.
PREDICT_1 = ...


def nll_loss(
    log_probs: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    """Minus the weighted entry of `log_probs` at each target, reduced.

    log_probs: shape (N, C) or (N, C, d1, d2, ...), any floating dtype and memory layout; classes are on dim 1.
    target: int64, shape (N,) or (N, d1, d2, ...); each entry is a class from 0 to C - 1, or `ignore_index`.
    weight: shape (C,) in the dtype of `log_probs`, one weight per class; without it every class weighs 1.
    ignore_index: targets of this value add nothing to the loss, to its average or to the gradient.
    reduction: "none" keeps a loss for every target, 0 where it is ignored; "sum" adds them; "mean" divides the sum
    by the sum of the weights of the targets that are kept, which is nan if there are none.
    Returns a tensor in the dtype of `log_probs`, of the shape of `target` for "none", else a scalar.
    Raises IndexError for a target that is neither a class nor `ignore_index`, ValueError for any other reduction.
    Gradients flow back to `log_probs`. Changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html
    """
    # TODO: pick, weigh, leave out what is ignored, reduce.
    raise NotImplementedError
