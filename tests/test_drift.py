"""Grades that changed when the same hand-ins were graded again, and the reasons given."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from sample_reports import CLAIMS, check, not_run, passed, report, wrong_values

from tutor.classroom.drift import Change, compare, drift
from tutor.classroom.drift_table import COLUMNS, lines, why, write_csv
from tutor.classroom.result import Result, Standing
from tutor.report import Diagnosis, Outcome, Report, SandboxGrade

OLD = {"torch": "2.8.0", "tutor": "0.1.0", "python": "3.11.7"}
NEW = {**OLD, "torch": "2.13.0"}


def result(graded: Report, student: str = "ada", **details: object) -> Result:
    given: dict[str, object] = {"sha256": "5ha", "place": f"{student}/outer_sum.py", "report": graded}
    standing = details.pop("standing", Standing.GRADED)
    return Result(student, "outer_sum", standing, **{**given, **details})  # type: ignore[arg-type]


def change(before: Report, after: Report, *, has_lesson_changed: bool | None = False) -> Change:
    found = compare(result(before), result(after), has_lesson_changed)
    assert found is not None
    return found


BEFORE, AFTER = replace(passed(), versions=OLD), replace(wrong_values(), versions=NEW)


def test_the_same_grade_from_the_same_checks_is_no_change() -> None:
    again = replace(passed(), seconds=9.0, started_at="2027-01-01T00:00:00Z", versions=NEW)
    assert compare(result(passed()), result(again)) is None


def test_a_changed_grade_lists_the_checks_that_changed_and_no_others() -> None:
    found = change(BEFORE, AFTER)
    assert found.is_grade_changed
    assert (found.before.score, found.after.score if found.after else None) == (5, 1)
    names = [entry.id for entry in found.checks]
    assert names == [check(claim, Outcome.PASSED).id for claim in CLAIMS[1:]]
    failed = found.checks[0]
    assert (failed.before, failed.after, failed.points_before, failed.points_after) == ("passed", "failed", 1, 0)
    assert (failed.misconception_before, failed.misconception_after) == ("", "adds_twice")
    gone = found.checks[-1]
    assert (gone.before, gone.after) == ("passed", "")


def test_another_misconception_for_the_same_points_is_told_as_such() -> None:
    other = tuple(
        replace(c, diagnosis=Diagnosis("adds_thrice", "")) if c.diagnosis else c for c in wrong_values().checks
    )
    found = change(wrong_values(), replace(wrong_values(), checks=other))
    assert not found.is_grade_changed
    assert [(c.misconception_before, c.misconception_after) for c in found.checks] == [("adds_twice", "adds_thrice")]
    assert "as before, in another way" in next(lines([found]))


def test_points_that_a_check_is_newly_worth_are_a_changed_grade() -> None:
    dearer = tuple(replace(c, points=2 * c.points, max_points=2 * c.max_points) for c in passed().checks)
    assert change(passed(), replace(passed(), checks=dearer)).is_grade_changed


@pytest.mark.parametrize(
    ("after", "has_lesson_changed", "reason"),
    [
        (AFTER, False, "Different: torch 2.8.0 → 2.13.0."),
        (replace(AFTER, versions=OLD), True, "Different: the lesson or its grader changed."),
        (replace(AFTER, versions=OLD, seed=9), False, "Different: other inputs were drawn (another seed)."),
        (replace(AFTER, versions=OLD, sandbox=SandboxGrade("D")), False, "Different: sandbox grade B → D."),
        (replace(AFTER, versions={}), False, "Different: python 3.11.7 → ?; torch 2.8.0 → ?; tutor 0.1.0 → ?."),
    ],
)
def test_what_was_different_is_said(after: Report, has_lesson_changed: bool, reason: str) -> None:
    assert why(change(BEFORE, after, has_lesson_changed=has_lesson_changed)) == reason


def test_a_change_without_a_recorded_reason_is_not_blamed_on_anything() -> None:
    after = replace(AFTER, versions=OLD)
    assert "Nothing that is recorded differs" in why(change(BEFORE, after))
    assert why(change(BEFORE, after, has_lesson_changed=None)).endswith("Whether the lesson changed is not recorded.")


def test_what_cannot_be_compared_is_listed_and_counts_against_nobody() -> None:
    ours = result(not_run(), standing=Standing.NOT_GRADED, problem="There is no GPU here.")
    other_file = result(passed(), sha256="0ther")
    for after, reason in ((None, "not found"), (ours, "no GPU here"), (other_file, "Another file was graded")):
        found = compare(result(BEFORE), after)
        assert found is not None
        assert not found.is_compared and not found.is_grade_changed
        assert reason in why(found)


def test_results_are_taken_one_by_one_and_only_changes_come_out() -> None:
    taken: list[str] = []

    def old() -> object:
        for student in ("ada", "bob", "eve"):
            taken.append(student)
            yield result(BEFORE, student)

    changes = drift(old(), lambda before: result(AFTER if before.student != "bob" else BEFORE, before.student))  # type: ignore[arg-type]
    assert next(changes).before.student == "ada"
    assert taken == ["ada"]
    assert [found.before.student for found in changes] == ["eve"]


def test_the_text_says_each_grade_each_check_and_the_sum() -> None:
    found = [change(BEFORE, AFTER), Change(result(BEFORE, "bob"), None)]
    assert "\n".join(lines(found)) == (
        "ada, outer_sum: 5 of 5 → 1 of 4\n"
        "  entry_[i,_j]_is_a[i]_+_b[j].: passed → failed, 1 → 0 points, misconception none → adds_twice\n"
        "  the_result_keeps_the_dtype_of_its_inputs.: passed → blocked, 1 → 0 points\n"
        "  gradients_reach_both_inputs.: passed → blocked, 1 → 0 points\n"
        "  the_inputs_stay_as_they_were.: passed → not there, 1 → 0 points\n"
        "  Different: torch 2.8.0 → 2.13.0.\n"
        "bob, outer_sum: not compared.\n"
        "  There is no new result: the hand-in was not found.\n"
        "Grades that changed: 1. Same points in another way: 0. Not compared: 1."
    )
    assert list(lines([])) == ["No grade changed."]


def test_the_csv_has_a_row_for_each_check_and_no_formula() -> None:
    evil = compare(result(BEFORE, "=HYPERLINK(1)\n\x1b[2J"), result(AFTER, "x"))
    assert evil is not None
    file = io.StringIO(newline="")
    write_csv([evil, Change(result(report([]), "bob"), None)], file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert len(rows) == 5
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["student"] == "'=HYPERLINK(1)\\n\\x1b[2J"
    assert (rows[0]["score_before"], rows[0]["score_after"]) == ("5", "1")
    assert (rows[0]["outcome_after"], rows[0]["misconception_after"]) == ("failed", "adds_twice")
    assert rows[-1]["check"] == "" and "not found" in rows[-1]["why"]
    assert all(None not in row and None not in row.values() for row in rows)
