"""A helper class that gives each parameter the data of a fresh copy, with `.data`, and registers buffers anew."""

from collections.abc import Mapping
from typing import NamedTuple

from torch import Tensor, nn

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list[str]
    missing: list[str]
    unexpected: list[str]
    mismatched: list[str]


class Slot:
    """The place of one tensor in a model."""

    def __init__(self, model: nn.Module, path: str) -> None:
        owner, _, self.name = path.rpartition(".")
        self.module = model.get_submodule(owner)
        self.tensor: Tensor = getattr(self.module, self.name)

    def fits(self, values: Tensor) -> bool:
        return self.tensor.size() == values.size()

    def fill(self, values: Tensor) -> None:
        fresh = values.detach().to(device=self.tensor.device, dtype=self.tensor.dtype, copy=True)
        if isinstance(self.tensor, nn.Parameter):
            self.tensor.data = fresh
        else:
            self.module.register_buffer(self.name, fresh)


def load_matching(model: nn.Module, pretrained: Mapping[str, Tensor]) -> LoadReport:
    slots = {path: Slot(model, path) for path in model.state_dict()}
    common = sorted(filter(pretrained.__contains__, slots))
    loaded = [path for path in common if slots[path].fits(pretrained[path])]
    for path in loaded:
        slots[path].fill(pretrained[path])
    return LoadReport(
        mismatched=[path for path in common if path not in loaded],
        unexpected=sorted(set(pretrained).difference(slots)),
        missing=sorted(set(slots).difference(pretrained)),
        loaded=loaded,
    )
