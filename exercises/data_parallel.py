"""What DataParallel does with a batch, and with the names in a checkpoint.

Read the lesson `data_parallel`, then complete the functions and write down your prediction.
"""

from collections.abc import Callable

from torch import Tensor, nn

# What does the snippet "Predict" of the lesson evaluate to? A tuple of two lists of integers.
PREDICT_1 = ...


def replicate_forward(module: Callable[[Tensor], Tensor], x: Tensor, n: int) -> tuple[Tensor, list[int]]:
    """The forward pass of nn.DataParallel on n devices, one shard after the other on the device of x.

    module: a model or any other function; it takes a batch (b, ...) and returns a tensor (b, ...), often of another
        shape and dtype. It is called once for each shard, and only with shards.
    x: shape (B, ...) with B of 1 or more, in any dtype and layout. Changes nothing in it.
    n: 1 or more. Shards are consecutive rows of x, and as large as those of `torch.chunk`: all of them ceil(B / n)
        rows, but for the last one, which may be smaller. There may be fewer than n shards, and none is empty.
    Returns the outputs for all rows of x, in the order of x, and the number of rows of each shard. Gradients flow to x
    and to the parameters of `module` itself.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.DataParallel.html
    """
    # TODO: scatter the rows, call the module for each shard, and gather the outputs.
    raise NotImplementedError


def load_flexible(model: nn.Module, state_dict: dict[str, Tensor]) -> None:
    """Load a checkpoint, whether or not the model, or the one it was saved from, is wrapped in nn.DataParallel.

    Names in the state dict of a wrapped model begin with "module.", all of them. When every name of one side begins
    so, and not every name of the other, this first "module." is taken off the names of the checkpoint or put in front
    of them, whatever the model needs. No layer is called `module` and is the only one of its network.

    model: changed in place; it keeps its parameters, with their dtypes and devices, and shares no memory with the
        checkpoint.
    state_dict: in any order; keeps its names and values.
    Raises RuntimeError, as `model.load_state_dict` does, when a name is then missing or unknown, or a shape disagrees.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict
    """
    # TODO: decide on which side the prefix is, rename a copy, and load it strictly.
    raise NotImplementedError
