"""Reviews in the app: announced in one line, done in a copy, and gone without a trace in the learner's own file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor import reviews
from tutor.course import Course
from tutor.progress import Progress
from tutor.tui.wording import say

SOLVED = "def outer_sum(a, b):\n    return a[:, None] + b\n"


@pytest.fixture
def progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Progress:
    """It is the tenth of March; outer_sum was passed nine days ago."""
    monkeypatch.setattr(reviews, "local_now", lambda: datetime(2026, 3, 10, 12, tzinfo=UTC))
    monkeypatch.setattr(reviews, "draw_seed", iter(range(70, 99)).__next__)
    progress = Progress(tmp_path / "state" / "progress.db")
    progress.record(replace(sample_reports.passed(), started_at="2026-03-01T12:00:00Z"))
    (tmp_path / "torch-course").mkdir()
    (tmp_path / "torch-course/outer_sum.py").write_text(SOLVED)
    return progress


async def begin(app: Driver) -> None:
    await app.press("v")
    await app.until(lambda: app.screen.review is not None and app.screen.lesson.id == "outer_sum", "the review")


async def test_what_is_due_is_said_once_in_the_idle_results(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        assert " v   1 lesson is due for review" in app.results()


async def test_nothing_is_said_when_nothing_is_due(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        assert "review" not in app.results()
        await app.press("v")
        await app.until(lambda: say.nothing_due in app.shown())
        assert app.screen.review is None


async def test_the_outline_marks_what_is_due_with_a_word_and_a_sign(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress, lesson="running_mean", size=(200, 50)) as app:
        line = next(line for line in app.shown().splitlines() if "1.1 " in line and "↻" in line)
        assert "  due" in line


async def test_v_opens_the_due_lesson_from_its_beginning_and_says_that_it_is_a_review(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress, lesson="running_mean") as app:
        await begin(app)
        assert app.editor_text == toy_course.lesson("outer_sum").stub_source
        assert f"{say.code} · outer_sum.py · {say.review}" in app.shown()
        assert f"· {say.review}" in app.shown().splitlines()[0]
        assert ".review/outer_sum.py" in "".join(line.strip() for line in app.results().splitlines())


async def test_a_review_is_checked_on_inputs_of_its_own_and_leaves_the_solved_file_alone(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), progress=progress) as app:
        before = progress.lesson("outer_sum")
        await begin(app)
        await app.type("x = 1\n")
        await app.check()

        request = app.grader.requests[-1]
        assert (request.seed, request.source[:6]) == (70, b"x = 1\n")
        assert (tmp_path / "torch-course/.review/outer_sum.py").read_bytes() == request.source
        assert app.file.read_text() == SOLVED
        assert progress.lesson("outer_sum") == before
        assert "This lesson comes back in " in app.results()
        assert say.you_can_now not in app.results()


async def test_v_again_goes_back_to_the_learners_own_file(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), progress=progress) as app:
        await begin(app)
        await app.type("half done")
        await app.press("escape", "v")
        await app.until(lambda: app.screen.review is None and app.editor_text == SOLVED, "the own file")
        assert app.file.read_text() == SOLVED
        await app.check()
        assert app.grader.requests[-1].seed is None

        await begin(app)
        assert app.editor_text.startswith("half done"), "the review goes on where it was left"


async def test_a_result_of_the_own_file_is_not_shown_for_the_review(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values()), progress=progress) as app:
        await app.check()
        await begin(app)
        await app.until(lambda: say.not_checked in app.results())
        await app.press("escape", "v")
        await app.until(lambda: "1 of 4 checks pass" in app.results())


async def test_starting_again_in_a_review_starts_only_the_review_again(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        await begin(app)
        await app.type("wrong")
        await app.press("escape", "r", "y")
        stub = toy_course.lesson("outer_sum").stub_source
        await app.until(lambda: app.editor_text == stub, "the starting file")
        assert app.file.read_text() == SOLVED


async def test_another_lesson_leaves_the_review(toy_course: Course, tmp_path: Path, progress: Progress) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        await begin(app)
        await app.press("escape", "n")
        await app.until(lambda: app.screen.lesson.id == "running_mean")
        assert app.screen.review is None
        assert app.screen.code.workspace is app.screen.workspace


async def test_giving_up_goes_back_and_says_when_the_lesson_returns(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        await begin(app)
        await app.press("escape")
        await app.screen.run_action("give_up_review")
        await app.until(lambda: app.screen.review is None and app.editor_text == SOLVED)
        await app.until(lambda: "comes back tomorrow" in app.shown())
        assert app.screen.state.due == 0


async def test_there_is_nothing_to_give_up_in_the_own_file(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.screen.run_action("give_up_review")
        await app.until(lambda: say.no_review.split(";")[0] in app.shown())


async def test_a_review_that_cannot_be_kept_is_explained(
    toy_course: Course, tmp_path: Path, progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        monkeypatch.setattr("tutor.progress_file.write", no_room)
        await app.press("v")
        await app.until(lambda: "cannot be kept" in app.shown())
        assert app.screen.review is None
        assert app.editor_text == SOLVED


def no_room(*ignored: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", [say.command_review, say.command_give_up])
async def test_the_palette_offers_it(toy_course: Course, tmp_path: Path, name: str) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("ctrl+p")
        await app.type(name)
        await app.until(lambda: app.shown().count(name) > 1)


async def test_looking_at_the_answers_asks_first_and_then_ends_the_review(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    async with running(toy_course, tmp_path, progress=progress) as app:
        await begin(app)
        await app.press("escape", "c", "n")
        assert app.screen.reviews.open_review("outer_sum") is not None
        await app.press("c", "y")
        await app.until(lambda: app.screen.reviews.open_review("outer_sum") is None)
        assert app.screen.reviews.all()["outer_sum"].days_left(reviews.local_now()) == 1


async def test_nothing_is_checked_while_typing_in_a_review(
    toy_course: Course, tmp_path: Path, progress: Progress
) -> None:
    progress.remember("live", True)
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values()), progress=progress) as app:
        await begin(app)
        await app.check()
        await app.type("x")
        assert not app.screen._may_check_now
        await app.press("escape", "v")
        await app.until(lambda: app.screen.review is None)
        await app.check()
        assert app.screen._may_check_now
