"""The app in a real pseudo-terminal: it appears, it saves, and it leaves the terminal as it was."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from tutor.progress import Progress

SCRIPT = Path(__file__).with_name("pty_app.py")
ENTER_SCREEN, LEAVE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    Progress().remember("welcome", "seen")
    terminal = Terminal([sys.executable, str(SCRIPT), *getattr(request, "param", ())])
    yield terminal
    terminal.process.close(force=True)


def test_the_lesson_appears_and_q_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.wait_for("F1 Help")
    assert "Two vectors can meet in a table" in terminal.text
    assert "1 Lesson   2 Code   3 Results   4 Course" in terminal.text

    terminal.process.send("q")
    terminal.wait_for_end()

    assert "exit 0 · loaded [] · terminal as before" in terminal.text
    assert terminal.written.rfind(LEAVE_SCREEN) > terminal.written.rfind(ENTER_SCREEN) > -1
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")


def test_being_terminated_saves_what_was_typed(terminal: Terminal) -> None:
    terminal.wait_for("F1 Help")
    terminal.process.send("2")
    terminal.wait_for("import torch")
    terminal.process.send("typed = 1 #")
    terminal.wait_for("typed = 1 #")

    terminal.process.kill(signal.SIGTERM)
    terminal.wait_for_end()

    hand_in = Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py"
    assert hand_in.read_text().startswith("typed = 1 #")
    assert LEAVE_SCREEN in terminal.written


@pytest.mark.parametrize("terminal", [("breaks",)], indirect=True, ids=["breaks"])
def test_a_mistake_of_ours_costs_no_work_and_shows_no_traceback(terminal: Terminal) -> None:
    terminal.wait_for("F1 Help")
    terminal.process.send("2")
    terminal.wait_for("import torch")
    terminal.process.send("typed = 1 #")
    terminal.wait_for("typed = 1 #")
    terminal.process.send("\x1b")
    terminal.wait_for("h Hint")
    terminal.process.send("h")
    terminal.wait_for_end()

    after = terminal.text
    assert "The tutor stopped." in after
    assert "Traceback" not in after
    assert "exit 3 · loaded [] · terminal as before" in after
    hand_in = Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py"
    assert hand_in.read_text().startswith("typed = 1 #")
    trace = Path(os.environ["TUTOR_STATE_DIR"]) / "last-failure.txt"
    assert "a mistake of ours" in trace.read_text()
