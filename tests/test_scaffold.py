"""A new lesson grades from the first minute, and one that cannot be made leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tiny_course import make_course

from tutor import scaffold
from tutor.cli import main
from tutor.client import CheckRequest, Client
from tutor.course import Course, read_course
from tutor.errors import CourseError, TutorError, UsageError
from tutor.report import Outcome
from tutor.scaffold import make_lesson


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return make_course(tmp_path / "course")


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_lesson_grades_at_once(course: Course) -> None:
    make_lesson(course, "label-smoothing")
    lesson = read_course(course.root).lesson("label_smoothing")
    answers = {path.stem: path.read_bytes() for path in (course.root / "graders/label_smoothing").glob("*.py")}
    with Client(course.root) as client:

        def check(source: bytes) -> object:
            return client.check(CheckRequest(lesson.id, source, "label_smoothing.py"))

        stub, right, wrong = map(check, (lesson.stub.read_bytes(), answers["reference"], answers["wrong_factor_added"]))
    assert stub.outcome is Outcome.NOT_WRITTEN  # type: ignore[attr-defined]
    assert right.outcome is Outcome.PASSED  # type: ignore[attr-defined]
    assert wrong.first_failure.diagnosis.name == "factor_added"  # type: ignore[attr-defined]


def test_it_goes_to_the_end_of_its_unit(course: Course) -> None:
    make_lesson(course, "label_smoothing", "sums")
    make_lesson(read_course(course.root), "dropout_masks")
    units = read_course(course.root).units
    assert [[lesson.id for lesson in unit.lessons] for unit in units] == [
        ["adding", "mean_of_rows", "label_smoothing"],
        ["scaling", "dropout_masks"],
    ]
    assert len(read_course(course.root).lesson("dropout_masks").hints) == 3


def test_comments_and_layout_of_the_course_file_stay(course: Course) -> None:
    table = course.root / "lessons/course.toml"
    before = table.read_text().replace(
        'lessons = ["scaling"]', 'lessons = [\n    # multiplication\n    "scaling"  # the last\n]'
    )
    table.write_text(before.replace('"scaling"  #', '"scaling",  #'))
    make_lesson(read_course(course.root), "label_smoothing")
    after = table.read_text()
    assert '    # multiplication\n    "scaling",  # the last\n    "label_smoothing",\n]' in after


def test_a_course_file_it_cannot_add_to_is_left_alone(course: Course) -> None:
    table = course.root / "lessons/course.toml"
    table.write_text(table.read_text().replace('lessons = ["scaling"]', 'lessons = ["scaling" # no comma ]\n]'))
    before = everything(course.root)
    with pytest.raises(CourseError, match="not written in a way"):
        make_lesson(read_course(course.root), "label_smoothing")
    assert everything(course.root) == before


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("Label Smoothing", "cannot name a lesson"),
        ("2d_conv", "cannot name a lesson"),
        ("../escape", "cannot name a lesson"),
        ("été", "cannot name a lesson"),
        ("class", "cannot name a lesson"),
        ("", "cannot name a lesson"),
        ("_private", "cannot name a lesson"),
        ("random", "would hide the Python module"),
        ("torch", "would hide the Python module"),
        ("numpy", "would hide the Python module"),
        ("tutor", "would hide the Python module"),
        ("adding", "exists already"),
    ],
)
def test_a_bad_name_is_refused_before_anything_is_written(course: Course, name: str, complaint: str) -> None:
    before = everything(course.root)
    with pytest.raises(UsageError, match=complaint):
        make_lesson(course, name)
    assert everything(course.root) == before


def test_an_unknown_unit_is_refused_with_those_there_are(course: Course) -> None:
    with pytest.raises(UsageError) as refusal:
        make_lesson(course, "label_smoothing", "sum")
    assert refusal.value.advice == "The units are: sums, products."


def test_what_is_in_the_way_is_named_and_kept(course: Course) -> None:
    (course.root / "exercises/label_smoothing.py").write_text("mine")
    with pytest.raises(UsageError, match=r"label_smoothing\.py exists already"):
        make_lesson(course, "label_smoothing")
    assert not (course.root / "graders/label_smoothing").exists()


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["disk", "ctrl-c"]
)
def test_a_failure_midway_takes_everything_back(
    course: Course, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    before = everything(course.root)

    def fail(*ignored: object) -> None:
        raise failure

    monkeypatch.setattr(scaffold, "_replace", fail)
    with pytest.raises((TutorError, KeyboardInterrupt)):
        make_lesson(course, "label_smoothing")
    assert everything(course.root) == before
    assert not (course.root / "graders/label_smoothing").exists()


def test_an_installed_copy_is_not_written_to(tmp_path: Path) -> None:
    course = make_course(tmp_path / "content")
    with pytest.raises(UsageError, match="not a checkout"):
        make_lesson(course, "label_smoothing")


def test_the_command_says_what_it_wrote(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(course.root))
    assert main(["new", "label_smoothing", "--unit", "products"]) == 0
    told = capsys.readouterr()
    assert f"  lessons{os.sep}en{os.sep}label_smoothing.md\n" in told.out
    assert "tutor audit label-smoothing" in told.err
