"""Sends every mutant of a reference the way a learner's hand-in goes, and counts what the grader says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tutor.audit.answers import SEEDS
from tutor.audit.mutants import Mutant, mutants_of
from tutor.audit.parallel import in_parallel
from tutor.client import CheckRequest, Client
from tutor.course import Lesson
from tutor.report import CheckResult, Outcome, Report

_UNDECIDED = (Outcome.PASSED, Outcome.BLOCKED, Outcome.NOT_RUN)
Feedback = Literal["named", "pinpointed", "mute"]
"""What a learner with this mistake is told: its name, the smallest case that shows it, or neither."""


@dataclass(frozen=True)
class Death:
    """How a mutant was found out."""

    mutant: Mutant
    check: str
    """The first check that failed, or the kind of problem that ended the whole file."""
    outcome: Outcome
    feedback: Feedback
    name: str | None
    """The known mistake it was taken for."""
    message: str


@dataclass
class MutationScore:
    """What became of all mutants of one reference."""

    lesson: Lesson
    deaths: list[Death] = field(default_factory=list)
    kept: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """Survivors that are no mistake, with the reason somebody wrote down."""
    survivors: int = 0
    """The others."""
    breaches: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.deaths) + len(self.kept) + self.survivors

    @property
    def feedback(self) -> Counter[Feedback]:
        return Counter(death.feedback for death in self.deaths)

    @property
    def names(self) -> dict[str, list[Death]]:
        """The mutants taken for each known mistake."""
        named: dict[str, list[Death]] = {}
        for death in self.deaths:
            if death.name:
                named.setdefault(death.name, []).append(death)
        return named


def score_mutants(
    client: Client, lesson: Lesson, content: dict[str, Any], seeds: Sequence[int] = SEEDS
) -> MutationScore:
    """Try every mutant of the reference; it must die on every seed, and be called the same.

    A survivor without a written reason is a breach, and so is a reason without a survivor. Raises TutorError where
    mutmut is not installed.
    """
    score = MutationScore(lesson)
    reference = next(answer["source"] for answer in content["answers"] if answer["name"] == "reference")
    reasons = {(s["where"], s["line"], s["becomes"]): s["reason"] for s in content["survivors"]}
    mutants = mutants_of(reference)
    tried = in_parallel(
        lambda mutant: [_death(mutant, _check(client, lesson, mutant, seed)) for seed in seeds], mutants
    )
    for mutant, deaths in zip(mutants, tried, strict=True):
        score.breaches += _enter(score, mutant, deaths, reasons)
    for key in reasons.keys() - score.kept.keys():
        score.breaches.append(f"survivors.toml keeps a mutant that does not survive: {Mutant(*key, '', '')}")
    return score


def _enter(
    score: MutationScore, mutant: Mutant, deaths: Sequence[Death | None], reasons: dict[tuple[str, str, str], str]
) -> Iterator[str]:
    found = [death for death in deaths if death is not None]
    if not found:
        if mutant.key in reasons:
            score.kept[mutant.key] = reasons[mutant.key]
        else:
            score.survivors += 1
            yield f"a mutant survives: {mutant}"
        return
    score.deaths.append(found[0])
    if len(found) < len(deaths):
        yield f"a mutant dies on some seeds only: {mutant}"
    if len({death.name for death in found}) > 1:
        yield f"a mutant is called {' or '.join(str(death.name) for death in found)}, by the seed: {mutant}"
    if found[0].feedback == "mute":
        yield f"a mutant is told nothing: {mutant}: {found[0].message}"


def _check(client: Client, lesson: Lesson, mutant: Mutant, seed: int) -> Report:
    return client.check(CheckRequest(lesson.id, mutant.source.encode(), f"{lesson.id}.py", seed=seed, device="cpu"))


def _death(mutant: Mutant, report: Report) -> Death | None:
    """How the report finds the mutant out; None when it does not."""
    if report.problem:
        where = report.problem.message
        return Death(mutant, report.problem.kind, report.outcome, "pinpointed" if where else "mute", None, where)
    failed = [check for check in report.checks if check.kind != "prediction" and check.outcome not in _UNDECIDED]
    if not failed:
        return None
    name = failed[0].diagnosis.name if failed[0].diagnosis else None
    return Death(mutant, failed[0].id, failed[0].outcome, _feedback(failed[0]), name, failed[0].message)


def _feedback(check: CheckResult) -> Feedback:
    if check.diagnosis:
        return "named"
    says_where = check.case or check.outcome is Outcome.NOT_WRITTEN
    return "pinpointed" if says_where and check.message else "mute"
