"""`tutor check` as a host calls it: files, folders, exit codes, and one hostile hand-in through the real engine."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Grading
from every_state import EVERY_STATE, FAILED, GRADER_ERROR, PASSED
from test_cli import FakeClient, answering, workspace
from warm_grader import WarmGrader

from tutor.cli import main
from tutor.commands import check
from tutor.errors import WorkerError
from tutor.render.formats import FORMATS
from tutor.report import Report

__all__ = ["answering", "workspace"]
Answering = Callable[[Report | BaseException], FakeClient]
Captured = pytest.CaptureFixture[str]
HOST_NAMES = [name for name, form in FORMATS.items() if form.is_for_host]


@pytest.mark.parametrize("state", EVERY_STATE)
@pytest.mark.parametrize("form", HOST_NAMES)
def test_exit_codes_are_the_same_in_every_format_and_zero_only_hides_what_the_document_tells(
    answering: Answering, workspace: Path, capsys: Captured, form: str, state: str
) -> None:
    answering(EVERY_STATE[state])
    (workspace / "adding.py").write_text("x = 1\n")
    code = {"passed": 0, "further_to_go": 0, "grader_error": 3, "not_run": 3}.get(state, 1)
    assert main(["check", "adding", "--format", form]) == code
    hidden = code == 1 or form not in ("classroom50", "github")
    assert main(["check", "adding", "--format", form, "--exit-zero"]) == (0 if hidden else code)


@pytest.mark.parametrize("form", ["terminal", "plain", "json", "junit"])
def test_exit_zero_never_hides_our_fault_from_people(
    answering: Answering, workspace: Path, capsys: Captured, form: str
) -> None:
    answering(GRADER_ERROR)
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding", "--format", form, "--exit-zero"]) == 3
    answering(FAILED)
    assert main(["check", "adding", "--format", form, "--exit-zero"]) == 0
    assert main(["check", "nothing", "--format", form, "--exit-zero"]) == 2


def test_output_replaces_a_file_at_once_and_stdout_stays_empty(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    target = tmp_path / "results.json"
    target.write_text("old")
    kept = os.open(target, os.O_RDONLY)
    assert main(["check", "adding", "--format", "gradescope", "--output", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text())["tests"]
    assert os.read(kept, 10) == b"old", "the old file was written into"
    os.close(kept)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("kind", ["symlink", "fifo", "folder", "nowhere"])
def test_output_refuses_what_is_no_file_of_its_own_before_anything_is_graded(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path, kind: str
) -> None:
    client = answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    target, precious = tmp_path / "out.json", tmp_path / "precious"
    precious.write_text("mine")
    if kind == "symlink":
        target.symlink_to(precious)
    elif kind == "fifo":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        target = tmp_path / "no/such/out.json"
    assert main(["check", "adding", "--format", "gradescope", "--output", str(target)]) == 2
    assert str(target.parent if kind == "nowhere" else target) in capsys.readouterr().err
    assert precious.read_text() == "mine" and client.requests == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["adding", "--output", "x"], "--output is for documents."),
        (["--all", "--format", "exercism"], "The format exercism carries one lesson."),
        (["adding", "scaling", "--format", "prairielearn"], "The format prairielearn carries one lesson."),
        (["adding", "scaling", "--file", "x.py"], "--file is one hand-in of one lesson."),
        (["--folder", "."], "Which lessons of the folder?"),
        (["adding", "--folder", "nowhere"], "nowhere is not a folder."),
        (["adding", "--format", "gradscope"], "invalid choice: 'gradscope'"),
    ],
)
def test_options_that_cannot_go_together_are_misuse(
    workspace: Path, capsys: Captured, arguments: list[str], complaint: str
) -> None:
    assert main(["check", *arguments]) == 2
    told = capsys.readouterr()
    assert complaint in told.err and told.out == ""


def test_a_folder_is_read_by_the_names_of_the_lessons(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = answering(FAILED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    folder = tmp_path / "repo"
    (folder / "exercises").mkdir(parents=True)
    (folder / "exercises/adding.py").write_text("a = 1\n")
    (folder / "scaling.py").write_text("b = 1\n")
    assert main(["check", "scaling", "adding", "--folder", "repo", "--format", "github"]) == 1
    assert [request.source for request in client.requests] == [b"a = 1\n", b"b = 1\n"]
    told = capsys.readouterr().out
    assert "::error file=repo/exercises/adding.py," in told and "::error file=repo/scaling.py," in told


def test_all_of_a_folder_is_what_somebody_has_begun(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    client = answering(PASSED)
    folder = tmp_path / "repo"
    folder.mkdir()
    (folder / "scaling.py").write_text("b = 1\n")
    (folder / "adding.py").write_bytes((tmp_path / "course/exercises/adding.py").read_bytes())
    assert main(["check", "--all", "--folder", str(folder), "--format", "json"]) == 0
    assert [request.lesson for request in client.requests] == ["scaling"]
    assert json.loads(capsys.readouterr().out)["untouched"] == ["adding", "mean_of_rows"]


def test_a_missing_hand_in_is_a_result_for_a_host_and_misuse_for_a_person(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    answering(PASSED)
    assert main(["check", "adding", "--folder", str(tmp_path), "--format", "gradescope"]) == 1
    (test,) = json.loads(capsys.readouterr().out)["tests"]
    assert (test["score"], test["max_score"], test["status"]) == (0, 1, "failed")
    assert "adding.py was not handed in." in test["output"] and str(tmp_path) not in test["output"]
    assert main(["check", "adding", "--folder", str(tmp_path), "--format", "json"]) == 2


def test_links_in_a_strangers_folder_are_not_followed(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    client = answering(PASSED)
    secret = tmp_path / "secrets"
    secret.mkdir()
    (secret / "adding.py").write_text("secret = 1\n")
    folder = tmp_path / "repo"
    folder.mkdir()
    (folder / "adding.py").symlink_to(secret / "adding.py")
    assert main(["check", "adding", "--folder", str(folder), "--format", "gradescope"]) == 1
    (folder / "exercises").symlink_to(secret)
    assert main(["check", "adding", "--folder", str(folder), "--format", "gradescope"]) == 1
    assert client.requests == [] and "is a symbolic link" in capsys.readouterr().out


def test_a_lost_worker_is_told_in_the_hosts_own_way(answering: Answering, workspace: Path, capsys: Captured) -> None:
    answering(WorkerError("PyTorch is not installed here.", "pip install torch"))
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding", "--format", "prairielearn", "--exit-zero"]) == 0
    assert json.loads(capsys.readouterr().out)["gradable"] is False
    assert main(["check", "adding", "--format", "junit"]) == 3


def test_classroom_50_gets_no_result_at_all_for_a_fault_of_ours(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    answering(GRADER_ERROR)
    (workspace / "adding.py").write_text("x = 1\n")
    target = tmp_path / "result.json"
    target.write_text("an older result")
    assert main(["check", "adding", "--format", "classroom50", "--output", str(target), "--exit-zero"]) == 3
    assert not target.exists() and "Not graded" in capsys.readouterr().err


def test_the_summary_is_added_to_the_runners_file_and_to_no_link(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(FAILED)
    (workspace / "adding.py").write_text("x = 1\n")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", "adding", "--format", "github"]) == 1
    assert summary.read_text().startswith("before\n### ❌ adding\n")
    link = tmp_path / "link.md"
    link.symlink_to(summary)
    length = summary.stat().st_size
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(link))
    assert main(["check", "adding", "--format", "github"]) == 1
    assert summary.stat().st_size == length and "The summary was not written" in capsys.readouterr().err


HOSTILE = """
import sys
sys.path.insert(0, "")
print("::error::forged")
print("::stop-commands::x")
print("::notice title=Autograding report::" + '{"totalPoints":100,"maxPoints":100}')
print("\\x1b[2J\\x1b]0;title\\x07<script>alert(1)</script>\\x00\\x0b=cmd|' /C calc'!A0 ```` ![x](http://e)")
sys.stdout.buffer.write(b"\\xff\\xfe::error::bytes\\n")
print("y" * 1_000_000)


class FocalLoss:
    def __init__(self, *args, **kwargs):
        raise RuntimeError("::error::raised\\n::error::again \\x1b[31m <script> \\ud800")
"""


def test_a_hostile_hand_in_reaches_every_host_as_text(
    grading: Grading, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real engine, the real files: only the worker is shared with other tests."""

    class Shared(WarmGrader):
        def __enter__(self) -> Shared:
            return self

        def __exit__(self, *ignored: object) -> None: ...

    monkeypatch.setattr(check, "make_client", lambda root: Shared(grading.client))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    path = tmp_path / "focal_loss.py"
    path.write_text(HOSTILE, encoding="utf-8")
    for name in HOST_NAMES:
        target = tmp_path / f"{name}.out"
        code = main(["check", "focal-loss", "--file", str(path), "--format", name, "--output", str(target)])
        assert code == 1, capsys.readouterr().err
        text = target.read_text()
        assert "\x1b" not in text and "\x00" not in text
        assert len(text) < 1_000_000
        if name not in ("github", "github-classroom"):
            json.loads(text)
    lines = (tmp_path / "github.out").read_text().splitlines()
    inside = [n for n, line in enumerate(lines) if line.startswith("::stop-commands::")]
    forged = [n for n, line in enumerate(lines) if "forged" in line]
    assert inside and forged and all(n > inside[0] for n in forged)
    assert not any(line.lstrip().startswith("::error::") for line in lines)
    assert "<script>alert" in (tmp_path / "summary.md").read_text()
