"""Named steps: unflatten, transpose, contiguous, view."""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    in_groups = x.unflatten(1, (groups, -1))
    swapped = in_groups.movedim(1, 2).contiguous()
    return swapped.view(x.shape)
