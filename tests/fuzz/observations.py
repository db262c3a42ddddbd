"""Fuzz target: whatever is sent as an observation is refused, or can be compared with anything, shown and sent.

python -m fuzz.observations CORPUS [LIBFUZZER SETTING ...]
"""

from __future__ import annotations

import sys
from typing import Any

import atheris
import torch

with atheris.instrument_imports(include=["tutor"]):
    from fuzz.honest import decoded_values, encoded_values

    from tutor.judge.compare import compare, kind_of
    from tutor.judge.rank_history import RankHistory, difference, ending_fault
    from tutor.judge.view import MAX_TEXT, text_of, view_of
    from tutor.observation import DecodeError, NamedTupleObservation, ShapeObservation, TensorObservation, decode
    from tutor.report import Difference
    from tutor.report_json import from_dict, to_dict
    from tutor.wire import FrameReader, WireError, pack
    from tutor.worker.run import MAX_RUN_JSON

from fuzz.session import fuzz

torch.set_num_threads(1)
EXPECTED = decoded_values()
LARGEST_DIFFERENCE = 1 << 20


def judge(stream: bytes) -> None:
    """Decode, compare with every kind of value, show."""
    try:
        frames = list(FrameReader(MAX_RUN_JSON, 1 << 20).feed(stream))
        seen = [decode(frame.body.get("observations"), frame.raw) for frame in frames[:4]]
    except (WireError, DecodeError):
        return
    for yours in seen:
        _show(yours)
        assert compare("itself", yours, yours) is None
        for name, expected in EXPECTED.items():
            found = compare(name, expected, yours)
            assert found is not None or alike(expected, yours)
            if found and found.kind != "type":  # those are all alike, and most
                _send(found)
        if isinstance(yours, dict):
            history = RankHistory(yours)
            _send(difference(ending_fault(history, sum_of_ones=2.0) or ("", ""), EXPECTED["ranks"], yours))


def _show(yours: Any) -> None:
    assert len(text_of(yours)) <= MAX_TEXT + 2
    assert len(kind_of(yours)) <= MAX_TEXT
    view_of(yours)


def _send(found: Difference) -> None:
    sent = to_dict(found)
    assert from_dict(Difference, sent) == found
    assert len(pack(sent)) < LARGEST_DIFFERENCE


def alike(expected: Any, yours: Any) -> bool:
    """Whether two values are of one type and shape and near each other, found out without the judge's comparison."""
    if isinstance(expected, TensorObservation) and isinstance(yours, TensorObservation):
        mine, theirs = expected.data, yours.data
        if mine.dtype != theirs.dtype or mine.shape != theirs.shape or expected.device != yours.device:
            return False
        return all(_near(a, b) for a, b in zip(mine.reshape(-1).tolist(), theirs.reshape(-1).tolist(), strict=True))
    if isinstance(expected, ShapeObservation) and isinstance(yours, TensorObservation):
        yours = ShapeObservation(tuple(yours.data.shape), yours.data.dtype, yours.device)
    if type(expected) is not type(yours):
        return isinstance(expected, float) and type(yours) is int and _near(expected, yours)
    if isinstance(expected, float):
        return _near(expected, yours)
    if isinstance(expected, list | tuple):
        return len(expected) == len(yours) and all(map(alike, expected, yours))
    if isinstance(expected, NamedTupleObservation):
        return expected.fields == yours.fields and alike(expected.values, yours.values)
    if isinstance(expected, dict):
        return alike(list(expected), list(yours)) and all(map(alike, expected.values(), yours.values()))
    return bool(expected == yours)


def _near(one: complex, other: complex) -> bool:
    is_nan = one != one and other != other
    return is_nan or one == other or abs(one - other) <= 1e-2 + 3e-2 * abs(one)


def main() -> None:
    fuzz(judge, encoded_values().values(), sys.argv[1:])


if __name__ == "__main__":
    main()
