"""One student's page: their lessons, what became of each check, and the first failing case as `tutor check` shows it.

It holds nothing about anybody else, and nothing that `tutor check` would not have told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tutor.classroom.about import About
from tutor.classroom.gradebook import Grade, StudentTotal
from tutor.classroom.outputs.markup import Child, Markup, el, joined, named, prose, table
from tutor.classroom.outputs.page import page
from tutor.classroom.outputs.phrases import moment, of_points, points
from tutor.classroom.outputs.phrases import standing as standing_of
from tutor.classroom.result import Result, Standing
from tutor.render import terminal, wording
from tutor.render.capabilities import Capabilities
from tutor.render.text import one_line
from tutor.render.wording import counted
from tutor.report import CheckResult, Outcome, Report

_PLACE = Capabilities(width=88)
_TONES = {Outcome.PASSED: "good", Outcome.NOT_WRITTEN: "quiet", Outcome.NOT_RUN: "quiet"}
_OTHER_STANDINGS = {
    Standing.MISSING: "Nothing was handed in for this lesson.",
    Standing.UNREADABLE: "Your file could not be read, so it has no points yet. Please ask your teacher about it.",
    Standing.NOT_GRADED: "Your file has not been graded yet: the machine that grades failed. It does not count against"
    " you.",
}


def feedback(total: StudentTotal, results: Mapping[str, Result], about: About) -> Iterator[str]:
    """The student's page in pieces; `results` holds theirs by lesson."""
    return page(f"{about.course}: feedback", _body(total, results, about))


def _body(total: StudentTotal, results: Mapping[str, Result], about: About) -> Iterator[Markup]:
    who = named(total.student, total.name)
    yield el("header", el("p", f"Feedback · {about.course}", class_="kicker"), el("h1", who), _facts(total, about))
    yield _summary(total.grades, about)
    for place, grade in enumerate(total.grades, 1):
        yield _lesson(place, grade, results[grade.lesson], about.title(grade.lesson))
    yield el("footer", prose("Made by tutor. `tutor check` repeats every check on your own machine."))


def _facts(total: StudentTotal, about: About) -> Markup:
    facts = {"Points": of_points(total.total, total.max_total), "Graded": moment(about.finished_at)}
    if total.percent is not None:
        facts["Percent"] = f"{total.percent:.1f} %"
    return el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in facts.items()), class_="facts")


def _summary(grades: Sequence[Grade], about: About) -> Markup:
    rows: list[list[Child]] = [
        [
            el("a", about.title(grade.lesson), href=f"#lesson-{place}"),
            standing_of(grade).split(":")[0],
            "–" if grade.final_score is None else of_points(grade.final_score, grade.max_score),
        ]
        for place, grade in enumerate(grades, 1)
    ]
    return table("Your lessons.", ("Lesson", "Result", "Points"), rows, frozenset({2}))


def _lesson(place: int, grade: Grade, result: Result, title: str) -> Markup:
    report = result.report if grade.standing is Standing.GRADED else None
    told = [el("p", _OTHER_STANDINGS[grade.standing])] if report is None else list(_graded(grade, report))
    return el("section", el("h2", title), *told, id=f"lesson-{place}")


def _graded(grade: Grade, report: Report) -> Iterator[Markup]:
    tone = _TONES.get(report.outcome, "bad")
    verdict = f"{wording.glyph(wording.verdict(report))} {one_line(wording.title(report))}"
    yield el("p", el("span", verdict, class_=tone), " · ", el("span", _score(grade), class_="score"))
    if explained := wording.explanation(report):
        yield el("p", prose(one_line(explained)), class_="quiet")
    if judged := [check for check in report.checks if check.outcome is not Outcome.BLOCKED]:
        yield _checks(judged)
    if waiting := wording.waiting(report.checks):
        yield el("p", waiting, class_="note")
    yield from _first_failure(report)
    if output := terminal.printed(report, _PLACE):
        yield joined([el("h3", "Your program printed"), _block(output, "Output")])


def _first_failure(report: Report) -> Iterator[Markup]:
    """The case as the app shows it; the sentence about the misconception is set as prose below it."""
    first = report.first_failure
    bare = replace(report, checks=tuple(replace(check, diagnosis=None) for check in report.checks))
    if not (shown := terminal.first_failure(bare, _PLACE)):
        return
    heading = "What goes further" if first is not None and first.stretch else "Look at this first"
    yield joined([el("h3", heading), _block(shown, "The first failing case")])
    if report.problem is None and first is not None and first.diagnosis is not None:
        sentence = el("div", prose(one_line(first.diagnosis.sentence, 600)), class_="quote")
        yield joined([el("h3", "What this looks like"), sentence])


def _checks(checks: Sequence[CheckResult]) -> Markup:
    rows: list[list[Child]] = [
        [
            joined([prose(one_line(check.claim)), _notes(check)]),
            el(
                "span",
                f"{wording.glyph(check.outcome)} {wording.WORDS[check.outcome]}",
                class_=f"state {_TONES.get(check.outcome, 'bad')}",
            ),
            f"{points(check.points)} of {points(check.max_points)}",
        ]
        for check in checks
    ]
    return table("Your points for each check.", ("What must be true", "Result", "Points"), rows, frozenset({2}))


def _notes(check: CheckResult) -> Markup | None:
    notes = [f"on {check.device}"] * (check.device != "cpu") + ["a stretch"] * check.stretch
    notes += [one_line(check.message)] if check.outcome is Outcome.NOT_RUN and check.message else []
    return el("div", ", ".join(notes), class_="note") if notes else None


def _block(shown: str, label: str) -> Markup:
    return el("pre", shown, tabindex=0, role="region", aria_label=label)


def _score(grade: Grade) -> str:
    score = of_points(grade.final_score or 0.0, grade.max_score)
    if not grade.days_late:
        return f"{score} points"
    return f"{score} points, {counted(grade.days_late, 'day')} late (−{points(grade.late_penalty)})"
