"""How long until the app shows something, and everything, beside the smallest Textual app there can be."""

from __future__ import annotations

import statistics
import sys
import time

import pexpect

from .measurement import Found, Measurement
from .whole_commands import TUTOR, learner

ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class OneWidget(App):
    def compose(self):
        yield Static("ready, set")
OneWidget().run()
"""
SIZE = 36, 120


def seconds_until(command: list[str], *words: bytes, environment: dict[str, str]) -> list[float]:
    """From the start of the process to the moment its terminal has received each of these, one after the other."""
    environment = {**environment, "TERM": "xterm-256color", "TUTOR_LANG": "en"}
    started = time.perf_counter()
    process = pexpect.spawn(command[0], command[1:], dimensions=SIZE, env=environment, timeout=60)
    found = []
    for word in words:
        process.expect_exact(word)
        found.append(time.perf_counter() - started)
    process.close(force=True)
    return found


def in_a_new_folder(command: list[str], *words: bytes) -> list[float]:
    with learner() as environment:
        return seconds_until(command, *words, environment=environment)


def measure(times: int = 9) -> Found:
    """The two apps in turn, each time in a new folder, after one start that is not counted."""
    smallest, first, complete = [], [], []
    in_a_new_folder(TUTOR, b"F2")
    for _ in range(times):
        smallest += in_a_new_folder([sys.executable, "-c", ONE_WIDGET], b"ready")
        shown, drawn = in_a_new_folder(TUTOR, b"tutor", b"F2")
        first.append(shown)
        complete.append(drawn)
    least = statistics.median(smallest)
    name = "a one-widget Textual app"
    rows = {"first frame of the app": (first, 1.2), "complete screen of the app": (complete, 3)}
    ours = ((what, statistics.median(values), reach) for what, (values, reach) in rows.items())
    measured = (Measurement(what, value, "s", name, value / least, reach) for what, value, reach in ours)
    return Found((Measurement(name, least, "s"), *measured))
