"""The supervisor: takes hand-ins from one client, grades them on one engine, and leaves when the client does.

Started by the client as `python -m tutor.worker FD COURSE_ROOT`. It holds no torch, opens nothing of graders/ and runs
nothing of a learner's; it owns the limits, the clocks and the Reports.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from tutor.client import CheckProgress, CheckRequest
from tutor.errors import TutorError, WorkerError
from tutor.report_json import from_dict, report_to_dict, to_dict
from tutor.sandbox import kernel, layers
from tutor.wire import Frame, FrameReader, pack
from tutor.worker.check import Checker
from tutor.worker.engine_process import Engine


class Worker:
    """Answers one client; a new question waits for the one before it, a cancel does not."""

    def __init__(self, client: socket.socket, root: Path) -> None:
        client.setblocking(False)
        self.client = client
        self.root = root
        self.engine: Engine | None = None
        self.checker: Checker | None = None
        self.current: asyncio.Task[None] | None = None

    async def serve(self) -> None:
        """Read requests until the client closes its end."""
        self._start_engine()
        loop, reader = asyncio.get_running_loop(), FrameReader()
        with contextlib.suppress(ConnectionError):
            while data := await loop.sock_recv(self.client, 1 << 20):
                for frame in reader.feed(data):
                    await self._handle(frame)
        await self._cancel()
        if self.engine:
            self.engine.close()

    def _start_engine(self) -> None:
        if self.engine is not None:
            self.engine.close()
        self.engine = Engine(self.root)
        self.checker = Checker(self.engine, self.checker.layers if self.checker else layers.probe())

    async def _handle(self, frame: Frame) -> None:
        body = frame.body
        match body.get("op"):
            case "check":
                if self.current:
                    await asyncio.wait([self.current])
                request = from_dict(CheckRequest, {**body["request"], "source": ""})
                self.current = asyncio.create_task(self._check(_with_source(request, frame.raw)))
            case "cancel":
                await self._cancel()
            case "answers":
                await self._answers(body["lesson"])

    async def _cancel(self) -> None:
        if self.current and not self.current.done():
            self.current.cancel()
            await asyncio.wait([self.current])

    async def _check(self, request: CheckRequest) -> None:
        try:
            report = await self._check_once(request)
        except asyncio.CancelledError:
            await self._send({"event": "cancelled"})
        except TutorError as error:
            await self._send({"event": "failed", "message": error.message, "advice": error.advice})
        else:
            await self._send({"event": "report", "report": report_to_dict(report)})

    async def _check_once(self, request: CheckRequest) -> Any:
        """Grade on the engine there is; if it has died since it was started, once more on a new one."""
        for attempt in (1, 2):
            assert self.engine and self.checker
            try:
                if not self.engine.zygote.ready.done():
                    await self._progress(CheckProgress("starting"))
                await self.engine.ready(late_imports=False)
                return await self.checker.check(request, self._post_progress)
            except WorkerError:
                was_warm = self.engine.zygote.ready.done() and not self.engine.zygote.ready.exception()
                if attempt == 2 or not was_warm:
                    self._start_engine()
                    raise
                self._start_engine()
        raise AssertionError("unreachable")

    async def _answers(self, lesson: str) -> None:
        assert self.engine
        try:
            answer = await self.engine.judge.ask({"op": "answers", "lesson": lesson})
            await self._send({"event": "answers", **answer.body})
        except TutorError as error:
            await self._send({"event": "failed", "message": error.message, "advice": error.advice})

    def _post_progress(self, progress: CheckProgress) -> None:
        """Progress is dropped rather than waited for when the client does not read."""
        with contextlib.suppress(OSError):
            self.client.send(pack({"event": "progress", **to_dict(progress)}))

    async def _progress(self, progress: CheckProgress) -> None:
        await self._send({"event": "progress", **to_dict(progress)})

    async def _send(self, body: dict[str, Any]) -> None:
        with contextlib.suppress(ConnectionError):
            await asyncio.get_running_loop().sock_sendall(self.client, pack(body))


def _with_source(request: CheckRequest, source: bytes) -> CheckRequest:
    from dataclasses import replace

    return replace(request, source=source)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the client decides; Ctrl+C reaches the whole terminal
    with contextlib.suppress(OSError):
        kernel.adopt_orphans()  # the first zygote leaves when its successor takes over
    client = socket.socket(fileno=int(sys.argv[1]))
    asyncio.run(Worker(client, Path(sys.argv[2])).serve())


if __name__ == "__main__":
    main()
