"""What the reference and the known mistakes do: worked out once per lesson, seed and device, kept in memory only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tutor.judge.evaluate import EvaluationError, evaluate, evaluate_snippets
from tutor.judge.grader import Check
from tutor.judge.loader import Answer, GraderFolder
from tutor.judge.plan import Plan, make_plan
from tutor.judge.record import CaseResult


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

    @property
    def reference(self) -> dict[int, CaseResult]:
        """What the reference did, by case number."""
        if self._reference is None:
            record = evaluate(self.folder.lesson, [self.folder.reference], self.plan)["reference"]
            if not record.finished:
                raise EvaluationError(f"{self.folder.path / 'reference.py'} does not run to its end")
            self._reference = record.results
        return self._reference

    def wrong(self, answer: Answer, check: Check) -> dict[int, CaseResult]:
        """What a known mistake does on the cases of one check, by case number of the whole plan."""
        if (answer.name, check.id) not in self._wrong:
            part = make_plan(self.folder, self.seed, self.device, only=(check,))
            numbers = self.plan.cases_of(check)
            # Answers that start processes can hang one another, so each has a fork of its own, and only when asked for.
            alone = self.folder.grader.profile == "multi"
            answers = [answer] if alone else self.folder.wrong_for(check.item)
            for name, record in evaluate(self.folder.lesson, answers, part).items():
                results = {numbers[place]: result for place, result in record.results.items()}
                self._wrong[name, check.id] = results
        return self._wrong[answer.name, check.id]

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
