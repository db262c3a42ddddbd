"""A matrix with a row per channel, lerp_ and rsqrt."""

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
    rows = x.transpose(0, 1).reshape(x.shape[1], -1).to(running_mean.dtype)
    if training:
        if rows.shape[1] == 1:
            raise ValueError("Expected more than 1 value per channel when training")
        mean, var = rows.mean(1), rows.var(1, unbiased=False)
        running_mean.lerp_(mean.detach(), momentum)
        running_var.lerp_(rows.detach().var(1), momentum)
    else:
        mean, var = running_mean, running_var
    rows = (rows - mean[:, None]) * ((var + eps).rsqrt() * weight)[:, None] + bias[:, None]
    return rows.to(x.dtype).reshape(x.shape[1], len(x), *x.shape[2:]).transpose(0, 1)
