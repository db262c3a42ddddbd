"""A fault of ours before the hand-in runs is told as ours, whatever it is, and the next check works.

One warm engine, some of whose calls fail when a file says so: Python reads `sitecustomize` when it starts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TOY_COURSE
from trial import AVAILABLE, CORE

from tutor.client import CheckRequest, Client
from tutor.report import Outcome, Report

pytestmark = [
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
    pytest.mark.xdist_group("setup_faults"),
]

STEPS = [
    *(
        "os.eventfd",
        "os.fork",
        "os.pidfd_open",
        "os.eventfd_write",
        "os.eventfd_write",
        "os.eventfd_read",
        "kernel.die_with_parent",
        "signal.set_wakeup_fd",
        "fcntl.fcntl",
        "os.dup2",
    ),
    *("lockdown.confine", "kernel.keep_only_fds", "limits.apply", "files.restrict", "syscalls.restrict"),
    *("proof.prove_files", "faulthandler.enable", "faulthandler.dump_traceback_later"),
]
"""From the fork of a run until its hand-in is loaded."""
BREAKER = """
import contextlib, errno, faulthandler, fcntl, os, signal, time
from tutor.sandbox import files, kernel, limits, lockdown, proof, syscalls

def breakable(name, original):
    def call(*arguments, **named):
        global said
        with contextlib.suppress(OSError), open({switch!r}) as switch:  # a confined child remembers what it read before
            said = switch.read()
        chosen, _, how = said.partition(" ")
        if chosen != name:
            return original(*arguments, **named)
        if how == "raise":
            raise OSError(errno.ENOMEM, "broken on purpose")
        if how == "be interrupted":
            raise KeyboardInterrupt("broken on purpose")
        if how == "leave":
            os._exit(0)
        if how == "be killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if how == "hang":
            signal.pause()
        if how == "be late":
            time.sleep(0.5)  # what runs beside it has all the time it wants
            raise OSError(errno.ENOMEM, "broken on purpose")
    return call

if b"tutor.engine" in open("/proc/self/cmdline", "rb").read():
    for name in {steps!r}:
        owner, _, function = name.partition(".")
        owner = globals()[owner]
        setattr(owner, function, breakable(name, getattr(owner, function)))
"""
HAND_IN = (TOY_COURSE / "graders/outer_sum/reference.py").read_bytes()


class BreakableClient:
    """A warm grader and the file that says which of its calls fails."""

    def __init__(self, client: Client, switch: Path) -> None:
        self.client, self.switch = client, switch

    def check(self, step: str = "", how: str = "") -> Report:
        self.switch.write_text(f"{step} {how}")
        try:
            return self.client.check(CheckRequest("outer_sum", HAND_IN, "outer_sum.py", device="cpu"))
        finally:
            self.switch.write_text("")


@pytest.fixture(scope="module")
def breakable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BreakableClient]:
    folder = tmp_path_factory.mktemp("breaker")
    switch = folder / "switch"
    switch.write_text("")
    (folder / "sitecustomize.py").write_text(BREAKER.format(switch=str(switch), steps=STEPS))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(folder))
        with Client(TOY_COURSE) as client:
            grading = BreakableClient(client, switch)
            assert grading.check().passed
            yield grading


@pytest.fixture(autouse=True)
def the_next_hand_in_is_graded_by_the_same_worker(breakable: BreakableClient) -> Iterator[None]:
    worker = breakable.client.worker_pid
    yield
    assert breakable.check().passed
    assert breakable.client.worker_pid == worker


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_is_our_fault_and_the_hand_in_does_not_run(breakable: BreakableClient, step: str) -> None:
    assert is_our_fault(breakable.check(step, "raise"), "broken on purpose")


def test_a_run_waits_until_it_is_watched(breakable: BreakableClient) -> None:
    assert is_our_fault(breakable.check("os.pidfd_open", "be late"), "broken on purpose")


@pytest.mark.parametrize("step", ["lockdown.confine", "faulthandler.enable"])
def test_whatever_is_raised_is_our_fault(breakable: BreakableClient, step: str) -> None:
    assert is_our_fault(breakable.check(step, "be interrupted"), "broken on purpose")


@pytest.mark.parametrize("step", ["limits.apply", "files.restrict", "syscalls.restrict", "kernel.keep_only_fds"])
def test_a_layer_that_does_nothing_is_our_fault(breakable: BreakableClient, step: str) -> None:
    assert is_our_fault(breakable.check(step, "do nothing"), 'LayerBroken: [Errno 71] the layer "')


@pytest.mark.parametrize("step", ["lockdown.confine", "files.restrict", "faulthandler.dump_traceback_later"])
@pytest.mark.parametrize("how", ["leave", "be killed"])
def test_a_run_that_ends_before_its_hand_in_began_is_our_fault(breakable: BreakableClient, step: str, how: str) -> None:
    assert is_our_fault(breakable.check(step, how), "ended without a word")


def test_a_run_that_is_never_ready_is_our_fault(breakable: BreakableClient) -> None:
    assert is_our_fault(breakable.check("lockdown.confine", "hang"), "was not ready after 3 s")


def is_our_fault(report: Report, why: str) -> bool:
    assert report.outcome is Outcome.GRADER_ERROR, report
    assert report.problem is not None and report.checks == ()
    assert report.problem.message.startswith("The sandbox could not be set up: "), report.problem
    return why in report.problem.message
