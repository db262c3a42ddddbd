"""Names in a Sequential: take layers out by name, and let the others keep theirs.

Read the lesson `sequential_naming`, then complete the function and write down your predictions.
"""

from collections import OrderedDict

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of a bool and a string.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of strings.
PREDICT_2 = ...


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    """A new nn.Sequential with all the layers of `model` except the named ones.

    names: names of layers directly in `model`, such as "conv1", or "0" where the layers have no other names; any
        number of them, also none.
    The layers that stay are the very modules of `model`, in their order, under their names there; one module may be
    there under several names. `model` itself keeps all of its layers.
    Raises KeyError for a name that no layer directly in `model` has ("block.0" is not one).
    """
    # TODO: build a container from what is left.
    raise NotImplementedError
