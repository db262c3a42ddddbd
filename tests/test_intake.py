"""Whatever a teacher points at: hand-ins are found, nobody's is taken for another's, and nothing odd ends it."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from class_of_200 import make_class_of_200
from hostile_archives import (
    SOURCE,
    bomb,
    link_in_zip,
    matryoshka,
    raw_zip,
    tar_header,
    tar_of,
    tarred,
    with_flag,
    zipped,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.classroom import archive_members, git_times
from tutor.classroom.due_dates import read_due_dates
from tutor.classroom.hand_in import HandIn, Submissions, UnreadableHandIn
from tutor.classroom.intake import find_submissions
from tutor.classroom.roster import Roster, RosterEntry, read_roster
from tutor.course import Course, read_course
from tutor.errors import UsageError
from tutor.workspace import LARGEST_HAND_IN

ROSTER = Roster(
    [
        RosterEntry("s1", "Ada Lovelace", "ada@uni.edu", ("12345",), {"ID": "12345"}),
        RosterEntry("s2", "Grace Hopper", "grace@uni.edu"),
        RosterEntry("s3", "Kim Lee"),
        RosterEntry("s4", "Kim Lee"),
    ]
)
MOODLE = "Ada Lovelace_12345_assignsubmission_file_"
BLACKBOARD = "Assignment1_s1234_attempt_2026-11-20-10-11-12"


the_course = cache(read_course)


def write(root: Path, *names: str, content: bytes = SOURCE) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def found(submissions: Submissions) -> set[tuple[str, str]]:
    return {(hand_in.student, hand_in.lesson) for hand_in in submissions.hand_ins}


def strays(submissions: Submissions) -> dict[str, str]:
    return {stray.place: stray.reason for stray in submissions.strays}


def only(submissions: Submissions) -> HandIn:
    (hand_in,) = submissions.hand_ins
    return hand_in


def refusal(submissions: Submissions) -> str:
    with pytest.raises(UnreadableHandIn) as caught:
        only(submissions).read()
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("ada/focal_loss.py", "ada"),
        ("ada/week1/focal-loss.py", "ada"),
        ("ada/exercises/Focal Loss.py", "ada"),
        ("ada/focal_loss/main.py", "ada"),
        ("ada/FocalLoss.py", "ada"),
        ("week 1/ada/focal_loss.py", "ada"),
        ("submissions/hw-01/ada_focal_loss.py", "ada"),
        (f"{MOODLE}/focal_loss.py", "Ada Lovelace"),
        (f"{MOODLE}/exercises/focal_loss.py", "Ada Lovelace"),
        (f"{MOODLE}focal_loss.py", "Ada Lovelace"),
        ("2314-1234567 - Ada Lovelace - Nov 20, 2026 911 PM/focal_loss.py", "Ada Lovelace"),
        ("ada_focal_loss.py", "ada"),
        ("ada-focal_loss (1).py", "ada"),
        ("ada focal-loss v2.py", "ada"),
        ("1234567_focal_loss.py", "1234567"),
        ("lovelace_ada_12345_98765_focal_loss.py", "lovelace_ada"),
        ("lovelaceada_LATE_12345_98765_focal_loss-2.py", "lovelaceada"),
        (f"{BLACKBOARD}_focal_loss.py", "s1234"),
        ("focal_loss/ada.py", "ada"),
        ("focal_loss/ada/main.py", "ada"),
        ("week1_focal_loss/ada.py", "ada"),
        ("ada_focal_loss/solution.py", "ada"),
    ],
)
def test_every_layout_is_recognised_on_disk_and_in_archives(
    tmp_path: Path, course: Course, name: str, student: str
) -> None:
    place = write(tmp_path / "class", name, "eve/focal_loss.py")
    for kind, pack in {"zip": zipped, "tar": tarred}.items():
        (tmp_path / f"class.{kind}").write_bytes(pack({name: SOURCE, "eve/focal_loss.py": b""}))
    for each in (place, tmp_path / "class.zip", tmp_path / "class.tar"):
        submissions = find_submissions(each, course)
        assert found(submissions) == {(student, "focal_loss"), ("eve", "focal_loss")}
        assert not submissions.strays and not submissions.missing
        assert next(h for h in submissions.hand_ins if h.student == student).read() == SOURCE


def test_the_longest_lesson_that_a_name_ends_with_is_meant(tmp_path: Path) -> None:
    from tutor.classroom.file_names import NameReader

    reader = NameReader(["loss", "focal_loss", "padding", "adding"])
    assert [reader.read(n).lesson for n in ("a_focal_loss", "a_loss", "a_padding", "xadding", "loss_a")] == [
        *("focal_loss", "loss", "padding", "", "")
    ]


@pytest.mark.parametrize("place", ["hand-ins", "hand-ins.zip"])
def test_a_folder_around_the_students_is_not_one(tmp_path: Path, course: Course, place: str) -> None:
    names = ["cs101/ada/focal_loss.py", "cs101/bob/week1/focal_loss.py", "evening/cyd/focal_loss.py"]
    write(tmp_path / "hand-ins", *names)
    (tmp_path / "hand-ins.zip").write_bytes(zipped({f"hand-ins/{name}": SOURCE for name in names}))
    assert found(find_submissions(tmp_path / place, course)) == {(s, "focal_loss") for s in ("ada", "bob", "cyd")}


def test_a_place_of_one_student_is_named_for_them(
    tmp_path: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "ada", "focal_loss.py", "exercises/grouped-convolution.py", "README.md")
    both = {("ada", "focal_loss"), ("ada", "grouped_convolution")}
    assert found(find_submissions(tmp_path / "ada", course)) == both
    assert found(find_submissions(tmp_path / "ada" / "exercises", course)) == {("ada", "grouped_convolution")}
    assert found(find_submissions(tmp_path / "ada" / "focal_loss.py", course)) == {("ada", "focal_loss")}
    (tmp_path / "ada.zip").write_bytes(zipped({"ada/focal_loss.py": SOURCE}))
    assert found(find_submissions(tmp_path / "ada.zip", course)) == {("ada", "focal_loss")}
    monkeypatch.chdir(tmp_path / "ada")
    assert found(find_submissions(Path("."), course)) == both
    single = write(tmp_path, "bob_focal_loss.py") / "bob_focal_loss.py"
    assert found(find_submissions(single, course)) == {("bob", "focal_loss")}


@pytest.mark.parametrize("place", ["focal_loss", "focal-loss.zip"])
def test_a_place_that_is_named_for_a_lesson_holds_files_of_students(tmp_path: Path, course: Course, place: str) -> None:
    files = {"ada.py": SOURCE, "bob/main.py": SOURCE, "cyd/grouped_convolution.py": SOURCE}
    write(tmp_path / "focal_loss", *files)
    (tmp_path / "focal-loss.zip").write_bytes(zipped(files))
    expected = {("ada", "focal_loss"), ("bob", "focal_loss"), ("cyd", "grouped_convolution")}
    assert found(find_submissions(tmp_path / place, course)) == expected


def test_a_dated_folder_around_a_class_is_no_student_of_canvas(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "exam_2026_11_20/ada/focal_loss.py", "exam_2026_11_20/bob/focal_loss.py")
    (tmp_path / "2026_1120_2359_week.zip").write_bytes(
        zipped({"cyd/focal_loss.py": SOURCE, "dan/focal_loss.py": SOURCE})
    )
    students = {student for student, _ in found(find_submissions(tmp_path, course))}
    assert students == {"ada", "bob", "cyd", "dan"}


def test_a_file_beside_the_students_folders_is_nobodys(tmp_path: Path, course: Course) -> None:
    submissions = find_submissions(write(tmp_path, "focal_loss.py", "ada/focal_loss.py", "bob/x.py"), course)
    assert found(submissions) == {("ada", "focal_loss")}
    assert strays(submissions)["focal_loss.py"].startswith("It belongs to no student")
    assert submissions.missing == (("bob", "focal_loss"),)


def test_one_hostile_archive_leaves_the_others_their_room(
    tmp_path: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_members, "MOST_NESTED_MEMBERS", 20)
    crowd = zipped({f"{number}.txt": b"" for number in range(21)})
    good = zipped({"focal_loss.py": SOURCE})
    (tmp_path / "class.zip").write_bytes(
        zipped(
            {
                "ada.zip": crowd,
                "bob.zip": good,
                "cyd.tar": tarred({"a": b""} | {f"{number}": b"" for number in range(21)}),
                "dan.zip": good,
            }
        )
    )
    submissions = find_submissions(tmp_path / "class.zip", course)
    assert found(submissions) == {("bob", "focal_loss"), ("dan", "focal_loss")}
    assert submissions.missing == (("ada", "focal_loss"), ("cyd", "focal_loss"))
    assert set(strays(submissions).values()) == {"It has far more members than hand-ins; not all are read."}


def test_nobody_hands_in_as_somebody_else_by_a_name_like_a_platforms(tmp_path: Path, course: Course) -> None:
    forged = "hoppergrace_4711_98765_focal_loss-99.py"
    write(tmp_path, "grace/focal_loss.py", f"eve/{forged}", f"week1/{MOODLE}/{forged}")
    places = {hand_in.student: hand_in.place for hand_in in find_submissions(tmp_path, course).hand_ins}
    assert places == {
        "grace": "grace/focal_loss.py",
        "eve": f"eve/{forged}",
        "Ada Lovelace": f"week1/{MOODLE}/{forged}",
    }
    write(tmp_path, f"s3/{forged}")
    submissions = find_submissions(tmp_path, course, roster=ROSTER)
    places = {hand_in.student: hand_in.place for hand_in in submissions.hand_ins}
    assert places["s1"] == f"week1/{MOODLE}/{forged}" and places["s2"] == "grace/focal_loss.py"
    assert places["s3?"] == f"s3/{forged}"
    assert strays(submissions)[f"s3/{forged}"] == '"s3" may be "s3" or "s2" of the roster; graded as "s3?".'


@pytest.mark.parametrize("folder", ["canvas", "cs101/monday"])
def test_a_folder_of_a_platforms_files_is_no_student(tmp_path: Path, course: Course, folder: str) -> None:
    names = ("lovelaceada_12345_98765_focal_loss.py", "hoppergrace_4711_98766_grouped_convolution.py")
    submissions = find_submissions(write(tmp_path, *(f"{folder}/{name}" for name in names)), course)
    assert found(submissions) == {("lovelaceada", "focal_loss"), ("hoppergrace", "grouped_convolution")}


def test_a_user_of_blackboard_may_have_an_underscore(tmp_path: Path, course: Course) -> None:
    users = ("ada_l", "bob_l")
    write(tmp_path, *(f"Week_1_{user}_attempt_2026-11-20-10-11-12_focal_loss.py" for user in users))
    roster = Roster([RosterEntry(user) for user in users])
    assert found(find_submissions(tmp_path, course, roster=roster)) == {(user, "focal_loss") for user in users}
    assert found(find_submissions(tmp_path, course)) == {(f"Week_1_{user}", "focal_loss") for user in users}


def test_moodle_numbers_people_anew_in_each_assignment(tmp_path: Path, course: Course) -> None:
    for week, number, lesson in ((1, 123, "focal_loss"), (2, 456, "grouped_convolution")):
        folder = f"week{week}/Ada Lovelace_{number}_assignsubmission_file_"
        write(tmp_path, f"{folder}/{lesson}.py", f"{folder}/plot.py")
    assert {student for student, _ in found(find_submissions(tmp_path, course))} == {"Ada Lovelace"}


def test_an_archive_that_is_gone_when_it_is_read_says_so(tmp_path: Path, course: Course) -> None:
    for number in range(6):
        (tmp_path / f"s{number}.zip").write_bytes(zipped({"focal_loss.py": SOURCE}))
    submissions = find_submissions(tmp_path, course)
    (tmp_path / "s0.zip").unlink()
    with pytest.raises(UnreadableHandIn, match="has changed"):
        submissions.hand_ins[0].read()
    assert submissions.hand_ins[1].read() == SOURCE


def test_a_checkout_of_the_course_holds_exercises_and_nothing_else(tmp_path: Path, course: Course) -> None:
    names = [
        "exercises/focal_loss.py",
        "graders/focal_loss/wrong_sign.py",
        "graders/focal_loss/grader.py",
        "lessons/x.md",
    ]
    (tmp_path / "bob.zip").write_bytes(zipped({f"torch-main/{name}": SOURCE for name in names}))
    write(tmp_path, *(f"ada/{name}" for name in names))
    submissions = find_submissions(tmp_path, course)
    assert found(submissions) == {("ada", "focal_loss"), ("bob", "focal_loss")}
    assert not submissions.strays


def test_of_one_lesson_any_file_is_taken_that_is_the_only_one(tmp_path: Path, course: Course) -> None:
    write(
        tmp_path,
        "ada.py",
        "bob/main.py",
        "cyd/a.py",
        "cyd/b.py",
        "eve/grouped_convolution.py",
        "fay/x.py",
        "fay/focal_loss.py",
    )
    submissions = find_submissions(tmp_path, course, lessons=[course.lesson("focal_loss")])
    assert {hand_in.place for hand_in in submissions.hand_ins} == {"ada.py", "bob/main.py", "fay/focal_loss.py"}
    assert strays(submissions)["cyd/a.py"] == "cyd has several Python files; name the one to grade focal_loss.py."
    assert strays(submissions)["fay/x.py"] == "Only the file that is named for the lesson is graded: focal_loss.py."
    assert submissions.missing == (("cyd", "focal_loss"), ("eve", "focal_loss"))


def test_nothing_is_said_of_lessons_that_nobody_asked_for(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "ada/focal_loss.py", "ada/grouped_convolution.py")
    submissions = find_submissions(tmp_path, course, lessons=[course.lesson("focal_loss")])
    assert found(submissions) == {("ada", "focal_loss")} and not submissions.strays


def test_a_misspelt_lesson_is_told_with_what_may_be_meant(tmp_path: Path, course: Course) -> None:
    submissions = find_submissions(write(tmp_path, "ada/focal_los.py", "bob/focal_loss.py", "bob/plot.py"), course)
    assert strays(submissions) == {
        "ada/focal_los.py": 'No lesson is called "focal_los"; did you mean "focal_loss"?',
        "bob/plot.py": 'No lesson is called "plot"; it is not graded.',
    }
    assert submissions.missing == (("ada", "focal_loss"),)


def test_the_newest_attempt_counts_by_its_number_then_by_its_time(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "lovelaceada_1234_900_focal_loss-10.py", "lovelaceada_LATE_1234_900_focal_loss-9.py")
    write(tmp_path, f"{BLACKBOARD}_focal_loss.py", "Assignment1_s1234_attempt_2026-11-21-00-00-00_focal_loss.py")
    write(tmp_path, "bob/focal_loss.py", "bob/draft/focal_loss.py")
    os.utime(tmp_path / "bob/draft/focal_loss.py", (2e9, 2e9))
    submissions = find_submissions(tmp_path, course)
    assert {hand_in.student: hand_in.place for hand_in in submissions.hand_ins} == {
        "lovelaceada": "lovelaceada_1234_900_focal_loss-10.py",
        "s1234": "Assignment1_s1234_attempt_2026-11-21-00-00-00_focal_loss.py",
        "bob": "bob/draft/focal_loss.py",
    }
    assert strays(submissions)["bob/focal_loss.py"] == (
        "Another attempt at focal_loss of bob; the newest is bob/draft/focal_loss.py."
    )
    assert len(submissions.strays) == 3


def test_two_people_of_one_name_stay_two(tmp_path: Path, course: Course) -> None:
    write(
        tmp_path,
        "leekim_111_888_focal_loss.py",
        "leekim_222_999_focal_loss.py",
        "Jo Oh_5_assignsubmission_file_/focal_loss.py",
    )
    write(tmp_path, "Jo Oh_6_assignsubmission_file_/focal_loss.py", "Jo/focal_loss.py", "jo/focal_loss.py")
    submissions = find_submissions(tmp_path, course)
    assert {student for student, _ in found(submissions)} == {
        "leekim_111",
        "leekim_222",
        "Jo Oh_5",
        "Jo Oh_6",
        "Jo",
        "jo",
    }
    assert strays(submissions) == {
        "jo/focal_loss.py": '"jo" and "Jo" are graded as two students; if they are one, rename one.'
    }


def test_a_roster_gives_ids_and_says_who_is_missing(tmp_path: Path, course: Course) -> None:
    write(tmp_path, f"{MOODLE}/focal_loss.py", "hopper_grace_777_98765_focal_loss.py", "section b/s3/focal_loss.py")
    submissions = find_submissions(tmp_path, course, roster=ROSTER)
    assert found(submissions) == {("s1", "focal_loss"), ("s2", "focal_loss"), ("s3", "focal_loss")}
    assert submissions.missing == (("s4", "focal_loss"),)
    assert submissions.names["s1"] == "Ada Lovelace"
    assert not submissions.strays


def test_who_is_not_in_the_roster_or_may_be_two_of_it_is_never_guessed(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "Kim Lee/focal_loss.py", "eve/focal_loss.py", "grace/s1_focal_loss.py")
    submissions = find_submissions(tmp_path, course, roster=ROSTER)
    assert found(submissions) == {(student, "focal_loss") for student in ("Kim Lee", "eve", "grace")}
    assert strays(submissions) == {
        "Kim Lee/focal_loss.py": '"Kim Lee" may be "s3" or "s4" of the roster; graded as "Kim Lee".',
        "eve/focal_loss.py": 'Nobody in the roster is called "eve"; graded as "eve".',
        "grace/s1_focal_loss.py": '"grace" may be "s2" or "s1" of the roster; graded as "grace".',
    }
    assert {student for student, _ in submissions.missing} == {"s1", "s2", "s3", "s4"}


def test_a_submission_number_is_nobodys_id(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "doejane_555_12345_focal_loss.py")
    assert found(find_submissions(tmp_path, course, roster=ROSTER)) == {("doejane", "focal_loss")}


def test_what_is_no_python_file_is_told_only_where_somebody_may_have_meant_it(tmp_path: Path, course: Course) -> None:
    write(
        tmp_path, "ada/focal_loss.ipynb", "ada/focal_loss.py.txt", "ada/work.rar", "ada/notes.md", f"{BLACKBOARD}.txt"
    )
    write(tmp_path, "ada/.git/focal_loss.py", "__MACOSX/ada/._focal_loss.py", "ada/.DS_Store", "ada/._focal_loss.py")
    write(tmp_path, "ada/__pycache__/focal_loss.py", "ada/.venv/a.py", "ada/.ipynb_checkpoints/focal_loss.py")
    assert strays(find_submissions(tmp_path, course)) == {
        "ada/focal_loss.ipynb": "It is a notebook; a hand-in is a Python file.",
        "ada/focal_loss.py.txt": "It is named for a lesson but is no .py file.",
        "ada/work.rar": "Archives of this kind are not read; unpack it, or make it a zip.",
    }


def test_archives_of_students_are_looked_into_to_a_depth(tmp_path: Path, course: Course) -> None:
    ada = zipped({"focal_loss.py": b"a = 1\n", "__MACOSX/._focal_loss.py": b"\0"})
    bob = tarred({"work/focal_loss.py": b"b = 1\n"}, compressed=True)
    outer = zipped(
        {"lovelaceada_12_345_work.zip": ada, "bob.tar.gz": bob, "deep.zip": matryoshka(5), "eve.zip": ada[:40]}
    )
    (tmp_path / "week1.zip").write_bytes(outer)
    submissions = find_submissions(tmp_path / "week1.zip", course)
    assert {h.student: (h.place, h.read()) for h in submissions.hand_ins} == {
        "lovelaceada": ("week1.zip › lovelaceada_12_345_work.zip › focal_loss.py", b"a = 1\n"),
        "bob": ("week1.zip › bob.tar.gz › work/focal_loss.py", b"b = 1\n"),
    }
    assert strays(submissions) == {
        "week1.zip › deep.zip › week3.zip › week2.zip › week1.zip": (
            "Archives are looked into 4 deep; this one is deeper."
        ),
        "week1.zip › eve.zip": "It is damaged or was cut off, or is no archive at all.",
    }
    assert ("eve", "focal_loss") in submissions.missing


@pytest.mark.parametrize(
    "name",
    [
        "/etc/ada_focal_loss.py",
        "../ada_focal_loss.py",
        "x/../../ada/focal_loss.py",
        "..\\ada_focal_loss.py",
        "C:\\ada\\focal_loss.py",
        "ada/focal_loss.py\0.txt",
        "ada\x1b[2J/focal_loss.py",
        "ada/\u202eyp.focal_loss.py",
        "ada/" + "x" * 300 + "_focal_loss.py",
        "a/" * 40 + "focal_loss.py",
    ],
)
def test_a_hostile_name_in_an_archive_is_shown_and_not_read(tmp_path: Path, course: Course, name: str) -> None:
    (tmp_path / "class.zip").write_bytes(raw_zip((name.encode(), b"", 0)))
    submissions = find_submissions(tmp_path / "class.zip", course)
    assert not submissions.hand_ins
    (stray,) = submissions.strays
    assert stray.place.isprintable() and stray.place.startswith("class.zip › ") and len(stray.place) < 600


def test_backslashes_of_a_windows_archiver_are_slashes(tmp_path: Path, course: Course) -> None:
    (tmp_path / "class.zip").write_bytes(raw_zip((b"ada\\focal_loss.py", b"", 0)))
    assert found(find_submissions(tmp_path / "class.zip", course)) == {("ada", "focal_loss")}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty."),
        (b"\x7fELF\0\0", "It is binary, not Python source."),
        ("x = 1".encode("utf-16"), "It is saved as UTF-16; Python reads UTF-8."),
        (b"#" * (LARGEST_HAND_IN + 1), "It is larger than 1 MiB."),
    ],
)
def test_what_is_no_source_is_refused_when_it_is_read(
    tmp_path: Path, course: Course, content: bytes, reason: str
) -> None:
    write(tmp_path / "class", "ada/focal_loss.py", content=content)
    (tmp_path / "class.zip").write_bytes(zipped({"ada/focal_loss.py": content}))
    assert refusal(find_submissions(tmp_path / "class", course)) == reason
    assert refusal(find_submissions(tmp_path / "class.zip", course)) == reason


def test_another_coding_is_for_python_to_judge(tmp_path: Path, course: Course) -> None:
    content = "# coding: latin-1\nname = 'José'\n".encode("latin-1")
    write(tmp_path, "ada/focal_loss.py", content=content)
    assert only(find_submissions(tmp_path, course)).read() == content


def test_links_are_never_followed(tmp_path: Path, course: Course) -> None:
    secret = write(tmp_path / "secret", "focal_loss.py")
    place = tmp_path / "class"
    place.mkdir()
    (place / "ada_focal_loss.py").symlink_to(secret / "focal_loss.py")
    (place / "bob").symlink_to(secret, target_is_directory=True)
    (place / "eve.zip").symlink_to("/dev/zero")
    submissions = find_submissions(place, course)
    assert refusal(submissions) == "It is a symbolic link."
    assert set(strays(submissions).values()) == {"It is a symbolic link; links are not followed."}
    assert len(submissions.strays) == 2


def test_a_folder_that_becomes_a_link_after_it_was_listed_is_not_followed(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "class/ada/focal_loss.py", "secret/focal_loss.py")
    submissions = find_submissions(tmp_path / "class", course)
    (tmp_path / "class/ada").rename(tmp_path / "class/old")
    (tmp_path / "class/ada").symlink_to(tmp_path / "secret", target_is_directory=True)
    assert refusal(submissions).startswith("It cannot be read:")


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "archive"])
def test_pipes_and_sockets_and_folders_are_told_and_never_waited_for(
    tmp_path: Path, course: Course, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    path = Path("ada_focal_loss.py")
    with contextmanager(_made)(kind, path):
        submissions = find_submissions(tmp_path, course)
        if kind == "archive":
            assert strays(submissions) == {"eve.zip": "It is a pipe, not a file."}
        else:
            assert refusal(submissions).startswith("It is a")


def _made(kind: str, path: Path) -> Iterator[None]:
    with socket.socket(socket.AF_UNIX) as server:
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "archive":
            os.mkfifo("eve.zip")
        elif kind == "folder":
            path.mkdir()
        else:
            server.bind(str(path))
        yield


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_says_so(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "ada/focal_loss.py", "bob/focal_loss.py")
    (tmp_path / "ada/focal_loss.py").chmod(0)
    (tmp_path / "bob").chmod(0)
    submissions = find_submissions(tmp_path, course)
    assert refusal(submissions) == "It cannot be read: Permission denied."
    assert strays(submissions) == {"bob": "This folder cannot be read: Permission denied."}
    (tmp_path / "bob").chmod(0o700)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            with_flag(zipped({"ada/focal_loss.py": SOURCE}), 1),
            "It is encrypted; ask for an archive without a password.",
        ),
        (link_in_zip("ada/focal_loss.py", "/etc/passwd"), "It is a symbolic link."),
        (bomb(20 * 1024 * 1024), "It is larger than 1 MiB."),
    ],
)
def test_a_hand_in_that_an_archive_cannot_give_says_why(
    tmp_path: Path, course: Course, content: bytes, reason: str
) -> None:
    (tmp_path / "class.zip").write_bytes(content)
    assert refusal(find_submissions(tmp_path / "class.zip", course)) == reason


def test_a_link_in_a_tar_is_not_followed(tmp_path: Path, course: Course) -> None:
    (tmp_path / "class.tar").write_bytes(tar_of(tar_header("ada/focal_loss.py", 0, b"2", "/etc/passwd")))
    assert refusal(find_submissions(tmp_path / "class.tar", course)) == "It is a symbolic link."


def test_folders_are_looked_into_to_a_depth(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "ada/" + "d/" * 40 + "focal_loss.py", "bob/focal_loss.py")
    submissions = find_submissions(tmp_path, course)
    assert found(submissions) == {("bob", "focal_loss")}
    assert list(strays(submissions).values()) == ["Folders are looked into 32 deep; this one is deeper."]


def test_names_that_are_not_utf_8_or_have_control_characters_can_be_shown(tmp_path: Path, course: Course) -> None:
    for name in (b"jos\xe9_focal_loss.py", b"a\x1b[2Jb_focal_loss.py"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(SOURCE)
    submissions = find_submissions(tmp_path, course)
    assert only(submissions).student == "jos\\udce9" and only(submissions).read() == SOURCE
    assert list(strays(submissions)) == ["a\\x1b[2Jb_focal_loss.py"]


@pytest.mark.parametrize("name", ["none", "a\0b", "empty.zip", "cut.tar.gz", "pipe"])
def test_a_place_that_cannot_be_read_is_a_usage_error(tmp_path: Path, course: Course, name: str) -> None:
    write(tmp_path, "empty.zip", "cut.tar.gz", content=b"")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError) as caught:
        find_submissions(tmp_path / name, course)
    assert caught.value.advice and caught.value.message.isprintable()


def git(folder: Path, *arguments: str, at: str = "2026-11-20T10:00:00Z") -> None:
    identity = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, "GIT_CONFIG_GLOBAL": "/dev/null"}
    subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **identity, **when}, check=True, capture_output=True
    )


def test_a_checkout_says_when_each_file_was_committed(
    tmp_path: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "ada/focal_loss.py", "bob/focal_loss.py", "eve/focal_loss.py")
    os.utime(tmp_path / "eve/focal_loss.py", (1_795_341_600, 1_795_341_600))  # never committed
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ada", "bob")
    git(tmp_path, "commit", "-qm", "1")
    write(tmp_path, "ada/focal_loss.py", content=b"x = 2\n")
    git(tmp_path, "commit", "-qam", "2", at="2026-11-21T10:00:00Z")
    asked: list[Path] = []
    real = git_times._output
    monkeypatch.setattr(git_times, "_output", lambda git, root, mark: asked.append(root) or real(git, root, mark))
    times = {hand_in.student: hand_in.submitted_at for hand_in in find_submissions(tmp_path, course).hand_ins}
    assert times["ada"] == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert times["bob"] == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert times["eve"] == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert asked == [tmp_path]


def test_a_checkout_starts_no_program_of_its_own_and_a_broken_one_says_nothing(tmp_path: Path, course: Course) -> None:
    write(tmp_path, "ada/focal_loss.py", "bob/focal_loss.py")
    git(tmp_path / "ada", "init", "-q")
    git(tmp_path / "ada", "add", ".")
    git(tmp_path / "ada", "commit", "-qm", "1")
    (tmp_path / "bob/.git").mkdir()
    trap = tmp_path / "trap"
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "gpg.program",
        "core.sshCommand",
        "pager.log",
        "alias.log",
    ):
        git(tmp_path / "ada", "config", key, f"touch {trap}; false")
    git(tmp_path / "ada", "config", "log.showSignature", "true")
    (tmp_path / "ada/.git/hooks/post-checkout").write_text(f"#!/bin/sh\ntouch {trap}\n")
    (tmp_path / "ada/.git/hooks/post-checkout").chmod(0o755)
    times = {hand_in.student: hand_in.submitted_at for hand_in in find_submissions(tmp_path, course).hand_ins}
    assert times == {"ada": datetime(2026, 11, 20, 10, tzinfo=UTC), "bob": None}
    assert not trap.exists()


def test_times_come_from_the_platform_before_the_disk(tmp_path: Path, course: Course) -> None:
    place = write(tmp_path / "class", f"{BLACKBOARD}_focal_loss.py", "ada/focal_loss.py", "bob/focal_loss.py")
    os.utime(place / "ada/focal_loss.py", (1_795_199_400, 1_795_199_400))
    os.utime(place / "bob/focal_loss.py", (0, 0))
    assert {hand_in.student: hand_in.submitted_at for hand_in in find_submissions(place, course).hand_ins} == {
        "s1234": datetime(2026, 11, 20, 10, 11, 12).astimezone(),
        "ada": datetime(2026, 11, 20, 18, 30, tzinfo=UTC),
        "bob": None,
    }


def test_ten_thousand_students_are_listed_without_reading_a_file(tmp_path: Path, course: Course) -> None:
    names = [f"s{number:05}_focal_loss.py" for number in range(10_000)]
    for name in names[:200]:
        (tmp_path / name).symlink_to("nowhere")
    (tmp_path / "rest.zip").write_bytes(raw_zip(*((name.encode(), b"damaged", 7) for name in names[200:])))
    before = time.process_time()
    submissions = find_submissions(tmp_path, course, roster=ROSTER)
    assert len(submissions.hand_ins) == 10_000
    assert time.process_time() - before < 10


PLAIN = (
    "ada",
    "bob",
    "focal_loss",
    "focal-loss",
    "week1",
    "main",
    "grouped_convolution",
    "s1",
    "s3",
    "ex",
    "loss",
    "é",
)
ODD = ("..", "C:", "\x1b[2J", "\u202e", "_", "-", "ada_12_345_b", "exercises", "graders", "lessons", "kim-lee")
PLATFORMS = ("lovelaceada_12345_999_focal_loss-2", "x_5_assignsubmission_file_", MOODLE, BLACKBOARD)
WORDS = st.sampled_from((*PLAIN, *ODD, *PLATFORMS))
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map("_".join), min_size=1, max_size=4)
PATHS = st.tuples(NAMES.map("/".join), st.sampled_from([".py", ".py", ".ipynb", ".zip", ""])).map("".join)


@settings(deadline=None)
@given(st.lists(PATHS, max_size=8, unique=True), st.booleans(), st.booleans())
def test_no_tree_of_names_does_worse_than_a_usage_error(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], one: bool, with_roster: bool
) -> None:
    course = the_course()
    place = tmp_path_factory.getbasetemp() / "any.zip"
    place.write_bytes(raw_zip(*((name.encode(), b"", 0) for name in names)))
    lessons = [course.lesson("focal_loss")] if one else None
    submissions = find_submissions(place, course, lessons=lessons, roster=ROSTER if with_roster else None)
    assert len(found(submissions)) == len(submissions.hand_ins)
    assert not found(submissions) & set(submissions.missing)
    for hand_in in submissions.hand_ins:
        assert hand_in.student.isprintable() and hand_in.place.isprintable()
    place.write_bytes(raw_zip(*((name.encode(), b"", 0) for name in reversed(names))))
    assert find_submissions(place, course, lessons=lessons, roster=ROSTER if with_roster else None) == submissions


def test_the_result_does_not_depend_on_the_order_of_the_disk(
    tmp_path: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        "ada/focal_loss.py",
        "ada/draft/focal_loss.py",
        "Ada/focal_loss.py",
        "bob_focal_loss.py",
        "focal_loss/cyd.py",
    )
    write(tmp_path, "eve.zip", content=zipped({"b/focal_loss.py": SOURCE, "a/focal_loss.py": SOURCE}))
    for path in tmp_path.rglob("*.py"):
        os.utime(path, (1_795_199_400, 1_795_199_400))
    real = os.scandir
    results = set()
    for seed in range(8):

        @contextmanager
        def shuffled(path: Path, seed: int = seed) -> Iterator[list[os.DirEntry[str]]]:
            with real(path) as entries:
                listed = list(entries)
            random.Random(seed).shuffle(listed)
            yield listed

        monkeypatch.setattr(os, "scandir", shuffled)
        results.add(repr(find_submissions(tmp_path, course)))
    assert len(results) == 1


def test_a_whole_class_in_every_layout_at_once_is_found_to_the_last_hand_in(tmp_path: Path, course: Course) -> None:
    made = make_class_of_200(tmp_path, course)
    roster = read_roster(made.roster)
    read_due_dates(made.dates, course, roster)
    submissions = find_submissions(made.place, course, roster=roster)
    expected = {(each.student, each.lesson): each for each in made.expected}
    assert len(expected) == 200
    assert found(submissions) == {key for key, each in expected.items() if each.becomes != "stray"}
    for hand_in in submissions.hand_ins:
        each = expected[hand_in.student, hand_in.lesson]
        if each.becomes == "unreadable":
            with pytest.raises(UnreadableHandIn):
                hand_in.read()
        else:
            assert hand_in.read() == each.source
    lost = {(each.student, each.lesson) for each in made.expected if each.becomes == "stray"}
    assert lost <= set(submissions.missing)
    assert len(submissions.strays) == len(lost) + 1  # and one who is not in the roster
