"""One worker for all who ask, so that PyTorch is in memory once: their checks stand in line for it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import MappingProxyType
from typing import Any

from tutor.client import Client
from tutor.conversation import CheckCancelled, CheckProgress, OnProgress, Question
from tutor.errors import TutorError
from tutor.report_json import to_dict
from tutor.service.line import Line
from tutor.wire import Frame, FrameReader, WireError, pack
from tutor.worker.pending import Pending

Aside = Callable[[], dict[str, Any]]


class SharedWorker:
    """Answers at most `at_once` questions at the same time, whoever asks.

    `require_sandbox` is required of every check, whatever it asks for itself; `asides` are operations that need no
    worker, and are answered at once.
    """

    def __init__(
        self,
        client: Client,
        at_once: int,
        require_sandbox: str | None = None,
        asides: Mapping[str, Aside] = MappingProxyType({}),
    ) -> None:
        self.client = client
        self.require_sandbox = require_sandbox
        self.asides = asides
        self._line = Line(at_once)
        self._threads = ThreadPoolExecutor(at_once, "question")

    async def attend(self, visitor: socket.socket) -> None:
        """Answer one visitor until it leaves, and then stop what it still had running."""
        await _Visit(self, visitor).attend()

    async def ask(self, question: Question, on_progress: OnProgress) -> dict[str, Any]:
        """The answer, when its turn has come; raises CheckCancelled, TutorError, or CancelledError once stopped."""
        if self.require_sandbox and question.body["op"] == "check":
            question.body["request"]["require_sandbox"] = self.require_sandbox
        async with self._line.turn(lambda ahead: on_progress(CheckProgress("waiting", ahead=ahead))):
            loop = asyncio.get_running_loop()

            def tell(progress: CheckProgress) -> None:
                loop.call_soon_threadsafe(on_progress, progress)

            running = loop.run_in_executor(self._threads, self.client.ask, question, tell)
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                await self._stop(question, running)
                raise

    async def _stop(self, question: Question, running: asyncio.Future[dict[str, Any]]) -> None:
        """Keep the place in line until the run has really ended; the worker may not have heard of it yet."""
        while not running.done():
            self.client.stop(question)
            await asyncio.wait([running], timeout=0.2)
        running.exception()

    def close(self) -> None:
        """End the worker and everything below it."""
        self.client.close()
        self._threads.shutdown()


class _Visit:
    """The conversation with one visitor: the app of a tab, or a command."""

    def __init__(self, worker: SharedWorker, visitor: socket.socket) -> None:
        visitor.setblocking(False)
        self._worker = worker
        self._visitor = visitor
        self._pending = Pending(self._send)
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue()

    async def attend(self) -> None:
        loop, reader = asyncio.get_running_loop(), FrameReader()
        sender = asyncio.create_task(self._send_all())
        try:
            while data := await loop.sock_recv(self._visitor, 1 << 16):
                for frame in reader.feed(data):
                    self._handle(frame)
        except (ConnectionError, WireError):
            pass  # whoever does not speak our language is as good as gone
        finally:
            await self._pending.end()
            sender.cancel()

    def _handle(self, frame: Frame) -> None:
        body = frame.body
        match body.get("op"):
            case "start":
                self._worker.client.start()
            case "check" | "snippet" | "judge" as operation:
                number = body.pop("id")
                self._pending.begin(number, operation, self._answer(number, Question(body, frame.raw)))
            case "cancel":
                self._pending.cancel(body)
            case str(aside) if aside in self._worker.asides:
                self._send(body["id"], {"event": "answer", **self._worker.asides[aside]()})

    async def _answer(self, number: int, question: Question) -> None:
        try:
            answer = await self._worker.ask(question, partial(self._advanced, number))
        except (CheckCancelled, asyncio.CancelledError):
            self._send(number, {"event": "cancelled"})
        except TutorError as error:
            self._send(number, {"event": "failed", "message": error.message, "advice": error.advice})
        except Exception as error:  # the visitor waits, and must be told of a fault of ours too
            text = f"The check failed on a fault of the tutor: {type(error).__name__}: {error}."
            self._send(number, {"event": "failed", "message": text, "advice": ""})
        else:
            self._send(number, {"event": "answer", **answer})

    def _advanced(self, number: int, progress: CheckProgress) -> None:
        self._send(number, {"event": "progress", **to_dict(progress)})

    def _send(self, number: int, body: dict[str, Any]) -> None:
        self._outgoing.put_nowait(pack({**body, "id": number}))

    async def _send_all(self) -> None:
        """Send what waits, one message after the other; without end."""
        with contextlib.suppress(OSError):
            while True:
                await asyncio.get_running_loop().sock_sendall(self._visitor, await self._outgoing.get())
