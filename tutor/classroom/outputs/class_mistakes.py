"""The sections about what a class got wrong, most frequent first; they name nobody and show nobody's file or output."""

from __future__ import annotations

from tutor.classroom.about import About
from tutor.classroom.example import WIDTH, Example
from tutor.classroom.gradebook import Gradebook
from tutor.classroom.outputs.markup import Markup, el, joined, prose
from tutor.classroom.outputs.phrases import in_words, percent
from tutor.classroom.outputs.plots import meter
from tutor.classroom.tallies import Misconception, Unexplained
from tutor.render import wording
from tutor.render.text import wrap
from tutor.render.wording import counted
from tutor.report import Outcome

_MOST_UNEXPLAINED = 25


def misconceptions(book: Gradebook, about: About) -> Markup:
    graded = {tally.lesson: tally.graded for tally in book.lesson_tallies()}
    heading = el("h2", "Misconceptions of this class", class_="new-page")
    if not book.misconceptions:
        none = "No hand-in did exactly what a known mistake does."
        return el("section", heading, el("p", none), id="misconceptions")
    intro = (
        "Mistakes whose behaviour a hand-in reproduced exactly, with the sentence its author read. The example comes"
        " from one of these hand-ins; nobody is named."
    )
    entries = [
        _misconception(rank, found, graded[found.lesson], about) for rank, found in enumerate(book.misconceptions, 1)
    ]
    return el(
        "section", heading, el("p", intro, class_="quiet"), el("ol", *entries, class_="ranked"), id="misconceptions"
    )


def unexplained(book: Gradebook, about: About) -> Markup:
    graded = {tally.lesson: tally.graded for tally in book.lesson_tallies()}
    heading = el("h2", "Not explained yet")
    if not book.unexplained:
        return el("section", heading, el("p", "Every check that failed is explained above."), id="not-explained")
    intro = (
        "Checks that failed in a way no known mistake explains. Where several students fail alike, one small file in"
        " the lesson's grader folder gives the mistake a name and a sentence; CONTRIBUTING says how."
    )
    shown = book.unexplained[:_MOST_UNEXPLAINED]
    entries = [_unexplained(rank, found, graded[found.lesson], about) for rank, found in enumerate(shown, 1)]
    left = len(book.unexplained) - len(shown)
    more = el("p", f"{counted(left, 'more is', 'more are')} in grades.json.", class_="note") if left else None
    return el(
        "section",
        heading,
        el("p", intro, class_="quiet"),
        el("ol", *entries, class_="ranked"),
        more,
        id="not-explained",
    )


def _misconception(rank: int, found: Misconception, graded: int, about: About) -> Markup:
    return el(
        "li",
        el("span", rank, class_="rank", aria_hidden="true"),
        el(
            "div",
            el("h3", in_words(found.name)),
            el("p", prose(found.sentence)),
            _share(found.students, graded, about.title(found.lesson)),
            _example(found.example, is_claim_told=False),
        ),
    )


def _unexplained(rank: int, found: Unexplained, graded: int, about: About) -> Markup:
    what = None if found.outcome is Outcome.FAILED else el("p", f"It {wording.WORDS[found.outcome]}.")
    return el(
        "li",
        el("span", rank, class_="rank", aria_hidden="true"),
        el(
            "div",
            el("h3", prose(found.claim)),
            what,
            _share(found.students, graded, about.title(found.lesson)),
            _example(found.example, is_claim_told=True),
        ),
    )


def _share(students: int, graded: int, lesson: str) -> Markup:
    number = el("b", counted(students, "student"))
    return el(
        "div",
        meter(students / graded if graded else 0.0),
        el("span", number, f", {percent(students, graded)} of the {graded} graded"),
        el("span", lesson),
        class_="share",
    )


def _example(example: Example, is_claim_told: bool) -> Markup | None:
    if example.is_empty:
        return None
    where = None if is_claim_told else joined([", where this should be true: ", prose(example.claim)])
    case = el("code", example.case) if example.case else None
    summary = el("p", example.summary) if example.summary else None
    lines = list(example.lines) or _sides(example)
    shown = el("pre", "\n".join(lines), tabindex=0, role="region", aria_label="Example") if lines else None
    return el("div", el("div", "For example", where, class_="label"), case, summary, shown, class_="example")


def _sides(example: Example) -> list[str]:
    """Expected and yours, unless the summary has said them already."""
    sides = (("expected  ", example.expected), ("yours     ", example.yours))
    told = ((label, side) for label, side in sides if side and side not in example.summary)
    return [line for label, side in told for line in wrap(side, WIDTH, label, " " * len(label))]
