"""Other ways to grade hand-ins of focal_loss, as a teacher would run them over a folder.

They are pytest, otter-grader, check50, torch-judge and pythonlings. All but pytest have environments of their own below
`.benchmarks`, made when they are first needed. There they borrow the torch of this environment, so that all of them
compute with the same one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ENVIRONMENTS = HERE.parents[1] / ".benchmarks" / "environments"
OTTER, CHECK50 = "otter-grader[grading]==7.0.0", "check50==3.5.0"
TORCH_JUDGE, PYTHONLINGS = "torch-judge==0.1.1", "pythonlings==0.4.4"
PLAIN_PYTEST = ("-q", "-p", "no:cacheprovider", "-c", os.devnull, "--noconftest")
"""Neither the fixtures nor the plugins of this project, which no other course would wait for."""


class PeerFailed(Exception):
    """Why a peer has no result: it could not be installed, or it wrote no verdict."""


@dataclass(frozen=True)
class Run:
    """What a peer said of one hand-in."""

    answer: str
    seconds: float
    passed: bool


GradeAll = Callable[[list[Path]], list[Run]]
"""Grades hand-ins one after the other."""


@dataclass(frozen=True)
class Peer:
    """A way to grade."""

    name: str
    requirement: str | None
    """What is installed for it; nothing where this environment has it."""
    prepare: Callable[[str, Path], GradeAll]
    """What a teacher does once, with this Python, in this folder."""

    @property
    def way(self) -> str:
        """Its name, and the version where it is installed for this."""
        return f"{self.name} ({self.requirement})" if self.requirement else self.name

    def runs(self, hand_ins: list[Path], jobs: int) -> list[Run]:
        """One of each hand-in, `jobs` at a time; each job grades a first one that is not counted."""
        python = environment_with(self.requirement) if self.requirement else sys.executable
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as threads:
            grade_all = self.prepare(python, Path(folder))
            shares = [hand_ins[number::jobs] for number in range(jobs)]
            shared = threads.map(lambda share: grade_all([share[0], *share])[1:], shares)
            return [run for runs in shared for run in runs]


def environment_with(requirement: str) -> str:
    """The Python of an environment that has it, and that borrows torch and the cases."""
    without_extras = re.sub(r"\[.*\]", "", requirement)
    folder = ENVIRONMENTS / f"{without_extras}-{sys.implementation.cache_tag}"
    python, complete = folder / "bin" / "python", folder / "complete"
    if not complete.exists():
        shutil.rmtree(folder, ignore_errors=True)
        run(sys.executable, "-m", "venv", folder)
        run(python, "-m", "pip", "install", "--quiet", "--retries", "1", requirement)
        complete.touch()
    torch = find_spec("torch")
    assert torch and torch.origin
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(f"{Path(torch.origin).parents[1]}\n{HERE}\n")
    return str(python)


def run(*command: object, cwd: Path | None = None, accepted: tuple[int, ...] = (0,), **variables: str) -> str:
    """What the command wrote to its standard output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | variables
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in accepted:
        last = (done.stderr.strip() or done.stdout.strip() or "it wrote nothing").splitlines()[-1]
        raise PeerFailed(f"`{' '.join(map(str, command[1:4]))}` ended with {done.returncode}: {last}")
    return done.stdout


def a_process_each(folder: Path, grade: Callable[[Path], bool]) -> GradeAll:
    """Each hand-in is `focal_loss.py` in a folder of its own."""

    def timed(hand_in: Path) -> Run:
        place = Path(tempfile.mkdtemp(dir=folder))
        shutil.copy(hand_in, place / "focal_loss.py")
        started = time.perf_counter()
        passed = grade(place)
        return Run(hand_in.stem, time.perf_counter() - started, passed)

    return lambda hand_ins: [timed(hand_in) for hand_in in hand_ins]


def results_in(place: Path, of: str) -> list[dict[str, object]]:
    """The list under this key of the peer's own report."""
    file = place / "results.json"
    report = json.loads(file.read_text()) if file.exists() else "there is none"
    if of not in report:
        raise PeerFailed(f"no {of} in results.json: {str(report)[:200]}")
    return report[of]


def pytest_each(python: str, folder: Path) -> GradeAll:
    file = HERE / "focal_loss_with_pytest.py"
    variables = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

    def grade(place: Path) -> bool:
        hand_in = str(place / "focal_loss.py")
        written = run(python, "-m", "pytest", *PLAIN_PYTEST, file, accepted=(0, 1, 2), HAND_IN=hand_in, **variables)
        return re.search(r"^28 passed", written, re.MULTILINE) is not None

    return a_process_each(folder, grade)


def autograder(python: str, folder: Path) -> Path:
    """The zip that a teacher makes of otter's test files."""
    (folder / "tests").mkdir()
    shutil.copy(HERE / "focal_loss_with_otter.py", folder / "tests" / "focal_loss.py")
    run(python, "-m", "otter", "generate", "-t", "tests", "-o", "autograder.zip", cwd=folder, HOME=str(folder))
    return folder / "autograder.zip"


def otter_run(python: str, folder: Path) -> GradeAll:
    made = autograder(python, folder)

    def grade(place: Path) -> bool:
        run(python, "-m", "otter", "run", "-a", made, "--no-logo", "focal_loss.py", cwd=place, HOME=str(folder))
        scored = [test for test in results_in(place, "tests") if "score" in test]
        return bool(scored) and all(test["score"] == test["max_score"] for test in scored)

    return a_process_each(folder, grade)


def otter_api(python: str, folder: Path) -> GradeAll:
    made = autograder(python, folder)

    def grade_all(hand_ins: list[Path]) -> list[Run]:
        lines = run(python, "-c", WITH_OTTER_API, made, *hand_ins, cwd=folder, HOME=str(folder)).splitlines()
        return [Run(hand_in.stem, *json.loads(line)) for hand_in, line in zip(hand_ins, lines, strict=True)]

    return grade_all


WITH_OTTER_API = """
import json, sys, time
from otter.api import grade_submission
autograder, *hand_ins = sys.argv[1:]
for hand_in in hand_ins:
    started = time.perf_counter()
    results = grade_submission(hand_in, autograder, quiet=True)
    print(json.dumps([time.perf_counter() - started, bool(results.total == results.possible)]))
"""


def check50_local(python: str, folder: Path) -> GradeAll:
    checks = folder / "checks"
    checks.mkdir()
    shutil.copy(HERE / "focal_loss_with_check50.py", checks / "__init__.py")
    (checks / ".cs50.yaml").write_text('check50:\n  files:\n    - !exclude "*"\n    - !require focal_loss.py\n')

    def grade(place: Path) -> bool:
        options = ("--local", "--dev", "-o", "json", "--output-file", place / "results.json")
        run(python, "-m", "check50", *options, "--", checks, cwd=place, accepted=(0, 1), HOME=str(folder))
        results = results_in(place, "results")
        return len(results) == 2 and all(result["passed"] for result in results)

    return a_process_each(folder, grade)


def torch_judge_each(python: str, folder: Path) -> GradeAll:
    def grade(place: Path) -> bool:
        written = run(python, "-c", WITH_TORCH_JUDGE, cwd=place, PROGRESS_PATH=str(place / "progress.json"))
        if "Testing: Focal loss" not in written:
            raise PeerFailed(f"it did not test: {written[-200:]}")
        return "All 28 tests passed" in written

    return a_process_each(folder, grade)


WITH_TORCH_JUDGE = """
from pathlib import Path
exec(compile(Path("focal_loss.py").read_text(), "focal_loss.py", "exec"), globals())
from torch_judge import check
from torch_judge.tasks import TASKS
from focal_loss_cases import CASES
values = "from focal_loss_cases import compare\\ncompare({{fn}}, *{case!r})"
refused = "try:\\n    {fn}(reduction='average')\\nexcept ValueError:\\n    pass\\nelse:\\n    assert False, 'accepted'"
tests = [{"name": str(case), "code": values.format(case=case)} for case in CASES]
tests.append({"name": "refused", "code": refused})
TASKS["focal_loss"] = {
    "title": "Focal loss", "difficulty": "Easy", "function_name": "FocalLoss", "hint": "", "tests": tests
}
check("focal_loss")
"""


def pythonlings_each(python: str, folder: Path) -> GradeAll:
    """Its own runner, which gives an exercise five seconds from the start of Python on."""

    def grade(place: Path) -> bool:
        (place / "check.py").write_text(PYTHONLINGS_CHECK)
        return json.loads(run(python, "-c", WITH_PYTHONLINGS, cwd=place).splitlines()[-1])

    return a_process_each(folder, grade)


PYTHONLINGS_CHECK = """
from focal_loss_cases import CASES, compare
for case in CASES:
    compare(FocalLoss, *case)
try:
    FocalLoss(reduction="average")
except ValueError:
    pass
else:
    raise AssertionError("an unknown reduction is accepted")
"""
WITH_PYTHONLINGS = """
import json
from pathlib import Path
from types import SimpleNamespace
from pythonlings.core.runner import run
result = run(SimpleNamespace(path=Path("focal_loss.py"), check_path=Path("check.py"), root=None))
print(json.dumps(result.exit_code == 0 and not result.timed_out))
"""


PEERS = (
    Peer("one pytest each", None, pytest_each),
    Peer("`otter run` each", OTTER, otter_run),
    Peer("otter.api, one process a job", OTTER, otter_api),
    Peer("`check50 --local` each", CHECK50, check50_local),
    Peer("torch_judge.check each", TORCH_JUDGE, torch_judge_each),
    Peer("pythonlings' runner each", PYTHONLINGS, pythonlings_each),
)
