"""Every state a learner can be in is reached from real grading, and said in its own words at both common sizes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import TOY_COURSE
from tui_pilot import Driver, running
from warm_grader import WarmGrader

from tutor.client import CheckRequest, Client
from tutor.course import Course, read_course
from tutor.progress import Progress

pytestmark = pytest.mark.xdist_group("states")
NARROW, MIDDLE = (80, 24), (120, 36)
HEADER = "import torch\n\n\n"
RIGHT = "def outer_sum(a, b):\n    return a[:, None] + b\n"
HALF_TOO_HIGH = "def outer_sum(a, b):\n    return a[:, None] + b + 0.5\n"
TRANSPOSED = "def outer_sum(a, b):\n    return b[:, None] + a\n"
ENDLESS = "def outer_sum(a, b):\n    total = 0\n    while True:\n        total += 1\n"


@pytest.fixture(scope="module")
def states_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The toy course, whose table has names for its dimensions."""
    root = tmp_path_factory.mktemp("states") / "course"
    shutil.copytree(TOY_COURSE, root)
    grader = root / "graders" / "outer_sum" / "grader.py"
    named = grader.read_text().replace("points=2)", 'points=2, dims=("rows", "columns"))')
    grader.write_text(named)
    return read_course(root)


@pytest.fixture(scope="module")
def client(states_course: Course) -> Iterator[Client]:
    with Client(states_course.root) as client:
        client.check(CheckRequest("outer_sum", RIGHT.encode(), "outer_sum.py"))  # what PyTorch loads late is loaded
        yield client


@pytest.fixture
def learner(states_course: Course, client: Client, tmp_path: Path) -> Any:
    """The app on the real engine; the options are those of `running`."""

    @asynccontextmanager
    async def open_app(grader: Client | None = None, **options: Any) -> AsyncIterator[Driver]:
        warm = WarmGrader(grader or client)
        async with running(states_course, tmp_path, warm, **{"size": MIDDLE, **options}) as app:  # type: ignore[arg-type]
            app.patience = 2000
            yield app

    return open_app


async def hand_in(app: Driver, source: str) -> None:
    """Put the code into the editor and check it."""
    assert app.screen.code.editor is not None
    app.screen.code.editor.text = source
    await app.pilot.pause()
    await app.check()


async def tells(app: Driver, *words: str, never: tuple[str, ...] = ()) -> None:
    """Whether the results pane shows these words in a narrow and a wider window, without scrolling."""
    for size in (NARROW, MIDDLE):
        await app.pilot.resize_terminal(*size)
        app.screen.action_show_pane("results")
        await app.pilot.pause()
        seen = app.seen_in("results")
        assert [(size, word) for word in words if word not in seen] == [], seen
        assert [(size, word) for word in never if word in seen] == [], seen


# Before a check


async def test_the_first_run_is_welcomed_and_told_where_its_files_are(learner: Any) -> None:
    async with learner(welcome=True) as app:
        for size in (NARROW, MIDDLE):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            assert "Welcome" in app.shown()
            assert "You will read a little, write a little code, and see at" in app.shown()
            assert "torch-course" in app.shown()
        await app.press("enter")
        assert "Every pair at once" in app.shown()


async def test_idle_says_how_to_check_and_where_the_file_is(learner: Any) -> None:
    async with learner() as app:
        await tells(
            app,
            "○ Not checked yet",
            "Press Ctrl+S to save and check your code.",
            "The first check takes a few seconds while PyTorch starts; later checks are quick.",
            "this file is watched, so saving it anywhere runs the checks here.",
            "outer_sum.py",
        )


async def test_an_edit_keeps_the_result_and_says_that_it_is_older(learner: Any) -> None:
    async with learner() as app:
        await hand_in(app, HALF_TOO_HIGH)
        await app.press("2")
        await app.type("# more\n")
        await tells(app, "1 of 3 checks pass edited since this check", "15 of 15 values differ")

        await app.press("2")
        assert "● edited — Ctrl+S to save and check" in app.shown()
        await app.pilot.resize_terminal(*NARROW)
        await app.press("2")
        assert "● edited — Ctrl+S to save and check" in app.shown()


# While it runs


async def test_a_cold_start_is_told_with_its_seconds(states_course: Course, learner: Any) -> None:
    with Client(states_course.root) as cold:
        async with learner(cold, clock=time.monotonic) as app:
            await app.press("3", "ctrl+s")
            await app.until(lambda: "Starting PyTorch…" in app.results(), "a cold start")
            assert re.search(r"◐ Starting PyTorch…  \d+\.\d s\n", app.results())
            await app.until(lambda: "outer_sum is not written yet" in app.results(), "its result")


async def test_a_warm_start_is_not_told(learner: Any) -> None:
    seen = []
    async with learner() as app:
        draw = app.screen.results.show
        app.screen.results.show = lambda state: (seen.append(state.checking), draw(state))
        await hand_in(app, RIGHT)
    assert "starting" not in {progress.phase for progress in seen if progress}


async def test_a_long_check_shows_where_it_is_over_the_last_result_and_esc_stops_it(learner: Any) -> None:
    async with learner(clock=time.monotonic) as app:
        await hand_in(app, HALF_TOO_HIGH)
        await app.press("3")
        assert app.screen.code.editor is not None
        app.screen.code.editor.text = ENDLESS
        await app.press("ctrl+s")
        await app.until(lambda: "check 1 of 3 · Entry [i, j] is a[i] + b[j]." in app.results(), "the running check")
        assert "◐ Checking…" in app.results()
        assert "15 of 15 values differ" in app.results(), "the last result stays below"
        assert "Esc  stop" in app.shown()

        await app.press("escape")
        await app.until(lambda: app.screen.runner.running is None, "the end of the check")
        await tells(app, "1 of 3 checks pass", never=("Checking…",))


# Not right yet


async def test_a_wrong_value_shows_the_first_failing_check_and_what_differs(learner: Any) -> None:
    async with learner(lesson="running_mean") as app:
        swapped = TOY_COURSE / "graders" / "running_mean" / "wrong_momentum_swapped.py"
        await hand_in(app, swapped.read_text())
        await tells(
            app,
            "✗ 1 of 3 checks pass",
            "running_mean(values, 0.9)",
            "yours 0.10▲ -0.18▼",
            "6 of 6 values differ; the largest difference is -1.71 at [4].",
            "◆ What this looks like",
            "The newest value has the weight of the past. Momentum is the share that is kept.",
        )
        await app.press("d")
        await tells(app, "means expected 0.01")
        await app.press("d")
        await tells(app, "yours − expected")


async def test_what_fits_no_known_mistake_is_not_guessed_at(learner: Any) -> None:
    async with learner() as app:
        await hand_in(app, HALF_TOO_HIGH)
        await tells(app, "✗ 1 of 3 checks pass", "15 of 15 values differ; the largest difference is +0.5 at [0, 0]")
        assert "What this looks like" not in app.results()


async def test_a_wrong_shape_stands_under_the_names_of_its_dimensions(learner: Any) -> None:
    async with learner() as app:
        await hand_in(app, TRANSPOSED)
        await tells(app, "rows columns expected ( 3 5) yours ( 5 3)", "Rows follow b here.")
        names, expected, yours = (line for line in app.results().splitlines() if line.endswith(("columns", "5)", "3)")))
        assert names.index("rows") + 3 == expected.index("3") == yours.index("5")


async def test_an_exception_is_its_last_line_the_place_and_one_sentence(learner: Any) -> None:
    source = "def outer_sum(a, b):\n    return grid(a, b)\n\n\ndef grid(a, b):\n    return aa[:, None] + b\n"
    async with learner() as app:
        await hand_in(app, source)
        await tells(
            app,
            "! Your code stopped with an error",
            "NameError: name 'aa' is not defined",
            "outer_sum.py line 6",
            "│ return aa[:, None] + b",
            "called from line 2 in outer_sum",
            "Look for a spelling mistake in `aa`, or a missing import.".replace("`", ""),
            never=("✗",),
        )
        content = app.screen.query_one("ResultText").page.content  # type: ignore[attr-defined]
        underlined = [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)]
        assert underlined == ["aa"]

        await app.press("t")
        assert "Traceback of your file, outermost first" in app.results()
        assert "outer_sum.py line 2 in outer_sum" in app.results()


async def test_what_python_cannot_read_is_shown_with_its_place_and_runs_no_check(learner: Any) -> None:
    async with learner() as app:
        await hand_in(app, "def outer_sum(a, b):\n    return (a[:, None] + b\n")
        await tells(
            app,
            "! Python cannot read line 2 yet",
            "SyntaxError: '(' was never closed",
            "│ return (a[:, None] + b",
            "No checks ran.",
            never=("checks pass", "✗"),
        )


async def test_what_is_not_written_is_no_failure_and_no_try(learner: Any, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    async with learner(progress=progress) as app:
        await app.check()
        await tells(
            app,
            "○ outer_sum is not written yet",
            "Replace the placeholder with your code, then press Ctrl+S.",
            "This does not count as a try.",
            never=("✗",),
        )
    assert progress.lesson("outer_sum").tries == 0


async def test_an_endless_loop_is_stopped_and_its_line_named(learner: Any) -> None:
    async with learner() as app:
        await hand_in(app, ENDLESS)
        await tells(
            app,
            "! Stopped",
            "Stopped after 3 s; the code was still running.",
            "Look for a loop that never ends",
            "was running when it stopped",
            never=("✗",),
        )
        assert "outer_sum.py line 4 was running" in app.results() or "outer_sum.py line 3 was running" in app.results()


@pytest.mark.parametrize("what", ["at once", "in a loop"])
async def test_too_much_memory_is_told_with_where_to_look(learner: Any, what: str) -> None:
    at_once = HEADER + "def outer_sum(a, b):\n    return torch.ones(1 << 40)\n"
    loop = HEADER + "def outer_sum(a, b):\n    rows = []\n    while True:\n        rows.append(torch.empty(1 << 28))\n"
    async with learner() as app:
        await hand_in(app, at_once if what == "at once" else loop)
        await tells(
            app,
            "! The check ran out of memory",
            "The code asked for more memory than a check may use.",
            "Look for a tensor that grows in a loop",
            never=("✗",),
        )


# What is not the learner's


@pytest.fixture
def without_torch(
    states_course: Course, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """A client whose worker finds no PyTorch."""
    folder = tmp_path_factory.mktemp("without_torch")
    (folder / "torch.py").write_text("raise ModuleNotFoundError(\"No module named 'torch'\", name='torch')\n")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    with Client(states_course.root) as client:
        yield client


async def test_without_pytorch_lessons_can_be_read_and_the_fix_is_named(without_torch: Client, learner: Any) -> None:
    async with learner(without_torch) as app:
        await app.check()
        await tells(
            app,
            "! PyTorch is not installed here",
            "Run tutor doctor for the exact command. You can still read lessons.",
            never=("✗", "The checks cannot run now"),
        )
        await app.press("1")
        assert "Two vectors can meet in a" in app.shown()


@pytest.mark.usefixtures("without_torch")
def test_without_pytorch_the_shell_names_the_fix_too(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("x = 1\n")
    command = [sys.executable, "-m", "tutor", "check", "1.1", "--file", str(tmp_path / "mine.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert done.returncode == 3
    assert "PyTorch is not installed here." in done.stderr
    assert "Run `tutor doctor` for the exact command. You can still read lessons." in done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""


async def test_a_fault_of_a_grader_is_ours_and_says_where_its_report_is(
    states_course: Course, client: Client, learner: Any
) -> None:
    grader = states_course.root / "graders" / "running_mean" / "grader.py"
    before = grader.read_text()
    grader.write_text("grader = None\n")
    try:
        async with learner(lesson="running_mean") as app:
            await hand_in(app, "PREDICT_1 = 1.0\n")
            await tells(
                app,
                "! The checker itself failed",
                "This is our fault, not yours.",
                never=("✗", "○"),
            )
            assert "last-failure.txt" in "".join(app.results().split())
            assert app.screen.learned.lesson("running_mean").tries == 0
    finally:
        grader.write_text(before)


# The file


async def test_a_file_that_is_gone_comes_back_with_r(learner: Any) -> None:
    async with learner() as app:
        await app.press("3")
        app.file.unlink()
        await app.until(lambda: "is gone" in app.results(), "the loss is noticed")
        await tells(app, "! outer_sum.py is gone", "The file is no longer in", "r save what is in the editor again")

        await app.press("r")
        await app.until(lambda: "is not written yet" in app.results(), "the file is there and checked")
        assert app.file.exists()


@pytest.mark.parametrize("key", ["r", "k"])
async def test_an_edit_elsewhere_beside_unsaved_changes_is_a_question(learner: Any, key: str) -> None:
    async with learner() as app:
        await app.press("2")
        await app.type("# mine\n")
        app.file.write_text("# theirs\n" + RIGHT)
        await app.until(lambda: app.screen.code.has_conflict, "the other version is noticed")
        for size in (NARROW, MIDDLE):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            assert "! This file changed outside the tutor." in app.seen_in("code")
            assert "r reload · k keep mine" in app.seen_in("code")

        await app.press("escape", key)
        wanted = "All 3 checks pass" if key == "r" else "is not written yet"
        await app.until(lambda: wanted in app.results(), "the chosen version is checked")


# Passed


async def test_a_pass_counts_what_it_took_and_shows_the_way_on(client: Client, learner: Any, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    wrong = client.check(CheckRequest("outer_sum", HALF_TOO_HIGH.encode(), "outer_sum.py"))
    earlier = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 660))
    for _ in range(2):
        progress.record(replace(wrong, started_at=earlier))
    async with learner(progress=progress) as app:
        await app.press("h")
        await hand_in(app, RIGHT)
        await tells(
            app,
            "✓ All 3 checks pass",
            "3 tries · 1 hint · 11 min",
            "You can now",
            "build a table of pairs without a loop",
            "Shapes ━",
            "1/1",
            "✓ Unit 1 complete",
            "c compare with other right ways",
            "n next lesson: 2.1 A mean that moves",
        )
        await app.press("c")
        await app.until(lambda: "Other right ways" in app.shown(), "the answers")


async def test_many_tries_are_not_counted_aloud(client: Client, learner: Any, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    wrong = client.check(CheckRequest("outer_sum", HALF_TOO_HIGH.encode(), "outer_sum.py"))
    for _ in range(10):
        progress.record(wrong)
    async with learner(progress=progress) as app:
        await hand_in(app, RIGHT)
        await tells(app, "✓ All 3 checks pass", never=("tries", "11"))


async def test_the_last_pass_of_a_course_lists_what_was_learned(client: Client, learner: Any, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    progress.record(client.check(CheckRequest("outer_sum", RIGHT.encode(), "outer_sum.py")))
    reference = TOY_COURSE / "graders" / "running_mean" / "reference.py"
    async with learner(progress=progress, lesson="running_mean") as app:
        await hand_in(app, reference.read_text())
        await tells(app, "✓ All 3 checks pass", "follow a value through a recurrence", "✓ You finished the course")
        assert "You can now · Shapes" in app.results() and "You can now · Statistics" in app.results()
        assert "next lesson" not in app.results()


async def test_a_lesson_before_its_needs_says_so_and_opens(learner: Any) -> None:
    async with learner() as app:
        await app.press("4", "end")
        await app.until(lambda: "after 1.1 · Enter opens it" in app.shown(), "the soft lock")
        await app.press("enter")
        await app.until(lambda: app.screen.lesson.id == "running_mean", "the lesson opens")
        assert "This lesson comes after 1.1 Every pair at once." in " ".join(app.shown().split())
