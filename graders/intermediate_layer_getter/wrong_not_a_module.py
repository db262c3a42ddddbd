"""The getter is an ordinary class, so `to`, `eval`, `parameters` and `state_dict` do not exist on it.
A part of a network is a module itself.

fails: the_layers_are_the_models_own
"""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter:
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        children = dict(model.named_children())
        unknown = [name for name in return_layers if name not in children]
        if unknown:
            raise ValueError(f"the model has no children {unknown}; it has {list(children)}")
        layers = {}
        wanted = set(return_layers)
        for name, module in children.items():
            layers[name] = module
            wanted.discard(name)
            if not wanted:
                break
        self.layers = layers
        self.return_layers = dict(return_layers)

    def __call__(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.layers.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
