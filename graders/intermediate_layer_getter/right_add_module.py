"""A plain nn.Module: the position of the last layer first, then add_module, getattr in forward."""

from typing import Any

from torch import Tensor, nn

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


def position_of_last(names: list[str], requested: dict[str, Any]) -> int:
    try:
        return max(names.index(name) for name in requested)
    except ValueError:
        raise ValueError(f"{list(requested)} is not a subset of {names}") from None


class IntermediateLayerGetter(nn.Module):
    def __init__(self, model: nn.Module, return_layers: dict[str, Any]) -> None:
        super().__init__()
        names = [name for name, _ in model.named_children()]
        self.kept = names[: position_of_last(names, return_layers) + 1]
        for name in self.kept:
            self.add_module(name, getattr(model, name))
        self.new_names = return_layers.copy()

    def forward(self, x: Tensor) -> dict[Any, Tensor]:
        collected: list[tuple[Any, Tensor]] = []
        for name in self.kept:
            x = getattr(self, name)(x)
            if name in self.new_names:
                collected.append((self.new_names[name], x))
        return dict(collected)
