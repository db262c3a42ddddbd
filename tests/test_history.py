"""`tutor history`: each try with its time, its outcome, its misconception and what changed in the file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from every_state import FAILED, NOT_WRITTEN, PASSED
from test_cli import FakeClient
from tiny_course import STUB, make_course

from tutor import history
from tutor.cli import main
from tutor.commands import check
from tutor.progress import Progress
from tutor.report import Outcome

Captured = pytest.CaptureFixture[str]
FIRST = STUB.format(title="Adding").replace("raise NotImplementedError", "return a - b")
SECOND = FIRST.replace("a - b", "a + b")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    make_course(tmp_path / "course")
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    monkeypatch.setenv("TUTOR_WORKSPACE", str(tmp_path / "work"))
    monkeypatch.setenv("TUTOR_LANG", "en")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield tmp_path / "work"
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.db")


def sources_in(progress: Progress) -> int:
    assert progress.path is not None
    with closing(sqlite3.connect(progress.path)) as file:
        return int(file.execute("SELECT COUNT(*) FROM sources").fetchone()[0])


# What is kept


def test_what_was_handed_in_comes_back(progress: Progress) -> None:
    progress.record(FAILED, FIRST.encode())
    progress.record(PASSED, SECOND.encode())
    first, second = history.attempts(Progress(progress.path), "focal_loss")
    assert (first.source, second.source) == (FIRST, SECOND)
    assert (first.outcome, first.misconceptions) == (Outcome.FAILED, ("alpha on every element",))
    assert (second.outcome, second.score) == (Outcome.PASSED, PASSED.score)


def test_it_is_kept_small(progress: Progress) -> None:
    progress.record(FAILED, b"x = 1\n" * 10_000)
    assert progress.path is not None
    with closing(sqlite3.connect(progress.path)) as file:
        assert file.execute("SELECT LENGTH(source) FROM sources").fetchone()[0] < 1000


def test_a_hand_in_that_is_too_long_is_counted_and_not_kept(progress: Progress) -> None:
    progress.record(FAILED, b"#" * (history.LARGEST_SOURCE + 1))
    (attempt,) = history.attempts(progress, "focal_loss")
    assert attempt.source is None
    assert progress.lesson("focal_loss").tries == 1


def test_the_oldest_hand_ins_go_first_and_no_attempt_does(progress: Progress, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_SOURCES", 5)
    progress.record(replace(FAILED, lesson="another"), b"another lesson's\n")
    for number in range(history.MOST_SOURCES + 3):
        progress.record(FAILED, f"x = {number}\n".encode())
    every = history.attempts(progress, "focal_loss")
    assert [attempt.source for attempt in every[:4]] == [None, None, None, "x = 3\n"]
    assert every[-1].source == f"x = {history.MOST_SOURCES + 2}\n"
    assert len(every) == history.MOST_SOURCES + 3
    assert sources_in(progress) == history.MOST_SOURCES + 1


def test_hand_ins_held_in_memory_belong_to_their_attempts_when_they_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    Progress(path).record(replace(FAILED, lesson="another"), b"saved before\n")
    progress = Progress(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        progress.record(FAILED, b"one\n")
        progress.record(FAILED, b"two\n")
        assert [attempt.source for attempt in history.attempts(progress, "focal_loss")] == ["one\n", "two\n"]
        other.execute("ROLLBACK")
    progress.show_hint("focal_loss")
    assert [attempt.source for attempt in history.attempts(Progress(path), "focal_loss")] == ["one\n", "two\n"]


def test_a_damaged_hand_in_is_one_that_was_not_kept(progress: Progress) -> None:
    progress.record(FAILED, b"x\n")
    progress.write("UPDATE sources SET source = ?", b"not compressed")
    progress.write("UPDATE attempts SET diagnosis = ?, outcome = ?", "{", "unheard of")
    (attempt,) = history.attempts(progress, "focal_loss")
    assert (attempt.source, attempt.misconceptions, attempt.outcome) == (None, (), Outcome.GRADER_ERROR)


# What is shown


def test_every_try_is_told_with_what_changed(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(FAILED, lesson="adding"), FIRST.encode())
    Progress().record(replace(PASSED, lesson="adding", started_at="2026-03-01T09:41:00Z"), SECOND.encode())
    assert main(["history", "adding"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Adding: 2 tries.",
        "",
        f"Try 1, 2026-03-01 09:30, failed, {FAILED.score:g} of {FAILED.max_score:g} points.",
        "Misconception: alpha on every element.",
        "Changed since the starting file:",
        "    @@ -4,3 +4,3 @@",
        "     def add(a, b):",
        '         """a + b"""',
        "    -    raise NotImplementedError",
        "    +    return a - b",
        "",
        f"Try 2, 2026-03-01 09:41, passed, {PASSED.score:g} of {PASSED.max_score:g} points.",
        "Changed since the check before:",
        "    @@ -4,3 +4,3 @@",
        "     def add(a, b):",
        '         """a + b"""',
        "    -    return a - b",
        "    +    return a + b",
    ]


def test_what_is_no_try_is_listed_without_a_number(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(NOT_WRITTEN, lesson="adding"), STUB.format(title="Adding").encode())
    Progress().record(replace(FAILED, lesson="adding"), FIRST.encode())
    main(["history", "adding"])
    out = capsys.readouterr().out
    assert out.startswith("Adding: 1 try.\n\nA check that is no try, 2026-03-01 09:30, not written yet")
    assert "Nothing changed since the starting file.\n\nTry 1, " in out


def test_an_attempt_from_before_hand_ins_were_kept_says_so(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(FAILED, lesson="adding"))
    Progress().record(replace(FAILED, lesson="adding"), FIRST.encode())
    main(["history", "adding"])
    out = capsys.readouterr().out
    assert out.count("is not known: its file was not kept.") == 2


def test_the_learners_text_is_shown_and_never_obeyed(
    workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "1")
    hostile = FIRST + "x = '\x1b]0;title\x07\u202e'\n::error::no\n##[error]no\n\xff\n" + "y" * 500 + "\n"
    Progress().record(replace(FAILED, lesson="adding"), hostile.encode("utf-8"))
    main(["history", "adding"])
    out = capsys.readouterr().out
    assert r"+x = '\x1b]0;title\x07\u202e'" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "##[" not in out
    assert "y" * 199 + "…" in out


def test_a_long_difference_is_cut_and_says_so(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(FAILED, lesson="adding"), "".join(f"x = {n}\n" for n in range(400)).encode())
    main(["history", "adding"])
    out = capsys.readouterr().out
    assert len(out.splitlines()) < history.MOST_LINES + 10
    assert "more lines are not shown." in out


def test_no_tries_and_unknown_lessons_are_told_apart(workspace: Path, capsys: Captured) -> None:
    assert main(["history", "adding"]) == 0
    assert capsys.readouterr().out == "Adding: no tries yet. `tutor check adding` grades your file.\n"
    assert main(["history", "addng"]) == 2
    assert 'Did you mean "adding"?' in capsys.readouterr().err
    assert main(["history"]) == 2


def test_checking_keeps_the_learners_own_file_and_no_other(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "make_client", lambda root: FakeClient(FAILED))
    workspace.mkdir()
    (workspace / "adding.py").write_text(FIRST)
    (tmp_path / "other.py").write_text("somebody else's\n")
    main(["check", "adding"])
    main(["check", "--all"])
    main(["check", "adding", "--file", str(tmp_path / "other.py")])
    assert [attempt.source for attempt in history.attempts(Progress(), "adding")] == [FIRST, FIRST]
