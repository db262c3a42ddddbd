"""docs/teachers.md, followed literally, grades an invented class of 200, and each hand-in becomes what it is."""

from __future__ import annotations

import csv
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from class_of_200 import Expected, make_class_of_200

from tutor.classroom.outputs.page_names import file_name
from tutor.course import FENCE, Course, read_course

CHECKOUT = Path(__file__).parents[1]
GUIDE = CHECKOUT / "docs" / "teachers.md"
TWO_LESSONS = """
format_version = 1
title = { en = "Two lessons" }

[[units]]
id = "layers_and_shapes"
title = { en = "Layers and shapes" }
lessons = ["conv2d_shape_arithmetic"]

[[units]]
id = "losses"
title = { en = "Losses" }
lessons = ["focal_loss"]
"""


@pytest.fixture
def two_lessons(tmp_path: Path) -> Course:
    """A course that takes less time than the whole one."""
    root = tmp_path / "course"
    for folder in ("lessons", "exercises", "graders"):
        shutil.copytree(CHECKOUT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "lessons" / "course.toml").write_text(TWO_LESSONS)
    return read_course(root)


def commands() -> list[list[str]]:
    """The lines of the guide that a teacher types, less those that install and invent."""
    (block,) = (fence["code"] for fence in FENCE.finditer(GUIDE.read_text("utf-8")) if fence["language"] == "sh")
    typed = [shlex.split(line) for line in block.splitlines()]
    assert [line[0] for line in typed[:2]] == ["pip", "python"]
    assert all(line[0] == "tutor" for line in typed[2:])
    return [line[1:] for line in typed[2:]]


@pytest.mark.slow
def test_the_guide_followed_literally_gives_each_of_200_what_it_is(two_lessons: Course, tmp_path: Path) -> None:
    made = make_class_of_200(tmp_path / "class", two_lessons)
    variables = {**os.environ, "TUTOR_COURSE": str(two_lessons.root), "PYTHONPATH": str(CHECKOUT)}
    for command in commands():
        done = subprocess.run(
            [sys.executable, "-m", "tutor", *command], cwd=tmp_path, env=variables, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert "Verified" in done.stdout

    grades = tmp_path / "grades"
    with (grades / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["student"], row["lesson"]): row for row in csv.DictReader(file)}
    wrong = {one.path: got for one in made.expected if (got := came_of(one, rows)) != one.becomes}
    assert wrong == {}
    report = (grades / "report.html").read_text("utf-8")
    assert all(f"-{kind}.zip" in report for kind in ("cut", "deep", "out", "escape")), "what needs a person"
    pages = {path.name for path in (grades / "feedback").iterdir()}
    assert {f"{file_name(student)}.html" for student, _ in rows} == pages


def came_of(one: Expected, rows: dict[tuple[str, str], dict[str, str]]) -> str:
    row = rows[one.student, one.lesson]
    if one.becomes == "not_passed" and row["misconceptions"]:  # of a stretch item: it costs points and not the pass
        return "not_passed"
    match row["standing"], row["outcome"]:
        case "graded", "passed" | "not_written" as outcome:
            return outcome
        case "graded", _:
            return "not_passed"
        case "missing", _:
            return "stray"
        case standing, _:
            return standing
