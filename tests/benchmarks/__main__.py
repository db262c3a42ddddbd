"""Measures what a learner waits for, side by side in one run: `uv run python -m tests.benchmarks`.

Prints medians and ratios; asserts nothing, because a shared machine is no stopwatch.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.start_up import start_up
from tutor.client import CheckRequest, Client
from tutor.conversation import CheckProgress
from tutor.course import read_course

ROOT = Path(__file__).parents[2]
HAND_IN = ROOT / "graders" / "focal_loss" / "reference.py"
PYTEST_FILE = Path(__file__).with_name("focal_loss_with_pytest.py")


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def median(work: Callable[[], object], times: int) -> float:
    return statistics.median(seconds(work) for _ in range(times))


def command(*arguments: str) -> Callable[[], object]:
    env = {**os.environ, "HAND_IN": str(HAND_IN)}
    return lambda: subprocess.run(arguments, check=False, capture_output=True, env=env, cwd=ROOT)


def processes() -> dict[str, float]:
    """Whole commands, interleaved so that the machine's mood falls on all of them alike."""
    python = sys.executable
    commands = {
        "python -c pass": command(python, "-c", "pass"),
        "tutor list": command(python, "-m", "tutor", "list"),
        "python -c 'import torch'": command(python, "-c", "import torch"),
        "tutor check focal-loss, cold": command(python, "-m", "tutor", "check", "focal-loss", "--file", str(HAND_IN)),
        "pytest on the same checks": command(
            python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", str(PYTEST_FILE)
        ),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(5):
        for name, work in commands.items():
            taken[name].append(seconds(work))
    return {name: statistics.median(values) for name, values in taken.items()}


def warm_check(client: Client, lesson: str, source: bytes) -> Callable[[], object]:
    return lambda: client.check(CheckRequest(lesson, source, f"{lesson}.py"))


def private_memory_of_a_run(client: Client) -> float:
    """Megabytes a sleeping run has of its own; the rest it shares with the warm process."""
    found: list[float] = []

    def look(progress: CheckProgress) -> None:
        if progress.phase == "running" and progress.done and not found:
            found.append(max(_private(pid) for pid in _descendants(os.getpid()) if _is_run(pid)) / 1024)

    slow_forward = (
        "def forward(self, *given):\n        __import__('time').sleep(0.3)\n        return self._slow(*given)\n\n"
    )
    source = HAND_IN.read_text().replace("def forward(", f"{slow_forward}    def _slow(", 1)
    client.check(CheckRequest("focal_loss", source.encode(), "focal_loss.py"), look)
    return found[0] if found else float("nan")


def _is_run(pid: int) -> bool:
    """A run is a child of the zygote that has given up its rights."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    return "Seccomp:\t2" in text


def _private(pid: int) -> int:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Private_Dirty"))


def _descendants(pid: int) -> list[int]:
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return children + [below for child in children for below in _descendants(child)]


def main() -> None:
    whole = processes()
    with Client(ROOT) as client:
        check = warm_check(client, "focal_loss", HAND_IN.read_bytes())
        check()
        warm = median(check, 30)
        toy = read_course(ROOT / "tests" / "course")
        memory = private_memory_of_a_run(client) if os.geteuid() == 0 else float("nan")
    with Client(toy.root) as client:
        trivial = warm_check(client, "outer_sum", (toy.root / "graders/outer_sum/reference.py").read_bytes())
        trivial()
        small = median(trivial, 50)
    print("| what | median | ratio |\n|---|---|---|")
    for name, value in whole.items():
        print(f"| {name} | {value * 1000:.0f} ms | |")
    rows = {
        "tutor list": (whole["tutor list"], "python -c pass"),
        "tutor check focal-loss, cold": (whole["tutor check focal-loss, cold"], "python -c 'import torch'"),
        "a warm check of focal-loss, through the client": (warm, "pytest on the same checks"),
        "a warm check of a trivial function, through the client": (small, "python -c pass"),
    }
    for name, (value, against) in rows.items():
        print(f"| {name} | {value * 1000:.0f} ms | {value / whole[against]:.3f} x {against} |")
    print(f"| private memory of a run | {memory:.1f} MB | |")
    smallest, *ours = start_up().items()
    print(f"| {smallest[0]} | {smallest[1] * 1000:.0f} ms | |")
    for name, value in ours:
        print(f"| {name} | {value * 1000:.0f} ms | {value / smallest[1]:.2f} x {smallest[0]} |")


if __name__ == "__main__":
    main()
