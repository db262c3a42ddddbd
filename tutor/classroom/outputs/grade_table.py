"""Every grade of the class: a row for each student, a column for each lesson."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.classroom.about import About
from tutor.classroom.gradebook import Grade, Gradebook, StudentTotal
from tutor.classroom.outputs.markup import Markup, el, joined, named
from tutor.classroom.outputs.page_names import file_name
from tutor.classroom.outputs.phrases import points, standing
from tutor.classroom.result import Standing
from tutor.render.text import one_line
from tutor.render.wording import counted

FEEDBACK = "feedback"
"""The folder beside the report that holds a page for each student."""
_MOST_UPRIGHT, _MOST_TITLES = 4, 9
"""With more lessons than these the table is printed across, and its columns are headed by numbers instead of titles."""


def every_grade(book: Gradebook, about: About) -> Iterator[Markup]:
    """The section in pieces, a student at a time."""
    caption = "Points after what was taken off for being late. A name leads to the student's page of feedback."
    most = {grade.lesson: grade.max_score for grade in book.grades}
    numbers = {one.id: one.number for one in about.lessons} if len(book.lessons) > _MOST_TITLES else {}
    lessons = [_lesson_heading(numbers.get(one, about.title(one)), most[one]) for one in book.lessons]
    headings = ["Student", *lessons, "Total", "Percent"]
    head = [el("th", text, scope="col", class_="number" if place else None) for place, text in enumerate(headings)]
    on_paper = "new-page landscape" if len(book.lessons) > _MOST_UPRIGHT else "new-page"
    yield Markup(f'<section class="{on_paper}">{el("h2", "Every grade")}')
    yield Markup('<div class="wide grades" tabindex="0" role="region" aria-label="Every grade"><table>')
    yield el("caption", caption)
    yield joined([el("thead", el("tr", *head)), Markup("<tbody>")])
    for total in book.students():
        yield _row(total, book.lessons)
    yield Markup("</tbody></table></div></section>")


def _lesson_heading(title: str, most: float | None) -> Markup:
    return joined([title, el("div", f"of {points(most)}", class_="note") if most else None])


def _row(total: StudentTotal, lessons: tuple[str, ...]) -> Markup:
    by_lesson = {grade.lesson: grade for grade in total.grades}
    link = el("a", named(total.student, total.name), href=f"{FEEDBACK}/{file_name(total.student)}.html")
    known_as = el("div", one_line(total.student, 60), class_="note") if total.name else None
    cells = [_cell(by_lesson.get(lesson)) for lesson in lessons]
    percent = "–" if total.percent is None else f"{total.percent:.1f} %"
    return el(
        "tr",
        el("th", link, known_as, scope="row"),
        *cells,
        el("td", f"{points(total.total)} of {points(total.max_total)}", class_="number"),
        el("td", percent, class_="number"),
    )


def _cell(grade: Grade | None) -> Markup:
    if grade is None or grade.final_score is None:
        return el("td", el("span", standing(grade) if grade else "–", class_="note"), class_="number")
    has_points = grade.standing is Standing.GRADED and not grade.is_untouched
    notes = [] if has_points else [standing(grade)]
    notes += [f"{counted(grade.days_late, 'day')} late"] if grade.days_late else []
    shown = el("div", ", ".join(notes), class_="note") if notes else None
    return el("td", points(grade.final_score), shown, class_="number")
