"""A Ray cluster grades as this machine does, loses nothing when a node goes away, and leaves nothing behind.

In this order: the tests that bring an engine of their own need the CPUs that the shared engine takes, and the last one
takes a node away.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Grading
from ray_nodes import AUTHENTICATION, ROOT, TOKEN, RayNode, environment_of, with_descendants

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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True) as folder:  # sockets: short
        port = address.rpartition(":")[2]
        head = RayNode("--head", f"--port={port}", f"--temp-dir={folder}", "--include-dashboard=false")
        try:
            other = RayNode(f"--address={address}")
            try:
                yield Nodes(address, head, other)
            finally:
                other.stop()
        finally:
            head.stop()


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


def local_reports(grading: Grading, jobs: list[Job]) -> dict[int, Report | Lost]:
    return {job.number: timeless(grading.client.check(job.request)) for job in jobs}


def run_python(code: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        cwd=ROOT,
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
    assert time.monotonic() - started < 10
    assert told.value.advice


def test_a_missing_token_is_told_with_where_to_put_it(nodes: Nodes, tmp_path: Path):
    code = f"""
from tutor.classroom.ray_cluster import join
from tutor.errors import UsageError
try:
    join({nodes.address!r})
except UsageError as error:
    print(error.message, error.advice)
"""
    joining = run_python(code, RAY_AUTH_TOKEN="", HOME=str(tmp_path))
    said, _ = joining.communicate(timeout=30)
    assert "no token" in said
    assert "RAY_AUTH_TOKEN_PATH" in said


def test_a_cluster_without_a_gpu_is_told_before_anything_is_graded(nodes: Nodes):
    with pytest.raises(UsageError, match="no GPU"), RayEngine(ROOT, address=nodes.address, device="cuda"):
        pass


def test_a_node_with_another_tutor_is_named(nodes: Nodes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tutor.classroom.ray_engine.__version__", "99.0")
    request = CheckRequest(LESSON, b"", "empty.py")
    with RayEngine(ROOT, address=nodes.address) as engine, pytest.raises(UsageError, match=r"99\.0") as told:
        list(engine.grade([Job(0, request)]))
    assert socket.gethostname() in told.value.message


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


def test_the_reports_are_those_of_this_machine_and_few_jobs_are_taken_at_once(engine: RayEngine, grading: Grading):
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
    assert reports == local_reports(grading, jobs)
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


def test_a_hand_in_whose_worker_fails_twice_is_lost_with_the_reason_and_the_others_are_graded(
    engine: RayEngine, grading: Grading
):
    unknown = Job(7, CheckRequest("no_such_lesson", b"", "a.py"))
    results = dict(engine.grade([unknown, *hand_ins(grading, 4)]))
    assert isinstance(results[7], Lost)
    assert "no_such_lesson" in results[7].message
    assert all(isinstance(results[number], Report) for number in range(4))


def test_a_node_that_dies_in_the_middle_loses_no_hand_in_and_grades_none_twice(
    engine: RayEngine, nodes: Nodes, grading: Grading, capsys: pytest.CaptureFixture[str]
):
    jobs = hand_ins(grading, 20)
    assert len(list(engine.grade(jobs[:6]))) == 6
    numbers, reports = [], {}
    for number, report in engine.grade(jobs):
        numbers.append(number)
        reports[number] = timeless(report)
        if len(numbers) == 3:
            assert nodes.other.slots()
            nodes.other.kill()
    assert sorted(numbers) == list(range(20))
    assert reports == local_reports(grading, jobs)
    assert capsys.readouterr().out == ""
