"""A Ray cluster grades as this machine does, loses nothing when a node goes away, and leaves nothing behind.

In this order: the tests that bring an engine of their own need the CPUs that the shared engine takes, and the last one
takes a node away.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Grading
from ray_nodes import (
    AUTHENTICATION,
    ROOT,
    TOKEN,
    RayNode,
    environment_of,
    free_address,
    head_node,
    with_descendants,
)

from tutor.classroom.engine import Job, Lost
from tutor.classroom.ray_engine import PIPELINE, RayEngine
from tutor.client import CheckRequest
from tutor.errors import UsageError
from tutor.report import Outcome, Report

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("ray"),
    pytest.mark.skipif(sys.platform != "linux", reason="the nodes of the test are found below /proc"),
    # Not importorskip: Ray reads the environment when it is imported, and that must be the one of these tests.
    pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'tensor-tutor[ray]'"),
]
LESSON = "focal_loss"
ANSWERS = ("reference", "wrong_alpha_missing", "wrong_p_for_p_t", "right_where_log_sigmoid", "wrong_sigmoid_twice")


@dataclass(frozen=True)
class Nodes:
    address: str
    head: RayNode
    other: RayNode


@pytest.fixture(scope="module", autouse=True)
def token() -> Iterator[None]:
    """Ray reads these when it is imported, once for the whole process."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in AUTHENTICATION.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="module")
def nodes(token: None) -> Iterator[Nodes]:
    address = free_address()
    with (
        tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True) as folder,
        contextlib.ExitStack() as stack,
    ):
        head = head_node(address, folder)
        stack.callback(head.stop)
        other = RayNode(f"--address={address}")
        stack.callback(other.stop)
        head.wait_until_ready()
        other.wait_until_ready()
        yield Nodes(address, head, other)


@pytest.fixture(scope="module")
def engine(nodes: Nodes) -> Iterator[RayEngine]:
    with RayEngine(ROOT, address=nodes.address) as engine:
        yield engine


def hand_ins(grading: Grading, count: int) -> list[Job]:
    stub = grading.course.lesson(LESSON).stub_source.encode()
    sources = [*(grading.answer(LESSON, name).encode() for name in ANSWERS), stub]
    return [Job(n, CheckRequest(LESSON, sources[n % len(sources)], f"student{n}.py")) for n in range(count)]


def timeless(report: Report | Lost) -> Report | Lost:
    return replace(report, seconds=0.0, started_at="") if isinstance(report, Report) else report


@pytest.fixture(scope="module")
def local(grading: Grading) -> Callable[[Job], Report]:
    """What this machine says about a job, graded once for each content."""
    check = cache(lambda source: grading.check(LESSON, source))
    return lambda job: replace(check(job.request.source), hand_in=job.request.hand_in, seconds=0.0, started_at="")


def run_python(code: str, folder: Path = ROOT, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_the_end_of(pids: list[int], seconds: float) -> list[int]:
    """Those that are still there afterwards."""
    ends = time.monotonic() + seconds
    watched = {}
    for pid in pids:
        try:
            watched[os.pidfd_open(pid)] = pid
        except ProcessLookupError:
            continue
    alive = [pid for fd, pid in watched.items() if not select.select([fd], [], [], max(0, ends - time.monotonic()))[0]]
    for fd in watched:
        os.close(fd)
    return alive


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nowhere.invalid:6379", "ray://127.0.0.1:10001", "local"])
def test_a_wrong_address_is_told_within_seconds(address: str):
    started = time.monotonic()
    with pytest.raises(UsageError, match=address.split(":")[0]) as told, RayEngine(ROOT, address=address):
        pass
    assert time.monotonic() - started < 10  # Ray itself tries for minutes
    assert told.value.advice


@pytest.mark.parametrize(
    ("given", "said"), [("", "no token"), ("another" * 8, "does not accept our token")], ids=["missing", "wrong"]
)
def test_a_missing_and_a_wrong_token_are_told_with_where_to_put_it(given: str, said: str, nodes: Nodes, tmp_path: Path):
    code = f"""
from tutor.classroom.ray_cluster import join
from tutor.errors import UsageError
try:
    join({nodes.address!r})
except UsageError as error:
    print(error.message, error.advice)
"""
    output, errors = run_python(
        code, RAY_AUTH_TOKEN=given, RAY_NUM_REDIS_GET_RETRIES="1", HOME=str(tmp_path)
    ).communicate(timeout=30)
    assert said in output
    assert "RAY_AUTH_TOKEN_PATH" in output
    assert errors == ""


def test_a_cluster_without_a_gpu_is_told_before_anything_is_graded(nodes: Nodes):
    with pytest.raises(UsageError, match="no GPU"), RayEngine(ROOT, address=nodes.address, device="cuda"):
        pass


def test_a_node_with_another_tutor_is_named(nodes: Nodes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tutor.classroom.ray_engine.__version__", "99.0")
    request = CheckRequest(LESSON, b"", "empty.py")
    with RayEngine(ROOT, address=nodes.address) as engine, pytest.raises(UsageError, match=r"99\.0") as told:
        list(engine.grade([Job(0, request)]))
    assert socket.gethostname() in told.value.message


def test_no_node_imports_a_hand_in_from_the_folder_the_teacher_is_in(nodes: Nodes, tmp_path: Path):
    (tmp_path / "tutor.py").write_text("raise ImportError('a hand-in ran on the node')")
    code = f"""
import pathlib
from tutor.classroom.ray_engine import RayEngine
with RayEngine(pathlib.Path({str(ROOT)!r}), address={nodes.address!r}, slots=1) as engine:
    print(list(engine.grade([])))
"""
    output, errors = run_python(code, tmp_path).communicate(timeout=30)
    assert (output, errors) == ("[]\n", "")


def test_ctrl_c_leaves_no_process_on_any_node(nodes: Nodes):
    code = f"""
import itertools, pathlib
from tutor.classroom.engine import Job
from tutor.classroom.ray_engine import RayEngine
from tutor.client import CheckRequest
jobs = (Job(n, CheckRequest({LESSON!r}, b"# %d" % n, "a.py")) for n in itertools.count())
with RayEngine(pathlib.Path.cwd(), address={nodes.address!r}) as engine:
    for number, _ in engine.grade(jobs):
        print(number, flush=True)
"""
    driver = run_python(code)
    assert driver.stdout is not None
    assert driver.stdout.readline().strip().isdecimal()
    slots = [*nodes.head.slots(), *nodes.other.slots()]
    running = [pid for slot in slots for pid in with_descendants(slot)]
    driver.send_signal(signal.SIGINT)
    driver.communicate(timeout=20)
    assert len(slots) == 2 < len(running)
    assert wait_for_the_end_of(running, 10) == []


def test_the_reports_are_those_of_this_machine_and_few_jobs_are_taken_at_once(
    engine: RayEngine, grading: Grading, local: Callable[[Job], Report]
):
    jobs, taken, answered = hand_ins(grading, 20), 0, 0

    def taking() -> Iterator[Job]:
        nonlocal taken
        for job in jobs:
            taken += 1
            assert taken - answered <= engine.slots * PIPELINE + 1
            yield job

    reports = {}
    for number, report in engine.grade(taking()):
        answered += 1
        assert number not in reports
        reports[number] = timeless(report)
    assert engine.slots == 2
    assert reports == {job.number: local(job) for job in jobs}
    assert {report.outcome for report in reports.values()} >= {Outcome.PASSED, Outcome.FAILED, Outcome.NOT_WRITTEN}


def test_each_content_is_shipped_once(engine: RayEngine, grading: Grading, monkeypatch: pytest.MonkeyPatch):
    import ray

    shipped: list[bytes] = []
    put = ray.put
    monkeypatch.setattr(ray, "put", lambda value: shipped.append(value) or put(value))
    request = CheckRequest(LESSON, b"# handed in by many\n", "a.py")
    reports = [report for _, report in engine.grade(Job(n, replace(request, hand_in=f"{n}.py")) for n in range(6))]
    assert len(reports) == 6
    assert shipped == [request.source]


def test_nothing_of_our_environment_and_no_token_reaches_a_grading_process(
    engine: RayEngine, nodes: Nodes, grading: Grading, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SECRET_OF_THE_TEACHER", "whisper")
    assert len(list(engine.grade(hand_ins(grading, 2)))) == 2
    slots = nodes.head.slots() + nodes.other.slots()
    below = [pid for slot in slots for pid in with_descendants(slot)[1:]]
    assert len(below) >= 3 * len(slots)
    for pid in below:
        assert TOKEN not in environment_of(pid)
        assert "whisper" not in environment_of(pid)


def test_a_hand_in_that_loses_its_worker_twice_is_lost_and_the_others_are_graded(engine: RayEngine, grading: Grading):
    fatal = Job(-1, CheckRequest(LESSON, b"import time\ntime.sleep(100)\n", "fatal.py"))
    results: dict[int, Report | Lost] = {}

    def jobs() -> Iterator[Job]:
        yield fatal
        for job in hand_ins(grading, 500):
            if -1 in results:
                return
            for slot in engine._crew:
                if slot.tasks and slot.tasks[0].job is fatal:
                    engine._ray.kill(slot.actor)
            yield job

    for number, result in engine.grade(jobs()):
        assert number not in results
        results[number] = result
    lost = results.pop(-1)
    assert isinstance(lost, Lost) and "died" in lost.message
    assert sorted(results) == list(range(len(results)))
    assert all(isinstance(result, Report) for result in results.values())


def test_a_node_that_dies_in_the_middle_loses_no_hand_in_and_grades_none_twice(
    engine: RayEngine,
    nodes: Nodes,
    grading: Grading,
    local: Callable[[Job], Report],
    capsys: pytest.CaptureFixture[str],
):
    jobs = hand_ins(grading, 20)
    assert len(list(engine.grade(jobs[:4]))) == 4
    numbers, reports = [], {}
    for number, report in engine.grade(jobs):
        numbers.append(number)
        reports[number] = timeless(report)
        if len(numbers) == 3:
            assert nodes.other.slots()
            nodes.other.kill()
    assert sorted(numbers) == list(range(20))
    assert reports == {job.number: local(job) for job in jobs}
    assert capsys.readouterr().out == ""
