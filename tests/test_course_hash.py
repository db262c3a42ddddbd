"""A course's hash changes with all that decides grades, and with nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tutor.classroom import course_hash as module
from tutor.classroom.course_hash import course_hash, lesson_hash
from tutor.course import Course, read_course
from tutor.errors import CourseError


@pytest.fixture
def copy(toy_course: Course, tmp_path: Path) -> Path:
    shutil.copytree(toy_course.root, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "course"


def hashes(root: Path) -> tuple[str, str, str]:
    course = read_course(root)
    return course_hash(course), *(lesson_hash(course, course.lesson(n)) for n in ("outer_sum", "running_mean"))


def test_a_copy_elsewhere_has_the_same_hashes(toy_course: Course, copy: Path) -> None:
    assert hashes(copy) == hashes(toy_course.root)


@pytest.mark.parametrize("file", ["graders/outer_sum/grader.py", "exercises/outer_sum.py", "lessons/en/outer_sum.md"])
def test_one_byte_changes_the_lesson_and_the_course_and_no_other_lesson(copy: Path, file: str) -> None:
    before = hashes(copy)
    with (copy / file).open("a") as text:
        text.write(" ")
    after = hashes(copy)
    assert [a != b for a, b in zip(before, after, strict=True)] == [True, True, False]


def test_a_new_or_renamed_file_of_a_grader_counts_and_bytecode_does_not(copy: Path) -> None:
    before, folder = hashes(copy), copy / "graders" / "outer_sum"
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "grader.cpython-311.pyc").write_bytes(b"\0")
    assert hashes(copy) == before
    (folder / "wrong_transposed.py").rename(folder / "wrong_turned.py")
    assert hashes(copy)[1] != before[1]


def test_another_tutor_has_other_hashes(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashes(copy)
    monkeypatch.setattr(module, "__version__", "99.0")
    assert not set(hashes(copy)) & set(before)


def test_a_course_without_graders_has_no_hash(copy: Path) -> None:
    shutil.rmtree(copy / "graders" / "outer_sum")
    with pytest.raises(CourseError, match=r"grader\.py is missing"):
        hashes(copy)
