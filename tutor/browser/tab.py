"""One browser tab on the server: a process of the app, and what goes between it and the tab's websocket.

The app's driver reads and writes packets: a letter for the kind (D is terminal data, M is JSON about the tab), four
bytes for the length, and as many bytes. The browser's side is textual-serve's: JSON lists to us, terminal data back.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

from aiohttp import WSMsgType
from aiohttp.web import WebSocketResponse

from tutor.client import child_environment
from tutor.service.shared_worker import SharedWorker

PATIENCE = 10.0
"""Seconds an app has to save and end before it is killed."""
_FIRST_LINE = b"__GANGLION__\n"
_LARGEST = (400, 150)
"""Columns and lines; a browser could claim any size, and the app would draw it."""


class Tab:
    """Lives as long as its websocket, or until the app ends, or until the server or a newer tab ends it."""

    def __init__(self, websocket: WebSocketResponse, worker: SharedWorker, environment: dict[str, str]) -> None:
        self._websocket = websocket
        self._worker = worker
        self._environment = environment
        self._must_end = asyncio.Event()
        self._has_ended = asyncio.Event()

    async def end(self) -> None:
        """Let the app save, and wait until nothing of it is left."""
        self._must_end.set()
        await self._has_ended.wait()

    async def run(self, width: int, height: int) -> None:
        """Show the app until one side has enough of it."""
        ours, theirs = socket.socketpair()
        with ours:
            try:
                with theirs:
                    process = await self._start(theirs, *_fitting(width, height))
                attending = asyncio.create_task(self._worker.attend(ours))
                try:
                    await self._first_to_end(process)
                finally:
                    await _stop(process)
                    ours.shutdown(socket.SHUT_RDWR)
                    await attending
            finally:
                self._has_ended.set()
                await self._websocket.close()

    async def _start(self, grader: socket.socket, width: int, height: int) -> Process:
        command = [sys.executable, "-P", "-m", "tutor.browser.visit", str(grader.fileno())]
        about_the_tab = {
            "TEXTUAL_DRIVER": "tutor.browser.driver:TabDriver",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "TERM": "xterm-256color",
            "TUTOR_IN_BROWSER": "1",
            "COLUMNS": str(width),
            "ROWS": str(height),
        }
        return await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            pass_fds=[grader.fileno()],
            start_new_session=True,  # Ctrl+C reaches the server alone, which then lets every app save
            env={**child_environment(), **about_the_tab, **self._environment},
        )

    async def _first_to_end(self, process: Process) -> None:
        ways = [self._show(process), self._listen(process), self._must_end.wait()]
        tasks = [asyncio.ensure_future(way) for way in ways]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _show(self, process: Process) -> None:
        """From the app to the browser."""
        assert process.stdout is not None
        while await process.stdout.readline() not in (_FIRST_LINE, b""):
            pass
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await process.stdout.readexactly(5)
                payload = await process.stdout.readexactly(int.from_bytes(head[1:], "big"))
                if head[:1] == b"D":
                    await self._websocket.send_bytes(payload)
                elif head[:1] == b"M" and not await self._goes_on(json.loads(payload)):
                    return

    async def _goes_on(self, meta: dict[str, Any]) -> bool:
        """Do what the app asks of the browser; False when it says goodbye."""
        if meta["type"] == "open_url":
            await self._websocket.send_json(["open_url", {"url": meta["url"], "new_tab": True}])
        return bool(meta["type"] != "exit")

    async def _listen(self, process: Process) -> None:
        """From the browser to the app."""
        with contextlib.suppress(ConnectionError):
            async for message in self._websocket:
                if message.type is WSMsgType.TEXT:
                    await self._pass_on(process, _parsed(message.data))

    async def _pass_on(self, process: Process, message: object) -> None:
        """Whoever speaks here may be no browser: what is not understood is dropped."""
        match message:
            case ["stdin", str(keys)] if typed := keys.encode("utf-8", "ignore"):
                await _send(process, b"D", typed)  # an empty packet would tell the app that there is no more to read
            case ["resize", {"width": int(width), "height": int(height)}]:
                width, height = _fitting(width, height)
                await _send_meta(process, {"type": "resize", "width": width, "height": height})
            case ["focus" | "blur" as kind, *_]:
                await _send_meta(process, {"type": kind})
            case ["ping", str(sent)]:
                await self._websocket.send_json(["pong", sent[:100]])


async def _stop(process: Process) -> None:
    """Tell the app to save and end, and read what it still says; kill what is left of it after PATIENCE."""
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(_let_it_save(process), PATIENCE)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


async def _let_it_save(process: Process) -> None:
    with contextlib.suppress(ConnectionError):
        await _send_meta(process, {"type": "quit"})
    await process.communicate()


async def _send_meta(process: Process, meta: dict[str, Any]) -> None:
    await _send(process, b"M", json.dumps(meta).encode())


async def _send(process: Process, kind: bytes, payload: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
    await process.stdin.drain()


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _fitting(width: int, height: int) -> tuple[int, int]:
    return min(max(width, 1), _LARGEST[0]), min(max(height, 1), _LARGEST[1])
