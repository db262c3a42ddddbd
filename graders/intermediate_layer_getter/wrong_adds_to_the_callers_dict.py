"""The dict of the caller has new entries once the getter is built.
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
        wanted = set(return_layers)
        for name, module in children.items():
            layers[name] = module
            wanted.discard(name)
            if not wanted:
                break
        super().__init__(layers)
        for name in layers:
            return_layers.setdefault(name, None)
        self.return_layers = return_layers

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.items():
            x = module(x)
            if self.return_layers[name] is not None:
                out[self.return_layers[name]] = x
        return out
