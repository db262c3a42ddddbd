"""Whatever stands in the brackets is turned into a name: a slice, or -1, is never the name of a module. An integer is
a position.

fails: an_integer_is_a_position
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
        named = modules[0].items() if is_named else enumerate(modules)
        for name, module in named:
            self.add_module(str(name), module)

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[nn.Module]:
        return iter(self._modules.values())

    def __getitem__(self, index: int | slice) -> Any:
        return self._modules[str(index)]

    def forward(self, x: Tensor) -> Tensor:
        for module in self:
            x = module(x)
        return x
