"""The trees of PyTorch, whose leaves are whatever is no container."""

from torch import Tensor
from torch.utils._pytree import tree_map

PREDICT_1 = [False, False]


def can_pin(thing):
    return hasattr(thing, "pin_memory")


def pin_batch(batch, fn):
    def leaf(thing):
        if isinstance(thing, Tensor):
            return fn(thing)
        return thing.pin_memory() if can_pin(thing) else thing

    return tree_map(leaf, batch, is_leaf=can_pin)
