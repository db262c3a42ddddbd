"""The getter is a module without submodules: layers in a plain list or dict are not registered.
What is not registered has no parameters for the optimizer, no mode and no device.

fails: the_layers_are_the_models_own
"""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(nn.Module):
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        children = dict(model.named_children())
        unknown = [name for name in return_layers if name not in children]
        if unknown:
            raise ValueError(f"the model has no children {unknown}; it has {list(children)}")
        layers: list[tuple[str, nn.Module]] = []
        wanted = set(return_layers)
        for name, module in children.items():
            layers.append((name, module))
            wanted.discard(name)
            if not wanted:
                break
        super().__init__()
        self.layers = layers
        self.return_layers = dict(return_layers)

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.layers:
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
