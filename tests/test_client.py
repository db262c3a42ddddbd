"""The worker comes and goes with its client: replaced after a crash, gone after a close, and no orphan in between."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tutor.client import CheckRequest, Client
from tutor.course import Course
from tutor.errors import WorkerError
from tutor.report import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def client(toy_course: Course) -> Iterator[Client]:
    with Client(toy_course.root) as one:
        yield one


def request(course: Course) -> CheckRequest:
    source = (course.root / "graders" / "outer_sum" / "reference.py").read_bytes()
    return CheckRequest("outer_sum", source, "outer_sum.py")


def descendants(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *descendants(int(child))]
    return found


def wait_until_gone(pids: list[int], limit: float = 10.0) -> list[int]:
    """The processes that are still there when all should have ended; polls, because they are nobody's children."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline and any(is_alive(pid) for pid in pids):
        time.sleep(0.02)
    return [pid for pid in pids if is_alive(pid)]


def is_alive(pid: int) -> bool:
    try:
        return " Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1][:3]
    except OSError:
        return False


def engine_of(client: Client) -> int:
    assert client.worker_pid is not None
    return next(
        pid for pid in descendants(client.worker_pid) if b"tutor.engine" in Path(f"/proc/{pid}/cmdline").read_bytes()
    )


def test_a_killed_worker_is_replaced_before_the_next_check(client: Client, toy_course: Course):
    assert client.check(request(toy_course)).passed
    assert client.worker_pid is not None
    os.kill(client.worker_pid, signal.SIGKILL)
    assert client.check(request(toy_course)).passed


def test_a_killed_engine_is_replaced_before_the_next_check(client: Client, toy_course: Course):
    assert client.check(request(toy_course)).passed
    engine = engine_of(client)
    os.kill(engine, signal.SIGKILL)
    assert wait_until_gone([engine]) == []
    assert client.check(request(toy_course)).passed


def test_closing_the_client_leaves_no_process_behind(client: Client, toy_course: Course):
    assert client.check(request(toy_course)).passed
    assert client.worker_pid is not None
    below = [client.worker_pid, *descendants(client.worker_pid)]
    assert len(below) >= 3, "worker, zygote and judge"
    client.close()
    assert wait_until_gone(below) == []


def test_a_killed_worker_leaves_no_process_behind(client: Client, toy_course: Course):
    assert client.check(request(toy_course)).passed
    assert client.worker_pid is not None
    below = descendants(client.worker_pid)
    os.kill(client.worker_pid, signal.SIGKILL)
    assert wait_until_gone(below) == []


def test_an_unknown_lesson_is_a_fault_that_is_told(client: Client):
    report = client.check(CheckRequest("no_such_lesson", b"", "x.py"))
    assert report.problem is not None and "no_such_lesson" in report.problem.message


def test_a_missing_pytorch_is_told_with_what_to_do(toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError(\"No module named 'torch'\")\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Client(toy_course.root) as client, pytest.raises(WorkerError, match="PyTorch is not installed") as caught:
        client.check(request(toy_course))
    assert "tutor doctor" in caught.value.advice


def test_a_torch_py_in_the_learners_folder_is_not_imported(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("torch.py", "json.py", "tutor.py"):
        (tmp_path / name).write_text("raise SystemExit('shadowed')\n")
    monkeypatch.chdir(tmp_path)
    with Client(toy_course.root) as client:
        assert client.check(request(toy_course)).passed


def test_a_broken_grader_is_our_fault_and_its_traceback_is_kept(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TUTOR_STATE_DIR", str(tmp_path / "state"))
    root = tmp_path / "course"
    shutil.copytree(toy_course.root, root)
    (root / "graders" / "outer_sum" / "grader.py").write_text("grader = None\n")
    with Client(root) as client:
        report = client.check(request(toy_course))
    assert report.outcome is Outcome.GRADER_ERROR
    assert report.problem is not None and str(tmp_path / "state" / "last-failure.txt") in report.problem.advice
    assert "grader.py" in (tmp_path / "state" / "last-failure.txt").read_text()


def test_what_a_hand_in_would_load_for_seconds_is_loaded_once_for_all(client: Client, toy_course: Course):
    """Else each one that uses torch.optim or torchvision would load torch._dynamo in a run of its own."""
    told = b"import sys\nprint('torch.' + '_dyn' + 'amo' in sys.modules)\n" + request(toy_course).source
    without = CheckRequest("outer_sum", told, "outer_sum.py")
    using = CheckRequest("outer_sum", b"from torch import optim\n" + told, "outer_sum.py")
    assert [client.check(each).output for each in (without, using)] == ["False\n", "True\n"]
    assert client.check(using).outcome is Outcome.PASSED


def test_a_question_that_is_none_is_answered_and_the_worker_stays(client: Client, toy_course: Course):
    pid = client.check(request(toy_course)) and client.worker_pid
    with pytest.raises(WorkerError, match="seed: expected a whole number or null"):
        client.check(replace(request(toy_course), seed="many"))  # type: ignore[arg-type]
    assert client.check(request(toy_course)).outcome is Outcome.PASSED
    assert client.worker_pid == pid
