"""Which kinds of inputs each item of an exercise is tried on, so that an audit can ask for those that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.expected import Expectation
from tutor.judge.grader import Check, Draw
from tutor.judge.sentences import UNCHANGED

FAMILIES = (
    "contiguous",
    "strided",
    "empty",
    "one element",
    "float64",
    "float32",
    "float16",
    "bfloat16",
    "with gradient",
    "without gradient",
    "unchanged",
    "another device",
)
"""What every item that computes with tensors is tried on, or says why not."""
_DTYPES = {torch.float64: "float64", torch.float32: "float32", torch.float16: "float16", torch.bfloat16: "bfloat16"}


def families_by_item(expectation: Expectation) -> dict[str, list[str]]:
    """For each item that is given floating-point tensors, the families its cases belong to, in order."""
    found: dict[str, set[str]] = {}
    for check in expectation.folder.grader.checks:
        families = {family for tensor in _tensors_of(expectation, check) for family in _families_of(tensor)}
        if families or check.item in found:
            found.setdefault(check.item, set()).update(families)
    for check in expectation.folder.grader.checks:
        if check.item in found:
            found[check.item].update(_families_of_check(expectation, check))
    return {item: [family for family in FAMILIES if family in families] for item, families in found.items()}


def _tensors_of(expectation: Expectation, check: Check) -> Iterator[Tensor]:
    draw = Draw(expectation.seed, expectation.folder.lesson.id, check.id)
    for given in check.draw_cases(draw):
        yield from _tensors_in(list(given.inputs.values()))


def _tensors_in(value: Any) -> Iterator[Tensor]:
    if isinstance(value, Tensor) and value.is_floating_point():
        yield value
    elif isinstance(value, dict):
        yield from _tensors_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _tensors_in(entry)


def _families_of(tensor: Tensor) -> Iterator[str]:
    yield "contiguous" if tensor.is_contiguous() else "strided"
    if tensor.numel() < 2:
        yield "one element" if tensor.numel() else "empty"
    if tensor.dtype in _DTYPES:
        yield _DTYPES[tensor.dtype]
    yield "with gradient" if tensor.requires_grad else "without gradient"


def _families_of_check(expectation: Expectation, check: Check) -> Iterator[str]:
    if check.mode != "real":
        yield "another device"
    for number in expectation.plan.cases_of(check):
        result = expectation.reference[number]
        if isinstance(result, dict) and UNCHANGED in result and (check.agree is None or UNCHANGED in check.agree):
            yield "unchanged"
