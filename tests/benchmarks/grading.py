"""How fast a class is graded: `uv run python -m tests.benchmarks.grading`, with --growth up to 10,000 hand-ins.

The peer is what most courses do: one pytest process for each hand-in. Both grade right and wrong answers to focal_loss.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ANSWERS = sorted((ROOT / "graders" / "focal_loss").glob("[rw]*_*.py"))
PYTEST_FILE = Path(__file__).with_name("focal_loss_with_pytest.py")
TOY = ROOT / "tests" / "course"


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


def one_pytest_each(times: int) -> float:
    """Median seconds of a pytest process that grades one hand-in."""
    found = []
    for number in range(times):
        environment = {**os.environ, "HAND_IN": str(ANSWERS[number * 7 % len(ANSWERS)])}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", str(PYTEST_FILE)]
        started = time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, cwd=ROOT, check=False)
        found.append(time.perf_counter() - started)
    return statistics.median(found)


def rate(count: int = 200, jobs: int = 2) -> dict[str, float]:
    """Hand-ins a second of each way, and how many times faster ours is."""
    before = one_pytest_each(5)
    with class_of(count, ANSWERS, "focal_loss") as folder:
        seconds, megabytes = grade(folder, jobs)
    peer = statistics.mean([before, one_pytest_each(5)])
    ours = count / seconds
    return {"tutor grade": ours, "one pytest each": 1 / peer, "times": ours * peer, "megabytes": megabytes}


def growth(counts: tuple[int, ...] = (100, 1_000, 10_000)) -> dict[int, dict[str, float]]:
    """Hand-ins a second and memory of the command, on the smallest lesson there is."""
    found = {}
    for count in counts:
        with class_of(count, sorted((TOY / "graders" / "outer_sum").glob("[rw]*_*.py")), "outer_sum") as folder:
            seconds, megabytes = grade(folder, 2, TOY)
        found[count] = {"a second": count / seconds, "megabytes": megabytes}
    return found


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--growth", action="store_true", help="also 100, 1,000 and 10,000 small hand-ins")
    options = parser.parse_args()
    print("200 hand-ins of focal_loss, hand-ins a second:")
    print(json.dumps(rate(), indent=2))
    if options.growth:
        print(json.dumps(growth(), indent=2))


if __name__ == "__main__":
    main()
