"""This user's warm worker, started by `link` as `python -m tutor.service COURSE_ROOT PATH`.

It is given a socket that listens at PATH. It leaves when nobody has needed it for a while, when a newer one says so, or
on SIGTERM, and takes its worker and everything below with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from tutor.client import Client
from tutor.service.link import LISTENING_FD
from tutor.service.shared_worker import SharedWorker
from tutor.service.sockets import is_same_user
from tutor.service.wanted import idle_seconds
from tutor.worker.check import RUNS_AT_ONCE


class Service:
    """Takes in whoever of this user connects, until it has been idle for `patience` seconds."""

    def __init__(self, listening: socket.socket, course_root: Path, path: Path, patience: float) -> None:
        listening.setblocking(False)
        self.listening = listening
        self.path = path
        self.inode = path.stat().st_ino
        self.patience = patience
        self.course_root = course_root
        self.started = time.time()
        asides = {"about": self.about, "leave": self.leave}
        at_once = min(len(os.sched_getaffinity(0)), RUNS_AT_ONCE)
        self.worker = SharedWorker(Client(course_root, nice=True), at_once, asides=asides)
        self.visits: set[asyncio.Task[None]] = set()
        self.must_leave = False
        self.something_changed = asyncio.Event()

    def about(self) -> dict[str, Any]:
        """What `tutor service status` shows."""
        return {
            "pid": os.getpid(),
            "worker": self.worker.client.worker_pid,
            "course": str(self.course_root),
            "python": sys.executable,
            "started": self.started,
            "visitors": len(self.visits) - 1,
            "patience": self.patience,
            "leaves": self.must_leave,
        }

    def leave(self) -> dict[str, Any]:
        """Take in nobody else, and end when those who are here have left."""
        self.must_leave = True
        self.something_changed.set()
        return {}

    async def serve(self) -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._end_now)
        taking_in = asyncio.create_task(self._take_in())
        taking_in.add_done_callback(lambda _: self.leave())  # who can take in nobody is of no use
        try:
            await self._until_not_needed()
        finally:
            self._hide()
            taking_in.cancel()
            self.listening.close()  # who came too late hears of it at once, and starts another service
            for visit in self.visits:
                visit.cancel()
            if self.visits:
                await asyncio.wait(self.visits)
            self.worker.close()

    async def _take_in(self) -> None:
        while True:
            visitor, _ = await asyncio.get_running_loop().sock_accept(self.listening)
            if not is_same_user(visitor):
                visitor.close()
                continue
            visit = asyncio.create_task(self._attend(visitor))
            self.visits.add(visit)
            visit.add_done_callback(self._left)
            self.something_changed.set()

    async def _attend(self, visitor: socket.socket) -> None:
        with visitor:
            await self.worker.attend(visitor)

    def _left(self, visit: asyncio.Task[None]) -> None:
        self.visits.discard(visit)
        self.something_changed.set()
        if not visit.cancelled():
            visit.exception()

    async def _until_not_needed(self) -> None:
        while self.visits or not self.must_leave:
            self.something_changed.clear()
            patience = None if self.visits else self.patience
            try:
                await asyncio.wait_for(self.something_changed.wait(), patience)
            except TimeoutError:
                return
            if self.must_leave:
                self._hide()

    def _end_now(self) -> None:
        for visit in self.visits:
            visit.cancel()
        self.leave()

    def _hide(self) -> None:
        """Be found by nobody any more; another service may already be found at the same place."""
        with contextlib.suppress(OSError):
            if self.path.stat().st_ino == self.inode:
                self.path.unlink()


def main() -> None:
    os.chdir("/")  # it holds no folder of whoever started it
    listening = socket.socket(fileno=LISTENING_FD)
    os.set_inheritable(LISTENING_FD, False)
    asyncio.run(Service(listening, Path(sys.argv[1]), Path(sys.argv[2]), idle_seconds(os.environ)).serve())


if __name__ == "__main__":
    main()
