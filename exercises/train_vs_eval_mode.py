"""Train mode and eval mode: a context manager that borrows a model and gives it back as it was.

Read the lesson `train_vs_eval_mode`, then complete the function and write down your predictions.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two bools.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of two numbers, rounded to two places.
PREDICT_2 = ...


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    """Hold a model in eval mode for the length of a `with` block.

        with evaluating(model) as m:
            prediction = m(x)

    model: any module; each module inside it may be in a mode of its own when the block begins.
    Inside the block every module is in eval mode. Yields `model` itself. Whether gradients are recorded is no business
    of this function: it stays as the caller has it, and so do all parameters and buffers.
    However the block ends, also by an exception, each module is back in the mode that it had before the block. The
    exception goes on to the caller. Blocks may be nested, also for the same model.
    Nothing happens before the block is entered.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.eval
    """
    # TODO: what happens before the block, the `yield`, and what happens after it.
    raise NotImplementedError
