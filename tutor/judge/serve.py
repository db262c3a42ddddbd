"""The judge's loop: plans a run, later decides it. It never receives a hand-in's source."""

from __future__ import annotations

import traceback
from collections import OrderedDict
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tutor.course import Course, read_course
from tutor.file_marks import mark, marks
from tutor.judge.advice import with_advice
from tutor.judge.budget import within_budget
from tutor.judge.choices import choices
from tutor.judge.expected import Expectation, importable
from tutor.judge.grader import Check, Prediction
from tutor.judge.input_families import FAMILIES, families_by_item
from tutor.judge.loader import GraderFolder, load_grader
from tutor.judge.plan import make_plan
from tutor.judge.record import read_run
from tutor.judge.spread import shares_by_answer
from tutor.judge.verdict import Ending, Verdict
from tutor.observation import DecodeError
from tutor.predictions import spelled
from tutor.report import Outcome, Problem
from tutor.report_json import to_dict
from tutor.wire import Channel, Frame

KEPT_EXPECTATIONS = 64
FilesState = tuple[str, ...]
"""The marks of the files something was read from."""


class Judge:
    """Holds graders and what is expected of hand-ins; lives in a process no hand-in descends from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._course: tuple[FilesState, Course] | None = None
        self._folders: dict[str, tuple[FilesState, GraderFolder]] = {}
        self._expectations: OrderedDict[tuple[str, int, str, FilesState], Expectation] = OrderedDict()

    def plan(self, lesson: str, seed: int, device: str) -> tuple[dict[str, Any], bytes]:
        """The request of a run without a hand-in, the sandbox it needs, and a claim for each case."""
        expectation = self._expectation(lesson, seed, device)
        plan = expectation.plan
        claims = [case.check.claim if case.check else "Predictions" for case in plan.cases]
        return {"request": plan.request, "claims": claims, **self.surroundings(lesson)}, plan.raw

    def surroundings(self, lesson: str) -> dict[str, Any]:
        """The sandbox a lesson's code needs, and how long it may run there."""
        grader = self._folder(lesson).grader
        return {
            "profile": grader.profile,
            "scratch": grader.scratch,
            "wall_seconds": grader.wall_seconds,
            "late_imports": grader.needs_late_imports,
        }

    def choices(self, lesson: str, name: str) -> dict[str, Any]:
        """Values to choose a prediction from, the true one unmarked among them; none when there is no choice."""
        return {"choices": choices(self._expectation(lesson, 0, "cpu"), name)}

    def prepare(self, lesson: str, seed: int, device: str) -> None:
        """Work out what the reference does, while the hand-in is running."""
        expectation = self._expectation(lesson, seed, device)
        if expectation.folder.grader.needs_late_imports:
            import torch._dynamo  # noqa: F401  (once here, instead of seconds in every fork)
        _ = expectation.reference, expectation.predictions

    def decide(
        self, lesson: str, seed: int, device: str, ending: dict[str, Any] | None, frames: list[Frame]
    ) -> dict[str, Any]:
        """The results of every check, or the problem that kept the whole file from being judged."""
        expectation = self._expectation(lesson, seed, device)
        try:
            record = read_run(frames, len(expectation.plan.cases))
        except DecodeError as error:
            text = f"The run sent something that is not an observation: {error}."
            return _whole_file(Outcome.REFUSED, Problem("protocol", text))
        if record.load_problem is not None:
            return _whole_file(Outcome.ERROR, with_advice(record.load_problem.problem))
        how = None if record.finished or ending is None else _ending(ending)
        if not record.loaded or (how is not None and record.last_started is None):
            how = how or Ending(
                Outcome.CRASHED, Problem("exit", "The file ended the Python process while it was loading.")
            )
            return _whole_file(how.outcome, how.problem)
        if not record.finished and how is None:
            how = Ending(Outcome.CRASHED, Problem("exit", "The code ended the Python process."))
        if how is not None and (len(record.results) == len(expectation.plan.cases) or how.problem.kind == "protocol"):
            return _whole_file(how.outcome, how.problem)  # it did not come to its end
        results = within_budget(Verdict(expectation, record, how).results())
        return {"checks": [to_dict(result) for result in results]}

    def answers(self, lesson: str) -> dict[str, Any]:
        """The names, sources and claims of everything in graders/<lesson>/, for the audit."""
        folder = self._folder(lesson)
        answers = [folder.reference, *folder.right, *folder.wrong]
        return {
            "answers": [
                {
                    "name": a.name,
                    "source": a.source,
                    "sentence": a.sentence,
                    "fails": a.fails,
                    "requires": list(a.requires),
                }
                for a in answers
            ],
            "checks": [
                {"id": c.id, "item": c.item, "claim": c.claim, "kind": c.kind, "on_cuda": c.on_cuda}
                for c in folder.grader.checks
            ],
            "families": families_by_item(self._expectation(lesson, 0, "cpu")),
            "all_families": list(FAMILIES),
            "left_out": [asdict(left_out) for left_out in folder.grader.left_out],
            "predictions": [
                {"name": p.name, "distractors": [[spelled(value), sentence] for value, sentence in p.distractors]}
                for p in folder.grader.predictions
            ],
            "survivors": [asdict(survivor) for survivor in folder.survivors],
            "imports": {name: importable(name) for answer in answers for name in answer.requires},
        }

    def checks(self, lesson: str) -> dict[str, Any]:
        """Everything a lesson is judged by, in the order of its report, without grading anything."""
        entries = self._folder(lesson).grader.entries
        return {
            "checks": [
                {
                    "id": entry.id,
                    "item": entry.name if isinstance(entry, Prediction) else entry.item,
                    "claim": entry.claim,
                    "max_points": entry.points,
                    "on_cuda": isinstance(entry, Check) and entry.on_cuda,
                }
                for entry in entries
            ]
        }

    def spread(self, lesson: str, seed: int, device: str) -> dict[str, Any]:
        """For each right answer, the largest share of a tolerance it needs, by dtype."""
        return {"spread": shares_by_answer(self._expectation(lesson, seed, device))}

    def _expectation(self, lesson: str, seed: int, device: str) -> Expectation:
        folder = self._folder(lesson)
        key = (lesson, seed, device, self._folders[lesson][0])
        if key not in self._expectations:
            self._expectations[key] = Expectation(folder, seed, device, make_plan(folder, seed, device))
            while len(self._expectations) > KEPT_EXPECTATIONS:
                self._expectations.popitem(last=False)
        self._expectations.move_to_end(key)
        return self._expectations[key]

    def _folder(self, lesson: str) -> GraderFolder:
        """The lesson's grader, read again when any of its files changed."""
        course = self._read_course()
        found = course.lesson(lesson)
        state = (*sorted(marks(str(self.root / "graders" / found.id))), mark(str(found.path)))
        if lesson not in self._folders or self._folders[lesson][0] != state:
            self._folders[lesson] = (state, load_grader(course, found))
        return self._folders[lesson][1]

    def _read_course(self) -> Course:
        lessons = self.root / "lessons"
        state = (mark(str(lessons / "course.toml")), *sorted(marks(str(lessons / "en"))))
        if self._course is None or self._course[0] != state:
            self._course = (state, read_course(self.root))
        return self._course[1]


def _whole_file(outcome: Outcome, problem: Problem) -> dict[str, Any]:
    return {"outcome": outcome.value, "problem": to_dict(problem), "checks": []}


def _ending(body: dict[str, Any]) -> Ending:
    from tutor.report_json import from_dict

    return Ending(Outcome(body["outcome"]), from_dict(Problem, body["problem"]))


def serve(channel: Channel, root: Path) -> None:
    """Answer the supervisor until it goes away. A fault of ours is answered too, with its traceback."""
    judge = Judge(root)
    while True:
        try:
            frame = channel.receive()
        except EOFError:
            return
        try:
            _answer(judge, channel, frame.body)
        except Exception as error:
            channel.send({"fault": f"{type(error).__name__}: {error}", "traceback": traceback.format_exc()[-8000:]})


def _answer(judge: Judge, channel: Channel, body: dict[str, Any]) -> None:
    match body["op"]:
        case "plan":
            planned, raw = judge.plan(body["lesson"], body["seed"], body["device"])
            channel.send(planned, raw)
        case "surroundings":
            channel.send(judge.surroundings(body["lesson"]))
        case "choices":
            channel.send(judge.choices(body["lesson"], body["name"]))
        case "prepare":
            judge.prepare(body["lesson"], body["seed"], body["device"])
            channel.send({"prepared": True})
        case "decide":
            frames = [channel.receive() for _ in range(body["frames"])]
            channel.send(judge.decide(body["lesson"], body["seed"], body["device"], body["ending"], frames))
        case "answers":
            channel.send(judge.answers(body["lesson"]))
        case "checks":
            channel.send(judge.checks(body["lesson"]))
        case "spread":
            channel.send(judge.spread(body["lesson"], body["seed"], body["device"]))
        case op:
            raise ValueError(f"unknown request {op!r}")
