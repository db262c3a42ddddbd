"""The class report: what was graded, how it went, what was misunderstood, what needs a person, and every grade.

Nobody is named above the list of slow hand-ins, so that the rest may be shown to the class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from tutor.classroom.about import About
from tutor.classroom.gradebook import Gradebook
from tutor.classroom.outputs import class_matters, class_mistakes, grade_table
from tutor.classroom.outputs.markup import Child, Markup, el, prose, table
from tutor.classroom.outputs.page import page
from tutor.classroom.outputs.phrases import moment, of_points, percent
from tutor.classroom.outputs.plots import bins_of, histogram, in_words, metered
from tutor.classroom.tallies import CheckTally
from tutor.render.wording import counted


def class_report(book: Gradebook, about: About) -> Iterator[str]:
    """The whole page in pieces."""
    return page(f"{about.course}: class report", _body(book, about))


def _body(book: Gradebook, about: About) -> Iterator[Markup]:
    yield _head(about)
    yield _overview(book)
    yield _lessons(book, about)
    yield class_mistakes.misconceptions(book, about)
    yield class_mistakes.unexplained(book, about)
    yield _checks(book, about)
    yield class_matters.slow(book, about)
    yield class_matters.identical(book, about)
    yield class_matters.need_a_person(book, about)
    yield class_matters.failed_environments(book, about)
    yield from grade_table.every_grade(book, about)
    yield el(
        "footer",
        "Made by tutor. grades.csv and grades.json beside this page hold the same grades for programs; nothing was sent"
        " anywhere.",
    )


def _head(about: About) -> Markup:
    seed = "another for every hand-in" if about.seed is None else str(about.seed)
    facts = {
        "Lessons": str(len(about.lessons)),
        "Started": moment(about.started_at),
        "Finished": moment(about.finished_at),
        "Device": about.device,
        "Seed of the inputs": seed,
        "Sandbox, A to E": about.sandbox or "–",
        "PyTorch": about.versions.get("torch", "–"),
        "tutor": about.versions.get("tutor", "–"),
    }
    listed = el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in facts.items()), class_="facts")
    return el("header", el("p", "Class report", class_="kicker"), el("h1", about.course), listed)


def _overview(book: Gradebook) -> Markup:
    percents = [total.percent for total in book.students() if total.percent is not None]
    lessons = book.lesson_tallies()
    handed_in, passed = (sum(numbers) for numbers in ([t.handed_in for t in lessons], [t.passed for t in lessons]))
    figures = {
        "students": sum(1 for _ in book.students()),
        "hand-ins": handed_in,
        "hand-ins passed": percent(passed, sum(tally.graded for tally in lessons)),
        "median of all points": f"{round(median(percents))} %" if percents else "–",
    }
    shown = el(
        "ul", *(el("li", el("strong", str(v)), el("span", name)) for name, v in figures.items()), class_="figures"
    )
    return el("section", shown, _distribution(percents))


def _distribution(percents: list[float]) -> Markup | None:
    if not percents:
        return None
    counts = bins_of(percents)
    caption = f"Students by percent of the points they could have. {in_words(counts)}."
    return el("figure", histogram(counts), el("figcaption", caption))


def _lessons(book: Gradebook, about: About) -> Markup:
    numbers = {lesson.id: lesson.number for lesson in about.lessons}
    rows: list[list[Child]] = [
        [
            f"{numbers.get(tally.lesson, '')} {about.title(tally.lesson)}".strip(),
            tally.handed_in,
            metered(tally.passed / tally.graded if tally.graded else 0.0, tally.passed),
            "–" if tally.median_score is None else of_points(tally.median_score, tally.max_score),
            tally.not_started,
            tally.missing,
            tally.late,
        ]
        for tally in book.lesson_tallies()
    ]
    headings = ("Lesson", "Handed in", "Passed", "Median points", "Not started", "Missing", "Late")
    caption = "A lesson is not started where the file came back as it was given out; missing is where none came."
    return el("section", el("h2", "Lessons"), table(caption, headings, rows, frozenset({1, 2, 3, 4, 5, 6})))


def _checks(book: Gradebook, about: About) -> Markup:
    order = {lesson: place for place, lesson in enumerate(book.lessons)}
    tried = [check for check in book.checks if check.tried]
    by_lesson = groupby(sorted(tried, key=lambda check: order[check.lesson]), key=lambda check: check.lesson)
    parts = [part for lesson, checks in by_lesson for part in _checks_of(about.title(lesson), list(checks))]
    intro = (
        "The hardest checks first. A check that waits for another one to pass was not reached; that counts as not"
        " passed. Files that are still a stub are left out."
    )
    return el("section", el("h2", "Checks"), el("p", intro, class_="quiet"), *parts)


def _checks_of(title: str, checks: Sequence[CheckTally]) -> Iterator[Markup]:
    """One lesson's checks; those that every hand-in passes are only counted."""
    hard = [check for check in checks if check.passed < check.tried]
    yield el("h3", title)
    if hard:
        rows: list[list[Child]] = [
            [
                prose(check.claim if check.device == "cpu" else f"{check.claim} ({check.device})"),
                metered(check.rate, percent(check.passed, check.tried)),
                f"{check.passed} of {check.tried}",
                check.waiting,
            ]
            for check in hard
        ]
        headings = ("What must be true", "Pass", "Hand-ins", "Not reached")
        yield table(f"Checks of {title}.", headings, rows, frozenset({1, 2, 3}))
    if easy := len(checks) - len(hard):
        yield el("p", f"{counted(easy, 'check passes', 'checks pass')} in every hand-in.", class_="note")
