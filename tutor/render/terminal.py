"""A Report for a person at a terminal: the verdict, the checks, and the first failing one in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.render import wording
from tutor.render.capabilities import Capabilities, Role
from tutor.render.shapes import named_lines
from tutor.render.tensors import more_slices, not_finite, panels, window
from tutor.render.text import cell_width, cut, escape_controls, first_lines, one_line, wrap
from tutor.render.timeline import aligned_lines, timeline, trace_in
from tutor.report import CheckResult, Difference, Frame, Outcome, Problem, Report

if TYPE_CHECKING:
    from tutor.course import Lesson
    from tutor.progress import LessonProgress

PROSE_WIDTH = 80
OUTPUT_LINES = 12
_ROOM_FOR_A_CLAIM = 60
_FULL_DIFFERENCES = 2
_ALL_DIFFERENCES = 5


def render(
    report: Report,
    place: Capabilities,
    lesson: Lesson | None = None,
    progress: LessonProgress | None = None,
    following: Lesson | None = None,
    *,
    traceback: bool = False,
) -> str:
    """The whole page. The lesson adds its title, hints and closing list, the progress its numbers."""
    return _Page(report, place, lesson, traceback).text(progress, following)


def first_failure(report: Report, place: Capabilities) -> str:
    """What `render` tells about the check to look at first, or about a file that cannot be judged; "" if all passed."""
    return place.fit("\n".join(_Page(report, place, None, False).trouble()))


def printed(report: Report, place: Capabilities) -> str:
    """What `render` shows of the program's own output; "" where there is none."""
    return place.fit("\n".join(_Page(report, place, None, False).output()[1:]))


class _Page:
    """Collects the sections of one report, so that width and colour need not be passed around."""

    def __init__(self, report: Report, place: Capabilities, lesson: Lesson | None, traceback: bool) -> None:
        self.report = report
        self.place = place
        self.lesson = lesson
        self.traceback = traceback
        self.prose = min(place.width, PROSE_WIDTH)

    def text(self, progress: LessonProgress | None, following: Lesson | None) -> str:
        passed = self.report.passed
        sections = [
            self._title(),
            self._checks(),
            self.trouble(),
            self.output(),
            self._after_passing(progress, following) if passed else self._invitation(),
            self._footer(),
        ]
        return self.place.fit("\n\n".join("\n".join(section) for section in sections if section) + "\n")

    def _title(self) -> list[str]:
        report = self.report
        verdict = wording.verdict(report)
        heading = self.place.paint(f"{wording.glyph(verdict)} {wording.title(report)}", _role(verdict))
        name = self.lesson.title if self.lesson else report.lesson
        explained = wording.explanation(report)
        return [f"{heading}  {self.place.paint(name, 'quiet')}", *(wrap(explained, self.prose) if explained else [])]

    def _checks(self) -> list[str]:
        """A line for each check; the claim of the one to look at is told in full below."""
        lines: list[str] = []
        judged = [check for check in self.report.checks if check.outcome is not Outcome.BLOCKED]
        items = list(dict.fromkeys(check.item for check in judged))
        for item in items:
            mine = [check for check in judged if check.item == item]
            if len(items) > 1 and not mine[0].claim.startswith(item):
                lines.append(f"  {self.place.paint(one_line(item, 60), 'title')}")
            lines += [line for check in mine for line in self._check(check)]
        if sentence := wording.waiting(self.report.checks):
            lines.append(f"  {wording.glyph(Outcome.BLOCKED)} {self.place.paint(sentence, 'quiet')}")
        return lines

    def _check(self, check: CheckResult) -> list[str]:
        clear = check.outcome in (Outcome.PASSED, Outcome.FAILED) or check.outcome is self.report.outcome
        notes = [] if clear else [wording.WORDS[check.outcome]]
        notes += [check.device] * (check.device != "cpu") + ["a stretch"] * check.stretch
        note = f" ({', '.join(notes)})" if notes else ""
        mark = self.place.paint(wording.glyph(check.outcome), _role(check.outcome))
        claim, missing = one_line(check.claim), check.message if check.outcome is Outcome.NOT_RUN else ""
        if self.place.width >= _ROOM_FOR_A_CLAIM:
            claim = cut(claim, self.place.width - 4 - cell_width(note))
        first, *more = wrap(claim + note, self.place.width, "    ")
        return [f"  {mark} {first[4:]}", *more, *(wrap(one_line(missing), self.prose, "      ") if missing else [])]

    def trouble(self) -> list[str]:
        """Only the first thing to look at: one mistake often breaks several checks."""
        if self.report.problem is not None:
            return self._problem(self.report.problem, "")
        check = self.report.first_failure
        if check is None or check.outcome in (Outcome.NOT_RUN, Outcome.NOT_WRITTEN):
            return []
        return [*([wording.FURTHER] if check.stretch else []), *self._detail(check)]

    def _detail(self, check: CheckResult) -> list[str]:
        mark = self.place.paint(wording.glyph(check.outcome), _role(check.outcome))
        first, *more = wrap(one_line(check.claim), self.prose, "  ")
        lines = [f"{mark} {first[2:]}", *more]
        if check.case:
            lines += wrap(one_line(check.case), self.place.width, "  ", "      ")
        if message := wording.message(check):
            lines += wrap(one_line(message), self.prose, "  ")
        for number, difference in enumerate(check.differences[:_ALL_DIFFERENCES]):
            lines += ["", *self._difference(difference, full=number < _FULL_DIFFERENCES)]
        if (more_of_them := len(check.differences) - _ALL_DIFFERENCES) > 0:
            lines += ["", f"  … and {more_of_them} more that {'differs' if more_of_them == 1 else 'differ'}"]
        if check.problem is not None:
            lines += ["", *self._problem(check.problem, "  ")]
        if check.diagnosis is not None:
            heading = self.place.paint("What this looks like", "title")
            lines += ["", f"  {heading}", *wrap(one_line(check.diagnosis.sentence, 600), self.prose, "  ")]
        return lines

    def _difference(self, difference: Difference, full: bool) -> list[str]:
        part = f" Shown is {where}." if (where := window(difference)) else ""
        part += f" {more}" if (more := more_slices(difference)) else ""
        lines = wrap(f"{one_line(difference.name)}: {one_line(difference.summary)}{part}", self.prose, "  ")
        if not full:
            return lines
        if numbers := panels(difference, self.place.width - 4):
            odd = [line for sentence in not_finite(difference) for line in wrap(sentence, self.prose, "    ")]
            return [*lines, *(f"    {line}" for line in numbers), *odd]
        if named := named_lines(difference):
            return [*lines, *(f"    {line}" for line in named)]
        if trace := trace_in(difference):
            drawn = timeline(trace, self.place.width - 14)
            lines += [f"    {line}" for line in aligned_lines(drawn, ("expected", "yours"))]
            if drawn.is_whole:
                return lines
        sides = (("expected", difference.expected), ("yours   ", difference.yours))
        for label, view in sides:
            if view is not None and view.text not in difference.summary:
                lines += wrap(one_line(view.text), self.place.width, f"    {label}  ", " " * 14)
        return lines

    def _problem(self, problem: Problem, indent: str) -> list[str]:
        role = _role(self.report.outcome if self.report.problem is problem else Outcome.ERROR)
        lines = []
        for frame in problem.frames if self.traceback else problem.frames[-3:]:
            lines.append(indent + one_line(wording.place(frame, self.report.hand_in), 160))
            if self.traceback or frame is problem.frames[-1]:
                lines += self._source(frame, indent, role)
        sentence = one_line(wording.problem_sentence(problem), 600)
        lines += wrap(sentence, self.prose, indent) if sentence else []
        return lines + (wrap(one_line(problem.advice), self.prose, indent) if problem.advice else [])

    def _source(self, frame: Frame, indent: str, role: Role) -> list[str]:
        """The line that was running, with the failing expression underlined where Python knows it."""
        gutter = f"{indent}  {frame.line} │ "
        line = frame.source.split("\n")[0].rstrip()[:1000]
        code = line.lstrip()
        room = max(10, self.place.width - cell_width(gutter))
        shown = escape_controls(code)
        lines = [gutter + (shown if len(shown) <= room else shown[: room - 1] + "…")]
        if frame.column is not None and frame.end_column is not None:
            start, end = (max(0, column - len(line) + len(code)) for column in (frame.column, frame.end_column))
            before, inside = (cell_width(escape_controls(part)) for part in (code[:start], code[start:end]))
            if inside and before + inside <= room:
                blank = " " * (cell_width(gutter) + before)
                lines.append(blank + self.place.paint("^" * inside, role))
        return lines

    def output(self) -> list[str]:
        lines, left = first_lines(self.report.output, OUTPUT_LINES)
        if not lines:
            return []
        shown = [f"  │ {line}" for line in lines]
        if left or self.report.output_cut:
            count = f"{left} more lines are" if left > 1 else "1 more line is" if left else "The rest is"
            shown.append(f"  {count} not shown.")
        return [self.place.paint("Your program printed", "title"), *shown]

    def _invitation(self) -> list[str]:
        not_theirs = (Outcome.GRADER_ERROR, Outcome.NOT_RUN)
        if self.lesson is None or not self.lesson.hints or self.report.outcome in not_theirs:
            return []
        return [f"`tutor hint {self.lesson.slug}` shows a hint."]

    def _after_passing(self, progress: LessonProgress | None, following: Lesson | None) -> list[str]:
        lines = []
        if effort := wording.effort(progress):
            lines += [effort, ""]
        if self.lesson is not None and self.lesson.you_can_now:
            lines.append(self.place.paint("You can now", "title"))
            for skill in self.lesson.you_can_now:
                lines += wrap(f"· {one_line(skill)}", self.prose, "  ", "    ")
            lines.append("")
        if following is not None:
            lines.append(f"Next: {wording.as_sentence(following.title)} `tutor show {following.slug}`")
        elif self.lesson is not None:
            lines.append("That was the last lesson of the course.")
        return lines[:-1] if lines and not lines[-1] else lines

    def _footer(self) -> list[str]:
        report = self.report
        facts = [f"{report.seconds:.1f} s", wording.devices(report), wording.sandbox(report)]
        text = " · ".join(fact for fact in facts if fact)
        return [self.place.paint(line, "quiet") for line in wrap(text, self.place.width)]


def _role(outcome: Outcome) -> Role:
    if outcome is Outcome.PASSED:
        return "passed"
    if outcome is Outcome.FAILED:
        return "failed"
    return "quiet" if outcome in (Outcome.NOT_WRITTEN, Outcome.BLOCKED, Outcome.NOT_RUN) else "trouble"
