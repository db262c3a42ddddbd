"""A run has a control group of its own where tutor may make one; that limits it exactly and ends it as a whole.

The limits themselves need a delegated memory and pids controller, which no machine of the tests is known to have, so
here they are only seen written. Joining, killing and removing happen for real wherever a group can be made.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import TOY_COURSE
from test_client import descendants, wait_until_gone
from trial import CORE, FOUND, MULTI, SOLO, Trial

from tutor.client import CheckRequest, Client
from tutor.conversation import CheckCancelled
from tutor.report import Outcome
from tutor.sandbox import cgroups, lockdown
from tutor.sandbox.cgroups import Group
from tutor.sandbox.limits import Limits, MiB
from tutor.sandbox.lockdown import NAMESPACES
from tutor.worker.run import Run


def can_make_groups() -> bool:
    try:
        return Group.make(cgroups.group_here(), f"tutor-{os.getpid()}-0", Limits()).remove()
    except OSError:
        return False


needs_groups = pytest.mark.skipif(not can_make_groups(), reason="no control group was handed to this user")
pytestmark = [
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
    pytest.mark.xdist_group("cgroups"),
]
CONTAINER = "29 22 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup rw\n"
HYBRID = (
    "32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 c rw\n"
)
PART = "29 22 0:26 /docker/abc /sys/fs/cgroup ro - cgroup2 cgroup rw\n"


@pytest.mark.parametrize(
    ("memberships", "mounts", "group"),
    [
        ("0::/user.slice/run-1.scope\n", CONTAINER, "/sys/fs/cgroup/user.slice/run-1.scope"),
        ("0::/\n", CONTAINER, "/sys/fs/cgroup"),
        ("8:pids:/\n4:memory:/jobs/1\n0::/\n", HYBRID, "/sys/fs/cgroup/unified"),
        ("0::/docker/abc/inner\n", PART, "/sys/fs/cgroup/inner"),
        ("0::/docker/abcdef\n", PART, None),
        ("0::/../outside\n", CONTAINER, None),
        ("4:memory:/jobs/1\n", HYBRID, None),
        ("0::/\n", HYBRID.splitlines()[0], None),
    ],
)
def test_the_own_group_is_found_where_it_is_mounted(memberships: str, mounts: str, group: str | None) -> None:
    assert cgroups.own_group(memberships, mounts) == (Path(group) if group else None)


def test_the_limits_are_written_where_their_controllers_are(tmp_path: Path) -> None:
    for file in ("memory.max", "memory.swap.max", "memory.oom.group", "pids.max"):
        (tmp_path / file).write_text("max")
    Group(tmp_path).limit(Limits(memory_bytes=100 * MiB, scratch_bytes=10 * MiB, processes=7))
    written = {file.name: int(file.read_text()) for file in tmp_path.iterdir()}
    assert written == {
        "memory.max": 110 * MiB + cgroups.BESIDES,
        "memory.swap.max": 0,
        "memory.oom.group": 1,
        "pids.max": 9,
    }


def test_a_limit_whose_controller_is_missing_is_not_applied(tmp_path: Path) -> None:
    (tmp_path / "pids.max").write_text("max")
    Group(tmp_path).limit(Limits(processes=7))
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"pids.max": "9"}


def test_a_group_whose_limit_cannot_be_set_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(group: Group, limits: Limits) -> None:
        raise PermissionError("refused")

    monkeypatch.setattr(Group, "limit", refuse)
    with pytest.raises(PermissionError):
        Group.make(tmp_path, "run", Limits())
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("events", "ran_out"), [("low 0\noom 1\noom_kill 0\n", False), ("oom 1\noom_kill 3\n", True)])
def test_the_kernel_counts_what_it_ended_for_want_of_memory(tmp_path: Path, events: str, ran_out: bool) -> None:
    (tmp_path / "memory.events").write_text(events)
    assert Group(tmp_path).ran_out_of_memory is ran_out


def test_without_the_memory_controller_nothing_ran_out(tmp_path: Path) -> None:
    assert Group(tmp_path).ran_out_of_memory is False


@pytest.mark.parametrize("ran_out", [True, False])
async def test_a_run_the_group_ended_is_told_as_out_of_memory(ran_out: bool) -> None:
    run = Run(SimpleNamespace(gone=False), Limits(), "file.py", "", lambda number: None)  # type: ignore[arg-type]
    run._confined = True
    run._group = SimpleNamespace(ran_out_of_memory=ran_out)  # type: ignore[assignment]
    run.status.set_result(signal.SIGKILL)
    run._explain_ending()
    assert run.result.ending is not None
    outcome, problem = run.result.ending
    assert outcome is (Outcome.OUT_OF_MEMORY if ran_out else Outcome.CRASHED)
    assert ("2 GB" in problem.message) is ran_out
    await asyncio.sleep(0)


@needs_groups
def test_a_group_that_systemd_keeps_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def handed_over(path: Path, name: str) -> bytes:
        if name != "user.delegate":
            raise PermissionError
        return b"1"

    monkeypatch.setattr(cgroups, "SYSTEMD", tmp_path)
    monkeypatch.setattr(os, "getxattr", handed_over)
    assert cgroups.group_here().is_dir()
    monkeypatch.setattr(os, "getxattr", lambda path, name: b"0")
    with pytest.raises(PermissionError, match="systemd keeps"):
        cgroups.group_here()


def test_a_group_without_limits_does_not_count() -> None:
    """It would cost time, and the other layers kill a run as a whole."""
    layer = next(layer for layer in FOUND if layer.name == "cgroup")
    assert layer.works is ("with limits for" in layer.detail)
    if can_make_groups() and not cgroups.controllers_of(cgroups.group_here()):
        assert not layer.works and "no limits" in layer.detail


@pytest.fixture
def group() -> Iterator[Group]:
    group = Group.make(cgroups.group_here(), f"tutor-test-{os.getpid()}", Limits())
    yield group
    group.kill()
    while not group.is_empty:
        pass
    assert group.remove()


def group_of(pid: int) -> str:
    lines = Path(f"/proc/{pid}/cgroup").read_text().splitlines()
    return next(line[3:] for line in lines if line.startswith("0::"))


@needs_groups
@pytest.mark.parametrize("profile", [SOLO, MULTI], ids=["solo", "multi"])
def test_a_confined_run_is_in_its_group_and_goes_with_it(group: Group, profile: lockdown.Profile) -> None:
    """It joined by a descriptor, before it lost every right and path by which it could."""
    trial = Trial(profile)
    if profile is MULTI and not trial.available >= NAMESPACES:
        pytest.skip("this machine has no user namespaces")
    alive_reader, alive_writer = os.pipe()
    started_reader, started_writer = os.pipe()
    scratch = trial._make_scratch() if profile.has_scratch else ""
    joining = group.open_for_joining()
    run = os.fork()
    if not run:
        with contextlib.suppress(BaseException):
            os.write(joining, b"0")
            kept = [alive_writer, started_writer]
            lockdown.confine(profile, Limits(), kept, trial.available, scratch)
            if profile is MULTI and not os.fork():
                os.setsid()
            os.write(started_writer, b"x")
            select.select([], [], [])
        os._exit(97)
    for fd in (alive_writer, joining):
        os.close(fd)
    assert os.read(started_reader, 1) == b"x"
    members = (group.path / "cgroup.procs").read_text().split()
    assert str(run) in members and group_of(run).endswith(group.path.name)
    assert (len(members) >= 3) is (profile is MULTI)
    assert not group.remove() and not group.is_empty
    group.kill()
    assert os.waitpid(run, 0)[1] == signal.SIGKILL
    assert os.read(alive_reader, 1) == b""
    for fd in (alive_reader, started_reader, started_writer):
        os.close(fd)
    if scratch:
        os.rmdir(scratch)


@needs_groups
def test_the_groups_of_a_worker_that_was_killed_are_removed() -> None:
    parent = cgroups.group_here()
    ended = os.fork()
    if not ended:
        os._exit(0)
    os.waitpid(ended, 0)
    left = Group.make(parent, f"tutor-{ended}-1", Limits())
    living = Group.make(parent, f"tutor-{os.getpid()}-1", Limits())
    cgroups._remove_left_over(parent)
    assert not left.path.exists() and living.path.exists()
    assert living.remove()


class GroupedClient(Client):
    """Starts a worker that uses groups even where they have no limits."""

    worker_module = "grouped_worker"


WAITING = b"import time\nPREDICT_1 = ...\nprint('x', flush=True)\ntime.sleep(1000)\n"


@needs_groups
def test_a_real_run_has_a_group_and_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = cgroups.group_here()
    honest = (TOY_COURSE / "graders/outer_sum/reference.py").read_bytes()
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    with GroupedClient(TOY_COURSE) as client:
        report = client.check(CheckRequest("outer_sum", honest, "outer_sum.py", device="cpu"))
        assert report.passed
        assert "cgroup" in report.sandbox.layers
        worker = client.worker_pid
        assert worker is not None
        standing = set(descendants(worker))
        thread = threading.Thread(target=check_until_cancelled, args=(client,))
        thread.start()
        try:
            run = wait_for_a_run(worker, standing)
            assert group_of(run).rpartition("/")[2].startswith(f"tutor-{worker}-")
            while is_root(run):  # which it is, at most, until it is confined
                pass
            for pid in (worker, *standing):
                assert "tutor-" not in group_of(pid) or group_of(pid).endswith(cgroups.REST)
        finally:
            client.cancel()
            thread.join(20)
        assert wait_until_gone([run]) == []
        assert list(parent.glob(f"tutor-{worker}-*")) == []


def check_until_cancelled(client: Client) -> None:
    with contextlib.suppress(CheckCancelled):
        client.check(CheckRequest("outer_sum", WAITING, "outer_sum.py", device="cpu"))


def wait_for_a_run(worker: int, standing: set[int]) -> int:
    while True:
        for pid in set(descendants(worker)) - standing:
            with contextlib.suppress(OSError, StopIteration):
                if "tutor-" in group_of(pid):
                    return pid


def is_root(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    return "0" in next(line.split()[1:] for line in status.splitlines() if line.startswith("Uid:"))


def test_a_run_that_cannot_join_its_group_runs_nothing() -> None:
    from tutor.sandbox import zygote

    trace_reader, trace = os.pipe()
    result_reader, result = os.pipe()
    ours, control = socket.socketpair()
    parent = os.getpid()
    run = os.fork()
    if not run:
        try:
            nothing = os.open(os.devnull, os.O_RDONLY)  # writing to it fails, as to a group that refuses
            request = {"profile": {}, "limits": {}, "layers": sorted(CORE), "scratch": ""}
            zygote._become_run(parent, control, request, [nothing, result, result, trace, nothing], os.eventfd(1))
        finally:
            os._exit(0)  # whatever happens, it does not go on as a second run of these tests
    for fd in (trace, result):
        os.close(fd)
    assert os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) == zygote.SETUP_FAILED
    assert b"Bad file descriptor" in os.read(trace_reader, 1000)
    assert os.read(result_reader, 1) == b""
    for fd in (trace_reader, result_reader):
        os.close(fd)
    ours.close()
    control.close()
