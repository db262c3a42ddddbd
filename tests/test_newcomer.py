"""From the Welcome to three passed exercises with the keyboard alone, in a real terminal, graded for real."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import CHECKOUT, Terminal

from tutor.tui.pane_screen import WIDE_ENOUGH

SIZES = [(80, 24), (200, 50)]
SELECT_ALL, DELETE, SAVE, ESCAPE, ENTER = "\x1b[18~", "\x7f", "\x13", "\x1b", "\r"
TUTOR = Path(sys.executable).with_name("tutor")


@pytest.fixture(params=SIZES, ids=str)
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    terminal = Terminal([str(TUTOR)], *request.param)
    yield terminal
    terminal.process.close(force=True)


def answer(lesson: str, name: str = "reference") -> str:
    return (CHECKOUT / "graders" / lesson / f"{name}.py").read_text(encoding="utf-8")


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
    terminal.process.send(SELECT_ALL + DELETE)
    terminal.wait_for("● edited")
    terminal.process.send(f"\x1b[200~{source}\x1b[201~")
    terminal.wait_for(source.rstrip().splitlines()[-1].strip()[:30])
    terminal.process.send(SAVE)


def test_three_exercises_are_passed_from_the_first_screen_on(terminal: Terminal) -> None:
    terminal.wait_for("◆ Welcome")
    terminal.process.send(ENTER)
    terminal.wait_for_not("◆ Welcome")

    hand_in(terminal, answer("intermediate_layer_getter", "wrong_keyed_by_layer_name"))
    terminal.wait_for("checks pass")
    leave_the_editor(terminal)
    terminal.process.send("h")
    terminal.wait_for("✦ Hint 1 of")

    lessons = ("intermediate_layer_getter", "conv2d_shape_arithmetic", "grouped_convolution")
    for number, (lesson, place) in enumerate(zip(lessons, ("1.1", "2.1", "2.2"), strict=True), start=1):
        terminal.wait_for_top(f" {place} ")
        hand_in(terminal, answer(lesson))
        terminal.wait_for("✓ All ")
        terminal.wait_for(f"{number}/7")
        leave_the_editor(terminal)
        terminal.process.send("n")

    terminal.wait_for_top("3.1 Focal loss")
    terminal.wait_for("n Next")
    terminal.process.send("q")
    terminal.wait_for_end()
    assert terminal.process.exitstatus == 0
