"""Progress must survive several programs, a full disk and a broken file, and never stand in the way of a check."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from every_state import FAILED, GRADER_ERROR, NOT_RUN, NOT_WRITTEN, PASSED, RAISED, REFUSED, TIMEOUT

from tutor.progress import LessonProgress, Progress
from tutor.progress_file import SCHEMA_VERSION
from tutor.report import Report

ROOT = Path(__file__).parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "progress.db"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_lesson_nobody_tried_is_new(path: Path) -> None:
    assert Progress(path).lesson("focal_loss") == LessonProgress()
    assert not path.exists()


def test_tries_are_counted_and_the_best_score_kept(path: Path) -> None:
    progress = Progress(path)
    progress.record(FAILED)
    progress.record(RAISED)
    lesson = progress.lesson("focal_loss")
    assert (lesson.status, lesson.tries, lesson.best_score) == ("tried", 2, FAILED.score)
    assert lesson.first_try_at == FAILED.started_at
    assert lesson.passed_at is None


def test_a_passed_lesson_stays_passed(path: Path) -> None:
    progress = Progress(path)
    progress.record(replace(PASSED, started_at="2026-03-01T10:00:00Z"))
    progress.record(replace(FAILED, started_at="2026-03-02T10:00:00Z"))
    progress.record(replace(PASSED, started_at="2026-03-03T10:00:00Z"))
    lesson = Progress(path).lesson("focal_loss")
    assert (lesson.status, lesson.tries, lesson.passed_at) == ("passed", 3, "2026-03-01T10:00:00Z")
    assert lesson.best_score == lesson.max_score == PASSED.score


@pytest.mark.parametrize("report", [NOT_WRITTEN, GRADER_ERROR, REFUSED, NOT_RUN], ids=lambda r: str(r.outcome))
def test_what_is_not_the_learners_doing_is_no_try(path: Path, report: Report) -> None:
    progress = Progress(path)
    progress.record(report)
    assert progress.lesson("focal_loss") == LessonProgress()
    assert rows(path, "SELECT outcome FROM attempts") == [(str(report.outcome),)]


def test_a_timeout_is_a_try(path: Path) -> None:
    progress = Progress(path)
    progress.record(TIMEOUT)
    assert progress.lesson("focal_loss").tries == 1


def test_an_attempt_keeps_what_a_teacher_would_ask(path: Path) -> None:
    Progress(path).record(FAILED)
    assert rows(path, "SELECT at, lesson, outcome, score, failed, diagnosis, seconds, sha256 FROM attempts") == [
        (
            "2026-03-01T09:30:00Z",
            "focal_loss",
            "failed",
            FAILED.score,
            '["sum_adds_all", "gradients_agree", "PREDICT_1"]',
            '["alpha_on_every_element"]',
            0.42,
            "ab" * 32,
        )
    ]


def test_hints_are_counted_for_each_lesson(path: Path) -> None:
    progress = Progress(path)
    assert [progress.show_hint("a"), progress.show_hint("a"), progress.show_hint("b")] == [1, 2, 1]
    assert Progress(path).all() == {"a": LessonProgress(hints_shown=2), "b": LessonProgress(hints_shown=1)}


def test_remembered_values_come_back(path: Path) -> None:
    Progress(path).remember("language", "zh")
    Progress(path).remember("language", ["zh", 1, None])
    assert Progress(path).recall("language") == ["zh", 1, None]
    assert Progress(path).recall("theme", "dark") == "dark"


def test_one_progress_can_be_used_from_several_threads(path: Path) -> None:
    progress = Progress(path)
    threads = [threading.Thread(target=progress.show_hint, args=("a",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert progress.lesson("a").hints_shown == 8


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from every_state import FAILED
from tutor.progress import Progress
progress = Progress(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(20):
    progress.record(FAILED)
    progress.show_hint("focal_loss")
    progress.lesson("focal_loss")
print(progress.problem, flush=True)
"""


def write_from_several_processes(path: Path) -> list[str]:
    """Four writers that begin at the same moment; what each of them says in the end."""
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = [writer.communicate(timeout=60)[0].strip() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    return said


def test_several_processes_lose_nothing(path: Path) -> None:
    assert write_from_several_processes(path) == ["None"] * 4
    lesson = Progress(path).lesson("focal_loss")
    assert (lesson.tries, lesson.hints_shown) == (80, 80)


def test_several_processes_agree_on_what_to_do_with_a_damaged_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 400)
    write_from_several_processes(path)
    assert Progress(path).lesson("focal_loss").tries == 80
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


def test_a_damaged_file_is_kept_aside_and_a_new_one_started(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 400)
    progress = Progress(path)
    assert progress.problem is not None and "was damaged; it is kept as progress.db.damaged-" in progress.problem
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == b"this is no database" * 400
    progress.record(FAILED)
    assert Progress(path).lesson("focal_loss").tries == 1
    assert Progress(path).problem is None


def test_damage_deep_inside_the_file_is_found_when_it_is_read(path: Path) -> None:
    progress = Progress(path)
    for _ in range(200):
        progress.record(FAILED)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    damaged = Progress(path)
    assert damaged.lesson("focal_loss").tries == 0
    assert damaged.problem is not None and "was damaged" in damaged.problem
    damaged.record(PASSED)
    assert Progress(path).lesson("focal_loss").status == "passed"


def test_a_newer_file_is_left_alone(path: Path) -> None:
    Progress(path).record(FAILED)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    progress = Progress(path)
    assert progress.problem is not None and "newer tutor; update this one" in progress.problem
    progress.record(PASSED)
    assert progress.lesson("focal_loss").status == "passed"
    assert path.read_bytes() == before


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    progress = Progress(path)
    progress.record(FAILED)
    assert (progress.problem, Progress(path).lesson("focal_loss").tries) == (None, 1)


def test_a_folder_that_cannot_be_made_is_told_once_and_progress_kept_in_memory() -> None:
    progress = Progress(Path("/proc/no-such-folder/progress.db"))
    progress.record(PASSED)
    assert progress.show_hint("focal_loss") == 1
    progress.remember("language", "zh")
    assert progress.problem is not None and "set TUTOR_STATE_DIR" in progress.problem
    assert progress.lesson("focal_loss").status == "passed"
    assert progress.recall("language") == "zh"


def test_a_folder_in_the_files_place_stops_nothing(path: Path) -> None:
    path.mkdir(parents=True)
    progress = Progress(path)
    progress.record(PASSED)
    assert progress.problem is not None and "not a regular file" in progress.problem
    assert progress.lesson("focal_loss").status == "passed"


def test_a_pipe_in_the_files_place_stops_nothing(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    progress = Progress(path)
    progress.record(PASSED)
    assert progress.lesson("focal_loss").status == "passed"


READER = """
import os, sqlite3, sys, urllib.parse  # all of it now: Python may lie where only root can read
from pathlib import Path
sys.path.insert(0, "tests")
from every_state import PASSED
from tutor.progress import Progress
os.setuid(65534)
progress = Progress(Path(sys.argv[1]))
before = progress.lesson("focal_loss").tries
progress.record(PASSED)
after = progress.lesson("focal_loss")
print(before, after.tries, after.status, "cannot be used" in (progress.problem or ""))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become somebody who may not write")
def test_a_read_only_file_is_read_and_added_to_in_memory() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.db"
        Progress(path).record(FAILED)
        os.chmod(folder, 0o755)
        for part in path.parent.iterdir():
            part.chmod(0o444)
        command = [sys.executable, "-c", READER, str(path)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.stdout.strip() == "1 2 passed True", ended.stderr


def test_a_lock_that_lasts_is_told_and_what_was_missed_is_saved_later(path: Path) -> None:
    Progress(path).record(FAILED)
    progress = Progress(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        progress.record(PASSED)
        assert progress.problem is not None and "held by another program" in progress.problem
        assert progress.lesson("focal_loss").status == "passed"
        assert Progress(path).lesson("focal_loss").status == "tried"
        other.execute("ROLLBACK")
    progress.show_hint("focal_loss")
    assert progress.problem is None
    assert Progress(path).lesson("focal_loss").status == "passed"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TUTOR_STATE_DIR": "/a"}, "/a/progress.db"),
        ({"XDG_STATE_HOME": "/b"}, "/b/tutor/progress.db"),
        ({"XDG_STATE_HOME": "not/absolute", "HOME": "/c"}, "/c/.local/state/tutor/progress.db"),
        ({"HOME": "/c"}, "/c/.local/state/tutor/progress.db"),
    ],
)
def test_the_file_is_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("TUTOR_STATE_DIR", "XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Progress().path == Path(expected)
