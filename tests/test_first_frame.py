"""The first frame comes before Textual does, fits whatever window there is, and leaves no trace if nothing follows."""

from __future__ import annotations

import pty
import sys
import termios
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import Terminal

from tutor.course import read_course
from tutor.first_frame import first_frame, rows
from tutor.progress import Progress
from tutor.render.text import cell_width

ENTER_SCREEN, LEAVE_SCREEN, SHOW_CURSOR = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25h"
TOY_COURSE = Path(__file__).with_name("course")


def test_the_lesson_is_on_the_screen_before_textual_draws_anything() -> None:
    Progress().remember("welcome", "seen")
    terminal = Terminal([sys.executable, "-m", "tutor"], 80, 24)
    try:
        terminal.wait_for("n Next")
        first = terminal.written.split(ENTER_SCREEN)[1]
        lesson = read_course().lessons[0]
        assert lesson.title.encode() in first
        assert " ".join(lesson.opening[1].split()[:5]).encode() in first
        assert b"n Next" not in first
        terminal.process.send("q")
        terminal.wait_for_end()
        assert terminal.written.rstrip().endswith(LEAVE_SCREEN) or LEAVE_SCREEN in terminal.written[-200:]
    finally:
        terminal.process.close(force=True)


def test_a_terminal_is_given_back_when_the_app_never_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    course = read_course(TOY_COURSE)
    with open(theirs, "w", encoding="utf-8") as terminal, open(ours, "rb", buffering=0) as screen:
        monkeypatch.setattr(sys, "stdout", terminal)
        with pytest.raises(RuntimeError), first_frame(course, course.lessons[0]):
            raise RuntimeError
        written = screen.read(65536)
    assert written.startswith(ENTER_SCREEN) and written.endswith(SHOW_CURSOR + LEAVE_SCREEN)


def test_a_terminal_without_unicode_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_ASCII", "1")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    course = read_course(TOY_COURSE)
    with open(theirs, "w", encoding="utf-8") as terminal, open(ours, "rb", buffering=0) as screen:
        monkeypatch.setattr(sys, "stdout", terminal)
        with first_frame(course, course.lessons[0]):
            written = screen.read(65536)
    assert written.isascii() and b"Every pair at once" in written


@given(st.integers(0, 220), st.integers(0, 60), st.booleans())
def test_a_frame_is_never_wider_or_longer_than_its_terminal(columns: int, lines: int, is_chinese: bool) -> None:
    course = read_course(TOY_COURSE, "zh" if is_chinese else "en")
    shown = rows(course, course.lessons[0], columns, lines)
    assert len(shown) <= max(1, lines - 1)
    assert all(cell_width(row.replace("\x1b[1m", "").replace("\x1b[0m", "")) <= columns for row in shown)
