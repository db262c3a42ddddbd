"""Only the requested layers are kept, and the layers between them no longer run.
To know what a layer computes, everything before it must run too.

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
            if name in return_layers:
                layers[name] = module
            wanted.discard(name)
            if not wanted:
                break
        super().__init__(layers)
        self.return_layers = dict(return_layers)

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
