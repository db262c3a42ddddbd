"""The dict of the caller has lost the names of the requested layers, and none of them is left for the forward pass.
An argument is only borrowed, and the caller reads it again afterwards.

fails: the_callers_dict_is_left_alone
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
        for name, module in children.items():
            layers[name] = module
            if name in return_layers:
                del return_layers[name]
            if not return_layers:
                break
        super().__init__(layers)
        self.return_layers = return_layers

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
