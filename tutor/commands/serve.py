"""`tutor serve`: the app in a browser, for one person on this machine or for a trusted room."""

from __future__ import annotations

import asyncio
import importlib.util
import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from tutor.client import Client
from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED, TutorError
from tutor.worker.check import RUNS_AT_ONCE

_WARNING = (
    "There is no login. Everybody who reaches {host} can run code in this machine's sandbox; they see nothing of each "
    "other's files, but what they type travels unencrypted. Use a network you trust, and end the server after class."
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--host", metavar="H", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument("--port", metavar="P", type=_port, default=8000, help="default: 8000; 0 takes any free one")
    parser.add_argument("--visitors", metavar="N", type=_count, default=30, help="how many at once (default: 30)")
    parser.add_argument("--checks", metavar="N", type=_count, help="how many run at once (default: the processors)")
    parser.add_argument("--root", metavar="FOLDER", type=Path, help="where each visitor gets a folder")


def run(options: Namespace, session: Session) -> int:
    _need_the_web_extra()
    from tutor.browser import visitors
    from tutor.browser.server import Server, Settings, is_loopback
    from tutor.service.shared_worker import SharedWorker

    is_public = not is_loopback(options.host)
    if is_public:
        _need_a_sandbox()
        session.console.warn(_WARNING.format(host=options.host))
    course = session.course
    root = (options.root or _default_root()).absolute()
    visitors.make_root(root)
    at_once = min(options.checks or len(os.sched_getaffinity(0)), RUNS_AT_ONCE)
    worker = SharedWorker(Client(course.root, nice=True), at_once, "B" if is_public else None)
    settings = Settings(options.host, options.port, root, options.visitors)

    def ready(address: str) -> None:
        session.console.answer(f"{address}\n")
        session.console.say(f"Visitors' files are in {root}. Ctrl+C ends it.")

    asyncio.run(Server(settings, worker).serve(ready))
    return EXIT_PASSED


def _need_the_web_extra() -> None:
    if any(importlib.util.find_spec(name) is None for name in ("textual_serve", "aiohttp")):
        raise TutorError(
            "The app in a browser needs textual-serve, which is not installed.", "pip install 'tensor-tutor[web]'"
        )


def _need_a_sandbox() -> None:
    """Strangers' code runs only where it can read and change nothing; raises TutorError below grade B."""
    from tutor.sandbox import layers

    grade = layers.grade(layers.probe())
    if grade > "B":
        raise TutorError(
            f"The sandbox of this machine reaches grade {grade}; serving other people needs B.",
            "`tutor doctor` says what is missing. Without --host, only this machine is served.",
        )


def _default_root() -> Path:
    from tutor.progress import default_path

    progress = default_path()
    if progress is None:
        raise TutorError("There is no home folder for visitors' files.", "Name a folder with --root.")
    return progress.with_name("visitors")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 1000):
        raise ArgumentTypeError(f"{text!r} is not a number from 1 to 999")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < 65536):
        raise ArgumentTypeError(f"{text!r} is not a port, 0 to 65535")
    return int(text)
