"""Checks by a worker that has PyTorch loaded: the smallest, focal_loss, and as the app's user sees it."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.terminal import Terminal
from tutor.client import CheckRequest, Client

from .measurement import Found, Measurement, median
from .whole_commands import HAND_IN, ROOT, learner

TOY = ROOT / "tests" / "course"
SAVE, BACKSPACE = "\x13", "\x7f"
BREAKS = "1/0;"
"""Typed at the top of a right answer."""


def warm_check(client: Client, lesson: str, source: bytes) -> Callable[[], object]:
    """One check, after the one that works out what is expected."""
    request = CheckRequest(lesson, source, f"{lesson}.py", device="cpu")
    client.check(request)
    return lambda: client.check(request)


def measure() -> Found:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.floor"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    floor = json.loads(done.stdout)
    with Client(TOY) as client:
        answer = TOY / "graders" / "outer_sum" / "reference.py"
        trivial = median(warm_check(client, "outer_sum", answer.read_bytes()), 50)
    with Client(ROOT) as client:
        check = median(warm_check(client, "focal_loss", HAND_IN.read_bytes()), 30)
    cases = "its 61 cases, called in one process"
    return Found(
        (
            Measurement("a bare fork with torch loaded", floor["fork"], "s"),
            Measurement(cases, floor["cases"], "s"),
            Measurement("a check of a trivial function, through the client", trivial, "s", reach=0.030),
            Measurement("a check of focal-loss, through the client", check, "s", cases, check / floor["cases"]),
            Measurement("from a save in the app to the verdict on the screen", save_to_verdict(), "s", reach=0.150),
        )
    )


def save_to_verdict(times: int = 15) -> float:
    """Of focal_loss, from the key to the last word of the result, as a terminal of 120 columns receives it."""
    with learner(TUTOR_LANG="en") as environment:
        workspace = Path(environment["TUTOR_WORKSPACE"])
        workspace.mkdir()
        (workspace / "focal_loss.py").write_bytes(HAND_IN.read_bytes())
        terminal = Terminal([sys.executable, "-m", "tutor", "focal-loss"], 120, 36, **environment)
        terminal.process.delaybeforesend = None  # pexpect waits 50 ms before it sends, for the sake of passwords
        terminal.wait_for("Welcome")
        terminal.process.send("\x1b")
        terminal.wait_for_not("Welcome")
        terminal.process.send("i" + SAVE)
        terminal.wait_for("checks pass")
        found = []
        for _ in range(times):
            terminal.process.send(BREAKS)
            terminal.wait_for("● edited")
            terminal.process.send(SAVE)
            terminal.wait_for("ZeroDivisionError")
            terminal.process.send(BACKSPACE * len(BREAKS))
            terminal.wait_for("● edited")
            started = time.perf_counter()
            terminal.process.send(SAVE)
            found.append(terminal.when_written(b"checks pass") - started)
            terminal.wait_for("checks pass")
        terminal.process.close(force=True)
        return statistics.median(found)
