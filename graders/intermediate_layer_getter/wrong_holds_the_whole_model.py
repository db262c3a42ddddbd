"""The getter has the whole model as an attribute, and with it every layer, also those that no feature needs.
An attribute that is a module is registered with all that is inside it.

fails: it_keeps_the_children_up_to_the_last_requested
"""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(nn.Module):
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        super().__init__()
        children = dict(model.named_children())
        unknown = [name for name in return_layers if name not in children]
        if unknown:
            raise ValueError(f"the model has no children {unknown}; it has {list(children)}")
        self.model = model
        self.return_layers = dict(return_layers)

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        out = {}
        for name, module in self.model.named_children():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
            if len(out) == len(self.return_layers):
                break
        return out
