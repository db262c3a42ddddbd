"""How much of its rate grading loses on a Ray cluster of this one machine: `python -m tests.benchmarks.ray_overhead`.

Both sides have two warm workers and grade the same hand-ins, in turns so that the machine's mood falls on both. Where
others use the machine, rates say little; the processor time of a hand-in, Ray's own processes included, still does.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.ray_nodes import AUTHENTICATION, ROOT, free_address, head_node, with_descendants
from tutor.classroom.engine import Job
from tutor.classroom.ray_engine import RayEngine
from tutor.client import CheckRequest, Client

SLOTS, HAND_INS, ROUNDS = 2, 60, 7
HAND_IN = ROOT / "graders" / "focal_loss" / "reference.py"


@dataclass(frozen=True)
class Side:
    """One way to grade, and the processes that it keeps."""

    grade_all: Callable[[], int]
    processes: Callable[[], list[int]]

    def measure(self) -> tuple[float, float]:
        """Hand-ins graded in a second, and milliseconds of processor time for each."""
        began, used = time.perf_counter(), self._processor_seconds()
        passed = self.grade_all()
        assert passed == HAND_INS, f"{passed} of {HAND_INS} passed"
        rate = HAND_INS / (time.perf_counter() - began)
        return rate, 1000 * (self._processor_seconds() - used) / HAND_INS

    def _processor_seconds(self) -> float:
        """Of this process, of those it keeps, and of all that these have waited for."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.processes()]
        ticks = sum(sum(map(int, stat[11:15])) for stat in stats)
        return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def jobs() -> list[Job]:
    """Different contents, because the same one would be shipped only once."""
    source = HAND_IN.read_bytes()
    return [Job(n, CheckRequest("focal_loss", source + b"# %d\n" % n, f"{n}.py")) for n in range(HAND_INS)]


def with_clients(stack: ExitStack) -> Side:
    """A client for each slot, and a thread that waits for it."""
    clients = [stack.enter_context(Client(ROOT)) for _ in range(SLOTS)]
    free: SimpleQueue[Client] = SimpleQueue()
    for client in clients:
        free.put(client)
    threads = stack.enter_context(ThreadPoolExecutor(SLOTS))

    def check(job: Job) -> bool:
        client = free.get()
        try:
            return client.check(job.request).passed
        finally:
            free.put(client)

    return Side(
        lambda: sum(threads.map(check, jobs())),
        lambda: [pid for client in clients if client.worker_pid for pid in with_descendants(client.worker_pid)],
    )


def with_ray(stack: ExitStack) -> Side:
    """A cluster of one node with a CPU for each slot."""
    os.environ.update(AUTHENTICATION)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True))
    address = free_address()
    head = head_node(address, folder, cpus=SLOTS)
    stack.callback(head.stop)
    head.wait_until_ready()
    engine = stack.enter_context(RayEngine(ROOT, slots=SLOTS, address=address))
    return Side(
        lambda: sum(getattr(report, "passed", False) for _, report in engine.grade(jobs())),
        lambda: with_descendants(head.process.pid),
    )


def main() -> None:
    with ExitStack() as stack:
        sides = with_clients(stack), with_ray(stack)
        for side in sides:
            side.grade_all()
        rounds = [tuple(side.measure() for side in sides) for _ in range(ROUNDS)]
    for (here, cost_here), (there, cost_there) in rounds:
        rates = f"{here:5.1f} hand-ins/s with clients, {there:5.1f} on Ray ({here / there - 1:+.1%})"
        print(f"{rates}; {cost_here:.0f} and {cost_there:.0f} ms of processor each ({cost_there / cost_here - 1:+.1%})")
    rate = statistics.median(here / there - 1 for (here, _), (there, _) in rounds)
    cost = statistics.median(there / here - 1 for (_, here), (_, there) in rounds)
    print(f"Overhead in the median round, {SLOTS} slots on {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}:")
    print(f"{rate:+.1%} of time, {cost:+.1%} of processor time")


if __name__ == "__main__":
    main()
