"""Only the first image of the batch is shuffled, or the batch is too small for it. Every image is.

fails: every_image_of_the_batch_is_shuffled_alone
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    output = x.clone()
    output[:1] = x[:1].reshape(1, groups, c // groups, *rest).transpose(1, 2).reshape(1, c, *rest)
    return output
