"""The warm service: found by every command of its user, never stale, and gone without leaving anything behind."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_client import descendants, request

from tutor.client import CheckRequest, child_environment
from tutor.course import Course
from tutor.errors import UsageError, WorkerError
from tutor.service import link
from tutor.service.grader import ServiceGrader, warm_grader
from tutor.service.sockets import ServiceUnavailable, addresses, connect, listen, private_folder
from tutor.service.start_state import service_environment, start_state
from tutor.service.wanted import IDLE, SWITCH

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="peers are known by SO_PEERCRED"),
    pytest.mark.xdist_group("service"),
]
LIMIT = 20.0


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder of this test's own, with a short name as sockets need; its services end with the test."""
    runtime = Path(tempfile.mkdtemp(prefix="tutor-", dir="/tmp"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.delenv("CI", raising=False)
    yield runtime / "tutor"
    for pid in services():
        with ended(pid):
            os.kill(pid, signal.SIGTERM)
    shutil.rmtree(runtime)


@pytest.fixture
def copy(toy_course: Course, tmp_path: Path) -> Path:
    shutil.copytree(toy_course.root, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "course"


def about_all() -> list[dict[str, Any]]:
    return [about for path in addresses(private_folder()) if (about := link.ask(path, "about"))]


def services() -> list[int]:
    return [about["pid"] for about in about_all()]


@contextlib.contextmanager
def ended(*pids: int) -> Iterator[None]:
    """Whatever is done inside makes these processes end soon."""
    watched = [os.pidfd_open(pid) for pid in pids]
    try:
        yield
        for pid, process in zip(pids, watched, strict=True):
            assert select.select([process], [], [], LIMIT)[0], f"process {pid} is still there"
    finally:
        for process in watched:
            os.close(process)


def passes(grader: ServiceGrader, course: Course) -> bool:
    return grader.check(request(course)).passed


def test_the_second_command_meets_the_worker_that_the_first_has_warmed(toy_course: Course):
    found = []
    for _ in range(2):
        with ServiceGrader(toy_course.root) as grader:
            assert passes(grader, toy_course)
            found += about_all()
    assert len(found) == 2
    assert found[0]["worker"] == found[1]["worker"]
    assert [about["visitors"] for about in found] == [1, 1]


def test_two_clients_at_once_both_get_the_right_answer(toy_course: Course):
    wrong = CheckRequest("outer_sum", b"def outer_sum(a, b):\n    return a\n", "outer_sum.py")
    verdicts: dict[bool, list[bool]] = {True: [], False: []}

    def ask(right: bool) -> None:
        with ServiceGrader(toy_course.root) as grader:
            for _ in range(5):
                verdicts[right].append(grader.check(request(toy_course) if right else wrong).passed)

    in_parallel(lambda: ask(True), lambda: ask(False))
    assert verdicts == {True: [True] * 5, False: [False] * 5}
    assert len(services()) == 1


def test_many_that_come_at_once_start_one(toy_course: Course):
    command = "import pathlib,sys; from tutor.service.link import connect_or_start as c; c(pathlib.Path(sys.argv[1]))"
    started = [
        subprocess.Popen([sys.executable, "-c", command, str(toy_course.root)], env=child_environment())
        for _ in range(6)
    ]
    assert [process.wait(LIMIT) for process in started] == [0] * 6
    assert len(addresses(private_folder())) == len(services()) == 1


def test_a_killed_client_takes_its_run_with_it_and_nothing_else(toy_course: Course, tmp_path: Path):
    hand_in = tmp_path / "outer_sum.py"
    hand_in.write_bytes(b"def outer_sum(a, b):\n    while True:\n        pass\n")
    command = "import pathlib,sys; from tutor.service.grader import *; from tutor.client import *; "
    command += "g = ServiceGrader(pathlib.Path(sys.argv[1])); say = lambda p: print(p.phase, flush=True); "
    command += "g.check(CheckRequest('outer_sum', pathlib.Path(sys.argv[2]).read_bytes(), 'a.py'), say)"
    with subprocess.Popen(
        [sys.executable, "-c", command, str(toy_course.root), str(hand_in)],
        env=child_environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as client:
        assert client.stdout is not None
        running = (line for line in client.stdout if line == "running\n")
        assert next(running) and next(running), "the second is told by the run itself"
        (about,) = about_all()
        before = set(descendants(about["worker"]))
        with ServiceGrader(toy_course.root) as grader:
            client.kill()
            assert passes(grader, toy_course), "it stands in line behind the endless run, where there is one processor"
    assert [a["worker"] for a in about_all()] == [about["worker"]], about_all()
    assert len(set(descendants(about["worker"]))) <= len(before)


def test_a_killed_service_leaves_no_process_and_the_next_check_starts_another(toy_course: Course):
    with ServiceGrader(toy_course.root) as grader:
        assert passes(grader, toy_course)
        (about,) = about_all()
        below = descendants(about["pid"])
        assert len(below) >= 3, "worker, zygote and judge"
        with ended(*below):
            os.kill(about["pid"], signal.SIGKILL)
        assert passes(grader, toy_course)
        assert services() not in ([], [about["pid"]])


def test_a_killed_worker_is_replaced_by_the_same_service(toy_course: Course):
    with ServiceGrader(toy_course.root) as grader:
        assert passes(grader, toy_course)
        (before,) = about_all()
        os.kill(before["worker"], signal.SIGKILL)
        assert passes(grader, toy_course)
        (after,) = about_all()
    assert after["pid"] == before["pid"]
    assert after["worker"] != before["worker"]


def test_it_leaves_when_nobody_has_needed_it_for_a_while(toy_course: Course, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(IDLE, "0.2")
    with ServiceGrader(toy_course.root) as grader:
        assert passes(grader, toy_course)
        (about,) = about_all()
        below = descendants(about["pid"])
        with ended(about["pid"], *below):
            grader.close()
    assert addresses(private_folder()) == []


def test_after_an_upgrade_another_one_answers_and_the_stale_one_leaves(
    toy_course: Course, monkeypatch: pytest.MonkeyPatch
):
    with ServiceGrader(toy_course.root) as early:
        assert passes(early, toy_course)
        (stale,) = services()
        monkeypatch.setattr("tutor.service.start_state.__version__", "999")
        with ServiceGrader(toy_course.root) as late:
            assert passes(late, toy_course)
            assert passes(early, toy_course), "who is already there is still answered"
        assert len([pid for pid in services() if pid != stale]) == 1
        with ended(stale):
            early.close()


def test_an_edited_grader_judges_the_next_check_of_the_same_service(copy: Path, toy_course: Course):
    """Also where the edit leaves the file as old and as long as it was, as some copies do, or only takes one away."""
    grader_file = copy / "graders" / "outer_sum" / "grader.py"
    reference, before = grader_file.with_name("reference.py"), grader_file.stat()
    with ServiceGrader(copy) as grader:
        assert passes(grader, toy_course)
        (pid,) = services()
        grader_file.with_suffix(".new").write_text(grader_file.read_text().replace("points=2", "points=7"))
        os.utime(grader_file.with_suffix(".new"), ns=(before.st_atime_ns, before.st_mtime_ns))
        grader_file.with_suffix(".new").rename(grader_file)
        assert grader_file.stat().st_size == before.st_size
        assert 7 in {check.max_points for check in grader.checks("outer_sum")}

        (kept := reference.with_suffix(".kept")).write_bytes(reference.read_bytes())
        reference.unlink()
        with pytest.raises(WorkerError, match=r"reference\.py"):
            grader.checks("outer_sum")
        kept.rename(reference)
        assert passes(grader, toy_course)
        assert services() == [pid]


def test_what_was_left_by_one_that_died_is_no_obstacle(toy_course: Course):
    listen(link.address_of(toy_course.root)).close()
    with link.connect_or_start(toy_course.root):
        assert len(services()) == 1


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_another_user_is_not_listened_to(toy_course: Course, folder: Path):
    with link.connect_or_start(toy_course.root):
        (path,) = addresses(private_folder())
        for each in (folder.parent, folder):
            each.chmod(0o755)
        path.chmod(0o666)
        stranger = (
            "import os,socket,sys; os.setgroups([]); os.setuid(65534); s = socket.socket(socket.AF_UNIX); "
            "s.settimeout(10); s.connect(sys.argv[1]); print(s.recv(1))"
        )
        answer = subprocess.run(
            [sys.executable, "-c", stranger, str(path)], capture_output=True, text=True, check=False
        )
        assert answer.stdout == "b''\n", answer.stderr
        for each in (folder, folder.parent):
            each.chmod(0o700)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_a_socket_of_another_user_is_not_talked_to(folder: Path):
    folder.parent.chmod(0o777)
    path = folder.parent / "theirs.sock"
    command = (
        "import os,socket,sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); "
        "s.listen(); print('ready', flush=True); s.accept()"
    )
    with subprocess.Popen([sys.executable, "-c", command, str(path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "ready\n"
        with pytest.raises(PermissionError, match="another user"):
            connect(path)
    folder.parent.chmod(0o700)


def test_where_the_folder_is_open_to_others_a_worker_of_its_own_answers(toy_course: Course, folder: Path):
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    with pytest.raises(ServiceUnavailable, match="not a folder that only you can open"):
        private_folder()
    with ServiceGrader(toy_course.root) as grader:
        assert passes(grader, toy_course)
    assert list(folder.iterdir()) == []
    folder.chmod(0o700)


def test_a_link_where_the_folder_should_be_is_not_followed(folder: Path, tmp_path: Path):
    tmp_path.chmod(0o700)
    folder.symlink_to(tmp_path)
    with pytest.raises(ServiceUnavailable):
        private_folder()
    folder.unlink()


@pytest.mark.parametrize("name", [SWITCH, "CI"])
def test_where_it_is_not_wanted_nothing_outlives_the_command(
    name: str, toy_course: Course, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(name, "true")
    with warm_grader(toy_course.root) as grader:
        assert grader.check(request(toy_course)).passed
    assert addresses(private_folder()) == []


@pytest.mark.parametrize("wrong", ["soon", "-1", "nan", "inf", "0"])
def test_a_wrong_patience_is_quoted(wrong: str, toy_course: Course, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(IDLE, wrong)
    with pytest.raises(UsageError, match=f"{IDLE} is '{wrong}'"):
        warm_grader(toy_course.root)


def test_it_holds_no_secret_of_the_shell(toy_course: Course, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_TOKEN", "canary")
    with ServiceGrader(toy_course.root) as grader:
        assert passes(grader, toy_course)
        for pid in (services()[0], *descendants(services()[0])):
            assert b"canary" not in Path(f"/proc/{pid}/environ").read_bytes()


def test_only_what_decides_a_grade_makes_a_service_another_one(copy: Path, monkeypatch: pytest.MonkeyPatch):
    def name(**variables: str) -> str:
        return start_state(copy, service_environment({"PATH": "/bin", **variables})).name

    assert name() == name(PATH="/usr/bin", GITHUB_TOKEN="x", SHLVL="2", LC_CTYPE="C.UTF-8", LANG="C")
    assert name() != name(CUDA_VISIBLE_DEVICES="1")
    assert name() != name(PYTHONPATH="/somewhere")
    before = name()
    (copy / "graders" / "outer_sum" / "wrong_new.py").write_text("")
    assert name() == before, "the judge itself looks at those"
    monkeypatch.setattr("tutor.service.start_state.__version__", "999")
    assert name() != before
    monkeypatch.setattr(sys, "prefix", "/another/environment")
    assert start_state(copy, {}).place != before.split("-")[0]


def test_a_path_of_modules_means_the_same_in_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert service_environment({"PYTHONPATH": "mine:/theirs:mine:"})["PYTHONPATH"] == f"{tmp_path}/mine:/theirs"


def test_a_link_to_nowhere_in_the_course_is_no_obstacle(copy: Path):
    (copy / "graders" / "outer_sum" / ".#grader.py").symlink_to("somebody@somewhere.1234")
    with link.connect_or_start(copy):
        assert len(services()) == 1


def test_no_folder_is_made_where_the_command_happens_to_be_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as elsewhere:
        elsewhere.chdir(tmp_path)
        elsewhere.delenv("XDG_RUNTIME_DIR")
        elsewhere.setenv("TMPDIR", str(tmp_path / "missing"))
        with pytest.raises(ServiceUnavailable, match="cannot be made: No such file or directory"):
            private_folder()
    assert list(tmp_path.iterdir()) == []


def test_our_own_folder_on_the_path_of_modules_makes_no_difference():
    assert service_environment(child_environment({})) == {}


def test_a_visitor_that_talks_nonsense_is_sent_away_and_others_are_answered(toy_course: Course):
    with link.connect_or_start(toy_course.root):
        (path,) = addresses(private_folder())
        with socket.socket(socket.AF_UNIX) as rude:
            rude.connect(str(path))
            rude.sendall(b"GET / HTTP/1.1\r\n\r\n")
            rude.settimeout(LIMIT)
            assert rude.recv(1) == b""
        assert [about["visitors"] for about in about_all()] == [1]


def tutor(*words: str, course: Course, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**child_environment(), "TUTOR_COURSE": str(course.root), **variables}
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words], env=environment, capture_output=True, text=True, check=False
    )


def test_status_and_stop_tell_what_they_find(toy_course: Course):
    nothing = tutor("service", "status", course=toy_course)
    assert nothing.returncode == 1
    assert nothing.stdout.startswith("No service is running.\nThe next check starts one for this course;")
    answer = str(toy_course.root / "graders" / "outer_sum" / "reference.py")
    assert tutor("check", "outer-sum", "--file", answer, course=toy_course).returncode == 0
    running = tutor("service", course=toy_course)
    assert running.returncode == 0
    assert running.stdout.startswith(f"Ready for this course: process {services()[0]}, ")
    assert f"course  {toy_course.root}\n" in running.stdout
    with ended(*services()):
        assert tutor("service", "stop", course=toy_course).stdout == "1 service stopped.\n"
    assert tutor("service", "stop", course=toy_course).stdout == "No services stopped.\n"


@pytest.mark.parametrize("words", [["--no-service"], ["--format", "gradescope"]])
def test_a_check_without_the_service_leaves_none(words: list[str], toy_course: Course):
    answer = str(toy_course.root / "graders" / "outer_sum" / "reference.py")
    assert tutor("check", "outer-sum", "--file", answer, *words, course=toy_course).returncode == 0
    assert services() == []


def runs_of(worker: int) -> list[int]:
    """The confined processes of a worker, which alone lead a session two or more generations below it."""
    engines = [int(pid) for pid in Path(f"/proc/{worker}/task/{worker}/children").read_text().split()]
    found = [pid for pid in descendants(worker) if pid not in engines and os.getsid(pid) == pid]
    assert found
    return found


def in_parallel(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
