"""Intermediate features: a wrapper that runs a network up to a layer and hands out what it computed on the way.

Read the lesson `intermediate_layer_getter`, then complete the class and write down your predictions.
"""

from typing import Any

from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two lists of strings.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of two numbers.
PREDICT_2 = ...


class IntermediateLayerGetter(nn.Module):
    """The features of some layers of a model, by new names.

    After torchvision's private torchvision.models._utils.IntermediateLayerGetter. Any kind of nn.Module will do as the
    base class; change it if another one makes the work easier.
    """

    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        """Keep the children of `model` up to the last requested one, under their own names.

        model: its direct children run one after the other, in the order of `named_children()`.
        return_layers: {name of a direct child: name of its features in the output}; the order says nothing. The dict
            belongs to the caller and stays as it is.
        The kept children are the model's own modules, and `state_dict()` has the keys it has in the model.
        Raises ValueError when a name is not that of a direct child ("layer1.0" is not one).
        """
        super().__init__()
        # TODO: check the names, then register the children that are needed.
        raise NotImplementedError

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        """Run the kept children in order and collect the requested features.

        x: whatever the first child takes.
        Returns {new name: output of that child}, in the order in which the children run. Each child is called
        once, and gradients flow from the features back to `x` and to the parameters.
        """
        # TODO: pass x through the children and note down the requested outputs.
        raise NotImplementedError
