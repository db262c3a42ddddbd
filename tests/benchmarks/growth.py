"""How cost grows: with the cases of a check, the lessons of a course, a learner's attempts, a class."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path

from tutor.client import Client
from tutor.progress import Progress
from tutor.progress_file import write

from .grading import JOBS, class_of, grade
from .measurement import Curve, Found, median
from .start_up import seconds_until
from .warm_checks import TOY, warm_check
from .whole_commands import ROOT, TUTOR, command, learner

CASES, LESSONS, ROWS, HAND_INS = (1, 10, 100, 1_000), (10, 100, 1_000), (100, 10_000, 100_000), (100, 1_000, 10_000)
MORE_CASES = """

@grader.check("table", item="outer_sum", agree=["table"])
def and_so_on(draw: Draw) -> Iterator[Given]:
    \"\"\"The same for many more.\"\"\"
    for _ in range({count}):
        yield Given(CALL, a=draw.normal(3), b=draw.normal(5))
"""
COURSE = (
    'format_version = 1\ntitle = {{ en = "Many" }}\n\n[[units]]\nid = "all"\ntitle = {{ en = "All" }}\nlessons = [{}]\n'
)


def measure() -> Found:
    curves = (by_cases(), *by_lessons(), *by_attempts(), *by_hand_ins())
    return Found(curves=curves)


def copy_of_the_toy_course(folder: str) -> Path:
    return shutil.copytree(TOY, Path(folder) / "course", ignore=shutil.ignore_patterns("__pycache__"))


def by_cases() -> Curve:
    return Curve("a warm check", "cases of a check", "s", tuple((count, check_of(count)) for count in CASES))


def check_of(count: int) -> float:
    """Seconds of a warm check of the smallest exercise with so many more cases."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_the_toy_course(folder)
        with (root / "graders" / "outer_sum" / "grader.py").open("a") as grader:
            grader.write(MORE_CASES.format(count=count))
        with Client(root) as client:
            answer = (root / "graders" / "outer_sum" / "reference.py").read_bytes()
            return median(warm_check(client, "outer_sum", answer), 15)


def by_lessons() -> list[Curve]:
    """Of courses made of copies of one small lesson."""
    listed, checked, opened = [], [], []
    for count in LESSONS:
        with tempfile.TemporaryDirectory() as folder, learner(TUTOR_COURSE=f"{folder}/course") as environment:
            first = many_lessons(copy_of_the_toy_course(folder), count)
            answer = Path(folder) / "course" / "graders" / first / "reference.py"
            check = command(environment, *TUTOR, "check", first, "--file", answer)
            check()
            listed.append((count, median(command(environment, *TUTOR, "list"), 7)))
            checked.append((count, median(check, 7)))
            starts = [seconds_until(TUTOR, b"F2", environment=environment)[0] for _ in range(5)]
            opened.append((count, statistics.median(starts)))
    of = "lessons of a course"
    return [
        Curve("tutor list", of, "s", tuple(listed)),
        Curve("tutor check, warm, whole process", of, "s", tuple(checked)),
        Curve("complete screen of the app", of, "s", tuple(opened)),
    ]


def many_lessons(root: Path, count: int) -> str:
    """Make the course one of so many copies of its first lesson; the id of the first of them."""
    ids = [f"lesson_{number:04}" for number in range(count)]
    for one in ids:
        for place in ("lessons/en/{}.md", "exercises/{}.py"):
            shutil.copy(root / place.format("outer_sum"), root / place.format(one))
        shutil.copytree(root / "graders" / "outer_sum", root / "graders" / one)
        text = root / "lessons" / "en" / f"{one}.md"
        text.write_text(text.read_text().replace("Every pair at once", f"Every pair at once, {one}"))
    (root / "lessons" / "course.toml").write_text(COURSE.format(", ".join(f'"{one}"' for one in ids)))
    return ids[0]


def by_attempts() -> list[Curve]:
    """Of a learner who has tried this often, spread over the lessons of the course."""
    commands: dict[str, list[tuple[float, float]]] = {"list": [], "status": [], "history focal-loss": []}
    kept = []
    for count in ROWS:
        with learner() as environment:
            progress = Progress(Path(environment["TUTOR_STATE_DIR"]) / "progress.db")
            fill(progress, count)
            kept.append((count, median(lambda p=progress: p.all(), 15)))
            for words, points in commands.items():
                points.append((count, median(command(environment, *TUTOR, *words.split()), 7)))
    of = "attempts in the history"
    curves = [Curve(f"tutor {words}", of, "s", tuple(points)) for words, points in commands.items()]
    return [Curve("reading all progress", of, "s", tuple(kept)), *curves]


def fill(progress: Progress, count: int) -> None:
    lessons = sorted(path.stem for path in (ROOT / "exercises").glob("*.py"))
    statement = "INSERT INTO attempts VALUES (NULL, ?, ?, 'failed', 3, 9, '[\"a_check\"]', '[]', 0.2, ?)"
    values = ((f"2026-01-01T00:00:{n % 60:02}Z", lessons[n % len(lessons)], f"{n:064x}") for n in range(count))
    assert progress.path is not None
    write(progress.path, ((statement, each) for each in values), 2.0)


def by_hand_ins() -> list[Curve]:
    """Of classes that hand in the smallest exercise."""
    rates, memory = [], []
    for count in HAND_INS:
        with class_of(count, sorted((TOY / "graders" / "outer_sum").glob("[rw]*_*.py")), "outer_sum") as folder:
            seconds, megabytes = grade(folder, JOBS, TOY)
        rates.append((count, count / seconds))
        memory.append((count, megabytes))
    of = "hand-ins of a class"
    return [Curve("tutor grade", of, "a second", tuple(rates)), Curve("its own memory", of, "MB", tuple(memory))]
