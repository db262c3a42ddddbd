"""Many hand-ins at once on this machine: each gets its own report, and a lost worker costs none."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Iterator

import pytest
from conftest import TOY_COURSE

from tutor.classroom.engine import Job, Lost
from tutor.classroom.local_engine import PIPELINE, LocalEngine
from tutor.client import CheckRequest
from tutor.course import Course
from tutor.errors import WorkerError
from tutor.report import Outcome, Report

RIGHT = "import torch\ndef outer_sum(a, b):\n    return a[:, None] + b\n"
WRONG = "import torch\ndef outer_sum(a, b):\n    return a\n"
STOPS = "raise SystemExit(0)\n"
EXPECTED = {RIGHT: Outcome.PASSED, WRONG: Outcome.FAILED, STOPS: Outcome.ERROR}


def job(number: int, source: str) -> Job:
    return Job(number, CheckRequest("outer_sum", source.encode(), "outer_sum.py", seed=3))


def class_of(count: int) -> list[str]:
    return [list(EXPECTED)[number % len(EXPECTED)] for number in range(count)]


def outcome(answer: Report | Lost) -> Outcome:
    assert isinstance(answer, Report), answer
    return answer.outcome


@pytest.mark.parametrize("slots", [1, 3, 9])
def test_each_hand_in_gets_its_own_report_whatever_runs_beside_it(slots: int) -> None:
    sources = class_of(30)
    with LocalEngine(TOY_COURSE, slots) as engine:
        answers = dict(engine.grade(job(number, source) for number, source in enumerate(sources)))
    assert {number: outcome(answer) for number, answer in answers.items()} == {
        number: EXPECTED[source] for number, source in enumerate(sources)
    }


def test_a_hand_in_is_read_only_when_there_is_room_for_it() -> None:
    """One runs in each slot, and one is planned or decided."""
    taken, done = 0, 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number, source in enumerate(class_of(20)):
            taken += 1
            assert taken - done <= 2 * PIPELINE + 1
            yield job(number, source)

    with LocalEngine(TOY_COURSE, 2) as engine:
        for _ in engine.grade(jobs()):
            done += 1
    assert done == 20


def test_no_more_run_at_once_than_there_are_slots() -> None:
    """Each tells when it ran; whatever is planned or decided meanwhile, two never ran at the same time."""
    source = "import time\nbegun = time.monotonic()\n" + RIGHT + "\ntime.sleep(0.05)\nprint(begun, time.monotonic())\n"
    with LocalEngine(TOY_COURSE, 1) as engine:
        answers = [answer for _, answer in engine.grade(job(number, source) for number in range(8))]
    ran = sorted(tuple(map(float, answer.output.split())) for answer in answers if isinstance(answer, Report))
    assert len(ran) == 8
    assert all(ended < begun for (_, ended), (begun, _) in itertools.pairwise(ran))


def test_a_killed_worker_costs_no_report() -> None:
    with LocalEngine(TOY_COURSE, 2) as engine:
        answers = {}
        for number, answer in engine.grade(job(number, source) for number, source in enumerate(class_of(12))):
            answers[number] = outcome(answer)
            if len(answers) == 3:
                os.kill(engine.worker_pids[0], signal.SIGKILL)
    assert answers == {number: EXPECTED[source] for number, source in enumerate(class_of(12))}


def test_what_no_worker_can_grade_is_told_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalEngine(TOY_COURSE, 2) as engine:
        client, check = engine.clients[0], engine.clients[0].check

        def fails_for_one(request: CheckRequest) -> Report:
            if request.source == b"lost":
                raise WorkerError("The grading worker ended before it answered, twice.", "Run `tutor doctor`.")
            return check(request)

        monkeypatch.setattr(client, "check", fails_for_one)
        answers = dict(engine.grade([job(0, RIGHT), job(1, "lost"), job(2, RIGHT)]))
    assert answers[1] == Lost("The grading worker ended before it answered, twice.", "Run `tutor doctor`.")
    assert outcome(answers[0]) is outcome(answers[2]) is Outcome.PASSED


def test_leaving_in_the_middle_ends_every_worker(toy_course: Course) -> None:
    with LocalEngine(toy_course.root, 2) as engine:
        for _ in engine.grade(job(number, RIGHT) for number in range(50)):
            pids = engine.worker_pids
            break
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
