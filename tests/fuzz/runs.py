"""Fuzz target: whatever a run writes is refused, or becomes a record, a verdict, and a report that can be sent.

python -m fuzz.runs CORPUS [LIBFUZZER SETTING ...]
"""

from __future__ import annotations

import sys

import atheris
import torch

with atheris.instrument_imports(include=["tutor"]):
    from fuzz.honest import DECISIVE, HAND_INS, LESSON, TOY_COURSE, number_of_cases, run_of, stream_of

    from tutor.judge.record import read_run
    from tutor.judge.serve import Judge
    from tutor.observation import DecodeError
    from tutor.report import CheckResult, Outcome
    from tutor.report_json import from_dict
    from tutor.wire import MAX_JSON, Frame, FrameReader, WireError, pack
    from tutor.worker.run import FRAMES_AROUND, FRAMES_PER_CASE, MAX_RUN_JSON, MAX_RUN_JSON_IN_ALL

from fuzz.session import fuzz

torch.set_num_threads(1)
JUDGE = Judge(TOY_COURSE)
CASES = number_of_cases(JUDGE)


def received(stream: bytes) -> list[Frame]:
    """The frames that a worker accepts from a run."""
    frames_at_most = FRAMES_AROUND + FRAMES_PER_CASE * CASES
    reader = FrameReader(MAX_RUN_JSON, 1 << 20, max_json_in_all=MAX_RUN_JSON_IN_ALL, max_frames=frames_at_most)
    frames: list[Frame] = []
    try:
        for frame in reader.feed(stream):
            frames.append(frame)
    except WireError:
        return frames
    assert len(frames) <= frames_at_most
    return frames


def judge(stream: bytes) -> None:
    """Receive, forward, decide: no exception, and never a pass for what began as a wrong hand-in."""
    frames = received(stream)
    forwarded = list(FrameReader().feed(stream_of(frames)))
    assert forwarded == frames
    try:
        record = read_run(frames, CASES)
    except DecodeError:
        record = None
    decided = JUDGE.decide(LESSON, 0, "cpu", None, frames)
    assert len(pack(decided)) < MAX_JSON
    checks = [from_dict(CheckResult, check) for check in decided["checks"]]
    if record is None:
        assert not checks and decided["outcome"] == Outcome.REFUSED
        return
    assert list(record.results) == list(range(len(record.results)))
    assert not record.finished or len(record.results) == CASES
    assert not any(check.id == DECISIVE and check.outcome is Outcome.PASSED for check in checks)


def main() -> None:
    seeds = [stream_of(run_of(JUDGE, source)) for source in HAND_INS.values()]
    for seed in seeds:
        judge(seed)  # so that everything the judge works out once is there
    fuzz(judge, seeds, sys.argv[1:])


if __name__ == "__main__":
    main()
