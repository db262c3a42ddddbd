"""Publishes the hand-in as a local hub repository, and loads it from another folder as a user would."""

import copy
import importlib.util
import linecache
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any
from unittest.mock import patch

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations

NAME = "tiny_mlp"


class Parcel:
    """What makes an ordinary state dict when it is unpickled, by running a function."""

    def __init__(self, state: dict[str, Tensor]) -> None:
        self.state = state

    def __reduce__(self) -> Any:
        return copy.copy, (self.state,)


@contextmanager
def published(hand_in: HandIn, state: Any = None, device: str = "cpu") -> Iterator[str]:
    """A hub repository with the hand-in as its hubconf.py; the current folder is another one.

    Its tiny.pt, if any, says of its tensors that they were on `device`.
    """
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as elsewhere:
        source = "".join(linecache.getlines(hand_in.__file__))
        Path(folder, "hubconf.py").write_text(source, encoding="utf-8")
        if state is not None:
            with patch("torch.serialization.location_tag", lambda storage: device):
                torch.save(state, Path(folder, "tiny.pt"))
        os.chdir(elsewhere)
        try:
            with lines_told_apart(hand_in.__file__):
                yield folder
        finally:
            os.chdir(before)


@contextmanager
def lines_told_apart(file: str) -> Iterator[None]:
    """Let a traceback through hubconf.py name the lines of the learner's own file, whose copy it is."""
    compiled = SourceFileLoader.source_to_code

    def named(loader: Any, data: Any, path: Any, **options: Any) -> Any:
        return compiled(loader, data, file if os.path.basename(path) == "hubconf.py" else path, **options)

    with patch.object(SourceFileLoader, "source_to_code", named):
        yield


def loaded(folder: str, case: Case) -> Any:
    return torch.hub.load(folder, NAME, *case.positional, source="local", **case.options)


def in_words(model: Any) -> str:
    """What the entry point gave back, as a learner would say it."""
    if isinstance(model, nn.Module):
        return "a module"
    return f"not a module but a {type(model).__name__}"


def built(hand_in: HandIn, case: Case) -> Observations:
    """What hub returns."""
    with published(hand_in, case.state) as folder:
        model = loaded(folder, case)
    seen = {"what hub.load returns": in_words(model)}
    if isinstance(model, nn.Module):
        seen["sizes"] = {name: list(tensor.shape) for name, tensor in model.state_dict().items()}
    return seen


def output(hand_in: HandIn, case: Case) -> Observations:
    """What the model computes once it has the weights of the case."""
    with published(hand_in) as folder:
        model = loaded(folder, case)
    model.load_state_dict(case.state)
    return {"output": model(case.x)}


def pretrained(hand_in: HandIn, case: Case) -> Observations:
    """The weights of the model that hub returns for a folder with a checkpoint."""
    with published(hand_in, case.state) as folder:
        before = os.getcwd()
        weights = loaded(folder, case).state_dict()
        left = "as before" if os.getcwd() == before else "another one"
        return {"weights": weights, "current folder afterwards": left}


def from_a_gpu(hand_in: HandIn, case: Case) -> Observations:
    """As above, with a checkpoint that says of its tensors that they were on a GPU that is not here."""
    with published(hand_in, case.state, device="cuda:99") as folder:
        return {"weights": loaded(folder, case).state_dict()}


def parcel(hand_in: HandIn, case: Case) -> Observations:
    """As above, with a checkpoint that runs a function when it is unpickled."""
    with published(hand_in, Parcel(case.state)) as folder:
        return {"weights": loaded(folder, case).state_dict()}


def untrained(hand_in: HandIn, case: Case) -> Observations:
    """Two models that are not pretrained, from a folder that has a checkpoint."""
    with published(hand_in, case.state) as folder:
        one, two = (loaded(folder, case)[0].weight for _ in range(2))
    return {
        "weights are those of tiny.pt": torch.equal(one, case.state["0.weight"]),
        "two models have the same weights": torch.equal(one, two),
        "weights of one model are all the same": bool((one == one[0, 0]).all()),
    }


def twice(hand_in: HandIn, case: Case) -> Observations:
    """Two calls of the entry point of one imported hubconf."""
    with published(hand_in) as folder:
        entry = getattr(imported(folder), NAME)
        one, two = entry(), entry()
    return {"the second call returns": "the same model again" if one is two else "another model"}


def imported(folder: str) -> Any:
    """The hubconf as a module."""
    spec = importlib.util.spec_from_file_location("hubconf", os.path.join(folder, "hubconf.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(hand_in: HandIn, case: Case) -> Observations:
    """What the file says about itself."""
    with published(hand_in) as folder:
        module = imported(folder)
    needs = getattr(module, "dependencies", ())
    public = [name for name, value in vars(module).items() if callable(value) and not name.startswith("_")]
    return {
        "torch is in dependencies": "torch" in needs,
        "torch.hub.help has something to show": bool((getattr(module, NAME).__doc__ or "").strip()),
        "entry points": sorted(public),
    }
