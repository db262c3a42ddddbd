"""The web server of `tutor serve`: hands out the page, knows every visitor again, and keeps to the number of places."""

from __future__ import annotations

import asyncio
import ipaddress
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import textual_serve
from aiohttp import web

from tutor.browser import visitors
from tutor.browser.tab import Tab
from tutor.errors import TutorError
from tutor.service.shared_worker import SharedWorker

_PAGE = files("tutor.browser") / "page"
_STATIC = Path(textual_serve.__file__).parent / "static"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_YEAR = 365 * 24 * 3600
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Settings:
    """What the command line decides."""

    host: str
    port: int
    root: Path
    places: int
    """How many visitors at once."""


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine reach a server bound to this host."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Server:
    """One visitor has one app; a newer tab of the same browser takes over from the older one."""

    def __init__(self, settings: Settings, worker: SharedWorker) -> None:
        self.settings = settings
        self.worker = worker
        self._tabs: dict[str, Tab] = {}
        self._is_ending = False

    async def serve(self, on_ready: Callable[[str], None]) -> None:
        """Serve until Ctrl+C or a signal, then let every app save; raises TutorError if the port cannot be had."""
        told_to_end = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, told_to_end.set)
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=5)
        await runner.setup()
        try:
            on_ready(await self._listen(runner))
            await told_to_end.wait()
        finally:
            self._is_ending = True
            await asyncio.gather(*(tab.end() for tab in self._tabs.values()))
            await runner.cleanup()
            await asyncio.to_thread(self.worker.close)

    async def _listen(self, runner: web.AppRunner) -> str:
        """Open the port and return the address of the page."""
        host, port = self.settings.host, self.settings.port
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise TutorError(
                f"{host}, port {port}, cannot be listened on: {error.strerror}.", "Name another with --host or --port."
            ) from error
        return f"http://{f'[{host}]' if ':' in host else host}:{runner.addresses[0][1]}/"

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self._websocket),
                web.get("/favicon.ico", self._favicon),
                web.get("/page/{name:(page.css|start.js|favicon.svg)}", self._part_of_the_page),
                web.static("/static", _STATIC),
            ]
        )
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only our own page: any other page a browser has open could otherwise speak to us in its name."""
        here = urlsplit(f"//{request.host}")
        if is_loopback(self.settings.host) and not is_loopback(here.hostname or ""):
            raise web.HTTPForbidden(text="This server answers to localhost only.")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="This server answers to its own page only.")
        return await handler(request)

    async def _favicon(self, request: web.Request) -> web.Response:
        return _file("favicon.svg")

    async def _part_of_the_page(self, request: web.Request) -> web.Response:
        return _file(request.match_info["name"])

    async def _index(self, request: web.Request) -> web.Response:
        secret = request.cookies.get(visitors.COOKIE)
        known = visitors.is_secret(secret)
        if self._is_full(visitors.folder_name(secret) if known and secret else None):
            return _file("full.html", status=503)
        page = _file("index.html")
        page.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            f"font-src 'self'; connect-src 'self' ws://{request.host} wss://{request.host}; frame-ancestors 'none'"
        )
        # Lax, not Strict: a link to the course must find the files again too.
        page.set_cookie(
            visitors.COOKIE,
            secret if known and secret else visitors.new_secret(),
            max_age=_YEAR,
            httponly=True,
            samesite="Lax",
        )
        return page

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        secret = request.cookies.get(visitors.COOKIE)
        if secret is None or not visitors.is_secret(secret):
            raise web.HTTPForbidden(text="Open the page first.")
        websocket = web.WebSocketResponse(heartbeat=15, timeout=2, max_msg_size=1 << 20)
        await websocket.prepare(request)
        name = visitors.folder_name(secret)
        while older := self._tabs.get(name):
            await older.end()
            self._forget(name, older)
        if self._is_full(name):
            await websocket.close(message=b"full")
            return websocket
        tab = Tab(websocket, self.worker, visitors.environment(self.settings.root, secret))
        self._tabs[name] = tab
        try:
            await tab.run(_number(request, "width", 80), _number(request, "height", 24))
        finally:
            self._forget(name, tab)
        return websocket

    def _forget(self, name: str, tab: Tab) -> None:
        """A tab that has ended takes no place, even while its websocket is still saying goodbye."""
        if self._tabs.get(name) is tab:
            del self._tabs[name]

    def _is_full(self, name: str | None) -> bool:
        return self._is_ending or (name not in self._tabs and len(self._tabs) >= self.settings.places)


def _number(request: web.Request, name: str, default: int) -> int:
    text = request.query.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default


def _file(name: str, status: int = 200) -> web.Response:
    text = (_PAGE / name).read_text(encoding="utf-8")
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
    return web.Response(text=text, content_type=_TYPES[Path(name).suffix], status=status, headers=headers)
