"""What the reference and the known mistakes do: worked out once per lesson, seed and device, kept in memory only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.judge.evaluate import evaluate, evaluate_snippets
from tutor.judge.forks import EvaluationError
from tutor.judge.grader import Check
from tutor.judge.loader import Answer, GraderFolder
from tutor.judge.plan import Plan, PlannedCase, make_plan
from tutor.judge.record import CaseResult
from tutor.judge.slack import with_slack
from tutor.raised import Raised


@dataclass
class Expectation:
    """One lesson on one seed and device: its plan, and everything a verdict compares a hand-in with."""

    folder: GraderFolder
    seed: int
    device: str
    plan: Plan
    _reference: dict[int, CaseResult] | None = None
    _wrong: dict[tuple[str, str], dict[int, CaseResult]] = field(default_factory=dict)
    _predictions: dict[str, Any] | None = None
    symptoms: dict[tuple[str, str], dict[int, tuple[str, ...]]] = field(default_factory=dict)
    """By known mistake and check, how each case shows it; filled by the diagnosis."""

    @property
    def reference(self) -> dict[int, CaseResult]:
        """What the reference did, by case number."""
        if self._reference is None:
            self._reference = self._run_reference(self.plan)
            if self.device != "cpu":
                checks = tuple(check for check in self.folder.grader.checks if self.plan.cases_of(check))
                elsewhere = self._run_reference(make_plan(self.folder, self.seed, "cpu", only=checks))
                self._reference = {n: with_slack(result, elsewhere[n]) for n, result in self._reference.items()}
        return self._reference

    def _run_reference(self, plan: Plan) -> dict[int, CaseResult]:
        record = evaluate(self.folder.lesson, [self.folder.reference], plan)["reference"]
        if not record.finished:
            raise EvaluationError(f"{self.folder.path / 'reference.py'} does not run to its end")
        for case, result in zip(plan.cases, record.results.values(), strict=True):
            self._refuse_accident(case, result)
        return record.results

    def _refuse_accident(self, case: PlannedCase, result: CaseResult) -> None:
        """Raise EvaluationError for an exception of the reference that a check does not speak of."""
        if isinstance(result, Raised) and not (case.check and case.check.expects(result)):
            check = case.check.id if case.check else "the predictions"
            what = f"{result.type_name}: {result.problem.message}"
            raise EvaluationError(f"{self.folder.path / 'reference.py'} raises in {check}, {case.call}: {what}")

    def wrong(self, answer: Answer, check: Check) -> dict[int, CaseResult]:
        """What a known mistake does on the cases of one check, by case number of the whole plan."""
        self.run_wrong([answer], [check])
        return self._wrong[answer.name, check.id]

    def run_wrong(self, answers: Sequence[Answer], checks: Sequence[Check]) -> None:
        """Run known mistakes on checks they were not yet run on."""
        new = [check for check in checks if any((answer.name, check.id) not in self._wrong for answer in answers)]
        if not new:
            return
        part = make_plan(self.folder, self.seed, self.device, only=tuple(new))
        # Answers that start processes can hang one another, so each has a fork of its own.
        apart = self.folder.grader.profile == "multi"
        for name, record in evaluate(self.folder.lesson, answers, part, apart=apart).items():
            for check in new:
                places = zip(part.cases_of(check), self.plan.cases_of(check), strict=True)
                results = {number: record.results[place] for place, number in places if place in record.results}
                self._wrong[name, check.id] = results

    @property
    def predictions(self) -> dict[str, Any]:
        """The true value of every prediction whose requirements are met on this machine."""
        if self._predictions is None:
            blocks = {
                block.info.split()[1]: block.code for block in self.folder.lesson.code_blocks if is_predict(block.info)
            }
            wanted = [p for p in self.folder.grader.predictions if all(importable(name) for name in p.requires)]
            missing = [p.name for p in wanted if p.name not in blocks]
            if missing:
                raise EvaluationError(f"{self.folder.lesson.path} has no snippet for {', '.join(missing)}")
            self._predictions = evaluate_snippets({p.name: blocks[p.name] for p in wanted})
        return self._predictions


def is_predict(info: str) -> bool:
    """Whether a fence's info string marks the snippet of a prediction: "predict PREDICT_1"."""
    words = info.split()
    return len(words) == 2 and words[0] == "predict"


def importable(package: str) -> bool:
    """Whether a package imports in this process; a CPU torch beside a CUDA torchvision does not."""
    try:
        __import__(package)
    except Exception:
        return False
    return True
