"""A folder of 200 hand-ins as a term leaves it: right, wrong, hostile and broken ones in every layout at once.

The same at every call, times included; `python tests/class_of_200.py FOLDER` writes it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice, zip_longest
from pathlib import Path
from typing import Literal

from hostile_archives import bomb, link_in_zip, matryoshka, raw_zip, tarred, with_flag, zipped

from tutor.course import Course, read_course
from tutor.workspace import LARGEST_HAND_IN

ESCAPES = Path(__file__).parent / "escapes"
SUBMITTED = 1_795_199_400
"""2026-11-20T18:30:00Z, when most files were handed in; every seventh is two days later, and late."""
FIRST_NAMES = (
    *("Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "John", "Katherine", "Niklaus"),
    *("Radia", "Tim", "Margaret", "Dennis", "Sofia", "Émilie", "Zoë", "Søren", "Łucja", "李"),
)
LAST_NAMES = ("Lovelace", "Hopper", "Turing", "O'Neil", "Müller", "García", "Nguyen", "Smith-Jones", "Öztürk", "Brown")
RIGHT, WRONG, STUBS, HOSTILE = 80, 76, 14, 12

Becomes = Literal["passed", "not_passed", "not_written", "unreadable", "stray"]


@dataclass(frozen=True)
class Expected:
    """What one of the 200 is to become."""

    student: str
    """The roster's id, unless nobody in the roster is called that."""
    lesson: str
    becomes: Becomes
    """"stray": no hand-in is found, the student counts as missing and the place is among the strays."""
    path: str
    """Relative to the folder; for a file within an archive, the archive's."""
    source: bytes | None = None
    """What is graded; None where nothing can be."""


@dataclass(frozen=True)
class ClassOf200:
    """Where everything was written."""

    place: Path
    roster: Path
    dates: Path
    expected: tuple[Expected, ...]


@dataclass(frozen=True)
class _Student:
    id: str
    name: str
    canvas_id: str

    @property
    def last_first(self) -> str:
        first, last = self.name.split(" ")
        return f"{last}, {first}"


@dataclass(frozen=True)
class _Work:
    lesson: str
    becomes: Becomes
    source: bytes


def make_class_of_200(root: Path, course: Course | None = None) -> ClassOf200:
    """Write `hand-ins/`, `roster.csv` and `dates.csv` below `root`, which is made; needs no git and no GPU."""
    course = course or read_course()
    students = [_student(number) for number in range(1, 201)]
    place = root / "hand-ins"
    place.mkdir(parents=True)
    work = list(_work(course))
    expected = [_hand_in(place, number, *each) for number, each in enumerate(zip(students, work, strict=False))]
    expected += _broken(place, students[len(work) :])
    _write_roster(root / "roster.csv", students)
    lines = "*,2026-11-20T23:59Z,2026-11-27T23:59Z,10%,", f"*,2026-11-27T23:59Z,,,{students[0].id}"
    _write(root / "dates.csv", "\n".join(("lesson,due,late_until,penalty_per_day,student", *lines, "")).encode())
    return ClassOf200(place, root / "roster.csv", root / "dates.csv", tuple(expected))


def _student(number: int) -> _Student:
    first, last = FIRST_NAMES[(number - 1) % 20], LAST_NAMES[(number - 1) // 20]
    return _Student(f"s{number:03}", f"{first} {last}", str(40_000 + number))


def _work(course: Course) -> Iterator[_Work]:
    """What the readable hand-ins hold, one lesson after the other."""
    graders = course.root / "graders"
    lessons = [lesson for lesson in course.lessons if "torchvision" not in lesson.requires]

    def answers(pattern: str, becomes: Becomes) -> Iterator[_Work]:
        files = [[(lesson.id, path) for path in sorted((graders / lesson.id).glob(pattern))] for lesson in lessons]
        for lesson, path in (each for row in zip_longest(*files) for each in row if each):
            if "torchvision" not in path.name:
                yield _Work(lesson, becomes, path.read_bytes())

    yield from islice(cycle(list(answers("right_*.py", "passed"))), RIGHT)
    yield from islice(answers("wrong_*.py", "not_passed"), WRONG)
    for lesson in islice(cycle(lessons), STUBS):
        yield _Work(lesson.id, "not_written", lesson.stub.read_bytes())
    hostile = [*sorted(ESCAPES.glob("verdict/*.py")), *sorted(ESCAPES.glob("shadow/*.py"))]
    for lesson, path in zip(cycle(lessons), hostile[:: len(hostile) // HOSTILE][:HOSTILE], strict=False):
        yield _Work(lesson.id, "not_passed", path.read_bytes())


def _hand_in(place: Path, number: int, student: _Student, work: _Work) -> Expected:
    """One readable hand-in, in the layout whose turn it is."""
    lesson, source = work.lesson, work.source
    canvas = f"{_letters(student.last_first)}_{student.canvas_id}_{90_000 + number}"
    layouts = (
        f"{student.id}/{lesson}.py",
        f"{student.id}/week{number % 5}/{lesson.replace('_', '-')}.py",
        f"{student.id}_{lesson}.py",
        f"canvas/{canvas}_{lesson}.py",
        f"canvas/{canvas.replace('_', '_LATE_', 1)}_{lesson}-2.py",
        f"moodle/{student.name}_{7000 + number}_assignsubmission_file_/{lesson}.py",
        f"blackboard/Assignment1_{student.id}_attempt_2026-11-20-10-11-{number % 60:02}_{lesson}.py",
        f"{lesson}/{student.id}.py",
        f"{student.id}.zip",
        f"{student.name}.tar.gz",
        f"canvas/{canvas}_work.zip",
        f"week{number}.zip",
    )
    path = layouts[number % len(layouts)]
    inner = {f"{lesson}.py": source}
    if path.endswith("_work.zip"):
        _write(place / path, zipped({f"torch-course/exercises/{lesson}.py": source, "__MACOSX/._x.py": b"\0"}), number)
    elif path.startswith("week"):
        _write(place / path, zipped({f"{student.id}.zip": zipped(inner)}), number)
    elif path.endswith(".zip"):
        _write(place / path, zipped(inner), number)
    elif path.endswith(".tar.gz"):
        _write(place / path, tarred(inner, compressed=True), number)
    else:
        _write(place / path, source, number)
    return Expected(student.id, lesson, work.becomes, path, source)


def _broken(place: Path, students: list[_Student]) -> list[Expected]:
    """One of each kind that is no hand-in though somebody meant it as one."""
    files: dict[str, tuple[bytes, Becomes]] = {
        "{}/focal_loss.py": (b"", "unreadable"),
        "{}_focal_loss.py": (b"\x7fELF\0\0", "unreadable"),
        "focal_loss/{}.py": ("import torch\n".encode("utf-16"), "unreadable"),
        "{}/week1/focal_loss.py": (b"#" * (LARGEST_HAND_IN + 1), "unreadable"),
        "{}/focal-loss.py": (b"name = 'Jos\xe9'\n", "not_passed"),
        "{}.zip": (with_flag(zipped({"focal_loss.py": b"x"}), 1), "unreadable"),
        "{}-bomb.zip": (bomb(8 * LARGEST_HAND_IN).replace(b"ada/", b"ad2/"), "unreadable"),
        "{}-links.zip": (link_in_zip("focal_loss.py", "/etc/passwd"), "unreadable"),
        "{}-cut.zip": (zipped({"focal_loss.py": b"x = 1\n"})[:60], "stray"),
        "{}-deep.zip": (matryoshka(6), "stray"),
        "{}-out.zip": (raw_zip((b"../../focal_loss.py", b"", 0)), "stray"),
        "{}-escape.zip": (raw_zip((b"\x1b[2J/focal_loss.py", b"", 0)), "stray"),
        "{}/focal_los.py": (b"x = 1\n", "stray"),
        "{}/focal_loss.ipynb": (b"{}", "stray"),
    }
    rest = iter(students)
    expected = []
    for pattern, (content, becomes) in files.items():
        path = pattern.format(student := next(rest).id)
        _write(place / path, content)
        source = content if becomes == "not_passed" else None
        expected.append(Expected(student, "focal_loss", becomes, path, source))
    return [*expected, *_special(place, rest)]


def _special(place: Path, rest: Iterator[_Student]) -> Iterator[Expected]:
    """What is no file, whose name is not UTF-8, and who is not in the roster."""
    student = next(rest).id
    (place / f"{student}_focal_loss.py").symlink_to("/etc/passwd")
    yield Expected(student, "focal_loss", "unreadable", f"{student}_focal_loss.py")
    student = next(rest).id
    os.mkfifo(place / f"{student}_focal_loss.py")
    yield Expected(student, "focal_loss", "unreadable", f"{student}_focal_loss.py")
    student = next(rest).id
    path = os.fsdecode(student.encode() + b"-Jos\xe9_focal_loss.py")
    _write(place / path, b"x = 1\n")
    yield Expected(student, "focal_loss", "not_passed", path, b"x = 1\n")
    next(rest)
    _write(place / "nobody/focal_loss.py", b"x = 1\n")
    yield Expected("nobody", "focal_loss", "not_passed", "nobody/focal_loss.py", b"x = 1\n")


def _write_roster(path: Path, students: list[_Student]) -> None:
    """A gradebook as Canvas exports it."""
    lines = ["Student,ID,SIS User ID,SIS Login ID,Section", "    Points Possible,,,,"]
    lines += [f'"{each.last_first}",{each.canvas_id},U{each.canvas_id},{each.id},Monday' for each in students]
    _write(path, ("\ufeff" + "\r\n".join(lines) + "\r\n").encode())


def _write(path: Path, content: bytes, number: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    when = SUBMITTED + (2 * 24 * 3600 if number % 7 == 0 else 0)
    os.utime(path, (when, when))


def _letters(name: str) -> str:
    """A name as Canvas writes it into file names: lower case, letters only."""
    return "".join(character for character in name.lower() if character.isalnum())


if __name__ == "__main__":
    print(make_class_of_200(Path(sys.argv[1])).place)
