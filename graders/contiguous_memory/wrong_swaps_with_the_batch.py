"""With more than one image in the batch, channels of different images are mixed: the dimension that is
swapped with the channels is the batch. Dimension 0 stays where it is.

fails: every_image_of_the_batch_is_shuffled_alone
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    return x.reshape(n, groups, c // groups, *rest).transpose(0, 2).reshape(x.shape).contiguous()
