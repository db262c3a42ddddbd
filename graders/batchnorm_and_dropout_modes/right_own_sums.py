"""Sums over all dimensions but the channels, with keepdim, and the statistics written through .data."""

from torch import Tensor

PREDICT_1 = [0.0, 4.0]
PREDICT_2 = [2.0, 4.0, 6.0]


def batch_norm(
    x: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    weight: Tensor,
    bias: Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    dims = tuple(d for d in range(x.ndim) if d != 1)
    wide = x.double()
    like = (1, -1) + (1,) * (x.ndim - 2)
    if training:
        n = x.numel() / x.shape[1]
        if n <= 1:
            raise ValueError(f"Expected more than 1 value per channel when training, got {tuple(x.shape)}")
        mean = wide.sum(dims, keepdim=True) / n
        centred = wide - mean
        squares = (centred**2).sum(dims, keepdim=True)
        normal = centred * (squares / n + eps) ** -0.5
        running_mean.data.mul_(1 - momentum).add_(mean.data.flatten() * momentum)
        running_var.data.mul_(1 - momentum).add_(squares.data.flatten() / (n - 1) * momentum)
    else:
        normal = (wide - running_mean.view(like)) / (running_var.view(like) + eps).sqrt()
    return (normal * weight.view(like) + bias.view(like)).to(x.dtype)
