"""From the Welcome to three passed exercises in a real terminal, graded for real: by keyboard alone, or by mouse."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import CHECKOUT, Terminal
from turns import of_today

from tutor.course import Lesson, read_course
from tutor.tui.pane_screen import WIDE_ENOUGH

SIZES = [(80, 24), (200, 50)]
SELECT_ALL, DELETE, SAVE, ESCAPE, ENTER = "\x1b[18~", "\x7f", "\x13", "\x1b", "\r"
COURSE = read_course()
FIRST, FOURTH = COURSE.lessons[:3], COURSE.lessons[3]
TUTOR = Path(sys.executable).with_name("tutor")


@pytest.fixture(params=of_today(SIZES, a_day=1), ids=str)
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    terminal = Terminal([str(TUTOR)], *request.param)
    yield terminal
    terminal.process.close(force=True)


def answer(lesson: Lesson, pattern: str = "reference.py") -> str:
    path = min((CHECKOUT / "graders" / lesson.id).glob(pattern))
    return path.read_text(encoding="utf-8")


def leave_the_editor(terminal: Terminal) -> None:
    """Where there is one pane, a result has come to the front by itself."""
    if "n Next" not in terminal.text and terminal.screen.columns >= WIDE_ENOUGH:
        terminal.process.send(ESCAPE)
    terminal.wait_for("n Next")


def hand_in(terminal: Terminal, source: str) -> None:
    """Go to the code, paste over all of it, and save."""
    leave_the_editor(terminal)
    terminal.process.send("2")
    terminal.wait_for_not("n Next")
    replace_the_code(terminal, source)
    terminal.process.send(SAVE)


def replace_the_code(terminal: Terminal, source: str) -> None:
    """Write over all of it, where the cursor is in it."""
    terminal.process.send(SELECT_ALL + DELETE)
    terminal.wait_for("● edited")
    terminal.process.send(f"\x1b[200~{source}\x1b[201~")
    terminal.wait_for(source.rstrip().splitlines()[-1].strip()[:30])


def click_into_the_code(terminal: Terminal, lesson: Lesson) -> None:
    """On the tab, where panes are tabs; then on a line of the file, which gives it the keys."""
    if terminal.screen.columns < WIDE_ENOUGH:
        terminal.click("2 Code")
    terminal.click(lesson.stub_source[:24])
    terminal.wait_for_not("n Next")


def test_three_exercises_are_passed_with_the_mouse_and_keys_for_code_only(terminal: Terminal) -> None:
    terminal.click("Enter   start")
    terminal.wait_for_not("◆ Welcome")
    for number, lesson in enumerate(FIRST, start=1):
        terminal.wait_for_top(f" {lesson.number} ")
        terminal.wait_for("n Next")
        click_into_the_code(terminal, lesson)
        replace_the_code(terminal, answer(lesson))
        terminal.click("Check")
        terminal.wait_for("✓ All ")
        terminal.wait_for(f"{number}/{len(COURSE.lessons)}")
        terminal.click("n Next" if terminal.screen.columns < WIDE_ENOUGH else "n  next lesson")
    terminal.wait_for_top(f" {FOURTH.number} ")
    terminal.wait_for("n Next")
    terminal.process.send("q")
    terminal.wait_for_end()
    assert terminal.process.exitstatus == 0


def test_three_exercises_are_passed_with_the_keyboard(terminal: Terminal) -> None:
    terminal.wait_for("◆ Welcome")
    terminal.process.send(ENTER)
    terminal.wait_for_not("◆ Welcome")

    hand_in(terminal, answer(FIRST[0], "wrong_*.py"))
    terminal.wait_for("checks pass")
    leave_the_editor(terminal)
    terminal.process.send("h")
    terminal.wait_for("✦ Hint 1 of")

    for number, lesson in enumerate(FIRST, start=1):
        terminal.wait_for_top(f" {lesson.number} ")
        hand_in(terminal, answer(lesson))
        terminal.wait_for("✓ All ")
        terminal.wait_for(f"{number}/{len(COURSE.lessons)}")
        leave_the_editor(terminal)
        terminal.process.send("n")

    terminal.wait_for_top(f" {FOURTH.number} ")
    terminal.wait_for("n Next")
    terminal.process.send("q")
    terminal.wait_for_end()
    assert terminal.process.exitstatus == 0
