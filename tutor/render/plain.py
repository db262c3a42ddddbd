"""A Report as plain sentences in reading order: for screen readers, logs and anyone who prefers words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.render import wording
from tutor.render.capabilities import Capabilities
from tutor.render.shapes import wrong_dimensions
from tutor.render.tensors import EQUAL, HIGH, LOW, UNLIKE, entries, is_comparable, more_slices
from tutor.render.text import first_lines, one_line
from tutor.render.timeline import aligned_lines, timeline, trace_in
from tutor.render.wording import in_words
from tutor.report import CheckResult, Difference, Outcome, Problem, Report

if TYPE_CHECKING:
    from tutor.course import Lesson
    from tutor.progress import LessonProgress

OUTPUT_LINES = 20
_NUMBERS_TOLD = 3
_DIFFERENCES_TOLD = 3


def render(
    report: Report,
    place: Capabilities,
    lesson: Lesson | None = None,
    progress: LessonProgress | None = None,
    following: Lesson | None = None,
    *,
    traceback: bool = False,
) -> str:
    """One fact a line, no drawing and no colour whatever the place could show."""
    lines = [
        *_verdict(report, lesson),
        *_checks(report),
        *_trouble(report, place.width, traceback),
        *_output(report),
        *(_after_passing(lesson, progress, following) if report.passed else _invitation(report, lesson)),
        *_facts(report),
    ]
    return place.fit("\n".join(lines) + "\n")


def _verdict(report: Report, lesson: Lesson | None) -> Iterator[str]:
    yield f"{lesson.title if lesson else report.lesson}: {wording.title(report)}."
    if explained := wording.explanation(report):
        yield explained


def _checks(report: Report) -> Iterator[str]:
    for number, check in enumerate(report.checks, start=1):
        if check.outcome is Outcome.BLOCKED:
            continue
        kind = "Stretch check" if check.stretch else "Check"
        device = f" on {check.device}" if check.device != "cpu" else ""
        why = f" {one_line(check.message)}" if check.outcome is Outcome.NOT_RUN else ""
        yield f"{kind} {number}{device}, {wording.WORDS[check.outcome]}: {one_line(check.claim)}{why}".rstrip()
    if sentence := wording.waiting(report.checks):
        yield sentence


def _trouble(report: Report, width: int, traceback: bool) -> Iterator[str]:
    if report.problem is not None:
        yield from about_problem(report.problem, report, traceback=traceback)
        return
    check = report.first_failure
    if check is None or check.outcome in (Outcome.NOT_RUN, Outcome.NOT_WRITTEN):
        return
    number = report.checks.index(check) + 1
    yield f"{wording.FURTHER} It is check {number}." if check.stretch else f"Look at check {number} first."
    yield from about_check(check, report, width, traceback=traceback)


def about_check(check: CheckResult, report: Report, width: int, *, traceback: bool = False) -> Iterator[str]:
    """Why one check did not pass: the smallest case, what differs there, and the misconception it looks like."""
    if check.case:
        yield f"The case: {one_line(check.case)}"
    if message := wording.message(check):
        yield one_line(message)
    for difference in check.differences[:_DIFFERENCES_TOLD]:
        yield from _difference(difference, width)
    if (left := len(check.differences) - _DIFFERENCES_TOLD) > 0:
        yield f"{wording.counted(left, 'more observation differs', 'more observations differ')}."
    if check.problem is not None:
        yield from about_problem(check.problem, report, traceback=traceback)
    if check.diagnosis is not None:
        yield f"What this looks like: {one_line(check.diagnosis.sentence, 600)}"


def _difference(difference: Difference, width: int) -> Iterator[str]:
    yield f"{one_line(difference.name)}: {one_line(difference.summary)}"
    if named := wrong_dimensions(difference):
        yield from named
        return
    if trace := trace_in(difference):
        drawn = timeline(trace, width - 11)
        yield from aligned_lines(drawn, ("Expected:", "Yours:"))
        if drawn.is_whole:
            return
    if not is_comparable(difference):
        yield from _sides(difference)
        return
    unequal = [entry for row in entries(difference) for entry in row if entry.sign != EQUAL]
    worst_first = sorted(unequal, key=lambda entry: (entry.sign != UNLIKE, -abs(entry.by)))
    for entry in worst_first[:_NUMBERS_TOLD]:
        where = f"At {list(entry.index)} expected" if entry.index else "Expected"
        by = f", too {'high' if entry.sign == HIGH else 'low'} by {abs(entry.by):.2g}"
        expected, yours = in_words(entry.expected), in_words(entry.yours)
        yield f"{where} {expected}, yours {yours}{by if entry.sign in (HIGH, LOW) else ''}."
    if more := more_slices(difference):
        yield more


def _sides(difference: Difference) -> Iterator[str]:
    for label, view in (("Expected", difference.expected), ("Yours", difference.yours)):
        if view is not None and view.text not in difference.summary:
            yield f"{label}: {one_line(view.text)}"


def about_problem(problem: Problem, report: Report, *, traceback: bool = False) -> Iterator[str]:
    """An exception, a signal or a limit, and the line of the hand-in it belongs to."""
    if sentence := wording.problem_sentence(problem):
        yield one_line(sentence, 600)
    for frame in problem.frames[-1:]:
        yield f"{one_line(wording.place(frame, report.hand_in), 160)}: {one_line(frame.source, 200)}"
        if frame.column is not None and (marked := frame.source[frame.column : frame.end_column].strip()):
            yield f"Python points at: {one_line(marked, 120)}"
    for frame in reversed(problem.frames[:-1] if traceback else problem.frames[-2:-1]):
        yield f"Called from line {frame.line}: {one_line(frame.source, 200)}"
    if problem.advice:
        yield one_line(problem.advice)


def _output(report: Report) -> Iterator[str]:
    lines, left = first_lines(report.output, OUTPUT_LINES)
    if not lines:
        return
    yield "Your program printed:"
    yield from (f"    {line}" for line in lines)
    if left or report.output_cut:
        yield f"End of what is shown; {wording.counted(left, 'more line') if left else 'the rest'} was cut."
    else:
        yield "End of what it printed."


def _invitation(report: Report, lesson: Lesson | None) -> Iterator[str]:
    if lesson is not None and lesson.hints and report.outcome not in (Outcome.GRADER_ERROR, Outcome.NOT_RUN):
        yield f"For a hint, run: tutor hint {lesson.slug}"


def _after_passing(lesson: Lesson | None, progress: LessonProgress | None, following: Lesson | None) -> Iterator[str]:
    if effort := wording.effort(progress):
        yield f"It took {effort.replace(' · ', ', ')}."
    for skill in lesson.you_can_now if lesson else ():
        yield f"You can now: {one_line(skill)}"
    if following is not None:
        yield f"Next: {wording.as_sentence(following.title)} Run: tutor show {following.slug}"
    elif lesson is not None:
        yield "That was the last lesson of the course."


def _facts(report: Report) -> Iterator[str]:
    yield f"Checking took {report.seconds:.1f} seconds."
    if devices := wording.devices(report):
        yield f"Devices: {devices}."
    if sandbox := wording.sandbox(report):
        yield f"{sandbox[0].upper()}{sandbox[1:]}."
