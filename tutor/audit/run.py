"""Runs the audit over lessons, a few at a time, and prints the kill matrix."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tutor.audit import lesson_text
from tutor.audit.answers import SEEDS, LessonAudit, audit_answers, seeds
from tutor.audit.mutation_score import MutationScore, score_mutants
from tutor.audit.page import page, percent
from tutor.audit.record import recorded_row, write_record
from tutor.client import Client, DeviceChoice
from tutor.course import Course, Lesson
from tutor.errors import EXIT_FAILED, EXIT_PASSED, TutorError
from tutor.report import Outcome

_MARKS = {Outcome.PASSED: ".", Outcome.BLOCKED: "-", Outcome.NOT_RUN: "?"}


@dataclass(frozen=True)
class Options:
    """What an audit tries, and what it writes."""

    seeds: int = len(SEEDS)
    """On how many seeds every right answer must pass."""
    device: DeviceChoice = "cpu"
    mutants: bool = False
    record: bool = False
    """Whether to keep what was found beside the grader, when a lesson is sound; needs the mutants."""
    jobs: int | None = None


def run(course: Course, names: Sequence[str], options: Options = Options()) -> int:
    """Audit the named lessons, or all; print what was found; 0 when nothing is wrong, 1 otherwise."""
    lessons = [course.lesson(name) for name in names] or list(course.lessons)
    jobs = min(options.jobs or os.cpu_count() or 1, len(lessons), 4)
    clients: SimpleQueue[Client] = SimpleQueue()
    owned = [Client(course.root) for _ in range(jobs)]
    for client in owned:
        client.start()
        clients.put(client)
    try:
        with ThreadPoolExecutor(jobs) as pool:
            found = list(_printed(pool.map(lambda lesson: _audit(clients, course, lesson, options), lessons)))
    finally:
        for client in owned:
            client.close()
    _print_coverage(course)
    broken = sum(bool(audit.breaches) for audit, _ in found)
    print(f"{len(lessons) - broken} of {len(lessons)} lessons are sound.")
    if options.record:
        _write_records(course, found)
    return EXIT_FAILED if broken else EXIT_PASSED


def _audit(
    clients: SimpleQueue[Client], course: Course, lesson: Lesson, options: Options
) -> tuple[LessonAudit, MutationScore | None]:
    client, score = clients.get(), None
    try:
        content = client.answers(lesson.id)
        audit = audit_answers(client, lesson, content, seeds(options.seeds), options.device)
        items = list(dict.fromkeys(check["item"] for check in content["checks"]))
        names = [prediction["name"] for prediction in content["predictions"]]
        audit.breaches += lesson_text.breaches(course, lesson, items, names)
        if options.mutants:
            score = score_mutants(client, lesson, content)
            audit.breaches += score.breaches
        return audit, score
    except TutorError as error:
        return LessonAudit(lesson, breaches=[error.message, *([error.advice] if error.advice else [])]), score
    finally:
        clients.put(client)


def _printed(
    found: Iterator[tuple[LessonAudit, MutationScore | None]],
) -> Iterator[tuple[LessonAudit, MutationScore | None]]:
    """Print each lesson's matrix, score and breaches as they come."""
    for audit, score in found:
        wrong = len(audit.caught)
        print(f"{audit.lesson.slug}: {len(audit.right)} right and {wrong} wrong answers, {len(audit.checks)} checks")
        for line in (*_matrix(audit), *_score(score)):
            print(f"  {line}")
        if audit.spread:
            shares = ", ".join(f"{share:.1%} for {dtype}" for dtype, share in sorted(audit.spread.items()))
            print(f"  right answers need at most, of the tolerance: {shares}")
        for name in audit.not_run:
            print(f"  not run here, a package or a device is missing: {name}")
        for breach in audit.breaches:
            print(f"  ! {breach}")
        sys.stdout.flush()
        yield audit, score


def _matrix(audit: LessonAudit) -> Iterator[str]:
    """Which check caught which wrong answer: X caught, - waiting for another check, . passed, ? not run."""
    width = max((len(name) for name in audit.caught), default=0)
    for number, check in enumerate(audit.checks, start=1):
        yield f"{'':{width}}  {number:2} {check}"
    for name, outcomes in audit.caught.items():
        marks = " ".join(_MARKS.get(outcomes.get(check, Outcome.NOT_RUN), "X") for check in audit.checks)
        yield f"{name:{width}}  {marks}"


def _score(score: MutationScore | None) -> Iterator[str]:
    if score is None:
        return
    killed, kept = len(score.deaths), len(score.kept)
    yield f"{score.total} mutants: {killed} killed, {kept} kept for a reason, {score.survivors} survive"
    yield f"score {percent(killed, score.total - kept)}: {_feedback(score)}"


def _feedback(score: MutationScore) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in sorted(score.feedback.items())) or "no mutants"


def _print_coverage(course: Course) -> None:
    known = lesson_text.headings(course)
    covered = {heading for lesson in course.lessons for heading in lesson.mirrors}
    if known:
        print(f"{len(covered & set(known))} of the notes' {len(known)} headings have a lesson.")


def _write_records(course: Course, found: Sequence[tuple[LessonAudit, MutationScore | None]]) -> None:
    for audit, score in found:
        if score is not None and not audit.breaches and not audit.not_run:
            print(f"Written to {write_record(course, audit, score)}.")


def write_page(course: Course, path: Path) -> None:
    """Write how well all graders grade, from the records beside them; raises TutorError."""
    text = page([recorded_row(course, lesson) for lesson in course.lessons])
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise TutorError(f"{path} cannot be written: {error.strerror}.") from error
    print(f"Written to {path}.")
