"""The module is called once more than there are shards, to see what it returns. With a batch norm every call
leaves a trace.

fails: a_replica_sees_its_own_shard_alone
"""

from collections.abc import Callable, Iterable

from torch import Tensor, nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])
PREFIX = "module."


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    shards = x.chunk(n)
    first = module(shards[0])
    output = first.new_empty(len(x), *first.shape[1:])
    start, sizes = 0, []
    for shard in shards:
        output[start : start + len(shard)] = module(shard)
        start += len(shard)
        sizes.append(len(shard))
    return output, sizes


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    in_model, in_checkpoint = has_prefix(model.state_dict()), has_prefix(state_dict)
    if in_model and not in_checkpoint:
        state_dict = {PREFIX + name: tensor for name, tensor in state_dict.items()}
    elif in_checkpoint and not in_model:
        state_dict = {name[len(PREFIX) :]: tensor for name, tensor in state_dict.items()}
    model.load_state_dict(state_dict)


def has_prefix(names: Iterable[str]) -> bool:
    return all(name.startswith(PREFIX) for name in names)
