"""`tutor review`: what is due and why, a file that starts again, and a check on inputs nobody has seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from every_state import FAILED, GRADER_ERROR, NOT_WRITTEN, PASSED
from test_cli import FakeClient
from tiny_course import STUB, make_course

from tutor import reviews
from tutor.cli import main
from tutor.commands import check
from tutor.errors import WorkerError
from tutor.progress import Progress
from tutor.report import Report

ROOT = Path(__file__).parent.parent
TODAY = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
Answering = Callable[[Report | BaseException], FakeClient]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """It is the tenth of March; `adding` was passed nine days ago, `scaling` yesterday."""
    make_course(tmp_path / "course")
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    monkeypatch.setenv("TUTOR_WORKSPACE", str(tmp_path / "work"))
    monkeypatch.setenv("TUTOR_LANG", "en")
    set_clock(monkeypatch, TODAY)
    monkeypatch.setattr(reviews, "draw_seed", iter(range(70, 99)).__next__)
    Progress().record(replace(PASSED, lesson="adding", started_at="2026-03-01T12:00:00Z"))
    Progress().record(replace(PASSED, lesson="scaling", started_at="2026-03-09T12:00:00Z"))
    (tmp_path / "work").mkdir()
    (tmp_path / "work/adding.py").write_text("def add(a, b):\n    return a + b\n")
    return tmp_path / "work"


def set_clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(reviews, "local_now", lambda: now)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Answering:
    def install(answer: Report | BaseException) -> FakeClient:
        client = FakeClient(answer)
        monkeypatch.setattr(check, "make_client", lambda root: client)
        return client

    return install


def copy_in(workspace: Path) -> Path:
    return workspace / ".review" / "adding.py"


# What is due


def test_what_is_due_is_listed_with_its_reason(workspace: Path, capsys: Captured) -> None:
    assert main(["review"]) == 0
    assert capsys.readouterr().out == (
        "1 lesson is due for review:\n  adding  Adding, passed 9 days ago\nTo begin: tutor review adding\n"
    )


def test_status_says_how_many_are_due_in_one_line(workspace: Path, capsys: Captured) -> None:
    main(["status"])
    assert "1 lesson is due for review: `tutor review`\n" in capsys.readouterr().out


def test_nothing_due_says_what_comes_next(workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    assert main(["review"]) == 0
    assert capsys.readouterr().out == "Nothing is due for review today. Adding comes back tomorrow.\n"
    main(["status"])
    assert "for review" not in capsys.readouterr().out


def test_without_a_passed_lesson_it_says_when_lessons_come_back(
    workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TUTOR_STATE_DIR", str(tmp_path / "empty"))
    assert main(["review"]) == 0
    assert capsys.readouterr().out.endswith("A lesson comes back a few days after it is passed.\n")


def test_a_lesson_that_left_the_course_is_not_listed(workspace: Path, capsys: Captured) -> None:
    Progress().record(PASSED)  # of a lesson that the tiny course does not have
    main(["review"])
    assert "1 lesson is due" in capsys.readouterr().out


# Preparing


def test_a_review_starts_from_the_stub_and_leaves_the_solved_file_alone(workspace: Path, capsys: Captured) -> None:
    assert main(["review", "adding"]) == 0
    assert copy_in(workspace).read_text() == STUB.format(title="Adding")
    assert (workspace / "adding.py").read_text() == "def add(a, b):\n    return a + b\n"
    out = capsys.readouterr().out
    assert out.startswith(f"{copy_in(workspace)} starts from the beginning.")
    assert "tutor review adding --check" in out


def test_a_review_that_has_begun_goes_on_as_it_was_left(workspace: Path, capsys: Captured) -> None:
    main(["review", "adding"])
    copy_in(workspace).write_text("half done\n")
    capsys.readouterr()
    assert main(["review", "adding"]) == 0
    assert copy_in(workspace).read_text() == "half done\n"
    assert "is as you left it" in capsys.readouterr().out
    main(["review"])
    assert "adding  Adding, passed 9 days ago, review begun" in capsys.readouterr().out


def test_the_next_review_keeps_the_file_of_the_last(workspace: Path, answering: Answering, capsys: Captured) -> None:
    answering(PASSED)
    main(["review", "adding"])
    copy_in(workspace).write_text("the first review\n")
    main(["review", "adding", "--check"])
    main(["review", "adding"])
    assert copy_in(workspace).read_text() == STUB.format(title="Adding")
    (backup,) = (workspace / ".review/.backups").iterdir()
    assert backup.read_text() == "the first review\n"
    assert str(backup) in capsys.readouterr().err


def test_an_early_review_is_welcome(workspace: Path, capsys: Captured) -> None:
    assert main(["review", "scaling"]) == 0
    assert "It is due tomorrow; an earlier review counts as well." in capsys.readouterr().err


# Grading


def test_a_pass_at_the_first_try_schedules_the_next_time(
    workspace: Path, answering: Answering, capsys: Captured
) -> None:
    client = answering(PASSED)
    main(["review", "adding"])
    copy_in(workspace).write_text("def add(a, b): ...\n")
    capsys.readouterr()
    assert main(["review", "adding", "--check"]) == 0
    (request,) = client.requests
    assert (request.seed, request.source, request.hand_in) == (70, b"def add(a, b): ...\n", "adding.py")
    out = capsys.readouterr().out
    assert "Passed at the first try, on inputs drawn with seed 70.\nIt comes back in " in out
    main(["review"])
    assert "Nothing is due for review today. Scaling comes back tomorrow." in capsys.readouterr().out


def test_a_failure_shows_what_is_wrong_and_the_review_goes_on_with_the_same_inputs(
    workspace: Path, answering: Answering, capsys: Captured
) -> None:
    client = answering(FAILED)
    main(["review", "adding"])
    assert main(["review", "adding", "--check"]) == 1
    out = capsys.readouterr().out
    assert "Look at check" in out and out.endswith("Check again: tutor review adding --check\n")
    client.answer = PASSED
    assert main(["review", "adding", "--check"]) == 0
    assert "Passed after 2 tries" in capsys.readouterr().out
    assert {request.seed for request in client.requests} == {70}


def test_a_review_never_counts_as_a_try_of_the_lesson(workspace: Path, answering: Answering) -> None:
    answering(FAILED)
    before = Progress().lesson("adding")
    main(["review", "adding"])
    main(["review", "adding", "--check"])
    assert Progress().lesson("adding") == before


@pytest.mark.parametrize(("report", "code"), [(NOT_WRITTEN, 1), (GRADER_ERROR, 3)], ids=["stub", "ours"])
def test_what_is_no_try_does_not_make_the_review_harder(
    workspace: Path, answering: Answering, capsys: Captured, report: Report, code: int
) -> None:
    client = answering(report)
    main(["review", "adding"])
    assert main(["review", "adding", "--check"]) == code
    client.answer = PASSED
    main(["review", "adding", "--check"])
    assert "Passed at the first try" in capsys.readouterr().out


def test_giving_up_says_where_the_solution_is(workspace: Path, capsys: Captured) -> None:
    main(["review", "adding"])
    capsys.readouterr()
    assert main(["review", "adding", "--give-up"]) == 0
    assert capsys.readouterr().out == (
        "The review of Adding is given up. It comes back tomorrow.\n"
        "To see a solution: tutor solution adding\n"
        f"Your own file: {workspace / 'adding.py'}\n"
    )


def test_looking_at_the_solution_ends_the_review(workspace: Path, capsys: Captured) -> None:
    main(["review", "adding"])
    capsys.readouterr()
    assert main(["solution", "adding"]) == 0
    shown = capsys.readouterr()
    assert "return a + b" in shown.out
    assert "The review of Adding ends here; it comes back tomorrow." in shown.err
    main(["solution", "adding"])
    assert capsys.readouterr().err == ""


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["addng"], 'There is no lesson called "addng". Did you mean "adding"?'),
        (["mean-of-rows"], "The mean of rows is not passed yet, so there is nothing to review."),
        (["adding", "--check"], "No review of Adding has begun."),
        (["adding", "--give-up"], "No review of Adding has begun."),
        (["mean-of-rows", "--check"], "No review of The mean of rows has begun."),
        (["--check"], "Which lesson?"),
        (["--give-up"], "Which lesson?"),
        (["adding", "--check", "--give-up"], "not allowed with"),
        (["adding", "--giveup"], "Did you mean --give-up?"),
    ],
)
def test_a_mistake_is_explained_and_is_no_failure(
    workspace: Path, capsys: Captured, arguments: list[str], complaint: str
) -> None:
    assert main(["review", *arguments]) == 2
    shown = capsys.readouterr()
    assert complaint in shown.err
    assert shown.out == ""


def test_a_review_whose_file_is_gone_says_how_to_bring_it_back(workspace: Path, capsys: Captured) -> None:
    main(["review", "adding"])
    copy_in(workspace).unlink()
    assert main(["review", "adding", "--check"]) == 2
    assert "`tutor review adding` brings the starting file back." in capsys.readouterr().err
    assert main(["review", "adding"]) == 0
    assert copy_in(workspace).read_text() == STUB.format(title="Adding")


def test_a_worker_that_is_gone_leaves_the_review_open(workspace: Path, answering: Answering, capsys: Captured) -> None:
    answering(WorkerError("The grading worker ended.", "Run `tutor doctor`."))
    main(["review", "adding"])
    assert main(["review", "adding", "--check"]) == 3
    assert "Run `tutor doctor`." in capsys.readouterr().err
    assert reviews.Reviews(Progress()).open_review("adding") is not None


def test_a_review_that_could_not_be_found_again_does_not_begin(
    workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.progress_file.write", no_room)
    assert main(["review", "adding"]) == 3
    shown = capsys.readouterr()
    assert "The review cannot be kept, so it does not begin." in shown.err
    assert "No space left on device" in shown.err
    assert shown.out == ""


def no_room(*ignored: object) -> None:
    raise OSError(28, os.strerror(28))


def test_a_result_that_cannot_be_kept_is_shown_with_a_warning(
    workspace: Path, answering: Answering, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(PASSED)
    main(["review", "adding"])
    monkeypatch.setattr("tutor.progress_file.write", no_room)
    assert main(["review", "adding", "--check"]) == 0
    shown = capsys.readouterr()
    assert "Passed at the first try" in shown.out
    assert "comes back" not in shown.out
    assert "new results are not kept" in shown.err


def test_a_workspace_that_cannot_be_written_is_our_environments_fault(workspace: Path, capsys: Captured) -> None:
    (workspace / ".review").write_text("a file in the folder's place")
    assert main(["review", "adding"]) == 3
    assert "cannot be written" in capsys.readouterr().err
    assert reviews.Reviews(Progress()).open_review("adding") is None


@pytest.mark.parametrize("command", [["list"], ["status"], ["review"]], ids=lambda words: words[0])
def test_looking_at_the_schedule_loads_neither_screen_nor_scheduler(workspace: Path, command: list[str]) -> None:
    code = f"import sys\nfrom tutor.cli import main\nmain({command!r})\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0, done.stderr
    assert not [name for name in ("textual", "torch", "fsrs", "rich") if f"'{name}'" in done.stdout]


def test_dates_are_told_in_words() -> None:
    from tutor.render.wording import days_ago, days_ahead

    assert [days_ahead(days) for days in (-1, 0, 1, 12)] == ["today", "today", "tomorrow", "in 12 days"]
    assert [days_ago(days) for days in (0, 1, 9)] == ["today", "yesterday", "9 days ago"]
