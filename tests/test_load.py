"""Many hand-ins at once, and processes killed at any moment: every verdict is right and nothing is left behind."""

from __future__ import annotations

import contextlib
import os
import queue
import random
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from corpus import read_corpus
from escape_run import LESSONS, TOY_COURSE, make_course
from trial import AVAILABLE, CORE

from tutor.attack.hostile import Hostile
from tutor.attack.outside import Outside, open_files_of, processes_of
from tutor.client import CheckRequest, Client
from tutor.conversation import CheckProgress
from tutor.report import Outcome, Report
from tutor.sandbox.lockdown import NAMESPACES

pytestmark = [
    pytest.mark.xdist_group("load"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
]
RUNS, AT_ONCE, WARM_UP = 500, 8, 300
GROWTH_ALLOWED = 24 << 20
"""Bytes; after the warm-up it grew by 5 MiB at most, all of it in the first of four rounds of two hundred."""
HONEST = {
    name: (TOY_COURSE / "graders/outer_sum" / f"{name}.py").read_bytes()
    for name in ("reference", "right_loops", "wrong_transposed", "wrong_always_float", "wrong_adds_in_place")
}


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    with contextlib.closing(Outside()) as one:
        yield one


@pytest.fixture(scope="module")
def course_root() -> Iterator[Path]:
    folder = make_course("no secret")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def client(course_root: Path) -> Iterator[Client]:
    with Client(course_root) as one:
        yield one


@pytest.fixture
def client_for_all(course_root: Path) -> Iterator[Client]:
    """Also the process that serves code which mentions torch.compile stands, before any hand-in asks for it."""
    with Client(course_root) as one:
        assert check(one, HONEST["reference"] + b"# compile\n").passed
        assert check(one, HONEST["reference"]).passed
        yield one


def check(client: Client, source: bytes, profile: str = "solo") -> Report:
    return client.check(CheckRequest(LESSONS[profile], source, "hand_in.py", device="cpu"))


def anonymous_memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return sum(int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("RssAnon"))


def test_500_hand_ins_8_at_a_time_are_each_judged_right_and_leave_nothing(
    client_for_all: Client, outside: Outside
) -> None:
    client = client_for_all
    worker = client.worker_pid
    assert worker is not None
    standing = [worker, *processes_of(worker)]
    targets = outside.targets(worker, client.course_root / "graders/outer_sum/reference.py")
    chosen = _choose(random.Random(20261123))

    def judge(entry: str | Hostile) -> tuple[str, Outcome]:
        if isinstance(entry, str):
            return entry, check(client, HONEST[entry]).outcome
        source = entry.aimed_at(targets).encode("utf-8", "surrogatepass")
        return entry.name, check(client, source, entry.profile).outcome

    with ThreadPoolExecutor(AT_ONCE) as threads:
        judged = list(threads.map(judge, chosen[:WARM_UP]))
        files, memory = [open_files_of(pid) for pid in standing], [anonymous_memory(pid) for pid in standing]
        judged += threads.map(judge, chosen[WARM_UP:])

    assert [verdict for verdict in judged if not _is_right(*verdict)] == []
    assert outside.breaches() == []
    assert [worker, *processes_of(worker)] == standing
    assert [open_files_of(pid) for pid in standing] == files
    grown = [anonymous_memory(pid) - before for pid, before in zip(standing, memory, strict=True)]
    assert max(grown) < GROWTH_ALLOWED, grown


def _choose(draw: random.Random) -> list[str | Hostile]:
    """Half honest, half hostile; without those that only wait for the clock, and without too many that fill memory."""
    quick = [
        hostile
        for hostile in read_corpus().values()
        if not hostile.outcomes & {Outcome.TIMEOUT, Outcome.OUT_OF_MEMORY}
        and (hostile.profile != "multi" or AVAILABLE >= NAMESPACES)
    ]
    return [draw.choice(quick) if number % 2 else draw.choice(list(HONEST)) for number in range(RUNS)]


def _is_right(name: str, outcome: Outcome) -> bool:
    if name in HONEST:
        return outcome is (Outcome.FAILED if name.startswith("wrong") else Outcome.PASSED)
    return outcome not in (Outcome.PASSED, Outcome.GRADER_ERROR)


def _engine_and_judge(client: Client) -> list[int]:
    assert client.worker_pid is not None
    return processes_of(client.worker_pid)[:2]


def _victims(client: Client) -> dict[str, int]:
    engine, judge = _engine_and_judge(client)
    assert client.worker_pid is not None
    return {"worker": client.worker_pid, "zygote": engine, "judge": judge}


@pytest.mark.parametrize("role", ["worker", "zygote", "judge"])
@pytest.mark.parametrize("moment", [0.0, 0.004, 0.02])
def test_a_killed_process_costs_no_verdict(client: Client, role: str, moment: float) -> None:
    """Killed while eight checks run: each is asked again and answered, and so is the next."""
    assert check(client, HONEST["reference"]).passed
    timer = threading.Timer(moment, os.kill, (_victims(client)[role], signal.SIGKILL))
    names = ["reference", "wrong_transposed"] * 4
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = [threads.submit(check, client, HONEST[name]) for name in names]
        timer.start()
        judged = [(name, answer.result().outcome) for name, answer in zip(names, answers, strict=True)]
    timer.join()
    assert [verdict for verdict in judged if not _is_right(*verdict)] == []
    assert check(client, HONEST["reference"]).passed


def test_a_run_killed_from_outside_is_told_as_a_crash_and_the_next_is_right(client: Client) -> None:
    assert check(client, HONEST["reference"]).passed
    assert client.worker_pid is not None
    standing = processes_of(client.worker_pid)
    source = b"import time\n\n\ndef outer_sum(a, b):\n    time.sleep(100)\n"
    events: queue.SimpleQueue[CheckProgress] = queue.SimpleQueue()
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(client.check, CheckRequest("outer_sum", source, "hand_in.py"), events.put)
        events.get(), events.get()  # the check has begun; its first case has
        (run,) = (pid for pid in processes_of(client.worker_pid) if pid not in standing)
        os.kill(run, signal.SIGKILL)
        report = answer.result()
    assert report.outcome is Outcome.CRASHED
    assert "SIGKILL" in report.checks[0].message
    assert check(client, HONEST["reference"]).passed
