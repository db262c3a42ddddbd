"""Grades on a Ray cluster that is already running: `tutor grade … --engine ray`."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tutor import __version__
from tutor.classroom import ray_slot
from tutor.classroom.course_hash import course_hash
from tutor.classroom.engine import Job, Lost
from tutor.classroom.ray_cluster import join
from tutor.classroom.ray_sources import Sources
from tutor.client import DeviceChoice, check_question
from tutor.course import read_course
from tutor.errors import UsageError, WorkerError
from tutor.report import Report
from tutor.report_json import report_from_dict

PIPELINE = 2
"""Hand-ins a slot has at once: one it grades, and one already there when that ends."""
TRIES = 2
ROOM_SECONDS = 120.0
CLOSE_SECONDS = 3.0
INSTALL = "Every node needs the same tutor, the same course and the same PyTorch; docs/cluster.md shows how."


class RayEngine:
    """An `Engine` whose slots are actors of a Ray cluster, with a CPU each and a GPU where `device` asks for one."""

    def __init__(
        self,
        course_root: Path,
        *,
        slots: int | None = None,
        device: DeviceChoice = "auto",
        address: str | None = None,
    ) -> None:
        """`slots` None is as many as the cluster has room for, known once the engine is entered."""
        self.course_root = course_root.resolve()
        self.slots = slots or 0
        self._uses_gpu = device in ("cuda", "all")
        self._address = address
        self._ray: Any = None
        self._crew: list[_Slot] = []
        self._losses = 0
        """Slots lost since the last report."""
        self._same: dict[str, str] = {}
        """What must not differ between nodes."""

    def __enter__(self) -> Self:
        """Join the cluster and have the slots started; raises UsageError."""
        self._ray = join(self._address)
        try:
            self._same = {"tutor": __version__, "course": course_hash(read_course(self.course_root))}
            self._sources = Sources(self._ray)
            room = self._room()
            self.slots = self.slots or room
            self._ray.cloudpickle.register_pickle_by_value(ray_slot)
            self._complete()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every worker on every node."""
        self._leave()

    def grade(self, jobs: Iterable[Job]) -> Iterator[tuple[int, Report | Lost]]:
        """Each job's number and what came of it, as they end; at most `slots * PIPELINE` of them are under way.

        Raises UsageError when a node has another course or tutor, and WorkerError when the cluster has no room or
        loses one slot after another: what was not answered then is to be graded again.
        """
        waiting = _Waiting(jobs)
        self._complete()
        try:
            while self._hand_out(waiting):
                slot, answer = self._next_answer()
                if isinstance(answer, Lost):
                    yield from self._give_up(slot, answer, waiting)
                elif slot.is_new:
                    self._welcome(slot, answer)
                else:
                    self._losses = 0
                    yield slot.tasks.popleft().job.number, report_from_dict(answer["report"])
        finally:
            for slot in [slot for slot in self._crew if slot.tasks]:
                self._dismiss(slot)

    def _hand_out(self, waiting: _Waiting) -> bool:
        """Fill the slots, each with one job before any has two; whether there is anything to wait for."""
        for depth in range(PIPELINE):
            for slot in self._crew:
                if not slot.is_new and len(slot.tasks) <= depth and (task := waiting.next()):
                    question = check_question(task.job.request)
                    task.answer = slot.actor.grade.remote(question.body, self._sources.put(question.raw))
                    slot.tasks.append(task)
        return any(slot.tasks for slot in self._crew) or not waiting.is_over

    def _next_answer(self) -> tuple[_Slot, dict[str, Any] | Lost]:
        """Wait for one slot: for the greeting of a new one, for the first job of any other."""
        expected = {slot.expected: slot for slot in self._crew if slot.expected is not None}
        is_grading = any(slot.tasks for slot in self._crew)
        done, _ = self._ray.wait(list(expected), num_returns=1, timeout=None if is_grading else ROOM_SECONDS)
        if not done:
            need = "a CPU and a GPU" if self._uses_gpu else "a CPU"
            raise WorkerError(
                f"No node of the Ray cluster had {need} free for {ROOM_SECONDS:.0f} s.",
                "`ray status` shows what is in use. What has been graded is not lost.",
            )
        try:
            answer: dict[str, Any] = self._ray.get(done[0])
        except (self._ray.exceptions.RayError, RuntimeError) as error:
            return expected[done[0]], Lost(_first_line(error))
        if "message" in answer:
            return expected[done[0]], Lost(answer["message"], answer["advice"])
        return expected[done[0]], answer

    def _welcome(self, slot: _Slot, greeting: dict[str, str]) -> None:
        """Let a slot grade if its node has what the others have; raises UsageError."""
        node = greeting.pop("node")
        if problem := greeting.get("problem"):
            raise UsageError(f"The node {node} cannot grade: {problem}.", INSTALL)
        for name, found in greeting.items():
            if (wanted := self._same.setdefault(name, found)) != found:
                short = f"{found[:12]}, not {wanted[:12]}"
                raise UsageError(f"The node {node} has another {name}: {short}.", INSTALL)
        slot.greeting = None

    def _give_up(self, slot: _Slot, why: Lost, waiting: _Waiting) -> Iterator[tuple[int, Lost]]:
        """Replace a slot that was lost; its first job is tried once more, those behind it had not begun."""
        self._losses += 1
        if self._losses > TRIES * (self.slots + 1):
            raise WorkerError(f"The Ray cluster loses one worker after another: {why.message}", why.advice or INSTALL)
        tasks = slot.tasks
        self._dismiss(slot)
        self._complete()
        if tasks:
            tasks[0].losses += 1
            if tasks[0].losses == TRIES:
                yield tasks.popleft().job.number, why
        waiting.give_back(tasks)

    def _dismiss(self, slot: _Slot) -> None:
        self._crew.remove(slot)
        self._kill(slot)

    def _complete(self) -> None:
        """Have as many slots as there should be; each begins to warm up as soon as a node has room for it."""
        while len(self._crew) < self.slots:
            self._crew.append(self._start())

    def _start(self) -> _Slot:
        actor = (
            self._ray.remote(ray_slot.Slot)
            .options(num_cpus=1, num_gpus=int(self._uses_gpu), max_restarts=0, scheduling_strategy="SPREAD")
            .remote(str(self.course_root), uses_gpu=self._uses_gpu)
        )
        return _Slot(actor, actor.greet.remote())

    def _room(self) -> int:
        """How many slots the cluster has; raises UsageError when there is none."""
        there = self._ray.cluster_resources()
        if self._uses_gpu and there.get("GPU", 0) < 1:
            raise UsageError("The Ray cluster has no GPU.", "Leave --device out, or add a node that has one.")
        if there.get("CPU", 0) < 1:
            raise UsageError("The Ray cluster has no CPU to grade on.", "Add a node: `ray start --address=HOST:6379`.")
        return int(min(there["CPU"], there["GPU"]) if self._uses_gpu else there["CPU"])

    def _leave(self) -> None:
        try:
            idle = [slot.actor.close.remote() for slot in self._crew if not slot.is_new and not slot.tasks]
            if idle:
                self._ray.wait(idle, num_returns=len(idle), timeout=CLOSE_SECONDS)
        finally:
            for slot in self._crew:
                self._kill(slot)
            self._crew = []
            self._ray.shutdown()

    def _kill(self, slot: _Slot) -> None:
        with contextlib.suppress(Exception):  # whatever has become of the cluster, the rest is to be ended, too
            self._ray.kill(slot.actor)


@dataclass
class _Task:
    """A job under way."""

    job: Job
    answer: Any = None
    losses: int = 0
    """How many slots were lost while they graded it."""


@dataclass(eq=False)
class _Slot:
    """An actor, what it has been asked, in order, and its greeting until that has been heard."""

    actor: Any
    greeting: Any
    tasks: deque[_Task] = field(default_factory=deque)

    @property
    def is_new(self) -> bool:
        return self.greeting is not None

    @property
    def expected(self) -> Any:
        """What it answers next, if anything."""
        return self.greeting if self.is_new else self.tasks[0].answer if self.tasks else None


class _Waiting:
    """Jobs nobody works on: those given back, then those not yet taken from whoever makes them."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._given_back: deque[_Task] = deque()
        self._has_ended = False

    @property
    def is_over(self) -> bool:
        return self._has_ended and not self._given_back

    def next(self) -> _Task | None:
        if self._given_back:
            return self._given_back.popleft()
        job = None if self._has_ended else next(self._jobs, None)
        self._has_ended = job is None
        return _Task(job) if job else None

    def give_back(self, tasks: Iterable[_Task]) -> None:
        self._given_back.extendleft(reversed(list(tasks)))


def _first_line(error: Exception) -> str:
    """The sentence Ray begins with, and the reason it gives last."""
    lines = [line.strip() for line in str(error).strip().splitlines() if line.strip()]
    return " ".join(dict.fromkeys([lines[0], lines[-1]])) if lines else type(error).__name__
