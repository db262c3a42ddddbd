"""`tutor grade` as a teacher meets it: a folder of hand-ins becomes grades that can be trusted."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from conftest import TOY_COURSE, Grading

from tutor.classroom.engine import Job, Lost
from tutor.classroom.local_engine import LocalEngine
from tutor.cli import main
from tutor.client import Client
from tutor.commands import grade
from tutor.report import Report

ANSWERS = ("reference", "right_rows", "wrong_transposed", "wrong_adds_in_place", "wrong_always_float")
OUTPUTS = {
    "hand-ins",
    "grades.csv",
    "grades-by-student.csv",
    "grades.json",
    "junit.xml",
    "report.html",
    "feedback",
    "journal.jsonl",
}


class WarmEngine(LocalEngine):
    """Grades on a worker that other tests use too, and counts what it is given."""

    def __init__(self, client: Client) -> None:
        self.slots = 2
        self.clients = [client]
        self.jobs: list[Job] = []

    def grade(self, jobs: Iterable[Job]) -> Iterator[tuple[int, Report | Lost]]:
        for job in jobs:
            self.jobs.append(job)
            yield job.number, self.clients[0].check(job.request)

    def close(self) -> None: ...


@pytest.fixture
def engine(toy_grading: Grading, monkeypatch: pytest.MonkeyPatch) -> WarmEngine:
    engine = WarmEngine(toy_grading.client)
    monkeypatch.setattr(grade, "_engine", lambda options, session: engine)
    return engine


@pytest.fixture(autouse=True)
def toy_course_for_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(TOY_COURSE))


@pytest.fixture
def hand_ins(tmp_path: Path) -> Path:
    """Five students, each with a file of their own."""
    folder = tmp_path / "week1"
    for number, name in enumerate(ANSWERS):
        place = folder / f"student{number}" / "outer_sum.py"
        place.parent.mkdir(parents=True)
        place.write_text((TOY_COURSE / "graders" / "outer_sum" / f"{name}.py").read_text())
    return folder


def rows(out: Path) -> dict[tuple[str, str], dict[str, str]]:
    with (out / "grades.csv").open(newline="") as file:
        return {(row["student"], row["lesson"]): row for row in csv.DictReader(file)}


def run(*arguments: object) -> int:
    return main(["grade", *map(str, arguments)])


def test_a_folder_becomes_grades_and_pages(
    hand_ins: Path, engine: WarmEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(hand_ins) == 0
    out = hand_ins.with_name("week1-grades")
    assert {path.name for path in out.iterdir()} == OUTPUTS
    found = rows(out)
    assert [found[f"student{n}", "outer_sum"]["outcome"] for n in range(5)] == ["passed"] * 2 + ["failed"] * 3
    assert found["student2", "outer_sum"]["misconceptions"] == "transposed"
    assert "2 of 5 passed" in capsys.readouterr().out
    assert len(list((out / "feedback").iterdir())) == 5


def test_the_same_command_again_grades_only_what_changed(hand_ins: Path, engine: WarmEngine) -> None:
    assert run(hand_ins) == 0
    before = (hand_ins.with_name("week1-grades") / "grades.csv").read_text()
    engine.jobs.clear()
    assert run(hand_ins) == 0
    assert engine.jobs == []
    assert (hand_ins.with_name("week1-grades") / "grades.csv").read_text() == before
    assert results_in(hand_ins.with_name("week1-grades")) == 5, "what is known is not written again"

    (hand_ins / "student2" / "outer_sum.py").write_text("def outer_sum(a, b):\n    return a[:, None] + b\n")
    assert run(hand_ins) == 0
    assert [job.request.lesson for job in engine.jobs] == ["outer_sum"]
    assert rows(hand_ins.with_name("week1-grades"))["student2", "outer_sum"]["outcome"] == "passed"


def test_a_changed_grader_grades_anew(hand_ins: Path, engine: WarmEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(hand_ins) == 0
    engine.jobs.clear()
    monkeypatch.setattr("tutor.classroom.grading.lesson_hash", lambda course, lesson: "another")
    assert run(hand_ins) == 0
    assert len(engine.jobs) == 5


def test_a_student_who_left_is_in_no_grade(hand_ins: Path, engine: WarmEngine) -> None:
    assert run(hand_ins) == 0
    (hand_ins / "student4" / "outer_sum.py").unlink()
    assert run(hand_ins) == 0
    assert ("student4", "outer_sum") not in rows(hand_ins.with_name("week1-grades"))


def test_all_students_of_a_grading_see_the_same_inputs_and_the_seed_is_kept(hand_ins: Path, engine: WarmEngine) -> None:
    assert run(hand_ins) == 0
    seeds = {job.request.seed for job in engine.jobs}
    assert len(seeds) == 1
    assert {row["seed"] for row in rows(hand_ins.with_name("week1-grades")).values()} == {str(seeds.pop())}
    engine.jobs.clear()
    assert run(hand_ins, "--out", hand_ins.with_name("again")) == 0
    assert {job.request.seed for job in engine.jobs} != seeds


def test_nothing_names_the_student_to_the_engine(hand_ins: Path, engine: WarmEngine) -> None:
    assert run(hand_ins) == 0
    assert {job.request.hand_in for job in engine.jobs} == {"outer_sum.py"}
    assert {job.request.require_sandbox for job in engine.jobs} == {"B"}


def test_the_grades_are_the_same_whatever_the_order_or_the_number_of_jobs(hand_ins: Path, tmp_path: Path) -> None:
    names = sorted(path.name for path in hand_ins.iterdir())
    with zipfile.ZipFile(tmp_path / "week1.zip", "w") as file:
        for name in reversed(names):
            file.write(hand_ins / name / "outer_sum.py", f"{name}/outer_sum.py")
    texts = []
    for place, jobs in ((hand_ins, 1), (hand_ins, 5), (tmp_path / "week1.zip", 3)):
        out = tmp_path / f"out{len(texts)}"
        assert run(place, "--seed", 7, "--jobs", jobs, "--out", out) == 0
        texts.append([(*key, row["score"], row["misconceptions"], row["sha256"]) for key, row in rows(out).items()])
    assert texts[0] == texts[1] == texts[2]


def test_a_dry_run_shows_what_was_found_and_writes_nothing(
    hand_ins: Path, engine: WarmEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    (hand_ins / "outer_sun.py").write_text("x")
    assert run(hand_ins, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "5 students, 5 hand-ins" in told
    assert "outer_sun.py" in told
    assert engine.jobs == []
    assert not hand_ins.with_name("week1-grades").exists()


def test_names_lateness_and_canvas_come_from_their_tables(hand_ins: Path, engine: WarmEngine, tmp_path: Path) -> None:
    roster, dates = tmp_path / "roster.csv", tmp_path / "dates.csv"
    roster.write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"
        + "".join(f'"Student, {n}",{100 + n},u{n},student{n},A\n' for n in range(6))
    )
    dates.write_text("lesson,due,penalty_per_day\nouter_sum,2020-01-01,10%\n")
    for place in hand_ins.glob("*/outer_sum.py"):
        os.utime(place, (1577923200, 1577923200))  # 2020-01-02, the first day after
    assert run(hand_ins, "--roster", roster, "--dates", dates) == 0
    out = hand_ins.with_name("week1-grades")
    found = {row["name"]: row for row in rows(out).values()}
    first = next(row for name, row in found.items() if "0" in name)
    assert first["days_late"] in ("1", "2")
    assert float(first["final_score"]) < float(first["score"])
    assert [row["standing"] for name, row in found.items() if "5" in name] == ["missing"]
    assert (out / "grades-canvas.csv").read_text().startswith("Student,ID,SIS User ID,SIS Login ID,Section,")


def test_what_could_not_be_graded_is_no_grade_and_is_tried_again(
    hand_ins: Path, engine: WarmEngine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = WarmEngine.grade

    def loses_one(self: WarmEngine, jobs: Iterable[Job]) -> Iterator[tuple[int, Report | Lost]]:
        for number, answer in honest(self, jobs):
            yield number, Lost("The worker ended.", "Try again.") if number == 0 else answer

    monkeypatch.setattr(WarmEngine, "grade", loses_one)
    assert run(hand_ins) == 3
    row = rows(hand_ins.with_name("week1-grades"))["student0", "outer_sum"]
    assert (row["standing"], row["score"], row["problem"]) == ("not_graded", "", "The worker ended. Try again.")
    assert "through no fault of the students" in capsys.readouterr().out
    monkeypatch.setattr(WarmEngine, "grade", honest)
    engine.jobs.clear()
    assert run(hand_ins) == 0
    assert [job.number for job in engine.jobs] == [0]


def test_signed_grades_are_verified_and_a_changed_one_is_found(
    hand_ins: Path, engine: WarmEngine, tmp_path: Path
) -> None:
    key = tmp_path / "key.pem"
    assert main(["keygen", str(key)]) == 0
    assert run(hand_ins, "--sign", key) == 0
    out = hand_ins.with_name("week1-grades")
    assert main(["verify", str(out), "--key", f"{key}.pub"]) == 0
    table = out / "grades.csv"
    table.write_text(table.read_text().replace("failed", "passed", 1))
    assert main(["verify", str(out), "--key", f"{key}.pub"]) == 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["nowhere"], "nowhere"),
        (["week1", "--lesson", "outer_sun"], 'Did you mean "outer-sum"?'),
        (["week1", "--jobs", "0"], "'0' is not a number from 1 to 256"),
        (["week1", "--roster", "nowhere.csv"], "nowhere.csv"),
        (["week1", "--dates", "nowhere.csv"], "nowhere.csv"),
        (["week1", "--sign", "nowhere.pem"], "nowhere.pem"),
        (["week1", "--seed", "often"], "'often'"),
        (["empty"], "holds no hand-in for this course"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_a_mistake_is_told_before_anything_is_graded(
    hand_ins: Path,
    engine: WarmEngine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(hand_ins.parent)
    Path("empty").mkdir()
    assert run(*options) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "Traceback" not in told
    assert engine.jobs == []
    assert not Path("week1-grades").exists()


def test_another_seed_needs_another_folder(
    hand_ins: Path, engine: WarmEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(hand_ins, "--seed", 7) == 0
    assert run(hand_ins, "--seed", 8) == 2
    assert "was graded with --seed 7, not 8" in capsys.readouterr().err


def test_too_weak_a_sandbox_grades_nothing(
    hand_ins: Path, engine: WarmEngine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tutor.sandbox.layers.grade", lambda layers: "C")
    assert run(hand_ins) == 3
    assert "reaches grade C; hand-ins of others are graded with B or better" in capsys.readouterr().err
    assert engine.jobs == []


def test_a_kill_at_any_moment_loses_no_grade_and_grades_none_twice(hand_ins: Path, tmp_path: Path) -> None:
    """Killed again and again until it gets through, the command comes to the grades it has when left alone."""
    for number in range(5, 20):
        place = hand_ins / f"student{number:02}" / "outer_sum.py"
        place.parent.mkdir()
        place.write_bytes((hand_ins / f"student{number % 5}" / "outer_sum.py").read_bytes())
    out, alone = tmp_path / "out", tmp_path / "alone"
    command = [sys.executable, "-m", "tutor", "grade", str(hand_ins), "--seed", "7", "--out"]
    kept, kills = 0, 0
    while kept < 20:
        process = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and (now := results_in(out)) < kept + 7:
            pass
        process.kill()
        process.wait()
        kills += process.returncode == -signal.SIGKILL
        now = results_in(out)
        assert now > kept, "each run goes on where the last was killed"
        kept = now
    assert kills >= 2
    assert subprocess.run([*command, str(out)], capture_output=True).returncode == 0
    assert results_in(out) == 20, "nothing was graded twice"
    assert subprocess.run([*command, str(alone)], capture_output=True).returncode == 0
    assert (out / "grades.csv").read_text() == (alone / "grades.csv").read_text()


def results_in(out: Path) -> int:
    """How many lines the journal has below its head."""
    journal = out / "journal.jsonl"
    return max(0, journal.read_bytes().count(b"\n") - 1) if journal.exists() else 0


@pytest.fixture
def changing_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the toy course that may be changed."""
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    return shutil.copytree(TOY_COURSE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))


def test_a_changed_grader_is_found_by_grading_the_same_hand_ins_again(
    hand_ins: Path, changing_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = hand_ins.with_name("week1-grades")
    assert run(hand_ins, "--seed", 7) == 0
    shutil.rmtree(hand_ins)  # what was graded is kept with the grades
    assert main(["audit", "--drift", str(out)]) == 0
    assert "No grade changed." in capsys.readouterr().out

    grader = changing_course / "graders" / "outer_sum" / "grader.py"
    grader.write_text(grader.read_text().replace("points=2", "points=3"))
    (out / "hand-ins" / f"{rows(out)['student4', 'outer_sum']['sha256']}.py").unlink()
    assert main(["audit", "--drift", str(out)]) == 1
    told = capsys.readouterr().out
    assert "the lesson or its grader changed" in told
    assert "Grades that changed: 4. Same points in another way: 0. Not compared: 1." in told
    assert "student0" in (out / "drift.csv").read_text()


def test_drift_needs_a_folder_of_grades(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--drift", str(tmp_path)]) == 2
    assert "holds no journal.jsonl" in capsys.readouterr().err


def test_every_report_is_in_the_journal_as_the_engine_gave_it(hand_ins: Path, engine: WarmEngine) -> None:
    assert run(hand_ins) == 0
    lines = (hand_ins.with_name("week1-grades") / "journal.jsonl").read_text().splitlines()
    reports = [json.loads(line)["result"]["report"] for line in lines[1:]]
    assert [report["schema"] for report in reports] == ["tutor/report/v1"] * 5
