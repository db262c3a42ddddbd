"""Turns a grader, a seed and a device into the cases of one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor

from tutor.judge.grader import Check, Draw, Given
from tutor.judge.loader import GraderFolder
from tutor.observation import encode_inputs
from tutor.sandbox.run import PREDICTIONS


@dataclass(frozen=True)
class PlannedCase:
    """One case of one check; the predictions of a lesson are read in a case without a check."""

    check: Check | None
    call: str
    size: int
    """How many numbers go in: the smallest failing case is the one to show."""


@dataclass(frozen=True)
class Plan:
    """The cases of one run, and the request that carries them to the hand-in, without a hand-in in it."""

    cases: tuple[PlannedCase, ...]
    request: dict[str, Any]
    raw: bytes

    def cases_of(self, check: Check | None) -> list[int]:
        return [number for number, case in enumerate(self.cases) if case.check is check]


def make_plan(folder: GraderFolder, seed: int, device: str, only: tuple[Check, ...] | None = None) -> Plan:
    """Draw every case of a lesson for one device; `only` restricts it to some checks, with the same inputs."""
    cases: list[PlannedCase] = []
    wire: list[dict[str, Any]] = []
    inputs: list[dict[str, Any]] = []
    if folder.grader.predictions and only is None and device == "cpu":
        names = [prediction.name for prediction in folder.grader.predictions]
        cases.append(PlannedCase(None, "", 0))
        wire.append({"probe": PREDICTIONS, "names": names, "seed": 0})
        inputs.append({})
    for check in folder.grader.checks if only is None else only:
        if device != "cpu" and not check.on_cuda:
            continue
        draw = Draw(seed, folder.lesson.id, check.id)
        for given in check.draw_cases(draw):
            cases.append(PlannedCase(check, _call_text(given), _size(given.inputs)))
            wire.append({"probe": check.probe, "device": device, "mode": check.mode, "seed": draw.seed % (1 << 31)})
            inputs.append(given.inputs)
    node, raw = encode_inputs(inputs)
    for case, encoded in zip(wire, node["list"], strict=True):
        case["inputs"] = encoded
    return Plan(tuple(cases), {"probe": folder.probe, "cases": wire}, raw)


def _size(value: Any) -> int:
    if isinstance(value, Tensor):
        return value.numel()
    if isinstance(value, dict):
        return sum(_size(entry) for entry in value.values())
    if isinstance(value, list | tuple):
        return sum(_size(entry) for entry in value)
    return 1


def _call_text(given: Given) -> str:
    """The call, and the shape and dtype of each tensor that its text names."""
    tensors = [
        f"{name} {tuple(value.shape)} {str(value.dtype).removeprefix('torch.')}"
        for name, value in given.inputs.items()
        if isinstance(value, Tensor)
    ]
    between = "; " if ", where " in given.call else "  with "
    return f"{given.call}{between}{', '.join(tensors)}" if tensors else given.call
