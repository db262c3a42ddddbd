"""A container of your own: what nn.Sequential does, written down once.

Read the lesson `sequential_container`, then complete the class and write down your prediction.
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of three integers.
PREDICT_1 = ...


class MiniSequential(nn.Module):
    """Modules that run one after the other, each on the output of the one before, like those of torch.nn.Sequential."""

    def __init__(self, *modules: Any) -> None:
        """Register the modules in the order in which they are given.

        modules: either any number of nn.Module, called "0", "1", ...; or one OrderedDict {name: nn.Module}, whose
            names are kept. The same module may come more than once.
        The keys of `state_dict()` begin with these names: "0.weight", "fc1.weight".
        Raises TypeError when something is not an nn.Module.
        """
        super().__init__()
        # TODO: register every module under its name.
        raise NotImplementedError

    def __len__(self) -> int:
        """How many modules run in one call."""
        # TODO: count them.
        raise NotImplementedError

    def __iter__(self) -> Iterator[nn.Module]:
        """The modules in the order in which they run."""
        # TODO: walk over them.
        raise NotImplementedError

    def __getitem__(self, index: int | slice) -> Any:
        """The module at a position, or a part of the container.

        index: a position, counted from the end when negative; or a slice.
        Returns the very module for a position. For a slice, returns a new container of the same class with these
        modules, not copies of them, under the names that they have here.
        Raises IndexError for a position that does not exist.
        """
        # TODO: look up by position; build a new container for a slice.
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Call the modules one after the other; an empty container returns x.

        x: whatever the first module takes.
        """
        # TODO: pass x through the modules.
        raise NotImplementedError
