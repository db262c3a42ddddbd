"""Hooks put on the layers for good, an error class of its own, and a call that stops when everything is collected."""

from functools import partial
from typing import Any

from torch import Tensor
from torch.nn import Module

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class NoSuchLayer(ValueError):
    pass


class IntermediateLayerGetter(Module):
    def __init__(self, model: Module, return_layers: dict[str, Any]) -> None:
        super().__init__()
        known = dict(model.named_children())
        if set(return_layers) - set(known):
            raise NoSuchLayer(*sorted(set(return_layers) - set(known)))
        self._seen: dict[Any, Tensor] = {}
        self._amount = len(return_layers)
        remaining = list(return_layers.items())
        for name, layer in known.items():
            if not remaining:
                break
            self.register_module(name, layer)
            for pair in [pair for pair in remaining if pair[0] == name]:
                layer.register_forward_hook(partial(self._keep, pair[1]))
                remaining.remove(pair)

    def _keep(self, new_name: Any, _layer: Module, _inputs: Any, output: Tensor) -> None:
        self._seen[new_name] = output

    def forward(self, *inputs: Tensor) -> dict[Any, Tensor]:
        self._seen = {}
        for layer in self.children():
            inputs = (layer(*inputs),)
            if len(self._seen) == self._amount:
                break
        return self._seen
