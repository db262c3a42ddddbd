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
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tutor.client import CheckRequest
from tutor.conversation import CheckProgress
from tutor.errors import TutorError, WorkerError
from tutor.report_json import from_dict, report_to_dict, to_dict
from tutor.sandbox import kernel, layers
from tutor.snippet import SnippetRequest
from tutor.wire import Frame, FrameReader, pack
from tutor.worker.check import RUNS_AT_ONCE, Checker, OnProgress, keep_traceback
from tutor.worker.engine_process import Engine
from tutor.worker.pending import Pending
from tutor.worker.snippet import run_snippet

UNREAD_EVENTS = 100
Ask = Callable[[Checker], Awaitable[dict[str, Any]]]
"""What one question does on an engine, and the event that answers it."""


class Worker:
    """Answers one client's questions, several at a time."""

    def __init__(self, client: socket.socket, root: Path) -> None:
        client.setblocking(False)
        self.client = client
        self.root = root
        self.layers = layers.probe()
        self.runs_at_once = RUNS_AT_ONCE
        self.pending = Pending(self._send)
        self.outgoing: asyncio.Queue[bytes] = asyncio.Queue()

    async def serve(self) -> None:
        """Read requests until the client closes its end."""
        self._start_engine()
        loop, reader = asyncio.get_running_loop(), FrameReader()
        sender = asyncio.create_task(self._send_all())
        with contextlib.suppress(ConnectionError):
            while data := await loop.sock_recv(self.client, 1 << 20):
                for frame in reader.feed(data):
                    self._handle(frame)
        await self.pending.end()
        sender.cancel()
        self.engine.close()

    def _start_engine(self) -> None:
        self.engine = Engine(self.root)
        self.checker = Checker(self.engine, self.layers, self.runs_at_once)

    def _handle(self, frame: Frame) -> None:
        body = frame.body
        try:
            self._do(body, frame.raw)
        except ValueError as error:  # whoever asked is waiting
            self._send(body["id"], {"event": "failed", "message": f"That is no question: {error}.", "advice": ""})

    def _do(self, body: dict[str, Any], raw: bytes) -> None:
        match body.get("op"):
            case "check":
                request = from_dict(CheckRequest, {**body["request"], "source": ""})
                post = self._post_nothing if body.get("quiet") else partial(self._post_progress, body["id"])
                self._begin(body, self._check(body["id"], replace(request, source=raw), post))
            case "snippet":
                self._begin(body, self._run_snippet(body["id"], from_dict(SnippetRequest, body["request"])))
            case "judge":
                self._begin(body, self._ask_judge(body["id"], body["question"]))
            case "expect_many":
                self.runs_at_once = int(body["runs_at_once"])
                self.checker.room = asyncio.Semaphore(self.runs_at_once)  # runs under way give back the one they took
            case "cancel":
                self.pending.cancel(body)

    def _begin(self, body: dict[str, Any], work: Coroutine[Any, Any, None]) -> None:
        self.pending.begin(body["id"], body["op"], work)

    async def _check(self, number: int, request: CheckRequest, post: OnProgress) -> None:
        async def check(checker: Checker) -> dict[str, Any]:
            report = await checker.check(request, post)
            return {"event": "report", "report": report_to_dict(report)}

        await self._answer(number, request.lesson, check)

    async def _run_snippet(self, number: int, request: SnippetRequest) -> None:
        async def run(checker: Checker) -> dict[str, Any]:
            return {"event": "snippet", "result": to_dict(await run_snippet(checker, request))}

        await self._answer(number, request.lesson, run)

    async def _answer(self, number: int, lesson: str, ask: Ask) -> None:
        """Tell whoever asked what came of it, whatever that is."""
        try:
            answer = await self._on_an_engine(number, ask)
        except asyncio.CancelledError:
            self._send(number, {"event": "cancelled"})
        except TutorError as error:
            self._send(number, {"event": "failed", "message": error.message, "advice": error.advice})
        except Exception as error:  # whoever asked is waiting, and must be told of a fault of ours too
            where = keep_traceback(lesson, traceback.format_exc())
            text = f"The check failed on a fault of the tutor: {type(error).__name__}: {error}."
            self._send(number, {"event": "failed", "message": text, "advice": where})
        else:
            self._send(number, answer)

    async def _on_an_engine(self, number: int, ask: Ask) -> dict[str, Any]:
        """Ask the engine there is; if it has died since it was started, once more a new one."""
        for attempt in (1, 2):
            engine, checker = self.engine, self.checker
            try:
                if not engine.zygote.ready.done():
                    self._send(number, {"event": "progress", **to_dict(CheckProgress("starting"))})
                await engine.ready(late_imports=False)
                return await ask(checker)
            except WorkerError:
                was_warm = engine.zygote.ready.done() and not engine.zygote.ready.exception()
                self._replace(engine)
                if attempt == 2 or not was_warm:
                    raise
        raise AssertionError("unreachable")

    def _replace(self, engine: Engine) -> None:
        """Start another engine, unless another check that ran on this one already has."""
        if self.engine is engine:
            engine.close()
            self._start_engine()

    async def _ask_judge(self, number: int, question: dict[str, Any]) -> None:
        """Pass on what the audit asks about the course's own answers."""
        try:
            answer = await self.engine.judge.ask(question)
            self._send(number, {"event": "answer", **answer.body})
        except TutorError as error:
            self._send(number, {"event": "failed", "message": error.message, "advice": error.advice})

    def _post_nothing(self, progress: CheckProgress) -> None: ...

    def _post_progress(self, number: int, progress: CheckProgress) -> None:
        """Progress is dropped when the client does not read."""
        if self.outgoing.qsize() < UNREAD_EVENTS:
            self._send(number, {"event": "progress", **to_dict(progress)})

    def _send(self, number: int, body: dict[str, Any]) -> None:
        self.outgoing.put_nowait(pack({**body, "id": number}))

    async def _send_all(self) -> None:
        """Send what waits, one message after the other; without end."""
        with contextlib.suppress(ConnectionError):
            while True:
                await asyncio.get_running_loop().sock_sendall(self.client, await self.outgoing.get())


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the client decides; Ctrl+C reaches the whole terminal
    with contextlib.suppress(OSError):
        kernel.adopt_orphans()  # the first zygote leaves when its successor takes over
    client = socket.socket(fileno=int(sys.argv[1]))
    asyncio.run(Worker(client, Path(sys.argv[2])).serve())


if __name__ == "__main__":
    main()
