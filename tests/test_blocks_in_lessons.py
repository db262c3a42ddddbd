"""Blocks of a lesson are chosen and run where they stand, and what they print appears beneath."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor.conversation import CheckCancelled, CheckProgress, OnProgress
from tutor.course import Course
from tutor.errors import TutorError, WorkerError
from tutor.report import Frame, Problem
from tutor.snippet import SnippetResult
from tutor.tui.wording import say

LESSON = """# Blocks

Text before.

```python run
a = 1
print(a)
```

```text output
1
```

```python
not_run = True
```

```python run
print(a + 1)
```

```text output
2
```

```python predict PREDICT_1
a = 40
a + 2
```

## Your turn

Nothing.
"""
EXERCISE = "import torch\n\nPREDICT_1 = ...  # a number\n\n\ndef outer_sum(a, b):\n    ...\n"


@dataclass
class BlockGrader(FakeGrader):
    """Answers blocks too: with `result`, by raising `block_error`, or when `block_gate` is opened or cancelled."""

    result: SnippetResult = field(default_factory=lambda: SnippetResult("42\n"))
    block_error: TutorError | None = None
    block_gate: threading.Event | None = None
    is_cold: bool = False
    offered: tuple[str, ...] = ()
    asked: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)
    stops: int = 0

    def run_snippet(
        self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False, on_progress: OnProgress | None = None
    ) -> SnippetResult:
        self.asked.append((lesson, tuple(blocks), shows_value))
        stops = self.stops
        if self.is_cold and on_progress:
            on_progress(CheckProgress("starting"))
        if self.block_gate is not None:
            self.block_gate.wait(20)
        if self.stops > stops:
            raise CheckCancelled
        if self.block_error is not None:
            raise self.block_error
        return self.result

    def choices(self, lesson: str, name: str) -> tuple[str, ...]:
        return self.offered

    def cancel_snippets(self) -> None:
        self.stops += 1
        if self.block_gate is not None:
            self.block_gate.set()


def course_with(toy_course: Course, folder: Path, text: str = LESSON, exercise: str = EXERCISE) -> Course:
    """The toy course with another text and another stub in its first lesson."""
    stub = folder / "outer_sum.py"
    stub.write_text(exercise)
    first, *others = toy_course.units
    lesson = replace(first.lessons[0], text=text, stub=stub)
    return replace(toy_course, units=(replace(first, lessons=(lesson, *first.lessons[1:])), *others))


@asynccontextmanager
async def reading(
    toy_course: Course, folder: Path, grader: BlockGrader | None = None, size: tuple[int, int] = (120, 50)
) -> AsyncIterator[Driver]:
    grader = grader or BlockGrader(sample_reports.passed())
    async with running(course_with(toy_course, folder), folder, grader, size=size) as app:
        yield app


async def after_run(app: Driver, count: int = 1) -> str:
    await app.until(lambda: len(asked(app)) >= count and not app.screen.block_runner.is_busy, "a result of a block")
    return app.shown()


def asked(app: Driver) -> list[tuple[str, tuple[str, ...], bool]]:
    assert isinstance(app.grader, BlockGrader)
    return app.grader.asked


FIRST, SECOND, PREDICTED = "a = 1\nprint(a)", "print(a + 1)", "a = 40\na + 2"


# Choosing


async def test_a_key_chooses_a_block_and_says_what_runs_it(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        assert say.run_keys not in app.shown()
        await app.press("]")

        assert say.run_keys in app.shown()
        assert [fence.has_class("-chosen") for fence in app.screen.lesson_pane.blocks] == [True, False, False]


async def test_brackets_go_from_block_to_block_and_stop_at_the_ends(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        for keys, chosen in (("]]", 1), ("]]]", 2), ("[[[[", 0)):
            await app.press(*keys)
            assert [fence.has_class("-chosen") for fence in app.screen.lesson_pane.blocks].index(True) == chosen


async def test_esc_leaves_the_block_and_r_means_what_it_meant(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "escape")
        assert say.run_keys not in app.shown()

        await app.press("r")
        assert say.again_title in app.shown()
        assert asked(app) == []


async def test_r_outside_the_lesson_pane_starts_again_although_a_block_is_chosen(
    toy_course: Course, tmp_path: Path
) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "3", "r")
        assert say.again_title in app.shown()
        assert asked(app) == []


async def test_enter_on_an_example_still_goes_to_the_code(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "enter")
        assert app.screen.pane == "code"


async def test_a_click_chooses_a_block_and_a_click_on_its_keys_runs_it(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        fence = app.screen.lesson_pane.blocks[1]
        await app.pilot.click(fence, offset=(3, 1))
        await app.until(lambda: fence.has_class("-chosen"))
        await app.pilot.click(fence.query_one(".fence-keys"))
        assert "42" in await after_run(app)


async def test_a_block_that_only_shows_code_cannot_be_chosen(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, BlockGrader()) as app:
        await app.press("]")
        assert say.no_blocks in app.shown()


async def test_the_palette_chooses_and_runs_a_block_too(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.screen.run_action("run_block")
        await app.pilot.pause()
        assert say.run_keys in app.shown()
        await app.screen.run_action("run_block")
        assert "42" in await after_run(app)


# Running


async def test_the_output_appears_under_its_block_and_is_marked_as_just_run(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "r")
        shown = await after_run(app)

        assert shown.index("print(a)") < shown.index(say.just_printed) < shown.index("42") < shown.index("it prints")


async def test_a_block_runs_after_the_examples_before_it_and_no_prediction(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "]", "r")
        await after_run(app)
        assert asked(app) == [("outer_sum", (FIRST, SECOND), False)]


async def test_an_exception_is_its_last_line_and_the_line_of_the_block(toy_course: Course, tmp_path: Path) -> None:
    problem = Problem("NameError", "name 'x' is not defined", (Frame(2, "<module>", "print(x)"),))
    grader = BlockGrader(result=SnippetResult("before\n", problem=problem, block=0))
    async with reading(toy_course, tmp_path, grader) as app:
        await app.press("]", "r")
        shown = await after_run(app)
        for words in ("before", "! NameError: name 'x' is not defined", say.line_of_block(2), "print(x)"):
            assert words in shown


async def test_an_exception_of_an_earlier_block_says_so(toy_course: Course, tmp_path: Path) -> None:
    problem = Problem("ValueError", "no", (Frame(1, "", "a = 1"),))
    async with reading(toy_course, tmp_path, BlockGrader(result=SnippetResult(problem=problem, block=0))) as app:
        await app.press("]", "]", "r")
        assert say.line_of_earlier_block(1) in " ".join((await after_run(app)).split())


async def test_limits_cuts_and_silence_are_told_in_words(toy_course: Course, tmp_path: Path) -> None:
    told = (
        (SnippetResult(problem=Problem("timeout", "Stopped after 10 s.", advice="Look.")), "Stopped after 10 s."),
        (SnippetResult("x", output_cut=True), say.printed_cut),
        (SnippetResult(), say.printed_nothing),
    )
    async with reading(toy_course, tmp_path) as app:
        await app.press("]")
        for count, (result, words) in enumerate(told, start=1):
            assert isinstance(app.grader, BlockGrader)
            app.grader.result = result
            await app.press("r")
            assert words in await after_run(app, count)


async def test_markup_and_control_characters_of_the_output_do_nothing(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, BlockGrader(result=SnippetResult("[b]x[/b] \x1b[31mred\x07\n"))) as app:
        await app.press("]", "r")
        shown = await after_run(app)
        assert "[b]x[/b] red␇" in shown
        assert not {"\x1b", "\x07"} & set(shown)


async def test_a_lost_worker_is_explained_under_the_block(toy_course: Course, tmp_path: Path) -> None:
    grader = BlockGrader(block_error=WorkerError("PyTorch is not installed here.", "Run `tutor doctor`."))
    async with reading(toy_course, tmp_path, grader) as app:
        await app.press("]", "r")
        shown = await after_run(app)
        assert "PyTorch is not installed here." in shown and "tutor doctor" in shown


async def test_esc_stops_a_block_that_runs(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, BlockGrader(block_gate=threading.Event(), is_cold=True)) as app:
        await app.press("]", "r")
        await app.until(lambda: say.starting in app.shown())
        await app.press("escape")
        await app.until(lambda: say.stopped in app.shown())
        assert not app.screen.block_runner.is_busy


async def test_the_result_of_a_lesson_that_was_left_is_shown_nowhere(toy_course: Course, tmp_path: Path) -> None:
    gate = threading.Event()
    async with reading(toy_course, tmp_path, BlockGrader(block_gate=gate)) as app:
        await app.press("]", "r")
        await app.until(lambda: asked(app))
        await app.press("n")
        gate.set()
        await app.until(lambda: app.screen.lesson.id == "running_mean" and "A mean that moves" in app.shown())
        # The folder of the tests is on the screen, and its number may be 42.
        assert say.just_printed not in app.shown() and not app.screen.block_runner.is_busy


async def test_a_block_runs_while_a_check_is_running(toy_course: Course, tmp_path: Path) -> None:
    gate = threading.Event()
    async with reading(toy_course, tmp_path, BlockGrader(sample_reports.passed(), gate=gate)) as app:
        await app.press("ctrl+s")
        await app.until(lambda: app.grader.requests)
        await app.press("]", "r")
        assert "42" in await after_run(app)
        assert app.screen.runner.running is not None
        gate.set()
        await app.until(lambda: "All 5 checks pass" in app.results())


# Predictions


async def test_an_open_prediction_asks_first_and_never_runs(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        await app.press("]", "]", "]")
        assert say.predict_first_keys[:20] in app.shown()
        await app.press("r")
        await app.until(lambda: say.predict_title("PREDICT_1") in app.shown())
        assert asked(app) == []


async def test_an_answered_prediction_runs_alone_and_shows_its_value(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        app.screen.code.editor.write_prediction("PREDICT_1", "3")
        await app.press("]", "]", "]", "r")
        await after_run(app)
        assert asked(app) == [("outer_sum", (PREDICTED,), True)]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
async def test_every_line_keeps_its_width_around_a_chosen_block(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(toy_course, tmp_path, BlockGrader(result=SnippetResult("x" * 500)), size) as app:
        await app.press("]", "r")
        await after_run(app)
        assert {strip.cell_length for strip in app.app.screen._compositor.render_strips()} == {size[0]}
        assert app.shown().count("x" * 20) >= 1
