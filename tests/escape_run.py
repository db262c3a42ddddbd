"""Runs hostile hand-ins through the real grader, somewhere, and prints what came of each, one JSON a line.

A program of its own, because it may become another user, or live under another system's rules, and never come back.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from itertools import groupby
from pathlib import Path
from typing import Any

import imitations
from corpus import read_corpus

from tutor.attack.hostile import Hostile
from tutor.attack.outside import Outside, open_files_of, processes_of
from tutor.client import CheckRequest, Client
from tutor.report import Report
from tutor.report_json import report_to_dict
from tutor.worker.engine_process import uses_late_imports

HERE = Path(__file__).parent
TOY_COURSE = HERE / "course"
LESSONS = {"solo": "outer_sum", "files": "outer_sum_with_files", "multi": "outer_sum_on_ranks"}
"""The same exercise under each profile."""
GRADERS = {
    "solo": "Grader(wall_seconds=1.5)",
    "files": "Grader(wall_seconds=1.5, scratch=True)",
    "multi": 'Grader(wall_seconds=3, profile="multi")',
}


class LayeredClient(Client):
    """Starts the worker that leaves layers out."""

    worker_module = "layered_worker"


def make_course(secret: str) -> Path:
    """The toy course with one lesson for each profile, and a secret in each reference."""
    root = Path(tempfile.mkdtemp(prefix="hostile-course-"))
    shutil.copytree(TOY_COURSE, root, dirs_exist_ok=True)
    for profile, lesson in LESSONS.items():
        for file in (root / "lessons/en/outer_sum.md", root / "exercises/outer_sum.py"):
            target = file.with_stem(lesson)
            if target != file:
                shutil.copy(file, target)
        folder = root / "graders" / lesson
        shutil.copytree(TOY_COURSE / "graders/outer_sum", folder, dirs_exist_ok=True)
        for file in folder.glob("*.py"):
            text = file.read_text().replace("Grader(wall_seconds=3)", GRADERS[profile])
            file.write_text(text + (f'\nSECRET = "{secret}"\n' if file.name == "reference.py" else ""))
    toml = root / "lessons/course.toml"
    toml.write_text(toml.read_text().replace('"outer_sum"', ", ".join(f'"{lesson}"' for lesson in LESSONS.values())))
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)  # only the sandbox is to refuse
    return root


class Trials:
    """One warm grader and what lies outside of it."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.outside = Outside()
        self.outside.secrets["reference"] = os.urandom(16).hex()
        self.course = make_course(self.outside.secrets["reference"])
        os.environ["GITHUB_TOKEN"] = self.outside.secrets["environment"]
        if options.without:
            os.environ |= {"TUTOR_TEST_WITHOUT": options.without, "PYTHONPATH": str(HERE)}
        self.client = LayeredClient(self.course) if options.without else Client(self.course)
        self.honest = (TOY_COURSE / "graders/outer_sum/reference.py").read_bytes()

    def warm_up(self) -> None:
        """Check an honest hand-in, or there would be nothing to tell of hostile ones."""
        first = self.check("outer_sum", self.honest)
        assert first.passed, report_to_dict(first)
        self.grade = first.sandbox.grade

    def load_late_imports(self) -> None:
        """Have the second warm process stand, and the first gone, before what they do is watched."""
        for source in (self.honest + b"# compile\n", self.honest):
            report = self.check("outer_sum", source)
            assert report.passed, report_to_dict(report)

    def check(self, lesson: str, source: bytes) -> Report:
        return self.client.check(CheckRequest(lesson, source, f"{lesson}.py", device="cpu"))

    def attack(self, hostile: Hostile, profile: str) -> dict[str, Any]:
        """What one hostile hand-in came to, as the outside saw it."""
        assert self.client.worker_pid is not None
        worker = self.client.worker_pid
        standing = processes_of(worker)
        files = [open_files_of(pid) for pid in (worker, *standing)]
        targets = self.outside.targets(worker, self.course / "graders/outer_sum/reference.py")
        started = time.monotonic()
        report = self.check(LESSONS[profile], hostile.aimed_at(targets).encode("utf-8", "surrogatepass"))
        seconds = time.monotonic() - started
        text = json.dumps(report_to_dict(report))
        breaches = self.outside.breaches() + self.outside.told(text)
        honest = self.check("outer_sum", self.honest)
        if not honest.passed:
            breaches.append(f"the honest hand-in after it: {honest.outcome.value}, {honest.problem}")
        breaches += self._left_behind(worker, standing, files)
        return {
            "name": hostile.name,
            "profile": profile,
            "grade": self.grade,
            "outcome": report.outcome.value,
            "through": [line for line in report.output.splitlines() if line.startswith("THROUGH")][:3],
            "breaches": breaches,
            "seconds": round(seconds, 3),
            "problem": report.problem.message if report.problem else "",
        }

    def _left_behind(self, worker: int, standing: list[int], files: list[int]) -> list[str]:
        if self.client.worker_pid != worker:
            return ["the worker was replaced"]
        now, deadline = processes_of(worker), time.monotonic() + 5
        while now != standing and time.monotonic() < deadline:  # nobody's children, so there is nothing to wait on
            time.sleep(0.01)
            now = processes_of(worker)
        if now != standing:
            return [f"the processes below the worker were {standing} and are {now}"]
        open_now = [open_files_of(pid) for pid in (worker, *standing)]
        return [] if open_now == files else [f"open files were {files} and are {open_now}"]

    def close(self) -> None:
        """End everything, also what got away because a layer was left out."""
        below = processes_of(self.client.worker_pid) if self.client.worker_pid else []
        self.client.close()
        for pid in below:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        self.outside.close()
        shutil.rmtree(self.course)


def _asks_for_late_imports(hostile: Hostile) -> bool:
    return uses_late_imports(hostile.source)


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--user", type=int, help="become this user first")
    parser.add_argument("--imitate", choices=["docker", "apparmor"])
    parser.add_argument("--without", default="", help="the layers to leave out, or everything")
    parser.add_argument("--profile", choices=sorted(LESSONS), help="instead of the one a hand-in asks for")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if os.geteuid() == 0 and (options.user or options.imitate or options.without):
        imitations.open_python_to_all()
    if options.user:
        imitations.ordinary_user(options.user)
    if options.imitate:
        getattr(imitations, options.imitate)()
    corpus = read_corpus()
    chosen = [corpus[name] for name in options.names] if options.names else list(corpus.values())
    trials = Trials(options)
    try:
        trials.warm_up()
        for late, hostiles in groupby(sorted(chosen, key=_asks_for_late_imports), _asks_for_late_imports):
            if late:
                trials.load_late_imports()
            for hostile in hostiles:
                print(json.dumps(trials.attack(hostile, options.profile or hostile.profile)), flush=True)
    finally:
        trials.close()


if __name__ == "__main__":
    sys.exit(main())
