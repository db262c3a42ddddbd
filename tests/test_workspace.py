"""The learner's files are theirs: nothing here may lose a line of what they wrote."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tiny_course import make_course

from tutor.course import Course, Lesson
from tutor.errors import CourseError, TutorError, UsageError
from tutor.workspace import LARGEST_HAND_IN, Workspace, default_workspace, read_hand_in


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return make_course(tmp_path / "course")


@pytest.fixture
def workspace(tmp_path: Path, course: Course) -> Workspace:
    return Workspace(tmp_path / "work", course)


@pytest.fixture
def lesson(course: Course) -> Lesson:
    return course.lesson("adding")


def test_ensure_copies_the_stub_once(workspace: Workspace, lesson: Lesson) -> None:
    path = workspace.ensure(lesson)
    assert path == workspace.root / "adding.py"
    assert path.read_bytes() == lesson.stub.read_bytes()
    path.write_text("mine")
    workspace.ensure(lesson)
    assert path.read_text() == "mine"


def test_ensure_all_makes_a_file_for_every_lesson(workspace: Workspace, course: Course) -> None:
    workspace.ensure_all()
    assert sorted(p.name for p in workspace.root.glob("*.py")) == sorted(f"{lesson.id}.py" for lesson in course.lessons)


def test_a_stub_that_is_missing_is_the_courses_fault(workspace: Workspace, lesson: Lesson) -> None:
    lesson.stub.unlink()
    with pytest.raises(CourseError, match=r"adding\.py cannot be read"):
        workspace.ensure(lesson)
    assert not workspace.path(lesson).exists()


def test_a_file_is_untouched_until_it_differs_from_the_stub(workspace: Workspace, lesson: Lesson) -> None:
    assert workspace.is_untouched(lesson)
    workspace.ensure(lesson)
    assert workspace.is_untouched(lesson)
    workspace.write(lesson, "x = 1\n")
    assert not workspace.is_untouched(lesson)


def test_a_folder_in_the_files_place_counts_as_touched(workspace: Workspace, lesson: Lesson) -> None:
    workspace.path(lesson).mkdir(parents=True)
    assert not workspace.is_untouched(lesson)


def test_write_keeps_line_ends_unicode_and_the_files_mode(workspace: Workspace, lesson: Lesson) -> None:
    path = workspace.ensure(lesson)
    path.chmod(0o640)
    workspace.write(lesson, "α = 1\r\nb = 2\n")
    assert path.read_bytes() == "α = 1\r\nb = 2\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_write_gives_back_bytes_that_were_no_utf_8(workspace: Workspace, lesson: Lesson) -> None:
    latin = b"name = '\xe9'\n"
    workspace.write(lesson, latin.decode("utf-8", "surrogateescape"))
    assert workspace.read(lesson) == latin


def test_text_that_utf_8_cannot_store_is_refused_and_the_old_file_kept(workspace: Workspace, lesson: Lesson) -> None:
    workspace.write(lesson, "old")
    with pytest.raises(TutorError, match="UTF-8 cannot store"):
        workspace.write(lesson, "\ud800")
    assert workspace.read(lesson) == b"old"


def test_a_write_that_fails_midway_leaves_the_old_file_and_no_litter(
    workspace: Workspace, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.write(lesson, "old")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(TutorError, match="No space left on device"):
        workspace.write(lesson, "new")
    assert workspace.read(lesson) == b"old"
    assert [p.name for p in workspace.root.iterdir()] == ["adding.py"]


def test_write_goes_through_a_symlink(workspace: Workspace, lesson: Lesson, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.py"
    real.write_text("old")
    workspace.root.mkdir()
    workspace.path(lesson).symlink_to(real)
    workspace.write(lesson, "new")
    assert real.read_text() == "new"
    assert workspace.path(lesson).is_symlink()


def test_reset_brings_the_stub_back_and_keeps_what_was_there(workspace: Workspace, lesson: Lesson) -> None:
    workspace.write(lesson, "mine")
    backup = workspace.reset(lesson)
    assert backup is not None
    assert re.fullmatch(r"adding-\d{8}T\d{6}Z\.py", backup.name)
    assert backup.parent == workspace.root / ".backups"
    assert backup.read_text() == "mine"
    assert workspace.is_untouched(lesson)


def test_backups_made_within_a_second_do_not_overwrite_each_other(workspace: Workspace, lesson: Lesson) -> None:
    backups = []
    for version in ("one", "two", "three"):
        workspace.write(lesson, version)
        backups.append(workspace.reset(lesson))
    assert len(set(backups)) == 3
    assert [b.read_text() for b in backups if b] == ["one", "two", "three"]


def test_reset_without_work_needs_no_backup(workspace: Workspace, lesson: Lesson) -> None:
    assert workspace.reset(lesson) is None
    assert workspace.path(lesson).exists()
    assert workspace.reset(lesson) is None


def test_reset_mends_a_dangling_symlink(workspace: Workspace, lesson: Lesson, tmp_path: Path) -> None:
    workspace.root.mkdir()
    workspace.path(lesson).symlink_to(tmp_path / "gone.py")
    workspace.reset(lesson)
    assert workspace.read(lesson) == lesson.stub.read_bytes()


def test_reset_does_not_touch_what_is_no_file(workspace: Workspace, lesson: Lesson) -> None:
    workspace.path(lesson).mkdir(parents=True)
    with pytest.raises(UsageError, match="is a folder"):
        workspace.reset(lesson)


def test_reading_a_file_that_is_gone_says_how_to_get_it_back(workspace: Workspace, lesson: Lesson) -> None:
    with pytest.raises(UsageError) as complaint:
        workspace.read(lesson)
    assert "tutor reset adding" in complaint.value.advice


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    with pytest.raises(UsageError, match="is a pipe"):
        read_hand_in(tmp_path / "pipe.py")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("folder.py", "is a folder"),
        ("zero.py", "is a device"),
        ("huge.py", "larger than 1 MiB"),
        ("no.py", "not exist"),
    ],
)
def test_what_is_no_hand_in_is_refused(tmp_path: Path, name: str, complaint: str) -> None:
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    with open(tmp_path / "huge.py", "wb") as huge:
        huge.truncate(1 << 40)
    with pytest.raises(UsageError, match=complaint):
        read_hand_in(tmp_path / name)


def test_the_largest_hand_in_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "large.py"
    path.write_bytes(b"#" * LARGEST_HAND_IN)
    assert len(read_hand_in(path)) == LARGEST_HAND_IN


def test_a_workspace_that_cannot_be_made_says_what_to_do(tmp_path: Path, course: Course, lesson: Lesson) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TutorError) as complaint:
        Workspace(tmp_path / "file" / "work", course).ensure(lesson)
    assert "TUTOR_WORKSPACE" in complaint.value.advice


def test_the_workspace_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TUTOR_WORKSPACE", str(tmp_path))
    assert default_workspace() == tmp_path
    monkeypatch.delenv("TUTOR_WORKSPACE")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_workspace() == tmp_path / "torch-course"
