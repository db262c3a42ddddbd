"""A student's page: theirs alone, no more than `tutor check` tells, and safe to open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from class_results import ABOUT, HOSTILE, NAMES, Page, graded, small_class, without_report, written
from every_state import FURTHER_TO_GO

from tutor.classroom.gradebook import read_gradebook
from tutor.classroom.lateness import Lateness
from tutor.classroom.outputs.feedback import feedback
from tutor.classroom.outputs.page_names import file_name
from tutor.classroom.result import Result, Standing
from tutor.render import terminal
from tutor.render.capabilities import Capabilities
from tutor.report import Outcome


def page_of(results: Sequence[Result], student: str = "ada", lateness: Lateness | None = None) -> str:
    book = read_gradebook(results, ["outer_sum", "scaling"], NAMES, lambda *asked: lateness)
    total = next(total for total in book.students() if total.student == student)
    theirs = {result.lesson: result for result in results if result.student == student}
    return "".join(feedback(total, theirs, ABOUT))


def text_of(html: str) -> str:
    return " ".join(Page(html).text.split())


@pytest.mark.parametrize("state", sample_reports.ALL)
def test_every_state_has_its_page(state: str) -> None:
    report = sample_reports.ALL[state]()
    html = page_of([graded("ada", report)])
    page = Page(html)
    assert page.links == ["#lesson-1"] and page.ids == ["lesson-1"]
    assert "://" not in html
    for check in report.checks:
        assert (check.claim.replace("`", "") in text_of(html)) == (check.outcome is not Outcome.BLOCKED)


@pytest.mark.parametrize("state", ["wrong_values", "wrong_trace", "error", "timeout", "syntax_error", "wrong_shape"])
def test_the_failing_case_is_shown_as_the_terminal_shows_it(state: str) -> None:
    report = replace(sample_reports.ALL[state](), hand_in="outer_sum.py")
    shown = terminal.first_failure(report, Capabilities(width=88)).split("What this looks like")[0].rstrip()
    assert shown in Page(page_of([graded("ada", report)])).text
    assert shown in terminal.render(report, Capabilities(width=88))


def test_the_misconception_is_told_once_as_a_sentence() -> None:
    html = page_of([graded("ada", sample_reports.wrong_values())])
    assert html.count("Only border entries are wrong, all too high.") == 1
    assert "<code>b</code> is added twice there." in html


def test_points_and_late_days_are_told() -> None:
    text = text_of(page_of([graded("ada", sample_reports.passed())], lateness=Lateness(2, 0.2)))
    assert "All 5 checks pass · 4 of 5 points, 2 days late (−1)" in text
    assert "Percent 80.0 %" in text.replace("Percent80", "Percent 80")


def test_what_a_program_printed_is_shown_to_its_author_with_control_characters_visible() -> None:
    html = page_of([graded("ada", sample_reports.printing())])
    assert "\\x1b[31mshape" in html and "\x1b" not in html and "not shown" in html


def test_who_could_not_be_graded_reads_that_it_does_not_count() -> None:
    results = [
        without_report("ada", Standing.NOT_GRADED, "The worker at /srv/grader was lost."),
        without_report("ada", Standing.MISSING, lesson="scaling"),
    ]
    text = text_of(page_of(results))
    assert "does not count against you" in text and "/srv" not in text
    assert "Nothing was handed in for this lesson." in text


def test_a_page_says_nothing_about_anybody_else(tmp_path: Path) -> None:
    written(small_class(), tmp_path)
    for student, name in NAMES.items():
        html = (tmp_path / "feedback" / f"{student}.html").read_text(encoding="utf-8")
        text = Page(html).text
        assert name in text
        for other in NAMES.keys() - {student}:
            assert NAMES[other] not in text and f"{other}/" not in text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text_and_their_page_stays_in_the_folder(text: str, tmp_path: Path) -> None:
    wrong = sample_reports.error()
    told = replace(wrong, output=text, checks=tuple(replace(c, message=text, case=text) for c in wrong.checks))
    result = graded(text, told)
    assert result.report is not None
    written([replace(result, report=replace(result.report, hand_in=text))], tmp_path, names={text: text})
    (path,) = (tmp_path / "feedback").iterdir()
    assert path.name == f"{file_name(text)}.html"
    page = Page(path.read_text(encoding="utf-8"))
    assert all(character.isprintable() or character in "\n\u00a0" for character in page.text)
    assert not re.search("javascript:", "".join(page.links))


def test_after_a_pass_what_goes_further_is_explained() -> None:
    html = page_of([graded("ada", replace(FURTHER_TO_GO, lesson="outer_sum"))])
    assert "What goes further" in html and "Look at this first" not in html
    assert "2 of 8 values differ" in text_of(html)
