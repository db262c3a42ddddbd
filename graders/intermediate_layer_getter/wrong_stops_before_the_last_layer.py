"""The last requested layer itself is missing: the walk stops one step too early.
The features of a layer are its output, so what comes before the layer is not enough.

fails: it_keeps_the_children_up_to_the_last_requested
"""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(nn.ModuleDict):
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        children = dict(model.named_children())
        unknown = [name for name in return_layers if name not in children]
        if unknown:
            raise ValueError(f"the model has no children {unknown}; it has {list(children)}")
        layers = {}
        wanted = set(return_layers)
        for name, module in children.items():
            wanted.discard(name)
            if not wanted:
                break
            layers[name] = module
        super().__init__(layers)
        self.return_layers = dict(return_layers)

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
