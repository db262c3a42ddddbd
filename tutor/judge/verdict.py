"""Decides every check of a run: the only place where a verdict is made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import torch

from tutor.judge.case import check_result, judge_once
from tutor.judge.compare import compare
from tutor.judge.diagnose import diagnose
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check, Prediction, Tolerance
from tutor.judge.record import RunRecord
from tutor.judge.view import text_of
from tutor.observation import MISSING
from tutor.plain_values import decode_dtype
from tutor.raised import DecodeError
from tutor.report import CheckResult, Diagnosis, Difference, Outcome, Problem, View

PREDICTION_TOLERANCE = Tolerance(1e-3, 1e-3)


@dataclass(frozen=True)
class Ending:
    """How a run ended when it did not finish: the outcome it means, and what is known about it."""

    outcome: Outcome
    problem: Problem


@dataclass
class Verdict:
    """Judges one run of one hand-in against what is expected of it."""

    expectation: Expectation
    record: RunRecord
    ending: Ending | None

    def results(self) -> list[CheckResult]:
        """Every check of the lesson on this device, in the grader's order."""
        decided: dict[str, CheckResult] = {}
        for entry in self.expectation.folder.grader.entries:
            if isinstance(entry, Prediction):
                if self.expectation.device == "cpu":
                    decided[entry.id] = self._prediction(entry)
            elif self.expectation.plan.cases_of(entry):
                decided[entry.id] = self._check_or_unwritten(entry, decided)
        return list(self._diagnosed(decided).values())

    def _check_or_unwritten(self, check: Check, decided: dict[str, CheckResult]) -> CheckResult:
        """A check of something still unwritten can pass, when the part it is about is written; it cannot fail."""
        result = self._check(check, decided)
        if check.item not in self.record.unwritten or result.outcome is Outcome.PASSED:
            return result
        return check_result(check, self._device, Outcome.NOT_WRITTEN, message=f"{check.item} is not written yet.")

    def _check(self, check: Check, decided: dict[str, CheckResult]) -> CheckResult:
        blocker = next((n for n in check.needs if n in decided and decided[n].outcome is not Outcome.PASSED), None)
        if blocker:
            return check_result(check, self._device, Outcome.BLOCKED, message=f"Waits for: {decided[blocker].claim}")
        worst: CheckResult | None = None
        smallest = 0
        for number in self.expectation.plan.cases_of(check):
            if number not in self.record.results:
                return worst or self._unreached(check, number)
            found = judge_once(self.expectation, self.record, check, number)
            size = self.expectation.plan.cases[number].size
            if found and (worst is None or size < smallest):
                worst, smallest = found, size
        return worst or check_result(check, self._device, Outcome.PASSED)

    @property
    def _device(self) -> str:
        return self.expectation.device

    def _unreached(self, check: Check, number: int) -> CheckResult:
        call = self.expectation.plan.cases[number].call
        if self.ending is None or self.record.last_started != number:
            message = "Not reached: the run ended in an earlier check."
            return check_result(check, self._device, Outcome.BLOCKED, message=message)
        problem = self.ending.problem
        return check_result(
            check, self._device, self.ending.outcome, message=problem.message, case=call, problem=problem
        )

    def _diagnosed(self, decided: dict[str, CheckResult]) -> dict[str, CheckResult]:
        """Name the mistake on the first failed check of each item."""
        checks = self.expectation.folder.check_by_id
        failed = [checks[name] for name, result in decided.items() if name in checks and _is_judged_wrong(result)]
        for first in {check.item: check for check in reversed(failed)}.values():
            if found := diagnose(self.expectation, self.record, first):
                decided[first.id] = replace(decided[first.id], diagnosis=found)
        return decided

    def _prediction(self, prediction: Prediction) -> CheckResult:
        truth = self.expectation.predictions
        number = self.expectation.plan.cases_of(None)[0]
        yours = self.record.results.get(number)
        if prediction.name not in truth:
            needs = " and ".join(prediction.requires)
            return _predicted(
                prediction, Outcome.NOT_RUN, f"Needs {needs}, which does not import here; see `tutor doctor`."
            )
        if not isinstance(yours, dict):
            return _predicted(prediction, Outcome.BLOCKED, "Not reached: the run ended before it was read.")
        value = yours.get(prediction.name, MISSING)
        if value is Ellipsis:
            return _predicted(prediction, Outcome.NOT_WRITTEN, f"{prediction.name} is still `...`.")
        return _judge_prediction(prediction, truth[prediction.name], value)


def _judge_prediction(prediction: Prediction, truth: Any, value: Any) -> CheckResult:
    name = prediction.name
    if _same_prediction(name, truth, value):
        return _predicted(prediction, Outcome.PASSED)
    if value == MISSING:
        return _predicted(prediction, Outcome.FAILED, f"The file defines no {name}.")
    sentences = [s for wrong, s in prediction.distractors if _same_prediction(name, wrong, value)]
    diagnosis = Diagnosis(name.lower(), sentences[0]) if len(sentences) == 1 else None
    message = f"{name} is not what the snippet gives."
    hidden = Difference(name, "values", "It is not what the snippet gives.", yours=View(text_of(value)))
    return replace(_predicted(prediction, Outcome.FAILED, message), differences=(hidden,), diagnosis=diagnosis)


def _same_prediction(name: str, one: Any, other: Any) -> bool:
    return compare(name, one, _like(one, other), PREDICTION_TOLERANCE) is None


def _like(truth: Any, value: Any) -> Any:
    """A prediction as the truth is written: lists for tuples, a dtype or its name in quotes, all the way down."""
    if isinstance(truth, str) and isinstance(value, torch.dtype):
        return str(value)
    if isinstance(truth, torch.dtype) and isinstance(value, str):
        with suppress(DecodeError):
            return decode_dtype("torch." + value.removeprefix("torch."))
    if isinstance(truth, list | tuple) and isinstance(value, list | tuple):
        entries = [_like(t, v) for t, v in zip(truth, value, strict=False)] + list(value[len(truth) :])
        return type(truth)(entries)
    if isinstance(truth, dict) and isinstance(value, dict):
        return {key: _like(truth.get(key), entry) for key, entry in value.items()}
    return value


def _is_judged_wrong(result: CheckResult) -> bool:
    return result.outcome in (Outcome.FAILED, Outcome.ERROR)


def _predicted(prediction: Prediction, outcome: Outcome, message: str = "") -> CheckResult:
    points = prediction.points if outcome is Outcome.PASSED else 0.0
    return CheckResult(
        id=prediction.id,
        item=prediction.name,
        claim=prediction.claim,
        outcome=outcome,
        points=points,
        max_points=prediction.points,
        kind="prediction",
        message=message,
    )
