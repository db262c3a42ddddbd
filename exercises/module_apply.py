"""Module.apply: one function, carried to every module of a model.

Read the lesson `module_apply`, then complete the function and write down your predictions.
"""

from collections.abc import Callable

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A list of five strings.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A number.
PREDICT_2 = ...


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    """Call `fn` on every module inside `module`, and on `module` itself.

    module: any module; its children are what `module.children()` hands out. It may have none.
    fn: called with one module at a time. What it returns is ignored; what it raises is not caught.
    The children of a module, in their order, come before the module itself, at every depth. A module that sits in two
    parents is visited once for each of them.
    Returns `module`, the same object.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.apply
    """
    # TODO: visit what is inside, then the module itself.
    raise NotImplementedError
