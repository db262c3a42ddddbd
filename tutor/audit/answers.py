"""What a lesson's answers must do, each sent through the very path a learner's hand-in takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tutor.client import CheckRequest, Client
from tutor.course import Lesson
from tutor.report import CheckResult, Outcome, Report

SEEDS = (0, 20261123)
"""The learner's own seed, and one nobody has seen the cases of."""
_UNDECIDED = (Outcome.PASSED, Outcome.BLOCKED, Outcome.NOT_RUN)


@dataclass
class LessonAudit:
    """What the audit of one lesson found."""

    lesson: Lesson
    checks: tuple[str, ...] = ()
    caught: dict[str, dict[str, Outcome]] = field(default_factory=dict)
    """For each wrong answer, the outcome of every check."""
    right: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    """Answers this machine lacks a package for."""
    breaches: list[str] = field(default_factory=list)


def audit_answers(client: Client, lesson: Lesson, content: dict[str, Any]) -> LessonAudit:
    """Send the stub, every right and every wrong answer, and every distractor through a real check."""
    audit = LessonAudit(lesson, tuple(check["id"] for check in content["checks"]))
    audit.breaches += _stub_breaches(client, lesson)
    for answer in content["answers"]:
        if any(not _imports(content, name) for name in answer["requires"]):
            audit.not_run.append(answer["name"])
            continue
        judge = _wrong_breaches if answer["name"].startswith("wrong_") else _right_breaches
        for seed in SEEDS:
            audit.breaches += [f"{answer['name']} (seed {seed}): {b}" for b in judge(client, audit, answer, seed)]
    audit.breaches += _idle_checks(content)
    audit.breaches += _distractor_breaches(client, lesson, content)
    return audit


def _imports(content: dict[str, Any], package: str) -> bool:
    return bool(content["imports"].get(package, False))


def _check(client: Client, lesson: Lesson, source: str, name: str, seed: int) -> Report:
    return client.check(CheckRequest(lesson.id, source.encode(), f"{name}.py", seed=seed, device="cpu"))


def _stub_breaches(client: Client, lesson: Lesson) -> Iterator[str]:
    report = _check(client, lesson, lesson.stub_source, lesson.id, SEEDS[0])
    if report.problem:
        yield f"the stub does not load: {report.problem.kind}: {report.problem.message}"
    for check in report.checks:
        if check.outcome not in (Outcome.NOT_WRITTEN, Outcome.NOT_RUN):
            yield f"the stub's {check.id} is {check.outcome.value}; a stub is not_written: {check.message}"


def _right_breaches(client: Client, audit: LessonAudit, answer: dict[str, Any], seed: int) -> Iterator[str]:
    report = _check(client, audit.lesson, answer["source"], answer["name"], seed)
    audit.right += [answer["name"]] if seed == SEEDS[0] else []
    if report.problem:
        yield f"it does not run: {report.problem.kind}: {report.problem.message}"
    for check in report.checks:
        excused = check.stretch and "\nstretch: no" in answer["source"]
        if check.outcome not in (Outcome.PASSED, Outcome.NOT_RUN) and not excused:
            yield f"{check.id} is {check.outcome.value}: {check.message}"


def _wrong_breaches(client: Client, audit: LessonAudit, answer: dict[str, Any], seed: int) -> Iterator[str]:
    report = _check(client, audit.lesson, answer["source"], answer["name"], seed)
    behaviour = [check for check in report.checks if check.kind != "prediction"]
    audit.caught.setdefault(answer["name"], {check.id: check.outcome for check in behaviour})
    if report.problem:
        yield f"it does not run: {report.problem.kind}: {report.problem.message}"
        return
    first = next((check for check in behaviour if check.outcome not in _UNDECIDED), None)
    if first is None:
        yield "it passes"
    elif answer["fails"] is None:
        yield "its docstring does not name the check that catches it"
    elif first.id != answer["fails"]:
        yield f"it fails at {first.id}, not at {answer['fails']}: {first.message}"
    else:
        yield from _diagnosis_breaches(first, answer["name"].removeprefix("wrong_"))


def _diagnosis_breaches(check: CheckResult, misconception: str) -> Iterator[str]:
    if check.diagnosis is None:
        yield f"{check.id} names no misconception: {check.message}"
    elif check.diagnosis.name != misconception:
        yield f"it is taken for {check.diagnosis.name}"


def _idle_checks(content: dict[str, Any]) -> Iterator[str]:
    needed = {answer["fails"] for answer in content["answers"]}
    for check in content["checks"]:
        if check["id"] not in needed:
            yield f"no wrong answer needs the check {check['id']}"


def _distractor_breaches(client: Client, lesson: Lesson, content: dict[str, Any]) -> Iterator[str]:
    """Each distractor must be refused with its own sentence."""
    reference = next(a["source"] for a in content["answers"] if a["name"] == "reference")
    for prediction in content["predictions"]:
        name = prediction["name"]
        for value, sentence in prediction["distractors"]:
            report = _check(client, lesson, f"{reference}\n{name} = {value}\n", name, SEEDS[0])
            result = next((c for c in report.checks if c.item == name), None)
            if result is None or result.outcome is Outcome.NOT_RUN:
                continue
            if result.outcome is not Outcome.FAILED:
                yield f"{name} = {value} is {result.outcome.value}; it is a distractor"
            elif result.diagnosis is None or result.diagnosis.sentence != sentence:
                yield f"{name} = {value} does not get its own sentence"
