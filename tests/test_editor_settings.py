"""A learner's own editor: quiet about exercises that are not written yet, and never told anew what it may say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_course import make_course

from tutor.course import Course
from tutor.editor_settings import write_editor_settings
from tutor.errors import TutorError
from tutor.workspace import Workspace

FILES = ("pyrightconfig.json", ".vscode/settings.json", "ruff.toml")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "work", make_course(tmp_path / "course"))


def test_a_workspace_comes_with_settings_that_can_be_read(workspace: Workspace) -> None:
    workspace.ensure_all()
    pyright, code, _ = ((workspace.root / name).read_text() for name in FILES)
    assert json.loads(pyright)["reportUnusedImport"] == "none"
    assert json.loads(code)["[python]"] == {"editor.showUnused": False, "editor.showDeprecated": False}


@pytest.mark.parametrize("tool", [("check",), ("format", "--check")], ids=" ".join)
def test_ruff_is_quiet_on_every_stub_of_the_course(course: Course, tmp_path: Path, tool: tuple[str, ...]) -> None:
    workspace = Workspace(tmp_path, course)
    workspace.ensure_all()
    ruff = subprocess.run(
        [sys.executable, "-m", "ruff", *tool, "--no-cache", "."], cwd=tmp_path, capture_output=True, text=True
    )
    assert ruff.returncode == 0, ruff.stdout


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_learner_is_never_written_over(workspace: Workspace, name: str) -> None:
    mine = workspace.root / name
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    workspace.ensure_all()
    assert mine.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    workspace.root.mkdir()
    (workspace.root / "ruff.toml").symlink_to(tmp_path / "gone.toml")
    workspace.ensure_all()
    assert not (tmp_path / "gone.toml").exists()


def test_settings_the_learner_keeps_elsewhere_go_on_being_read(workspace: Workspace) -> None:
    workspace.root.mkdir()
    (workspace.root / "pyproject.toml").write_text("[tool.ruff]\n")
    workspace.ensure_all()
    assert not (workspace.root / "ruff.toml").exists()
    assert not (workspace.root / "pyrightconfig.json").exists()
    assert (workspace.root / ".vscode/settings.json").exists()


def test_a_file_where_a_folder_should_be_costs_only_what_would_be_in_it(workspace: Workspace) -> None:
    workspace.root.mkdir()
    (workspace.root / ".vscode").write_text("mine")
    workspace.ensure_all()
    assert (workspace.root / ".vscode").read_text() == "mine"
    assert (workspace.root / "ruff.toml").exists()


def test_a_folder_in_a_files_place_is_left_alone(workspace: Workspace) -> None:
    (workspace.root / "ruff.toml").mkdir(parents=True)
    workspace.ensure_all()
    assert list((workspace.root / "ruff.toml").iterdir()) == []


def test_a_folder_that_cannot_be_written_stays_usable(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = workspace.course.lessons[0]
    workspace.root.mkdir()
    workspace.path(lesson).write_text("mine")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert workspace.ensure(lesson).name == "adding.py"
    monkeypatch.undo()
    assert sorted(os.listdir(workspace.root)) == ["adding.py"]


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(path: object, *_: object, **__: object) -> object:
        Path(str(path)).touch()
        return Full()

    class Full:
        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None: ...

        def write(self, _: str) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("builtins.open", full_disk)
    write_editor_settings(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_workspace_that_cannot_be_made_is_still_explained(tmp_path: Path) -> None:
    course = make_course(tmp_path / "course")
    (tmp_path / "file").write_text("")
    with pytest.raises(TutorError):
        Workspace(tmp_path / "file" / "work", course).ensure(course.lessons[0])
