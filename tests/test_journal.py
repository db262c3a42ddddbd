"""The journal of a grading loses nothing that was once in it, whatever ends the process that writes it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
from pathlib import Path

import pytest
import sample_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.classroom.journal import FILE_NAME, Basis, Header, Journal
from tutor.classroom.result import Result, Standing
from tutor.errors import TutorError, UsageError

BASIS = Basis("grader", "torch 2")
HEADER = Header(7, "cpu", "2026-11-27T08:00:00Z")
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def graded(student: str, lesson: str = "outer_sum", sha256: str = "ab") -> Result:
    return Result(student, lesson, Standing.GRADED, f"{student}.py", sha256, report=sample_reports.passed())


def test_what_was_added_is_read_again_in_the_order_of_names(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER) as journal:
        for student in ("zoe", "ada", "mia"):
            journal.add(graded(student), BASIS)
    with Journal(tmp_path, Header(8, "all", "later")) as journal:
        assert journal.header == HEADER, "the seed of the first run stays"
        assert [result.student for result in journal.results()] == ["ada", "mia", "zoe"]
        assert journal.result(("mia", "outer_sum")) == graded("mia")


def test_the_last_result_of_a_hand_in_counts(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER) as journal:
        journal.add(graded("ada", sha256="old"), BASIS)
        journal.add(graded("ada", sha256="new"), BASIS)
        assert [result.sha256 for result in journal.results()] == ["new"]
        assert journal.has("ada", "outer_sum", "new", BASIS)
        assert not journal.has("ada", "outer_sum", "old", BASIS)
        assert not journal.has("ada", "outer_sum", "new", Basis("another grader", "torch 2"))


def test_what_was_not_graded_is_graded_again(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER) as journal:
        journal.add(Result("ada", "outer_sum", Standing.NOT_GRADED, "ada.py", "ab", problem="No GPU."), BASIS)
        assert not journal.has("ada", "outer_sum", "ab", BASIS)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=6), st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_a_journal_cut_off_anywhere_keeps_every_whole_line(rows: list[tuple[str, str, str]], cut: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ends = []
        with Journal(folder, HEADER) as journal:
            for student, lesson, problem in rows:
                journal.add(Result(student, lesson, Standing.UNREADABLE, problem=problem), BASIS)
                ends.append((journal.path.stat().st_size, student, lesson, problem))
        size = (folder / FILE_NAME).stat().st_size
        os.truncate(folder / FILE_NAME, max(0, size - cut))
        kept = {(student, lesson): problem for end, student, lesson, problem in ends if end <= size - cut}
        with Journal(folder, HEADER) as journal:
            assert {(r.student, r.lesson): r.problem for r in journal.results()} == kept
            journal.add(graded("after"), BASIS)
        with Journal(folder, HEADER) as journal:
            assert journal.result(("after", "outer_sum")) == graded("after")


def _write_for_ever(folder: Path) -> None:
    with Journal(folder, HEADER) as journal:
        for number in range(100_000):
            journal.add(graded(f"student {number:06}"), BASIS)
            print(number, file=open(folder / "told", "w"), flush=True)  # noqa: SIM115


@pytest.mark.parametrize("told", [1, 7, 40])
def test_a_kill_at_any_moment_loses_nothing_that_was_said_to_be_kept(tmp_path: Path, told: int) -> None:
    writer = multiprocessing.get_context("fork").Process(target=_write_for_ever, args=(tmp_path,))
    writer.start()
    number = -1
    while number < told:
        text = (tmp_path / "told").read_text() if (tmp_path / "told").exists() else ""
        number = int(text) if text.strip() else number
    os.kill(writer.pid or 0, signal.SIGKILL)
    writer.join()
    text = (tmp_path / "told").read_text().strip()
    with Journal(tmp_path, HEADER) as journal:
        students = [result.student for result in journal.results()]
    assert len(students) >= int(text or number) + 1
    assert students == [f"student {number:06}" for number in range(len(students))]


def test_two_gradings_never_write_the_same_journal(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER), pytest.raises(UsageError, match="Another `tutor grade`"):
        Journal(tmp_path, HEADER)


@pytest.mark.parametrize("text", ["my notes\n", "my notes", '{"a": 1}', '{"seed":'[:3] + "x"])
def test_a_file_that_is_no_journal_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(text)
    with pytest.raises(UsageError, match="does not begin as a journal does"):
        Journal(tmp_path, HEADER)
    assert path.read_text() == text


def test_a_line_changed_by_hand_is_named(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER) as journal:
        journal.add(graded("ada"), BASIS)
    path = tmp_path / FILE_NAME
    path.write_text(path.read_text().replace('"score"', '"points for free"').replace('"outcome"', '"result"'))
    with pytest.raises(UsageError, match=r"Line 2 of .*journal.jsonl was changed"):
        Journal(tmp_path, HEADER)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    with Journal(tmp_path, HEADER) as journal:
        journal.add(graded("ada"), BASIS)
        with (
            LimitedTo(journal.path.stat().st_size + 100),
            pytest.raises(TutorError, match=r"too large|No space"),
        ):
            journal.add(graded("mia"), BASIS)
        journal.add(graded("zoe"), BASIS)
    with Journal(tmp_path, HEADER) as journal:
        assert [result.student for result in journal.results()] == ["ada", "zoe"]


class LimitedTo:
    """No file of this process grows past `size`, as on a full disk: a write is cut short, the next one fails."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __enter__(self) -> None:
        import resource

        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        self._handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._size, self._before[1]))

    def __exit__(self, *ignored: object) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)
        signal.signal(signal.SIGXFSZ, self._handler)
