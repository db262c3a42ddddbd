"""A real `tutor serve`, and browser tabs that speak its protocol without a browser."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte
from conftest import TOY_COURSE

from tutor.browser.visitors import COOKIE, folder_name
from tutor.progress import Progress

ROOT = Path(__file__).parent.parent
PATIENCE = 40.0


class Served:
    """A server process of our own."""

    def __init__(self, folder: Path, *options: str, **environment: str) -> None:
        self.root = folder / "visitors"
        self.log = folder / "stderr.txt"
        command = [sys.executable, "-m", "tutor", "serve", "--port", "0", "--root", str(self.root), *options]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT,
                env={**os.environ, "TUTOR_COURSE": str(TOY_COURSE), "TUTOR_LANG": "en", **environment},
                start_new_session=True,
            )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        assert self.address, self.log.read_text()

    def descendants(self) -> dict[int, str]:
        """Every process below the server now, with its command line."""
        parents = {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    status = (folder / "stat").read_text()
                    parents[int(folder.name)] = (int(status.rpartition(")")[2].split()[1]), command_line(folder))
                except OSError:
                    continue
        found = {self.process.pid: ""}
        while more := {pid: line for pid, (parent, line) in parents.items() if parent in found and pid not in found}:
            found |= more
        del found[self.process.pid]
        return found

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        code = self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def command_line(folder: Path) -> str:
    return (folder / "cmdline").read_text(errors="replace").replace("\0", " ")


def wait_until_gone(processes: dict[int, str]) -> None:
    """Wait for every one of these to be gone; a zombie that only lacks a parent's attention counts as gone."""
    end = time.monotonic() + 20
    while alive := [line for pid, line in processes.items() if is_running(pid, line)]:
        assert time.monotonic() < end, alive
        os.sched_yield()


def is_running(pid: int, line: str) -> bool:
    try:
        return bool(line) and command_line(Path(f"/proc/{pid}")) == line
    except OSError:
        return False


@contextmanager
def serving(folder: Path, *options: str, **environment: str) -> Iterator[Served]:
    server = Served(folder, *options, **environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


class Browser:
    """One visitor: remembers cookies as a browser does, and has at most one tab that a test looks at."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self.http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Browser:
        return self

    async def __aexit__(self, *ignored: object) -> None:
        await self.http.close()

    async def get(self, path: str = "", **options: Any) -> tuple[int, str]:
        async with self.http.get(self.server.address + path, **options) as answer:
            return answer.status, await answer.text()

    async def open(self) -> Tab:
        """Load the page and what its script loads."""
        status, _ = await self.get()
        assert status == 200
        return await self.connect()

    async def connect(self) -> Tab:
        return Tab(await self.http.ws_connect(self.server.address + "ws?width=120&height=36"))

    async def opened(self) -> Tab:
        """A tab, not the visitor's first, in which the whole lesson is there."""
        await self.get()
        Progress(self.folder / ".state/progress.db").remember("welcome", "seen")
        tab = await self.open()
        await tab.wait_for("F1 Help")
        return tab

    @property
    def folder(self) -> Path:
        """Where the server keeps this visitor's files."""
        secret = next(cookie.value for cookie in self.http.cookie_jar if cookie.key == COOKIE)
        return self.server.root / folder_name(secret)


class Tab:
    """What a visitor sees and types."""

    def __init__(self, websocket: aiohttp.ClientWebSocketResponse) -> None:
        self.websocket = websocket
        self.screen = pyte.Screen(120, 36)
        self._stream = pyte.ByteStream(self.screen)
        self._has_focus = False

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    async def press(self, keys: str) -> None:
        await self.websocket.send_json(["stdin", keys])

    async def edit(self, line: str) -> None:
        """Type a line of code before the others."""
        await self.press("2")
        await self.wait_for_not("h Hint")
        await self.press(line + "\r")
        await self.wait_for(line.partition("中")[0])

    async def wait_for(self, words: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while words not in self.text:
                    assert await self._read(), f"the tab closed before it showed {words!r}:\n{self.text}"
        except TimeoutError:
            raise AssertionError(f"{words!r} never appeared:\n{self.text}") from None

    async def wait_for_not(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words in self.text:
                assert await self._read(), "the tab closed"

    async def wait_for_end(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self._read():
                pass

    async def close(self) -> None:
        """Go away as a closed tab does."""
        await self.websocket.close()

    async def _read(self) -> bool:
        message = await self.websocket.receive()
        if message.type is aiohttp.WSMsgType.BINARY:
            if not self._has_focus:
                await self.websocket.send_json(["focus"])  # as start.js does at the first byte
                self._has_focus = True
            # pyte prints the one kitty sequence it does not know as text
            self._stream.feed(message.data.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
        return message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT)
