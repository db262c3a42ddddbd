"""What passing whole units means one is able to do, on the command line and in the app."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from every_state import PASSED
from tiny_course import make_course
from tui_pilot import FakeGrader, running

from tutor.cli import main
from tutor.course import Course
from tutor.progress import Progress
from tutor.tui.wording import say


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    monkeypatch.setenv("TUTOR_LANG", "en")
    return make_course(tmp_path / "course")


def passed(progress: Progress, *lessons: str) -> Progress:
    for lesson in lessons:
        progress.record(replace(PASSED, lesson=lesson))
    return progress


def test_status_lists_what_each_passed_unit_gives(tiny: Course, capsys: pytest.CaptureFixture[str]) -> None:
    passed(Progress(), "adding", "scaling")
    assert main(["status"]) == 0
    out = capsys.readouterr().out
    assert "With unit 2, Products, you can now:\n  · add two tensors\n  · name the result\n" in out
    assert "With unit 1" not in out


def test_status_says_nothing_of_skills_before_a_unit_is_passed(
    tiny: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    passed(Progress(), "adding")
    main(["status"])
    assert "you can now" not in capsys.readouterr().out


async def test_the_end_of_a_unit_of_several_lessons_looks_back_on_it(tiny: Course, tmp_path: Path) -> None:
    progress = passed(Progress(tmp_path / "progress.db"), "adding")
    grader = FakeGrader(sample_reports.passed())
    async with running(tiny, tmp_path, grader, progress=progress, lesson="mean_of_rows") as app:
        await app.check()
        assert say.unit_done(1) in app.results()
        looking_back = app.results().partition(say.you_can_now_in("Sums"))[2]
        assert looking_back.count("add two tensors") == 2


async def test_the_end_of_the_course_looks_back_on_every_unit(tiny: Course, tmp_path: Path) -> None:
    progress = passed(Progress(tmp_path / "progress.db"), "adding", "mean_of_rows")
    grader = FakeGrader(sample_reports.passed())
    async with running(tiny, tmp_path, grader, progress=progress, lesson="scaling") as app:
        await app.check()
        assert say.course_done in app.results()
        assert say.you_can_now_in("Sums") in app.results()
        assert say.you_can_now_in("Products") in app.results()


async def test_a_unit_of_one_lesson_is_not_said_twice(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.check()
        assert app.results().count("build a table of pairs") == 1
