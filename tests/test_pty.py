"""The app in a real pseudo-terminal: it appears, it saves, and it leaves the terminal as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from terminal import Terminal

from tutor.course import Course
from tutor.errors import UsageError
from tutor.progress import Progress
from tutor.tui.app import run
from tutor.workspace import Workspace, default_workspace

SCRIPT = Path(__file__).with_name("pty_app.py")
ENTER_SCREEN, LEAVE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture
def open_terminal() -> Iterator[Callable[..., Terminal]]:
    """Opens terminals with arguments and variables of the program, and ends what is left of them."""
    Progress().remember("welcome", "seen")
    opened: list[Terminal] = []

    def open_one(*arguments: str, **variables: str) -> Terminal:
        opened.append(Terminal([sys.executable, str(SCRIPT), *arguments], 120, 64, **variables))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.process.close(force=True)


def check_in(terminal: Terminal, words: str) -> None:
    """Press Ctrl+S, and read the result until these words."""
    terminal.wait_for("Help")
    terminal.process.send("3")
    terminal.wait_for("Not checked yet")
    terminal.process.send("\x13")
    terminal.wait_for(words)


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


def test_what_comes_in_one_piece_with_the_key_that_saves_is_saved(terminal: Terminal) -> None:
    """A slow line brings what was typed and the key after it together."""
    terminal.wait_for("F1 Help")
    terminal.process.send("2")
    terminal.wait_for("import torch")
    terminal.process.send("typed = 1 #\x13")

    hand_in = Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py"
    terminal.wait_until(lambda: hand_in.read_text().startswith("typed = 1 #"), "what was typed in the file")


def test_what_comes_in_one_piece_with_the_key_that_quits_is_saved(terminal: Terminal) -> None:
    terminal.wait_for("F1 Help")
    terminal.process.send("2")
    terminal.wait_for("import torch")
    terminal.process.send("typed = 1 #\x11")
    terminal.wait_for_end()

    hand_in = Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py"
    assert hand_in.read_text().startswith("typed = 1 #")


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
    assert terminal.written.rfind(LEAVE_SCREEN) > terminal.written.rfind(ENTER_SCREEN) > -1
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")
    hand_in = Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py"
    assert hand_in.read_text().startswith("typed = 1 #")
    trace = Path(os.environ["TUTOR_STATE_DIR"]) / "last-failure.txt"
    assert "a mistake of ours" in trace.read_text()


# What a terminal can show


def colours_in(written: bytes) -> list[tuple[int, ...]]:
    """The numbers behind each colour that was asked for: (2, r, g, b) or (5, n)."""
    found = re.findall(rb"[34]8;(2;\d+;\d+;\d+|5;\d+)", written)
    return [tuple(map(int, numbers.split(b";"))) for numbers in found]


def test_no_color_asks_for_greys_alone(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("shows", "heat_map", NO_COLOR="1", TEXTUAL_COLOR_SYSTEM="truecolor")
    check_in(terminal, "too high")

    colours = colours_in(terminal.written)
    assert colours and all(kind == 2 and len(set(levels)) == 1 for kind, *levels in colours)
    assert "▀" not in terminal.text and "▲ too high" in terminal.text


def test_sixteen_colours_show_signs_and_numbers_for_shades(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("shows", "heat_map", TEXTUAL_COLOR_SYSTEM="standard")
    check_in(terminal, "too high")

    assert colours_in(terminal.written) == []
    assert "▀" not in terminal.text and "▲ too high" in terminal.text
    terminal.wait_for("+0.34")


def test_many_colours_show_shades(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("shows", "heat_map", COLORTERM="truecolor", TEXTUAL_COLOR_SYSTEM="truecolor")
    check_in(terminal, "▀")

    assert any(len(set(levels)) > 1 for kind, *levels in colours_in(terminal.written))


def test_a_locale_without_unicode_gets_ascii(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("shows", "wrong_values", LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    check_in(terminal, "1 of 4 checks pass")

    assert terminal.text.isascii()


@pytest.mark.parametrize("report", ["passed", "error", "syntax_error", "not_written", "grader_error"])
def test_every_kind_of_result_is_shown_in_sixteen_colours(open_terminal: Callable[..., Terminal], report: str) -> None:
    words = {"passed": "All 5", "error": "stopped", "syntax_error": "cannot read", "not_written": "not written"}
    terminal = open_terminal("shows", report, TEXTUAL_COLOR_SYSTEM="standard")
    check_in(terminal, words.get(report, "checker itself failed"))

    terminal.process.send("q")
    terminal.wait_for_end()
    assert "exit 0" in terminal.text


@pytest.mark.parametrize(("lesson", "code"), [([], 0), (["1.1"], 2)], ids=["course", "lesson"])
def test_a_dumb_terminal_is_told_of_plain_text(lesson: list[str], code: int) -> None:
    environment = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(SCRIPT.parents[1])}
    process = pexpect.spawn(sys.executable, ["-m", "tutor", *lesson], env=environment, timeout=30)
    said = process.read()
    process.close()

    assert b"tutor watch" in said and b"\x1b" not in said
    assert process.exitstatus == code


def test_without_a_terminal_on_stdin_it_is_told_too() -> None:
    done = subprocess.run([sys.executable, "-m", "tutor", "1.1"], stdin=subprocess.DEVNULL, capture_output=True)

    assert b"Run `tutor watch " in done.stderr and b"for plain text." in done.stderr
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("kind", ["dumb", "xterm-256color"])
def test_the_app_itself_refuses_what_it_cannot_draw_on(
    toy_course: Course, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("TERM", kind)  # pytest's stdin is no terminal
    with pytest.raises(UsageError) as refused:
        run(toy_course, Workspace(default_workspace(), toy_course), Progress())

    assert (refused.value.advice, refused.value.exit_code) == ("Run `tutor watch` for plain text.", 2)


# Leaving it, whatever the reason


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_saves_the_work_and_gives_the_terminal_back(terminal: Terminal, number: signal.Signals) -> None:
    terminal.wait_for("F1 Help")
    terminal.process.send("2")
    terminal.wait_for("import torch")
    terminal.process.send("typed = 1 #")
    terminal.wait_for("typed = 1 #")

    terminal.process.kill(number)
    terminal.wait_for_end()

    assert "exit 0 · loaded [] · terminal as before" in terminal.text
    assert terminal.written.rfind(LEAVE_SCREEN) > terminal.written.rfind(ENTER_SCREEN) > -1
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")
    assert terminal.written.rfind(b"\x1b[?1003l") > terminal.written.rfind(b"\x1b[?1003h"), "the mouse is let go"
    assert (Path(os.environ["TUTOR_WORKSPACE"]) / "outer_sum.py").read_text().startswith("typed = 1 #")
