"""The outputs are written into a tensor of the dtype of x. What comes out has the dtype that the module gives
it.

fails: the_module_decides_what_comes_out
"""

from collections.abc import Callable, Iterable

from torch import Tensor, nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])
PREFIX = "module."


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    start, sizes, output = 0, [], None
    for shard in x.chunk(n):
        found = module(shard)
        if output is None:
            output = x.new_zeros(len(x), *found.shape[1:])
        output[start : start + len(shard)] = found
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
