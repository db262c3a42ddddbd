"""z1 and z2 are changed: they were normalised in place through a detached tensor, which shares their memory.

fails: all_four_inputs_are_left_alone
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x + (x.round() - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    t1, t2 = z1.detach(), z2.detach()
    for target in (t1, t2):
        target /= target.norm(dim=1, keepdim=True).clamp(min=1e-6)
    return -(F.cosine_similarity(p1, t2, dim=1).mean() + F.cosine_similarity(p2, t1, dim=1).mean()) / 2
