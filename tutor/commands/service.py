"""`tutor service`: which warm workers wait in the background, and how to end them."""

from __future__ import annotations

import os
import select
import signal
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tutor.commands.session import Session
from tutor.errors import EXIT_BROKEN, EXIT_FAILED, EXIT_PASSED
from tutor.host_fit import resident
from tutor.render.text import duration
from tutor.service import link
from tutor.service.sockets import ServiceUnavailable, addresses, private_folder
from tutor.service.wanted import idle_seconds, is_wanted

PATIENCE = 10.0
"""Seconds a service has to end its worker in."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=("status", "stop"),
        nargs="?",
        default="status",
        help="status: what is running, ends with 1 when nothing is; stop: end all of it",
    )


def run(options: Namespace, session: Session) -> int:
    try:
        running = list(_running(private_folder()))
    except ServiceUnavailable as reason:
        session.console.answer(f"There can be no service here: {reason} Each command starts PyTorch anew.\n")
        return EXIT_FAILED
    return _stop(running, session) if options.action == "stop" else _show(running, session)


def _running(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in addresses(folder):
        if about := link.ask(path, "about"):
            yield path, about


def _show(running: list[tuple[Path, dict[str, Any]]], session: Session) -> int:
    place = session.console.place
    ours = link.address_of(session.course.root)
    lines = [line for path, about in running for line in _told(about, path == ours)]
    if not lines:
        lines.append("No service is running.")
    if not is_wanted(os.environ):
        lines.append("Commands do not start one here: TUTOR_NO_SERVICE or CI is set.")
    elif not any(path == ours for path, _ in running):
        patience = duration(idle_seconds(os.environ))
        lines.append(f"The next check starts one for this course; it leaves after {patience} without use.")
    session.console.answer(place.fit("\n".join(lines) + "\n"))
    return EXIT_PASSED if running else EXIT_FAILED


def _told(about: dict[str, Any], is_ours: bool) -> list[str]:
    """One service: its process, its course, its Python, its patience."""
    whose = "Ready for this course" if is_ours else "An older one, which leaves when it is no longer used"
    if not is_ours and not about["leaves"]:
        whose = "For another course or environment"
    clients = f"{about['visitors']} {'client' if about['visitors'] == 1 else 'clients'} now"
    return [
        f"{whose}: process {about['pid']}, {resident(about['pid']) >> 20} MB, "
        f"running for {duration(time.time() - about['started'])}, {clients}",
        f"  course  {about['course']}",
        f"  python  {about['python']}",
        f"  leaves after {duration(about['patience'])} without use",
    ]


def _stop(running: list[tuple[Path, dict[str, Any]]], session: Session) -> int:
    stubborn = [about["pid"] for _, about in running if not _end(about["pid"])]
    ended = len(running) - len(stubborn)
    if ended or not running:
        session.console.answer(f"{ended or 'No'} {'service' if ended == 1 else 'services'} stopped.\n")
    for pid in stubborn:
        session.console.say(f"Process {pid} did not end within {PATIENCE:.0f} seconds and was killed.")
    return EXIT_BROKEN if stubborn else EXIT_PASSED


def _end(pid: int) -> bool:
    """Ask a process to end and wait for it; whether it did, or had to be killed."""
    try:
        process = os.fdopen(os.pidfd_open(pid), "rb", closefd=True)
    except ProcessLookupError:
        return True
    with closing(process):
        signal.pidfd_send_signal(process.fileno(), signal.SIGTERM)
        if select.select([process], [], [], PATIENCE)[0]:
            return True
        signal.pidfd_send_signal(process.fileno(), signal.SIGKILL)
        return False
