"""Where hand-ins are graded: here, on a cluster, or anywhere else one file of code can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from tutor.client import CheckRequest
from tutor.report import Report


@dataclass(frozen=True)
class Job:
    """One hand-in to grade; `number` is what its answer is known by."""

    number: int
    request: CheckRequest


@dataclass(frozen=True)
class Lost:
    """Why a job has no report though it was tried again: one sentence and what to do about it."""

    message: str
    advice: str = ""


class Engine(Protocol):
    """Grades many hand-ins, several at once; same jobs, same reports, whatever the order or the number of slots."""

    slots: int
    """How many hand-ins run at once; others may be planned or decided meanwhile."""

    def grade(self, jobs: Iterable[Job]) -> Iterator[tuple[int, Report | Lost]]:
        """Each job's number and what came of it, as they end.

        Takes a job from `jobs` only when there is room for it, so that ten thousand never lie in memory; a worker
        that is lost is replaced and its job tried once more.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
