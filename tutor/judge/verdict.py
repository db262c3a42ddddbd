"""Decides every check of a run: the only place where a verdict is made."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from tutor.judge.advice import with_advice
from tutor.judge.compare import compare
from tutor.judge.diagnose import diagnose
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check, Prediction, Tolerance
from tutor.judge.record import CaseResult, Raised, RunRecord
from tutor.observation import MISSING
from tutor.report import CheckResult, Diagnosis, Difference, Outcome, Problem

PREDICTION_TOLERANCE = Tolerance(1e-3, 1e-3)
_MEMORY_ADVICE = "Look for a tensor that grows in a loop, or a size with a digit too many."
_MISMATCH = "FakeTensorDeviceMismatchError"
_ON_TWO_DEVICES = re.compile("on the same device|not on the expected device")
"""In a search for misplaced tensors, only an exception about devices says something; the others are inconclusive."""


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
        return _result(check, self._device, Outcome.NOT_WRITTEN, message=f"{check.item} is not written yet.")

    def _check(self, check: Check, decided: dict[str, CheckResult]) -> CheckResult:
        blocker = next((n for n in check.needs if n in decided and decided[n].outcome is not Outcome.PASSED), None)
        if blocker:
            return _result(check, self._device, Outcome.BLOCKED, message=f"Waits for: {decided[blocker].claim}")
        worst: CheckResult | None = None
        smallest = 0
        for number in self.expectation.plan.cases_of(check):
            if number not in self.record.results:
                return worst or self._unreached(check, number)
            found = self._case(check, number)
            size = self.expectation.plan.cases[number].size
            if found and (worst is None or size < smallest):
                worst, smallest = found, size
        return worst or _result(check, self._device, Outcome.PASSED)

    @property
    def _device(self) -> str:
        return self.expectation.device

    def _unreached(self, check: Check, number: int) -> CheckResult:
        call = self.expectation.plan.cases[number].call
        if self.ending is None or self.record.last_started != number:
            message = "Not reached: the run ended in an earlier check."
            return _result(check, self._device, Outcome.BLOCKED, message=message)
        problem = self.ending.problem
        return _result(check, self._device, self.ending.outcome, message=problem.message, case=call, problem=problem)

    def _case(self, check: Check, number: int) -> CheckResult | None:
        """What is wrong with one case, or None."""
        expected, yours = self.expectation.reference[number], self.record.results[number]
        if isinstance(yours, Raised):
            return self._raised(check, number, expected, yours)
        if isinstance(expected, Raised):
            if check.mode != "real":
                return None
            summary = f"No exception was raised; it should raise {expected.type_name}."
            missing = Difference("exception", "raised", summary)
            return self._failed(check, number, (missing,))
        if check.compare is not None:
            found = check.compare(expected, yours)
            return self._failed(check, number, (found,)) if found else None
        names = check.agree if check.agree is not None else tuple(expected)
        tolerance = check.tolerance
        found_all = (compare(n, expected.get(n, MISSING), yours.get(n, MISSING), tolerance) for n in names)
        differences = tuple(d for d in found_all if d is not None)
        return self._failed(check, number, differences) if differences else None

    def _raised(self, check: Check, number: int, expected: CaseResult, yours: Raised) -> CheckResult | None:
        if check.mode != "real" and not _is_about_devices(yours):
            return None
        problem = with_advice(yours.problem)
        if isinstance(expected, Raised):
            accepted = {expected.type_name, *check.raises}
            if accepted & set(yours.bases):
                return None
            summary = f"It raises {yours.type_name}; it should raise {expected.type_name}."
            return self._failed(check, number, (Difference("exception", "raised", summary),), problem)
        if check.mode != "real":
            summary = "A tensor made inside stays on the CPU when the inputs are on the GPU."
            return self._failed(check, number, (Difference("device", "device", summary),), problem)
        if "NotImplementedError" in yours.bases and yours.problem.frames:
            message = f"{check.item} still raises NotImplementedError."
            return _result(check, self._device, Outcome.NOT_WRITTEN, message=message)
        call = self.expectation.plan.cases[number].call
        if _is_memory(yours):
            problem = replace(problem, message=_memory_text(problem.message), advice=_MEMORY_ADVICE)
            outcome, text = Outcome.OUT_OF_MEMORY, problem.message
        else:
            named = problem.kind != "missing" and problem.message
            text = f"{problem.kind}: {problem.message}" if named else problem.message or problem.kind
            outcome = Outcome.ERROR
        return _result(check, self._device, outcome, message=text, case=call, problem=problem)

    def _failed(
        self, check: Check, number: int, differences: tuple[Difference, ...], problem: Problem | None = None
    ) -> CheckResult:
        first = differences[0]
        message = f"{first.name[:1].upper()}{first.name[1:]}: {first.summary[:1].lower()}{first.summary[1:]}"
        call = self.expectation.plan.cases[number].call
        return _result(
            check, self._device, Outcome.FAILED, message=message, case=call, differences=differences, problem=problem
        )

    def _diagnosed(self, decided: dict[str, CheckResult]) -> dict[str, CheckResult]:
        """Name the mistake on the first failed check of each item."""
        folder = self.expectation.folder
        failed = [folder.check_by_id[i] for i, r in decided.items() if i in folder.check_by_id and _is_judged_wrong(r)]
        for item in dict.fromkeys(check.item for check in failed):
            mine = [check for check in failed if check.item == item]
            if found := diagnose(self.expectation, self.record, mine):
                decided[mine[0].id] = replace(decided[mine[0].id], diagnosis=found)
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
    found = compare(name, truth, _like(truth, value), PREDICTION_TOLERANCE)
    if found is None:
        return _predicted(prediction, Outcome.PASSED)
    if value == MISSING:
        return _predicted(prediction, Outcome.FAILED, f"The file defines no {name}.")
    sentences = [s for wrong, s in prediction.distractors if _same_prediction(name, wrong, value)]
    diagnosis = Diagnosis(name.lower(), sentences[0]) if len(sentences) == 1 else None
    message = f"{name} is not what the snippet gives."
    hidden = Difference(name=name, kind="values", summary=message, yours=found.yours)
    return replace(_predicted(prediction, Outcome.FAILED, message), differences=(hidden,), diagnosis=diagnosis)


def _same_prediction(name: str, one: Any, other: Any) -> bool:
    return compare(name, one, _like(one, other), PREDICTION_TOLERANCE) is None


def _like(truth: Any, value: Any) -> Any:
    """A prediction as the truth is written: lists for tuples, floats for ints, all the way down."""
    if isinstance(truth, list | tuple) and isinstance(value, list | tuple):
        entries = [_like(t, v) for t, v in zip(truth, value, strict=False)] + list(value[len(truth) :])
        return type(truth)(entries)
    if isinstance(truth, dict) and isinstance(value, dict):
        return {key: _like(truth.get(key), entry) for key, entry in value.items()}
    return value


def _is_judged_wrong(result: CheckResult) -> bool:
    return result.outcome in (Outcome.FAILED, Outcome.ERROR)


def _is_about_devices(raised: Raised) -> bool:
    return _MISMATCH in raised.bases or _ON_TWO_DEVICES.search(raised.problem.message) is not None


def _is_memory(raised: Raised) -> bool:
    message = raised.problem.message
    return "MemoryError" in raised.bases or "can't allocate memory" in message or "out of memory" in message


def _memory_text(message: str) -> str:
    asked = re.search(r"tried to allocate (\d{1,18}) bytes", message)
    size = f" It asked for {int(asked[1]) / 1e9:.1f} GB at once." if asked else ""
    return f"The code asked for more memory than a check may use.{size}"


def _result(check: Check, device: str, outcome: Outcome, **details: Any) -> CheckResult:
    points = check.points if outcome is Outcome.PASSED else 0.0
    return CheckResult(
        id=check.id,
        item=check.item,
        claim=check.claim,
        outcome=outcome,
        points=points,
        max_points=check.points,
        kind=check.kind,
        device=device,
        stretch=check.stretch,
        needs=check.needs,
        **details,
    )


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
