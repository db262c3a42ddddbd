"""A module that stands at two positions has only the first of them, because everything goes through children(), which
lists every module once.

fails: a_module_that_is_there_twice_runs_twice
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
        return len(list(self.children()))

    def __iter__(self) -> Iterator[nn.Module]:
        return self.children()

    def __getitem__(self, index: int | slice) -> Any:
        return list(self.children())[index]

    def forward(self, x: Tensor) -> Tensor:
        for module in self:
            x = module(x)
        return x
