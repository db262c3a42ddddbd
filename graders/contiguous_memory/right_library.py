"""PyTorch's own channel_shuffle, with the contract around it; it wants one dimension behind the channels."""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    shuffled = F.channel_shuffle(x.unsqueeze(-1), groups).squeeze(-1) if x.numel() else x
    return shuffled.contiguous()
