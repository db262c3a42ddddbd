"""Hands in the shipped attacks for real and looks from outside what came of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.attack.hostile import SHIPPED, Hostile, read_folder
from tutor.attack.outside import Outside, processes_of
from tutor.client import CheckRequest, Client
from tutor.course import Course
from tutor.report import Report

MARKER = "THROUGH"
"""With this word a hostile hand-in begins to print what it reached."""


@dataclass(frozen=True)
class AttackResult:
    """What one attack came to; an empty `reached` means that it was stopped."""

    hostile: Hostile
    reached: tuple[str, ...]
    report: Report


def attack(course: Course) -> Iterator[AttackResult]:
    """Hand in every shipped attack for the first lesson; raises WorkerError when nothing can be checked here."""
    outside = Outside()
    os.environ["GITHUB_TOKEN"] = outside.secrets["environment"]  # of this process, which ends soon
    lesson = course.lessons[0]
    try:
        with Client(course.root) as client:
            honest = CheckRequest(lesson.id, lesson.stub_source.encode(), f"{lesson.id}.py", device="cpu")
            client.check(honest)
            for hostile in read_folder(SHIPPED).values():
                yield _attack(client, outside, honest, course, hostile)
    finally:
        outside.close()


def _attack(client: Client, outside: Outside, honest: CheckRequest, course: Course, hostile: Hostile) -> AttackResult:
    worker = client.worker_pid or 0
    standing = processes_of(worker)
    reference = course.root / "graders" / honest.lesson / "reference.py"
    source = hostile.aimed_at(outside.targets(worker, reference))
    report = client.check(CheckRequest(honest.lesson, source.encode(), "hostile.py", device="cpu"))
    reached = [line for line in report.output.splitlines() if line.startswith(MARKER)]
    reached += [*outside.breaches(), *outside.told(report.output)]
    client.check(honest)  # by then whatever the run started is gone
    if client.worker_pid != worker or processes_of(worker) != standing:
        reached.append("a process was left behind, or one of the grader's was ended")
    if report.passed:
        reached.append("it passed")
    return AttackResult(hostile, tuple(reached), report)
