"""The engine of docs/cluster.md grades, and the parts of the Ray engine keep what they promise without a cluster."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import Grading

from tutor.classroom.engine import Job, Lost
from tutor.classroom.ray_cluster import SETTINGS, join
from tutor.classroom.ray_slot import worker_environment
from tutor.classroom.ray_sources import KEPT_BYTES, Sources
from tutor.client import CheckRequest
from tutor.course import FENCE
from tutor.errors import UsageError, WorkerError
from tutor.report import Report

GUIDE = Path(__file__).parents[1] / "docs" / "cluster.md"


@pytest.fixture
def guide() -> dict[str, Any]:
    """What the program of the guide defines."""
    (program,) = (block["code"] for block in FENCE.finditer(GUIDE.read_text("utf-8")) if block["language"] == "python")
    names: dict[str, Any] = {}
    exec(compile(program, str(GUIDE), "exec"), names)
    return names


def test_the_engine_of_the_guide_grades_each_job_once_and_takes_few_at_a_time(guide, toy_grading: Grading):
    guide["warm_client"] = lambda root: toy_grading.client
    request = CheckRequest("outer_sum", toy_grading.answer("outer_sum").encode(), "a.py")
    taken: list[int] = []

    def jobs():
        for number in range(6):
            taken.append(number)
            yield Job(number, request)

    answered = []
    with guide["ExecutorEngine"](ThreadPoolExecutor(1), toy_grading.course.root, 1) as engine:
        for number, report in engine.grade(jobs()):
            assert len(taken) <= len(answered) + 2 * engine.slots
            assert isinstance(report, Report) and report.passed
            answered.append(number)
    assert sorted(answered) == list(range(6))


def test_the_engine_of_the_guide_tries_a_lost_job_once_more(guide):
    tried: list[str] = []

    class Failing:
        def check(self, request: CheckRequest) -> Report:
            tried.append(request.lesson)
            raise WorkerError("It went away.", "Try again.")

    guide["warm_client"] = lambda root: Failing()
    with guide["ExecutorEngine"](ThreadPoolExecutor(1), "", 1) as engine:
        results = list(engine.grade([Job(5, CheckRequest("outer_sum", b"", "a.py"))]))
    assert results == [(5, Lost("It went away.", "Try again."))]
    assert len(tried) == 2


def test_a_slot_sees_the_gpu_that_was_reserved_for_it_and_otherwise_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3")
    assert worker_environment(uses_gpu=True)["CUDA_VISIBLE_DEVICES"] == "3"
    assert worker_environment(uses_gpu=False)["CUDA_VISIBLE_DEVICES"] == ""


def test_a_slot_passes_nothing_on_but_where_things_are(monkeypatch: pytest.MonkeyPatch):
    for name in ("RAY_AUTH_TOKEN", "AWS_SECRET_ACCESS_KEY", "SSH_AUTH_SOCK"):
        monkeypatch.setenv(name, "secret")
    assert "secret" not in worker_environment(uses_gpu=False).values()
    assert "PATH" in worker_environment(uses_gpu=False)


def test_sources_are_put_once_until_they_would_fill_the_store():
    class Store:
        def __init__(self) -> None:
            self.contents: list[bytes] = []

        def put(self, source: bytes) -> int:
            self.contents.append(source)
            return len(self.contents)

    store = Store()
    sources = Sources(store)
    assert [sources.put(b"a"), sources.put(b"b"), sources.put(b"a")] == [1, 2, 1]
    large = bytes(KEPT_BYTES)
    assert [sources.put(large), sources.put(large), sources.put(b"a")] == [3, 3, 4]


def test_without_ray_its_installation_is_told(monkeypatch: pytest.MonkeyPatch):
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match="Ray") as told:
        join()
    assert "tensor-tutor[ray]" in told.value.advice
