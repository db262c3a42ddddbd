"""Hand-ins as pytest's tree shows them: a collector for each file, an item for each of its checks.

What a lesson checks is asked of the judge, which grades nothing for that. So `--collect-only` runs no hand-in, and the
ids depend on the lesson alone, as pytest-xdist needs it: all its workers collect, and must come to the same list.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tutor.client import ListedCheck
from tutor.errors import TutorError, UsageError
from tutor.pytest_plugin.hand_ins import Grading, HandInFile, devices
from tutor.render import plain, wording
from tutor.render.text import defang_workflow_commands, escape_controls, one_line
from tutor.report import CheckResult, Outcome, Report

WIDTH = 100
_SKIPPED = (Outcome.BLOCKED, Outcome.NOT_RUN)
_OURS = Outcome.GRADER_ERROR


class DidNotPass(Exception):
    """Its text is all a reader needs; no traceback belongs to it."""


class HandInCollector(pytest.Collector):
    """One hand-in."""

    def __init__(self, *, hand_in: HandInFile, grading: Grading, **node: object) -> None:
        super().__init__(name=hand_in.name, nodeid=hand_in.name, path=hand_in.path, **node)  # type: ignore[arg-type]
        self.hand_in = hand_in
        self.grading = grading
        self.listed: set[tuple[str, str]] = set()
        """The checks that have items, by id and device."""
        self.is_output_told = False
        if self.config.pluginmanager.hasplugin("xdist"):
            self.add_marker(pytest.mark.xdist_group(hand_in.name))

    def collect(self) -> Iterator[pytest.Item]:
        try:
            checks = self.grading.checks(self.hand_in.lesson)
        except TutorError as error:
            raise self.CollectError(_safe(_complaint(error))) from error
        yield FileItem.from_parent(self, name="file_can_be_judged")
        for device in devices(self.grading.device):
            for check in checks:
                if device == "cpu" or check.on_cuda:
                    self.listed.add((check.id, device))
                    name = f"{check.item}::{check.id}[{device}]"
                    yield CheckItem.from_parent(self, name=name, listed=check, device=device)


class GradedItem(pytest.Item):
    """Something to know about one hand-in; the first item of a file that is run has the file graded."""

    parent: HandInCollector
    unreadable: str | None

    @property
    def report(self) -> Report:
        return self.parent.grading.report(self.parent.hand_in)

    def setup(self) -> None:
        """Grade the file; a fault that is not the hand-in's fails here, so that pytest reports an error."""
        fault = self.unreadable = None
        try:
            fault = self._fault(self.report)
        except UsageError as error:
            self.unreadable = error.message
        except TutorError as error:
            fault = _complaint(error)
        if fault is not None:  # outside of the handler, so that pytest shows one message and no chain of errors
            pytest.fail(_safe(fault), pytrace=False)

    def _fault(self, report: Report) -> str | None:
        """Note the properties of this item, and tell what of ours kept it from being judged."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[str, int | None, str]:
        return str(self.path), None, self.nodeid

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        if isinstance(excinfo.value, DidNotPass):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def _say(self, **properties: object) -> None:
        self.user_properties += [(name, str(value)) for name, value in properties.items()]

    def _tell_output(self, report: Report) -> None:
        if report.output:
            cut = "\n(the rest was cut)" if report.output_cut else ""
            self.add_report_section("call", "stdout", _safe(report.output) + cut)


class FileItem(GradedItem):
    """Whether there is anything to judge: Python reads the file, it runs, and nothing but answers comes back."""

    def _fault(self, report: Report) -> str | None:
        self._say(outcome=report.outcome, lesson=report.lesson, sha256=report.sha256, **_surroundings(report))
        if report.problem is not None and _OURS in (report.outcome, *report.devices.values()):
            return "\n".join(_whole_file(report))
        if any((check.id, check.device) not in self.parent.listed for check in report.checks):
            return "The lesson's grader changed while hand-ins were graded by it. Run pytest again."
        return None

    def runtest(self) -> None:
        if self.unreadable is not None:
            raise DidNotPass(_safe(self.unreadable))
        report = self.report
        self._tell_output(report)
        if report.problem is None:
            return
        if report.outcome is Outcome.NOT_RUN:
            pytest.skip(one_line(report.problem.message))
        raise DidNotPass(_safe("\n".join(_whole_file(report))))


class CheckItem(GradedItem):
    """One check on one device."""

    def __init__(self, *, listed: ListedCheck, device: str, **node: object) -> None:
        super().__init__(**node)  # type: ignore[arg-type]
        self.listed = listed
        self.device = device

    def _result(self, report: Report) -> CheckResult | None:
        mine = (check for check in report.checks if (check.id, check.device) == (self.listed.id, self.device))
        return next(mine, None)

    def _fault(self, report: Report) -> str | None:
        result = self._result(report)
        score, of = (result.points, result.max_points) if result else (0.0, self.listed.max_points)
        self._say(score=f"{score:g}", max_score=f"{of:g}", device=self.device, **_surroundings(report))
        if result is not None and result.diagnosis is not None:
            self._say(misconception=result.diagnosis.name)
        outcome = result.outcome if result is not None else report.devices.get(self.device)
        return "\n".join(_whole_file(report)) if outcome is _OURS else None

    def runtest(self) -> None:
        if self.unreadable is not None:
            pytest.skip("The file cannot be read.")
        report = self.report
        result = self._result(report)
        if result is None:
            pytest.skip(_why_not_judged(report, self.device))
        if result.outcome is Outcome.PASSED:
            return
        if result.outcome in _SKIPPED:
            pytest.skip(one_line(result.message) or wording.WORDS[result.outcome])
        if not self.parent.is_output_told:
            self.parent.is_output_told = True
            self._tell_output(report)
        raise DidNotPass(_safe("\n".join(_failure(result, report))))


def _failure(check: CheckResult, report: Report) -> Iterator[str]:
    yield one_line(check.claim)
    yield f"This check {wording.WORDS[check.outcome]}."
    yield from plain.about_check(check, report, WIDTH)


def _whole_file(report: Report) -> Iterator[str]:
    yield f"{wording.title(report)}."
    if explained := wording.explanation(report):
        yield explained
    if report.problem is not None:
        yield from plain.about_problem(report.problem, report)


def _why_not_judged(report: Report, device: str) -> str:
    if device not in report.devices:
        return f"Not run on {device}: the CPU comes first, and not all passed there."
    if report.devices[device] is Outcome.NOT_RUN:
        return f"Not run on {device}: {wording.WORDS[Outcome.NOT_RUN]}."
    return "The file could not be judged."


def _surroundings(report: Report) -> dict[str, object]:
    return {"seed": report.seed, "sandbox": report.sandbox.grade}


def _complaint(error: TutorError) -> str:
    return " ".join(filter(None, (error.message, error.advice)))


def _safe(text: str) -> str:
    """Text of a hand-in for a terminal or the log of a CI system."""
    return defang_workflow_commands(escape_controls(text))
