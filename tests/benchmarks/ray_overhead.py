"""How much of its rate grading loses on a Ray cluster of this one machine: `python -m tests.benchmarks.ray_overhead`.

Both sides have two warm workers and grade the same hand-ins, in turns so that the machine's mood falls on both.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue

from tests.ray_nodes import AUTHENTICATION, ROOT, free_address, head_node
from tutor.classroom.engine import Job
from tutor.classroom.ray_engine import RayEngine
from tutor.client import CheckRequest, Client

SLOTS, HAND_INS, ROUNDS = 2, 60, 7
HAND_IN = ROOT / "graders" / "focal_loss" / "reference.py"


def jobs() -> list[Job]:
    """Different contents, because the same one would be shipped only once."""
    source = HAND_IN.read_bytes()
    return [Job(n, CheckRequest("focal_loss", source + b"# %d\n" % n, f"{n}.py")) for n in range(HAND_INS)]


def with_clients(stack: ExitStack) -> Callable[[], int]:
    """A client for each slot, and a thread that waits for it."""
    clients: SimpleQueue[Client] = SimpleQueue()
    for _ in range(SLOTS):
        clients.put(stack.enter_context(Client(ROOT)))
    threads = stack.enter_context(ThreadPoolExecutor(SLOTS))

    def check(job: Job) -> bool:
        client = clients.get()
        try:
            return client.check(job.request).passed
        finally:
            clients.put(client)

    return lambda: sum(threads.map(check, jobs()))


def with_ray(stack: ExitStack) -> Callable[[], int]:
    """A cluster of one node with a CPU for each slot."""
    os.environ.update(AUTHENTICATION)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True))
    address = free_address()
    head = head_node(address, folder, cpus=SLOTS)
    stack.callback(head.stop)
    head.wait_until_ready()
    engine = stack.enter_context(RayEngine(ROOT, slots=SLOTS, address=address))
    return lambda: sum(getattr(report, "passed", False) for _, report in engine.grade(jobs()))


def rate(grade_all: Callable[[], int]) -> float:
    """Hand-ins graded in a second."""
    started = time.perf_counter()
    passed = grade_all()
    assert passed == HAND_INS, f"{passed} of {HAND_INS} passed"
    return HAND_INS / (time.perf_counter() - started)


def main() -> None:
    with ExitStack() as stack:
        local, ray = with_clients(stack), with_ray(stack)
        rate(local), rate(ray)
        rounds = [(rate(local), rate(ray)) for _ in range(ROUNDS)]
    for here, there in rounds:
        print(f"{here:6.1f} hand-ins/s with clients, {there:6.1f} on Ray, overhead {here / there - 1:+.1%}")
    median = statistics.median(here / there - 1 for here, there in rounds)
    best_here, best_there = (max(side) for side in zip(*rounds, strict=True))
    print(f"Overhead with {SLOTS} slots on {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the end:")
    print(f"{median:+.1%} in the median round; {best_here / best_there - 1:+.1%} between the best of each side.")


if __name__ == "__main__":
    main()
