"""Grades as a teacher's programs read them: what counts, what does not, and what no hostile hand-in can do to them."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import sample_reports
from class_results import ABOUT, HOSTILE, NAMES, STUB, graded, small_class, without_report, written
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.classroom.gradebook import Gradebook, read_gradebook
from tutor.classroom.lateness import Lateness
from tutor.classroom.outputs.canvas_csv import write_canvas
from tutor.classroom.outputs.class_report import class_report
from tutor.classroom.outputs.grades_csv import cell, write_by_student, write_grades
from tutor.classroom.outputs.grades_schema import grades_schema
from tutor.classroom.outputs.page_names import file_name
from tutor.classroom.outputs.write import write_outputs
from tutor.classroom.result import Result, Standing
from tutor.errors import TutorError
from tutor.render.text import escape_controls
from tutor.report import Outcome
from tutor.report_json import report_from_dict

SCHEMA_FILE = Path(__file__).parent.parent / "docs" / "grades.schema.json"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def book_of(*results: Result, **options: object) -> Gradebook:
    return read_gradebook(results, [lesson.id for lesson in ABOUT.lessons], NAMES, **options)  # type: ignore[arg-type]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def grades_csv(book: Gradebook) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    write_grades(book, file)
    return rows_of(file.getvalue())


def by_student(book: Gradebook) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    write_by_student(book, file)
    return rows_of(file.getvalue())


def test_partial_credit_comes_from_the_checks_and_the_most_from_any_report_of_the_lesson() -> None:
    broken = graded("alan", sample_reports.syntax_error())
    grades = book_of(
        graded("ada", sample_reports.wrong_values()), broken, graded("emmy", sample_reports.passed())
    ).grades
    assert [(grade.student, grade.score, grade.max_score) for grade in grades] == [
        ("ada", 1.0, 5.0),
        ("alan", 0.0, 5.0),
        ("emmy", 5.0, 5.0),
    ]


def test_what_is_missing_or_unreadable_counts_nothing_and_what_we_could_not_grade_has_no_grade() -> None:
    book = book_of(
        graded("ada", sample_reports.passed()),
        without_report("alan", Standing.MISSING),
        without_report("emmy", Standing.UNREADABLE, "It is empty."),
        without_report("grace", Standing.NOT_GRADED, "There is no PyTorch."),
    )
    rows = {row["student"]: row for row in grades_csv(book)}
    assert [rows[s]["final_score"] for s in ("ada", "alan", "emmy", "grace")] == ["5", "0", "0", ""]
    assert (rows["grace"]["score"], rows["grace"]["problem"]) == ("", "There is no PyTorch.")
    totals = {row["student"]: row for row in by_student(book)}
    assert (totals["alan"]["percent"], totals["grace"]["percent"]) == ("0", "")
    assert (totals["grace"]["outer_sum"], totals["grace"]["max_total"]) == ("", "0")


def test_a_lesson_nobody_could_be_graded_in_has_no_most_points() -> None:
    (grade,) = book_of(graded("ada", sample_reports.syntax_error())).grades
    assert grade.max_score is None
    assert grades_csv(book_of(graded("ada", sample_reports.syntax_error())))[0]["max_score"] == ""


def test_being_late_takes_part_of_the_score_and_never_more_than_all_of_it() -> None:
    late = {"ada": Lateness(2, 0.2), "alan": Lateness(40, 7.0)}
    results = [graded(student, sample_reports.passed()) for student in ("ada", "alan", "emmy")]
    grades = book_of(*results, lateness=lambda student, lesson, at: late.get(student)).grades
    assert [(g.days_late, g.late_penalty, g.final_score) for g in grades] == [
        (2, 1.0, 4.0),
        (40, 5.0, 0.0),
        (0, 0.0, 5.0),
    ]


def test_lateness_is_not_asked_where_nothing_says_when() -> None:
    def never(student: str, lesson: str, at: str) -> Lateness:
        raise AssertionError(at)

    book_of(graded("ada", sample_reports.passed(), submitted_at=""), lateness=never)


def test_the_order_of_results_changes_nothing() -> None:
    results = small_class()
    one, other = book_of(*results), book_of(*reversed(results))
    assert one.grades == other.grades
    assert one.misconceptions == other.misconceptions
    assert one.unexplained == other.unexplained
    assert [grade.lesson for grade in one.grades[:2]] == ["outer_sum", "scaling"]


def test_two_results_for_one_lesson_are_refused() -> None:
    twice = graded("ada", sample_reports.passed())
    with pytest.raises(ValueError, match=r"'ada' has more than one result for 'outer_sum'"):
        book_of(twice, twice)


def test_misconceptions_are_counted_once_a_student_and_ranked() -> None:
    wrong = sample_reports.wrong_values()
    on_two_devices = replace(wrong, checks=(*wrong.checks, *(replace(c, device="cuda") for c in wrong.checks)))
    found = book_of(
        graded("ada", on_two_devices), graded("alan", wrong), graded("emmy", sample_reports.wrong_shape())
    ).misconceptions
    assert [(one.name, one.students) for one in found] == [("adds_twice", 2), ("rounds_up", 1)]
    assert found[0].example.case == "outer_sum(a, b)"
    assert found[0].example.lines[0].split() == ["expected", "yours", "difference"]


def test_only_the_first_failure_of_an_item_is_unexplained_and_none_of_an_item_that_is_explained() -> None:
    wrong = sample_reports.wrong_dtype()
    later = replace(wrong.checks[-1], id="later", claim="Later.")
    explained = sample_reports.wrong_values()
    also = replace(explained, checks=(*explained.checks, later))
    book = book_of(graded("ada", replace(wrong, checks=(*wrong.checks, later))), graded("alan", also))
    assert [(one.claim, one.outcome, one.students) for one in book.unexplained] == [
        (sample_reports.CLAIMS[2], Outcome.FAILED, 1)
    ]


def test_a_file_python_cannot_read_is_unexplained_too() -> None:
    (one,) = book_of(graded("ada", sample_reports.syntax_error())).unexplained
    assert (one.check, one.outcome, one.example.is_empty) == ("", Outcome.ERROR, True)


def test_checks_are_ranked_by_how_many_pass_and_stubs_are_no_try() -> None:
    book = book_of(
        graded("ada", sample_reports.passed()),
        graded("alan", sample_reports.wrong_values()),
        graded("emmy", sample_reports.not_written()),
    )
    tallies = {check.claim: (check.passed, check.tried, check.waiting) for check in book.checks}
    assert tallies[sample_reports.CLAIMS[0]] == (2, 2, 0)
    assert tallies[sample_reports.CLAIMS[1]] == (1, 2, 0)
    assert tallies[sample_reports.CLAIMS[2]] == (1, 2, 1)
    assert book.checks[-1].rate == 1.0 and book.checks[0].rate == 0.5


def test_lessons_are_counted() -> None:
    late = book_of(*small_class(), lateness=lambda *asked: Lateness(1, 0.1) if asked[0] == "ada" else None)
    outer_sum, scaling = late.lesson_tallies()
    assert (outer_sum.handed_in, outer_sum.graded, outer_sum.passed, outer_sum.not_started) == (4, 4, 0, 1)
    assert (outer_sum.missing, outer_sum.late, outer_sum.median_score) == (1, 1, 0.5)
    assert (scaling.graded, scaling.passed, scaling.unreadable, scaling.not_graded) == (3, 2, 1, 1)


def test_identical_hand_ins_are_grouped_and_stubs_are_not() -> None:
    same = [graded(student, sample_reports.passed(), sha256="a" * 64) for student in ("ada", "alan")]
    stubs = [graded(student, sample_reports.not_written(), sha256="b" * 64) for student in ("emmy", "grace")]
    unlike = [graded(student, sample_reports.wrong_shape(), sha256=STUB) for student in ("kurt", "sofja")]
    groups = book_of(*same, *stubs, *unlike).identical([STUB])
    assert [[grade.student for grade in group] for group in groups] == [["ada", "alan"]]


def test_a_hand_in_is_slow_next_to_its_class_and_a_clock() -> None:
    quick = [graded(f"s{n}", replace(sample_reports.passed(), seconds=0.1)) for n in range(9)]
    slow = graded("ada", replace(sample_reports.passed(), seconds=1.5))
    hardly = graded("alan", replace(sample_reports.passed(), seconds=0.9))
    assert [grade.student for grade, median in book_of(*quick, slow, hardly).slow()] == ["ada"]


def test_why_a_hand_in_was_refused_is_in_its_row() -> None:
    (row,) = grades_csv(book_of(graded("ada", sample_reports.refused())))
    assert (row["outcome"], row["problem"]) == ("refused", "What came back was no answer to the question.")


def test_each_hostile_text_is_a_harmless_cell() -> None:
    results = [graded(text, sample_reports.passed(), place=text) for text in HOSTILE]
    file = io.StringIO(newline="")
    write_grades(read_gradebook(results, names=dict(zip(HOSTILE, HOSTILE, strict=True))), file)
    file.getvalue().encode("utf-8")
    rows = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert len(rows) == len(HOSTILE) + 1 and {len(row) for row in rows} == {18}
    for shown in (text for row in rows for text in row):
        assert not shown.lstrip().startswith(FORMULA), shown
        assert shown.isprintable(), shown


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.floats(0, 1e6), st.integers(-5, 5))
def test_a_row_read_back_is_what_was_written(text: str, other: str, number: float, whole: int) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([cell(text), cell(number), cell(other), cell(whole), cell(None)])
    ((first, second, third, fourth, fifth),) = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert float(second) == number and int(fourth) == whole and fifth == ""
    for shown, meant in ((first, text), (third, other)):
        assert not shown.startswith(FORMULA)
        if meant == escape_controls(meant).replace("\n", "\\n"):
            assert shown.removeprefix("'") == meant.removeprefix("'")


def test_numbers_of_ours_stay_numbers() -> None:
    assert [cell(value) for value in (3.0, 2.75, -1.5, 0.1 + 0.2, 7, None)] == [
        *("3", "2.75", "-1.5", "0.30000000000000004", "7"),
        "",
    ]


def test_canvas_reads_points_possible_below_the_header_and_only_students_it_knows() -> None:
    identities = {
        "ada": {"Student": "Lovelace, Ada", "ID": "17", "SIS Login ID": "=ada", "Section": "A"},
        "grace": {"Student": "Hopper, Grace", "ID": "18", "Section": "A"},
    }
    file = io.StringIO(newline="")
    write_canvas(book_of(*small_class()), ABOUT, identities, file, {"scaling": "Scaling (4711)"})
    assert list(csv.reader(io.StringIO(file.getvalue(), newline=""))) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Sums of every pair", "Scaling (4711)"],
        ["    Points Possible", "", "", "", "", "5", "5"],
        ["Lovelace, Ada", "17", "", "'=ada", "A", "1", "5"],
        ["Hopper, Grace", "18", "", "", "A", "0", ""],
    ]


def test_a_byte_order_mark_comes_only_when_asked_for(tmp_path: Path) -> None:
    for bom in (False, True):
        write_outputs(lambda: iter(()), tmp_path, ABOUT, lambda student: (), bom=bom)
        assert (tmp_path / "grades.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bom


def test_every_file_is_written_and_the_one_for_canvas_needs_a_roster(tmp_path: Path) -> None:
    written(small_class(), tmp_path)
    files = {"grades.csv", "grades-by-student.csv", "grades.json", "junit.xml", "report.html", "feedback"}
    assert {path.name for path in tmp_path.iterdir()} == files
    assert {path.name for path in (tmp_path / "feedback").iterdir()} == {
        f"{student}.html" for student in ("ada", "alan", "emmy", "grace", "linus")
    }
    write_outputs(lambda: iter(()), tmp_path, ABOUT, lambda student: (), identities={"ada": {"ID": "1"}})
    assert (tmp_path / "grades-canvas.csv").is_file()


def test_the_json_agrees_with_the_published_schema_and_holds_each_report(tmp_path: Path) -> None:
    written(small_class(), tmp_path)
    text = (tmp_path / "grades.json").read_text(encoding="utf-8")
    assert text.isascii()
    document = json.loads(text)
    jsonschema.validate(document, grades_schema())
    reports = [report_from_dict(grade["report"]) for grade in document["grades"] if grade["report"]]
    assert reports == [result.report for result in small_class() if result.report]
    assert [grade["final_score"] for grade in document["grades"]][-3:] == [None, 0.0, 1.0]


def test_the_schema_in_the_docs_is_the_one_of_the_dataclasses() -> None:
    jsonschema.Draft202012Validator.check_schema(grades_schema())
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == grades_schema(), (
        "run: python -m tutor.classroom.outputs.grades_schema > docs/grades.schema.json"
    )


def test_hostile_texts_stay_data_in_json_and_xml(tmp_path: Path) -> None:
    results = [
        graded(text, replace(sample_reports.printing(), output=text, hand_in=text), place=text) for text in HOSTILE
    ]
    written(results, tmp_path, names={})
    document = json.loads((tmp_path / "grades.json").read_text(encoding="utf-8"))
    assert {grade["student"] for grade in document["grades"]} == set(HOSTILE)
    root = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert len(root) == len(HOSTILE) and {suite.tag for suite in root} == {"testsuite"}
    assert root.find(".//evil") is None


def test_junit_has_a_suite_for_each_student_and_lesson_and_its_counts_agree(tmp_path: Path) -> None:
    written(small_class(), tmp_path)
    root = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert [suite.get("name") for suite in root][:3] == ["ada.outer_sum", "ada.scaling", "alan.outer_sum"]
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
    for verdict, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(root.attrib[attribute]) == len(root.findall(f".//testcase/{verdict}"))
    assert root.attrib["time"] == f"{sum(float(suite.attrib['time']) for suite in root):.3f}"
    verdicts = {suite.get("name"): suite[-1][-1].tag for suite in root}
    assert (verdicts["linus.outer_sum"], verdicts["emmy.scaling"], verdicts["grace.scaling"]) == (
        *("skipped", "failure"),
        "error",
    )


def test_a_failure_half_way_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    written(small_class(), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def lost(student: str) -> list[Result]:
        raise RuntimeError("the journal is gone")

    with pytest.raises(RuntimeError, match="the journal is gone"):
        write_outputs(lambda: iter(small_class()), tmp_path, ABOUT, lost, names=NAMES)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_result_that_cannot_be_read_again_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'ada' had a result for outer_sum, scaling, which cannot be read again"):
        write_outputs(lambda: iter(small_class()), tmp_path, ABOUT, lambda student: ())
    assert not (tmp_path / "grades.json").exists()


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file, not a folder")
    with pytest.raises(TutorError, match=r"grades\.csv cannot be written") as caught:
        written(small_class(), tmp_path / "results")
    assert "another folder" in caught.value.advice


def test_an_error_of_what_is_read_is_not_told_as_one_of_writing(tmp_path: Path) -> None:
    def gone(student: str) -> list[Result]:
        (tmp_path / "journal").read_bytes()
        return []

    with pytest.raises(FileNotFoundError, match="journal"):
        write_outputs(lambda: iter(small_class()), tmp_path, ABOUT, gone)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_student_id_makes_a_plain_file_name(student: str) -> None:
    name = file_name(student)
    assert name.isascii() and 0 < len(name) <= 64
    assert not name.startswith((".", "-")) and set(name).isdisjoint("/\\: \0")


def test_ids_that_look_alike_have_files_of_their_own() -> None:
    alike = ["ada", "Ada", "ADA ", "a/da", "../ada", "ada\udcff", "con", "nul.txt", "ada.lovelace", "", *HOSTILE]
    names = [file_name(student) for student in alike]
    assert len({name.casefold() for name in names}) == len(alike)
    assert names[0] == "ada" and "ada.lovelace" in names and "con" not in names
    assert file_name(file_name("Ada")) != file_name("Ada")


def test_ten_thousand_large_reports_take_the_memory_of_ten_thousand_small_rows() -> None:
    wrong = sample_reports.wrong_values()

    def stream() -> Iterator[Result]:
        for number in range(10_000):
            report = replace(wrong, output=f"{number}{'x' * 50_000}")
            yield Result(f"s{number:05}", "outer_sum", Standing.GRADED, "place", f"{number:064}", "", "", report)

    tracemalloc.start()
    try:
        book = read_gradebook(stream(), ["outer_sum"])
        size = sum(map(len, class_report(book, ABOUT)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(book.grades), book.misconceptions[0].students) == (10_000, 10_000)
    assert size > 1_000_000
    assert peak < 25_000_000, f"{peak:,} bytes; the reports' output alone is 500,000,000"
