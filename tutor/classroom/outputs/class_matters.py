"""The sections of a class report that a person should look at: they name students, and judge nobody."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.classroom.about import About
from tutor.classroom.gradebook import Grade, Gradebook
from tutor.classroom.outputs.markup import Child, Markup, el, joined, named, table
from tutor.classroom.outputs.phrases import seconds
from tutor.classroom.result import Standing
from tutor.render.text import one_line
from tutor.render.wording import counted
from tutor.report import Outcome

_NAMES_SHOWN = 12
_PLACE = 160


def need_a_person(book: Gradebook, about: About) -> Markup:
    unreadable = [grade for grade in book.grades if grade.standing is Standing.UNREADABLE]
    refused = [g for g in book.grades if g.standing is Standing.GRADED and g.outcome == Outcome.REFUSED]
    rows: list[list[Child]] = [_matter("Cannot be read", grade, about) for grade in unreadable]
    rows += [_matter("Refused by the sandbox", grade, about) for grade in refused]
    rows += [["Belongs to nobody", "–", _place(stray.place), one_line(stray.reason)] for stray in about.strays]
    heading = el("h2", "Hand-ins that need a person")
    if not rows:
        return el("section", heading, el("p", "None: every file could be read and belongs to a student."))
    intro = "These count as no points until somebody has seen to them."
    numbers: frozenset[int] = frozenset()
    listed = table(counted(len(rows), "file"), ("What", "Who", "Where", "Why"), rows, numbers)
    return el("section", heading, el("p", intro, class_="quiet"), listed)


def failed_environments(book: Gradebook, about: About) -> Markup:
    by_problem: dict[str, list[Grade]] = {}
    for grade in book.grades:
        if grade.standing is Standing.NOT_GRADED:
            by_problem.setdefault(one_line(grade.problem) or "No reason was given.", []).append(grade)
    heading = el("h2", "Failed environments")
    if not by_problem:
        return el("section", heading, el("p", "None: everything that could be read was graded."))
    advice = joined(
        [
            "The machine failed here, not the student. These have no grade and count neither for nor against anybody.",
            " On the machine that graded, ",
            el("code", "tutor doctor"),
            " says what is missing and how to get it; then grade again.",
        ]
    )
    rows: list[list[Child]] = [
        [problem, len(grades), _some_of([_who(grade, about) for grade in grades])]
        for problem, grades in sorted(by_problem.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    listed = table(counted(len(rows), "reason"), ("What happened", "Hand-ins", "Whose"), rows, frozenset({1}))
    return el("section", heading, el("p", advice), listed)


def identical(book: Gradebook, about: About) -> Markup:
    groups = book.identical(lesson.stub_sha256 for lesson in about.lessons)
    heading = el("h2", "Identical hand-ins")
    if not groups:
        return el("section", heading, el("p", "None: no two students handed in the same bytes."))
    intro = (
        "The same file, byte for byte, from different students; untouched stubs are left out. There are many ordinary"
        " reasons for it: work in pairs, a shared example, a file handed in under two names."
    )
    rows: list[list[Child]] = [
        [about.title(g[0].lesson), len(g), _some_of([named(one.student, one.name) for one in g])] for g in groups
    ]
    listed = table(counted(len(groups), "group"), ("Lesson", "Students", "Who"), rows, frozenset({1}))
    return el("section", heading, el("p", intro, class_="quiet"), listed)


def slow(book: Gradebook, about: About) -> Markup:
    found = book.slow()
    heading = el("h2", "Unusually slow", class_="new-page")
    if not found:
        none = "None: no hand-in took over a second and over five times the median of its lesson."
        return el("section", heading, el("p", none))
    rows: list[list[Child]] = [
        [named(grade.student, grade.name), about.title(grade.lesson), seconds(grade.seconds), seconds(middle)]
        for grade, middle in found
    ]
    caption = "Hand-ins that took over a second and over five times the median of their lesson."
    listed = table(caption, ("Student", "Lesson", "Took", "Median"), rows, frozenset({2, 3}))
    return el("section", heading, listed)


def _matter(what: str, grade: Grade, about: About) -> list[Child]:
    return [what, _who(grade, about), _place(grade.place), one_line(grade.problem)]


def _who(grade: Grade, about: About) -> Markup:
    return joined([named(grade.student, grade.name), f" ({about.title(grade.lesson)})"])


def _place(place: str) -> Markup:
    return el("code", one_line(place, _PLACE)) if place else Markup("–")


def _some_of(names: Sequence[Markup]) -> Markup:
    left = len(names) - _NAMES_SHOWN
    return joined([*names[:_NAMES_SHOWN], *([f"and {left} more"] if left > 0 else [])], ", ")
