"""Runs the audit over lessons, a few at a time, and prints the kill matrix."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from tutor.audit import lesson_text
from tutor.audit.answers import LessonAudit, audit_answers
from tutor.client import Client
from tutor.course import Course, Lesson
from tutor.errors import EXIT_FAILED, EXIT_PASSED, TutorError
from tutor.report import Outcome

_MARKS = {Outcome.PASSED: ".", Outcome.BLOCKED: "-", Outcome.NOT_RUN: "?"}


def run(course: Course, names: Sequence[str], jobs: int | None = None) -> int:
    """Audit the named lessons, or all; print what was found; 0 when nothing is wrong, 1 otherwise."""
    lessons = [course.lesson(name) for name in names] or list(course.lessons)
    jobs = min(jobs or os.cpu_count() or 1, len(lessons), 4)
    clients: SimpleQueue[Client] = SimpleQueue()
    owned = [Client(course.root) for _ in range(jobs)]
    for client in owned:
        client.start()
        clients.put(client)
    try:
        with ThreadPoolExecutor(jobs) as pool:
            audits = pool.map(lambda lesson: _audit(clients, course, lesson), lessons)
            broken = sum(_print(audit) for audit in audits)
    finally:
        for client in owned:
            client.close()
    known = lesson_text.headings(course)
    covered = {heading for lesson in course.lessons for heading in lesson.mirrors}
    if known:
        print(f"{len(covered & set(known))} of the notes' {len(known)} headings have a lesson.")
    print(f"{len(lessons) - broken} of {len(lessons)} lessons are sound.")
    return EXIT_FAILED if broken else EXIT_PASSED


def _audit(clients: SimpleQueue[Client], course: Course, lesson: Lesson) -> LessonAudit:
    client = clients.get()
    try:
        content = client.answers(lesson.id)
        audit = audit_answers(client, lesson, content)
        items = list(dict.fromkeys(check["item"] for check in content["checks"]))
        names = [prediction["name"] for prediction in content["predictions"]]
        audit.breaches += lesson_text.breaches(course, lesson, items, names)
        return audit
    except TutorError as error:
        return LessonAudit(lesson, breaches=[error.message])
    finally:
        clients.put(client)


def _print(audit: LessonAudit) -> bool:
    """Print one lesson's matrix and breaches; True when there are any."""
    wrong = len(audit.caught)
    print(f"{audit.lesson.slug}: {len(audit.right)} right and {wrong} wrong answers, {len(audit.checks)} checks")
    for line in _matrix(audit):
        print(f"  {line}")
    for name in audit.not_run:
        print(f"  not run here, a package is missing: {name}")
    for breach in audit.breaches:
        print(f"  ! {breach}")
    sys.stdout.flush()
    return bool(audit.breaches)


def _matrix(audit: LessonAudit) -> Iterator[str]:
    """Which check caught which wrong answer: X caught, - waiting for another check, . passed, ? not run."""
    width = max((len(name) for name in audit.caught), default=0)
    for number, check in enumerate(audit.checks, start=1):
        yield f"{'':{width}}  {number:2} {check}"
    for name, outcomes in audit.caught.items():
        marks = " ".join(_MARKS.get(outcomes.get(check, Outcome.NOT_RUN), "X") for check in audit.checks)
        yield f"{name:{width}}  {marks}"
