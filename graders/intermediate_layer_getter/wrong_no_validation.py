"""A name that no child has is accepted, although its features can never be computed.
A typo in a name should stop the program where the getter is built, long before training.

fails: an_unknown_name_is_refused
"""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(nn.ModuleDict):
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        children = dict(model.named_children())
        layers = {}
        wanted = set(return_layers)
        for name, module in children.items():
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
