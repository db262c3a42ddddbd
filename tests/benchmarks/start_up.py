"""How long until the app shows something, and everything, beside the smallest Textual app there can be."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[2]
ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class OneWidget(App):
    def compose(self):
        yield Static("ready, set")
OneWidget().run()
"""
SIZE = 36, 120


def seconds_until(command: list[str], *words: bytes) -> list[float]:
    """From the start of the process to the moment its terminal has received each of these, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TERM": "xterm-256color", "TUTOR_LANG": "en", "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # no learner has it, and it makes every start compile anew
        environment |= {"TUTOR_WORKSPACE": f"{folder}/course", "TUTOR_STATE_DIR": f"{folder}/state"}
        started = time.perf_counter()
        process = pexpect.spawn(command[0], command[1:], dimensions=SIZE, env=environment, timeout=60)
        found = []
        for word in words:
            process.expect_exact(word)
            found.append(time.perf_counter() - started)
        process.close(force=True)
        return found


def start_up(times: int = 9) -> dict[str, float]:
    """Medians in seconds, the two apps in turn, each time in a new folder, after one start that is not counted."""
    smallest, first, complete = [], [], []
    seconds_until([sys.executable, "-m", "tutor"], b"F2")
    for _ in range(times):
        smallest += seconds_until([sys.executable, "-c", ONE_WIDGET], b"ready")
        shown, drawn = seconds_until([sys.executable, "-m", "tutor"], b"tutor", b"F2")
        first.append(shown)
        complete.append(drawn)
    return {
        "a one-widget Textual app": statistics.median(smallest),
        "first frame of the app": statistics.median(first),
        "complete screen of the app": statistics.median(complete),
    }
