"""How fast a class is graded, beside other graders.

The peers are one pytest process for each hand-in, as most courses have it, and those of `peers`. All grade right and
wrong answers to focal_loss, as many at a time. The first time takes longer, because the peers are installed.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .measurement import Found, Measurement
from .peers import PEERS, Peer, PeerFailed, Run

ROOT = Path(__file__).parents[2]
ANSWERS = sorted((ROOT / "graders" / "focal_loss").glob("[rw]*_*.py"))
SAMPLE_NAMES = (
    *("right_where_log_sigmoid", "wrong_alpha_swapped", "wrong_detached_factor", "right_element_loop"),
    *("right_factor_class", "wrong_any_reduction_accepted", "wrong_mean_over_rows", "right_masked_assignment"),
)
"""What the peers grade: wrong answers are among them that their few cases find."""
SAMPLE = [ROOT / "graders" / "focal_loss" / f"{name}.py" for name in SAMPLE_NAMES]
TOY = ROOT / "tests" / "course"
JOBS = 2


@dataclass(frozen=True)
class Row:
    """One way to grade, as the table shows it."""

    way: str
    hand_ins: int
    seconds: float
    """Of one hand-in, while another is graded at the same time."""
    verdicts: str
    """What differs from tutor grade, or why there is no result."""


@contextmanager
def class_of(count: int, answers: list[Path], lesson: str) -> Iterator[Path]:
    """A folder with a hand-in of each of `count` students; no two have the same bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "class"
        folder.mkdir()
        for number in range(count):
            source = answers[number % len(answers)].read_bytes() + b"\n# %d\n" % number
            (folder / f"student{number:05}_{lesson}.py").write_bytes(source)
        yield folder


def grade(folder: Path, jobs: int, course: Path | None = None) -> tuple[float, float]:
    """Seconds of the whole command, and the most megabytes the process of the command itself ever had."""
    out = folder.with_name("grades")
    shutil.rmtree(out, ignore_errors=True)
    variables = {**os.environ, "PYTHONPATH": str(ROOT)} | ({"TUTOR_COURSE": str(course)} if course else {})
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", WITH_MEMORY, "grade", str(folder), "--jobs", str(jobs), "--out", str(out)]
    started = time.perf_counter()
    done = subprocess.run([*command, "--seed", "7"], env=variables, check=True, capture_output=True, text=True)
    return time.perf_counter() - started, json.loads(done.stdout.splitlines()[-1]) / 1024


WITH_MEMORY = """
import json, resource, sys
from tutor.cli import main
code = main(sys.argv[1:])
print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
sys.exit(code)
"""


def add_runs(hand_ins: list[Path], found: dict[Peer, list[Run]], faults: dict[Peer, str]) -> None:
    """Adds a run of each hand-in by each peer, unless something is wrong with the peer."""
    for peer in PEERS:
        if peer not in faults:
            try:
                found.setdefault(peer, []).extend(peer.runs(hand_ins, JOBS))
            except PeerFailed as fault:
                faults[peer] = str(fault)


def row_of(peer: Peer, runs: list[Run], ours: dict[str, bool]) -> Row:
    seconds = statistics.median(run.seconds for run in runs)
    return Row(peer.way, len(runs), seconds, differences({run.answer: run.passed for run in runs}, ours))


def rows(count: int = 200) -> tuple[list[Row], float]:
    """Of tutor grade and of each peer, half of whose runs are before ours and half after; and the megabytes of ours."""
    found: dict[Peer, list[Run]] = {}
    faults: dict[Peer, str] = {}
    half = len(SAMPLE) // 2
    add_runs(SAMPLE[:half], found, faults)
    with class_of(count, ANSWERS, "focal_loss") as folder:
        seconds, megabytes = grade(folder, JOBS)
        ours = verdicts(folder.with_name("grades"))
    add_runs(SAMPLE[half:], found, faults)
    table_rows = [Row("tutor grade", count, JOBS * seconds / count, "")]
    for peer in PEERS:
        fault = faults.get(peer)
        table_rows.append(Row(peer.way, 0, 0, fault) if fault else row_of(peer, found[peer], ours))
    return table_rows, megabytes


def verdicts(grades: Path) -> dict[str, bool]:
    """Whether tutor grade let each answer pass."""
    with (grades / "grades.csv").open(newline="") as file:
        students = {row["student"]: row["outcome"] == "passed" for row in csv.DictReader(file)}
    return {answer.stem: students[f"student{number:05}"] for number, answer in enumerate(ANSWERS)}


def differences(theirs: dict[str, bool], ours: dict[str, bool]) -> str:
    """The answers about which a peer and tutor grade do not agree."""
    differing = [name for name, passed in theirs.items() if passed != ours[name]]
    said = [f"{'passes' if theirs[name] else 'refuses'} {name}" for name in differing]
    right = sum(name.startswith("right") for name in theirs)
    return ", ".join(said) or f"the same: {right} right, {len(theirs) - right} wrong"


def table(rows: list[Row]) -> str:
    """How long each way takes, and how many times faster the first one is."""
    rates = f"a second, {JOBS} jobs", "a second, each job"
    heads = ("way", "hand-ins", "seconds each", *rates, "tutor grade is", "verdicts")
    lines = [f"| {' | '.join(heads)} |", "|---|--:|--:|--:|--:|--:|---|"]
    for row in rows:
        cells = ["–"] * 4
        if row.hand_ins:
            times = f"{row.seconds / rows[0].seconds:.1f} times as fast" if row is not rows[0] else ""
            cells = [f"{row.seconds:.3f}", f"{JOBS / row.seconds:.2f}", f"{1 / row.seconds:.2f}", times]
        verdicts = row.verdicts.replace("|", "\\|")
        lines.append(f"| {row.way} | {row.hand_ins} | {' | '.join(cells)} | {verdicts} |")
    return "\n".join(lines)


def measure_class() -> Found:
    found, megabytes = rows()
    ours, pytest, *_ = found
    faster = pytest.seconds / ours.seconds if pytest.hand_ins else None
    rate = Measurement(
        f"tutor grade, 200 hand-ins of focal_loss, {JOBS} at a time",
        JOBS / ours.seconds,
        "a second",
        pytest.way,
        faster,
        100,
        least=True,
    )
    return Found((rate, Measurement("its own memory at most", megabytes, "MB")), tables=(table(found),))
