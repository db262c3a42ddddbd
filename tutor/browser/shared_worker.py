"""One worker for all tabs, so that PyTorch is in memory once: their checks stand in line for it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

from tutor.browser.line import Line
from tutor.client import CheckCancelled, CheckProgress, CheckRequest, Client, OnProgress
from tutor.errors import TutorError
from tutor.report import Report
from tutor.report_json import from_dict, report_to_dict, to_dict
from tutor.wire import Frame, FrameReader, pack


class SharedWorker:
    """Runs at most `at_once` checks at the same time, whoever asks."""

    def __init__(self, client: Client, at_once: int, require_sandbox: str | None) -> None:
        self.client = client
        self.require_sandbox = require_sandbox
        self._line = Line(at_once)
        self._threads = ThreadPoolExecutor(at_once, "check")

    async def attend(self, app: socket.socket) -> None:
        """Answer one tab's app until it leaves, and then stop what it still had running."""
        await _Visit(self, app).attend()

    async def check(self, request: CheckRequest, on_progress: OnProgress) -> Report:
        """Grade one hand-in when its turn comes; raises CheckCancelled, TutorError, or CancelledError once stopped."""
        request = replace(request, require_sandbox=self.require_sandbox)
        async with self._line.turn(lambda ahead: on_progress(CheckProgress("waiting", ahead=ahead))):
            loop = asyncio.get_running_loop()

            def tell(progress: CheckProgress) -> None:
                loop.call_soon_threadsafe(on_progress, progress)

            running = loop.run_in_executor(self._threads, self.client.check, request, tell)
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                await self._stop(request, running)
                raise

    async def _stop(self, request: CheckRequest, running: asyncio.Future[Report]) -> None:
        """Keep the place in line until the run has really ended; the worker may not have heard of it yet."""
        while not running.done():
            self.client.cancel(request)
            await asyncio.wait([running], timeout=0.2)
        running.exception()

    def close(self) -> None:
        """End the worker and everything below it."""
        self.client.close()
        self._threads.shutdown()


class _Visit:
    """The conversation with one tab's app."""

    def __init__(self, worker: SharedWorker, app: socket.socket) -> None:
        app.setblocking(False)
        self._worker = worker
        self._app = app
        self._checks: dict[int, asyncio.Task[None]] = {}
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue()

    async def attend(self) -> None:
        loop, reader = asyncio.get_running_loop(), FrameReader()
        sender = asyncio.create_task(self._send_all())
        with contextlib.suppress(ConnectionError):
            while data := await loop.sock_recv(self._app, 1 << 16):
                for frame in reader.feed(data):
                    self._handle(frame)
        stopped = self._cancel()
        await asyncio.gather(*stopped)
        sender.cancel()

    def _handle(self, frame: Frame) -> None:
        match frame.body.get("op"):
            case "start":
                self._worker.client.start()
            case "check":
                request = from_dict(CheckRequest, {**frame.body["request"], "source": ""})
                number = frame.body["id"]
                self._checks[number] = asyncio.create_task(self._check(number, replace(request, source=frame.raw)))
            case "cancel":
                self._cancel()

    def _cancel(self) -> list[asyncio.Task[None]]:
        """Stop every check of this tab, each only once: a second time would not wait for its run to end."""
        stopped = list(self._checks.values())
        self._checks.clear()
        for task in stopped:
            task.cancel()
        return stopped

    async def _check(self, number: int, request: CheckRequest) -> None:
        try:
            report = await self._worker.check(request, partial(self._advanced, number))
        except (CheckCancelled, asyncio.CancelledError):
            self._send(number, {"event": "cancelled"})
        except TutorError as error:
            self._send(number, {"event": "failed", "message": error.message, "advice": error.advice})
        except Exception as error:  # the tab waits, and must be told of a fault of ours too
            text = f"The check failed on a fault of the tutor: {type(error).__name__}: {error}."
            self._send(number, {"event": "failed", "message": text, "advice": ""})
        else:
            self._send(number, {"event": "report", "report": report_to_dict(report)})
        self._checks.pop(number, None)

    def _advanced(self, number: int, progress: CheckProgress) -> None:
        self._send(number, {"event": "progress", **to_dict(progress)})

    def _send(self, number: int, body: dict[str, Any]) -> None:
        self._outgoing.put_nowait(pack({**body, "id": number}))

    async def _send_all(self) -> None:
        """Send what waits, one message after the other; without end."""
        with contextlib.suppress(OSError):
            while True:
                await asyncio.get_running_loop().sock_sendall(self._app, await self._outgoing.get())
