"""How much more than the usual tolerance a device needs, told by what the reference itself does on it and elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch

from tutor.judge.compare import EXACT, TOLERANCES
from tutor.judge.grader import Tolerance
from tutor.observation import NamedTupleObservation, TensorObservation

SAFETY = 4.0
"""How many times the reference's own difference between two devices a hand-in's may be."""
LARGEST_SLACK = 10.0
"""A difference that would ask for more is no rounding, such as random numbers of another generator."""


def with_slack(here: Any, elsewhere: Any) -> Any:
    """An expected observation whose tensors allow for what the reference does differently on another device."""
    match here, elsewhere:
        case TensorObservation(), TensorObservation():
            slack = SAFETY * share_of_tolerance(here, elsewhere)
            return replace(here, slack=min(max(1.0, slack), LARGEST_SLACK))
        case dict(), dict():
            return {name: with_slack(value, elsewhere.get(name)) for name, value in here.items()}
        case (list(), list()) | (tuple(), tuple()) if len(here) == len(elsewhere):
            return type(here)(with_slack(one, other) for one, other in zip(here, elsewhere, strict=True))
        case NamedTupleObservation(), NamedTupleObservation() if here.fields == elsewhere.fields:
            pairs = zip(here.values, elsewhere.values, strict=True)
            return replace(here, values=tuple(with_slack(one, other) for one, other in pairs))
    return here


def share_of_tolerance(one: TensorObservation, other: TensorObservation, tolerance: Tolerance | None = None) -> float:
    """The largest difference between two tensors, as a share of what the tolerance of their dtype allows."""
    limit = tolerance or TOLERANCES.get(one.data.dtype, EXACT)
    if limit == EXACT or one.data.shape != other.data.shape or one.data.numel() == 0:
        return 0.0
    wide = torch.complex128 if one.data.is_complex() else torch.float64
    mine, theirs = one.data.to(wide), other.data.to(wide)
    share = (mine - theirs).abs() / (limit.atol + limit.rtol * mine.abs())
    return float(torch.where(mine == theirs, 0.0, share).nan_to_num(nan=0.0).max())
