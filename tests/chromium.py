"""A real Chromium without a window, driven over its own protocol; says what it shows, asks for and sends."""

from __future__ import annotations

import asyncio
import base64
import itertools
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pyte

PATIENCE = 40.0
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0"),
)
KEYS = {"F1": 112, "F2": 113, "F5": 116, "Escape": 27, "Enter": 13}
CTRL = 2


class Chromium:
    """One page of a fresh profile, wide enough for three panes."""

    def __init__(self, program: str, profile: Path) -> None:
        command = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        assert self._process.stderr is not None
        mark = "DevTools listening on "
        self._devtools = next(line for line in self._process.stderr if line.startswith(mark)).removeprefix(mark).strip()
        self._numbers = itertools.count(1)
        self._session = ""
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.asked_for: list[str] = []
        self.not_found: list[str] = []
        self.connections = 0
        self.said: list[str] = []

    async def __aenter__(self) -> Chromium:
        self._http = aiohttp.ClientSession()
        self._socket = await self._http.ws_connect(self._devtools, max_msg_size=1 << 26)
        target = (await self._do("Target.createTarget", url="about:blank"))["targetId"]
        self._session = (await self._do("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            await self._do(f"{domain}.enable")
        await self._do("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)
        return self

    async def __aexit__(self, *ignored: object) -> None:
        await self._http.close()
        self._process.terminate()
        self._process.wait(20)
        assert self._process.stderr is not None
        self._process.stderr.close()

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    async def open(self, address: str) -> None:
        await self._do("Page.navigate", url=address)

    async def reload(self) -> None:
        """Load the page again and wait until its terminal is connected."""
        before = self.connections
        await self._do("Page.reload")
        while self.connections == before:
            self._take(await self._socket.receive_json())

    async def evaluate(self, script: str) -> Any:
        return (await self._do("Runtime.evaluate", expression=script))["result"].get("value")

    async def click(self, x: int, y: int) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            await self._do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def press(self, key: str, modifiers: int = 0) -> None:
        """One key down and up, by its name or its character."""
        code = KEYS.get(key, ord(key[0].upper()))
        about = {"key": key, "code": key if key in KEYS else f"Key{key.upper()}", "windowsVirtualKeyCode": code}
        text = {} if modifiers or key in KEYS else {"text": key}
        for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
            await self._do("Input.dispatchKeyEvent", type=kind, modifiers=modifiers, **about, **text)

    async def type(self, text: str) -> None:
        """Text as an input method hands it over; letters of ASCII as keys."""
        for character in text:
            if character.isascii() and character.isalpha():
                await self.press(character)
            else:
                await self._do("Input.insertText", text=character)

    async def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode((await self._do("Page.captureScreenshot"))["data"]))

    async def wait_for(self, words: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while words not in self.text:
                    self._take(await self._socket.receive_json())
        except TimeoutError:
            raise AssertionError(f"{words!r} never appeared:\n{self.text}\n{self.said}") from None

    async def wait_for_not(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words in self.text:
                self._take(await self._socket.receive_json())

    async def _do(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        session = {"sessionId": self._session} if self._session else {}
        await self._socket.send_json({"id": number, "method": method, "params": parameters, **session})
        async with asyncio.timeout(PATIENCE):
            while (message := await self._socket.receive_json()).get("id") != number:
                self._take(message)
        assert "error" not in message, (method, message["error"])
        result: dict[str, Any] = message["result"]
        return result

    def _take(self, message: dict[str, Any]) -> None:
        """One event: what the page asked for, and what the terminal in it was told to draw."""
        about = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.asked_for.append(about["request"]["url"])
            case "Network.responseReceived" if about["response"]["status"] >= 400:
                self.not_found.append(about["response"]["url"])
            case "Network.webSocketCreated":
                self.connections += 1
                size = parse_qs(urlsplit(about["url"]).query)
                self.screen.reset()
                self.screen.resize(int(size["height"][0]), int(size["width"][0]))
            case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                data = base64.b64decode(about["response"]["payloadData"])
                self._stream.feed(data.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.said.append(about["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.said.append(str(about["exceptionDetails"]))
