"""The way to this user's service: finds it, starts it, and lets those that an edit has made stale leave."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import Any

from tutor.client import child_environment
from tutor.conversation import Conversation, Question
from tutor.service.sockets import ServiceUnavailable, address, addresses, connect, listen, locked, private_folder
from tutor.service.start_state import StartState, service_environment, start_state
from tutor.wire import pack

LISTENING_FD = 3
"""Where a service finds its socket."""


def connect_or_start(course_root: Path) -> socket.socket:
    """A connection to the service of this very code, course and environment; raises ServiceUnavailable."""
    folder = private_folder()
    environment = service_environment(os.environ)
    state = start_state(course_root, environment)
    path = address(folder, state.name)
    try:
        if found := connect(path):
            return found
        with locked(folder):
            if found := connect(path):
                return found
            _start(path, course_root, environment)
            _dismiss(folder, state)
        if found := connect(path):
            return found
    except OSError as error:
        raise ServiceUnavailable(f"The service could not be started: {error}.") from error
    raise ServiceUnavailable("The service ended while it was starting.")


def address_of(course_root: Path) -> Path:
    """Where the service of this very code, course and environment is, or would be; raises ServiceUnavailable."""
    state = start_state(course_root.resolve(), service_environment(os.environ))
    return address(private_folder(), state.name)


def _start(path: Path, course_root: Path, environment: dict[str, str]) -> None:
    """It is given a socket that listens already, so that nobody has to wait until it has come up."""
    command = [sys.executable, "-P", "-m", "tutor.service", str(course_root), str(path)]
    silent = (0, 1) if os.environ.get("TUTOR_DEBUG") else (0, 1, 2)
    with listen(path) as listening:
        places: list[tuple[Any, ...]] = [(os.POSIX_SPAWN_DUP2, listening.fileno(), LISTENING_FD)]
        places += [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in silent]
        # Not a Popen: that one would miss its end, and a service outlives whoever starts it.
        os.posix_spawn(sys.executable, command, child_environment(environment), file_actions=places, setsid=True)


def _dismiss(folder: Path, newest: StartState) -> None:
    """Services of the same place that hold older code leave once nobody needs them; sockets of dead ones go."""
    for path in addresses(folder):
        if path == address(folder, newest.name):
            continue
        with contextlib.suppress(OSError):
            if (found := connect(path)) is None:
                path.unlink(missing_ok=True)
                continue
            with found:
                if path.name.startswith(f"{newest.place}-"):
                    found.sendall(pack({"op": "leave", "id": 0}))


def ask(path: Path, operation: str) -> dict[str, Any] | None:
    """What the service at `path` answers, or None when it is gone."""
    try:
        found = connect(path)
        if found is None:
            return None
    except OSError:
        return None
    conversation = Conversation(found)
    try:
        return conversation.ask(Question({"op": operation}))
    except (EOFError, OSError):
        return None
    finally:
        conversation.end()
