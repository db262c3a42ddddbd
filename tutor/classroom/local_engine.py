"""Grades on this machine: one warm worker for every few cores, each with several hand-ins at once."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from tutor.classroom.engine import Job, Lost
from tutor.client import Client
from tutor.errors import WorkerError
from tutor.report import Report

SLOTS_PER_WORKER = 4
"""One process compares what the runs of a worker observed; with more runs than this, they would wait for it."""
PIPELINE = 2
"""Hand-ins a slot has at once: one that runs, and one that is planned or decided meanwhile."""


class LocalEngine:
    """Owns the workers of one grading and ends them with it."""

    def __init__(self, course_root: Path, slots: int | None = None) -> None:
        self.slots = slots or os.cpu_count() or 1
        self.clients = [Client(course_root) for _ in range(-(-self.slots // SLOTS_PER_WORKER))]

    @property
    def worker_pids(self) -> list[int]:
        """The process numbers of the workers there are now."""
        return [client.worker_pid for client in self.clients if client.worker_pid is not None]

    def grade(self, jobs: Iterable[Job]) -> Iterator[tuple[int, Report | Lost]]:
        """Each job's number and what came of it, as they end; a lost worker is replaced by its client, once."""
        for client in self.clients:
            client.expect_many(runs_at_once=-(-self.slots // len(self.clients)))
        done: queue.SimpleQueue[tuple[int, Report | Lost]] = queue.SimpleQueue()
        running = 0
        under_way = self.slots * PIPELINE
        pool = ThreadPoolExecutor(under_way, thread_name_prefix="hand-in")
        try:
            for place, job in enumerate(jobs):
                if running == under_way:
                    yield done.get()
                    running -= 1
                pool.submit(_grade, self.clients[place % len(self.clients)], job, done)
                running += 1
            for _ in range(running):
                yield done.get()
        except BaseException:
            self.close()  # so that a thread that waits for a report stops waiting
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def close(self) -> None:
        """End every worker and everything below it."""
        for client in self.clients:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _grade(client: Client, job: Job, done: queue.SimpleQueue[tuple[int, Report | Lost]]) -> None:
    """Put what came of one job where it is waited for, whatever that is."""
    try:
        done.put((job.number, client.check(job.request)))
    except WorkerError as error:
        done.put((job.number, Lost(error.message, error.advice)))
    except BaseException as error:
        done.put((job.number, Lost(f"The tutor itself failed ({type(error).__name__}: {error}).")))
