"""An nn.BatchNorm layer that borrows the caller's tensors."""

from torch import Tensor, nn

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
    if training and x.numel() == x.shape[1]:
        raise ValueError("one value per channel")
    layer = nn.BatchNorm1d(x.shape[1], eps=eps, momentum=momentum, affine=False, device="meta")
    layer.running_mean, layer.running_var = running_mean, running_var
    layer.num_batches_tracked = None
    layer.train(training)
    flat = layer(x.flatten(2)) if x.dim() > 2 else layer(x)
    like = [-1] + [1] * (x.dim() - 2)
    return (flat.reshape(x.shape) * weight.reshape(like) + bias.reshape(like)).to(x.dtype)
