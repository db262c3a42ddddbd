"""What a lesson's answers must do, each sent through the very path a learner's hand-in takes."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tutor.audit.parallel import in_parallel
from tutor.client import CheckRequest, Client, DeviceChoice
from tutor.course import Lesson
from tutor.report import CheckResult, Outcome, Report

SEEDS = (0, 20261123)
"""The learner's own seed, and one nobody has seen the cases of."""
LARGEST_SHARE = 0.5
"""Of a tolerance, that a right answer may need: half of it is left for other machines."""
RIGHT_ANSWERS = 3
"""Besides the reference, and built differently, for every lesson."""
_UNDECIDED = (Outcome.PASSED, Outcome.BLOCKED, Outcome.NOT_RUN)


@dataclass
class LessonAudit:
    """What the audit of one lesson found."""

    lesson: Lesson
    device: DeviceChoice = "cpu"
    checks: tuple[str, ...] = ()
    caught: dict[str, dict[str, Outcome]] = field(default_factory=dict)
    """For each wrong answer, the outcome of every check."""
    right: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    """Answers this machine lacks a package or a device for."""
    families: dict[str, list[str]] = field(default_factory=dict)
    """For each item that computes with tensors, the kinds of inputs it is tried on."""
    left_out: list[dict[str, Any]] = field(default_factory=list)
    """The kinds of inputs an item is not tried on, with the reason."""
    spread: dict[str, float] = field(default_factory=dict)
    """By dtype, the largest share of the tolerance that a right answer needs."""
    breaches: list[str] = field(default_factory=list)


def seeds(count: int) -> tuple[int, ...]:
    """The two fixed seeds, and as many more as nobody has seen before."""
    return (*SEEDS, *(random.SystemRandom().randrange(1 << 32) for _ in range(count - len(SEEDS))))[: max(count, 1)]


def audit_answers(
    client: Client,
    lesson: Lesson,
    content: dict[str, Any],
    right_seeds: Iterable[int] = SEEDS,
    device: DeviceChoice = "cpu",
) -> LessonAudit:
    """Send the stub, every right and every wrong answer, and every distractor through a real check."""
    audit = LessonAudit(lesson, device, tuple(check["id"] for check in content["checks"]))
    audit.families, audit.left_out = content["families"], content["left_out"]
    audit.breaches += _stub_breaches(client, lesson)
    for answer in content["answers"]:
        if _cannot_be_run(audit, content, answer):
            audit.not_run.append(answer["name"])
        elif answer["name"].startswith("wrong_"):
            audit.breaches += _of_every_seed(client, audit, answer, SEEDS, _wrong_breaches)
        else:
            audit.right.append(answer["name"])
            audit.breaches += _of_every_seed(client, audit, answer, right_seeds, _right_breaches)
    audit.breaches += [*_idle_checks(content), *_missing_answers(content), *_missing_families(content)]
    audit.breaches += _distractor_breaches(client, lesson, content)
    audit.breaches += _narrow_tolerances(client, audit)
    return audit


def _cannot_be_run(audit: LessonAudit, content: dict[str, Any], answer: dict[str, Any]) -> bool:
    """Whether a package is missing, or the check that catches it never runs on the device."""
    if any(not content["imports"].get(name, False) for name in answer["requires"]):
        return True
    on_cuda = {check["id"]: check["on_cuda"] for check in content["checks"]}
    return audit.device == "cuda" and not on_cuda.get(answer["fails"] or next(iter(on_cuda)), True)


def _of_every_seed(
    client: Client, audit: LessonAudit, answer: dict[str, Any], seeds: Iterable[int], judge: Any
) -> list[str]:
    reports = in_parallel(
        lambda seed: (seed, _check(client, audit.lesson, answer["source"], answer["name"], seed, audit.device)), seeds
    )
    return [
        f"{answer['name']} (seed {seed}): {breach}"
        for seed, report in reports
        for breach in judge(audit, answer, report)
    ]


def _check(client: Client, lesson: Lesson, source: str, name: str, seed: int, device: DeviceChoice = "cpu") -> Report:
    return client.check(CheckRequest(lesson.id, source.encode(), f"{name}.py", seed=seed, device=device))


def _stub_breaches(client: Client, lesson: Lesson) -> Iterator[str]:
    report = _check(client, lesson, lesson.stub_source, lesson.id, SEEDS[0])
    if report.problem:
        yield f"the stub does not load: {report.problem.kind}: {report.problem.message}"
    for check in report.checks:
        if check.outcome not in (Outcome.NOT_WRITTEN, Outcome.NOT_RUN):
            yield f"the stub's {check.id} is {check.outcome.value}; a stub is not_written: {check.message}"


def _right_breaches(audit: LessonAudit, answer: dict[str, Any], report: Report) -> Iterator[str]:
    if _is_not_run(audit, answer, report):
        return
    if report.problem:
        yield f"it does not run: {report.problem.kind}: {report.problem.message}"
    for check in report.checks:
        excused = check.stretch and "\nstretch: no" in answer["source"]
        if check.outcome not in (Outcome.PASSED, Outcome.NOT_RUN) and not excused:
            yield f"{check.id} is {check.outcome.value}: {check.message}"


def _is_not_run(audit: LessonAudit, answer: dict[str, Any], report: Report) -> bool:
    """Note an answer that this machine has no device for."""
    if report.outcome is not Outcome.NOT_RUN or report.checks:
        return False
    if answer["name"] not in audit.not_run:
        audit.not_run.append(answer["name"])
    return True


def _wrong_breaches(audit: LessonAudit, answer: dict[str, Any], report: Report) -> Iterator[str]:
    if _is_not_run(audit, answer, report):
        return
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


def _missing_answers(content: dict[str, Any]) -> Iterator[str]:
    count = sum(answer["name"].startswith("right_") for answer in content["answers"])
    if count < RIGHT_ANSWERS:
        yield f"it has {count} right answers besides the reference; every lesson has {RIGHT_ANSWERS}"


def _missing_families(content: dict[str, Any]) -> Iterator[str]:
    """An item tries every family of inputs or says why not, and not both."""
    excused = {(left["item"], family) for left in content["left_out"] for family in left["families"]}
    for item, tried in content["families"].items():
        for family in content["all_families"]:
            if family not in tried and (item, family) not in excused:
                yield f"{item} is never tried on: {family}; add a case, or say why not with grader.leave_out"
            if family in tried and (item, family) in excused:
                yield f"{item} is tried on: {family}; grader.leave_out says it is not"


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


def _narrow_tolerances(client: Client, audit: LessonAudit) -> Iterator[str]:
    """A right answer that comes close to a tolerance would fail on another machine, or with other inputs."""
    if not audit.families or (audit.device == "cuda" and audit.not_run):
        return
    for seed in SEEDS:
        for name, shares in client.spread(audit.lesson.id, seed, audit.device).items():
            for dtype, share in shares.items():
                audit.spread[dtype] = max(share, audit.spread.get(dtype, 0.0))
                if share > LARGEST_SHARE and name not in audit.not_run:
                    yield f"{name} (seed {seed}) needs {share:.0%} of the tolerance for {dtype}; widen it"
