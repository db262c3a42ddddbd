"""The modules are registered, but in another container inside this one: its name stands in front of each of theirs, and
names that came in an OrderedDict are lost.

fails: every_module_is_registered_under_its_name
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from torch import Tensor, nn

PREDICT_1 = (3, 2, 4)


class MiniSequential(nn.Module):
    def __init__(self, *modules: Any) -> None:
        super().__init__()
        is_named = len(modules) == 1 and isinstance(modules[0], OrderedDict)
        layers = list(modules[0].values() if is_named else modules)
        if not all(isinstance(layer, nn.Module) for layer in layers):
            raise TypeError("only modules, please")
        self.layers = nn.ModuleList(layers)

    def __len__(self) -> int:
        return len(self.layers)

    def __iter__(self) -> Iterator[nn.Module]:
        return iter(self.layers)

    def __getitem__(self, index: int | slice) -> Any:
        return self.layers[index]

    def forward(self, x: Tensor) -> Tensor:
        for module in self:
            x = module(x)
        return x
