"""What each process of the program takes: resident, its share of what it shares, and its own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from tests.terminal import Terminal
from tutor.client import CheckRequest, Client
from tutor.conversation import CheckProgress

from .measurement import Found, Measurement
from .whole_commands import HAND_IN, ROOT, TUTOR, learner

SLOW = "    def forward(self, *given):\n        __import__('time').sleep(0.3)\n        return self._slow(*given)\n\n"


@dataclass(frozen=True)
class Memory:
    """Megabytes of one process."""

    resident: float
    proportional: float
    """Each shared page counted as its share."""
    private: float
    """What only this process has written."""


def memory_of(pid: int) -> Memory:
    """Raises OSError where the process has ended, or where only root may look."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return Memory(*(int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[1]) / 1024 for name in ROWS))  # type: ignore[index]


ROWS = ("Rss", "Pss", "Private_Dirty")


def descendants(pid: int) -> list[int]:
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return children + [below for child in children for below in descendants(child)]


def measure() -> Found:
    if os.geteuid() != 0:
        return Found(tables=("Memory: only root may look into processes that have given up their rights.",))
    found = {"the app": the_app(), **the_processes_of_a_check()}
    rows = [f"| {name} | {m.resident:.0f} | {m.proportional:.0f} | {m.private:.1f} |" for name, m in found.items()]
    head = ["| process | resident MB | proportional MB | private MB |", "|---|--:|--:|--:|"]
    run = found["a run of focal_loss"].private
    added = Measurement("private memory of a run", run, "MB", reach=30)
    return Found((added,), tables=("\n".join([*head, *rows]),))


def the_app() -> Memory:
    with learner() as environment:
        terminal = Terminal([*TUTOR, "focal-loss"], 120, 36, **environment)
        terminal.wait_for("Welcome")
        memory = memory_of(terminal.process.pid)
        terminal.process.close(force=True)
        return memory


def the_processes_of_a_check() -> dict[str, Memory]:
    """Of those that stay between checks, and of one run while its hand-in is at work."""
    source = HAND_IN.read_text().replace("    def forward(", f"{SLOW}    def _slow(", 1)
    seen: dict[str, Memory] = {}
    with Client(ROOT) as client:
        client.check(CheckRequest("focal_loss", HAND_IN.read_bytes(), "focal_loss.py"))

        def look(progress: CheckProgress) -> None:
            if progress.phase == "running" and progress.done and not seen:
                seen.update(_by_role(client.worker_pid))

        client.check(CheckRequest("focal_loss", source.encode(), "focal_loss.py"), look)
    return seen


def _by_role(worker: int) -> dict[str, Memory]:
    engine, *below = descendants(worker)
    roles = {worker: "the worker", engine: "the zygote"}
    for pid in below:
        roles[pid] = "a run of focal_loss" if _is_run(pid) else "the judge"
    return {role: memory_of(pid) for pid, role in roles.items()}


def _is_run(pid: int) -> bool:
    """A run is a child of the zygote that has given up its rights."""
    return "Seccomp:\t2" in Path(f"/proc/{pid}/status").read_text()
