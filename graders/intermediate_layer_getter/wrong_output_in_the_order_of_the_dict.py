"""The output follows the order in which the names were requested.
Code that walks through the features expects them as the network makes them, from the first layer to the last.

fails: the_order_of_the_dict_says_nothing
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
        self.return_layers = dict(return_layers)

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        computed = {}
        for name, module in self.items():
            x = module(x)
            computed[name] = x
        return {new_name: computed[name] for name, new_name in self.return_layers.items()}
