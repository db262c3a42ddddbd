"""Joins a Ray cluster that is already running, and says in one sentence why it cannot."""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.errors import UsageError

REACH_SECONDS = 3.0
SETTINGS = {
    "RAY_AUTH_MODE": "token",
    "RAY_NUM_REDIS_GET_RETRIES": "5",  # one second each: how long to knock where a token is refused
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".",  # Ray would print news of its nodes to stdout, where our answer belongs
}
"""What Ray reads when it is imported, unless the environment says otherwise."""
START_ONE = "Start one with `ray start --head`, or name its head node: --ray-address HOST:6379, or RAY_ADDRESS."
TOKEN = (
    "Take the token of the cluster's head node (`ray get-auth-token` shows it) and put its file's name into "
    "RAY_AUTH_TOKEN_PATH. Only for a cluster that has no token: RAY_AUTH_MODE=disabled."
)
NO_NODE = (
    "This machine must be a node of the cluster, if only with `ray start --address=HOST:6379 --num-cpus=0`, with the "
    "same versions of Python and Ray. docs/cluster.md shows how."
)


def join(address: str | None = None) -> Any:
    """Become a driver of the cluster at `address`, at RAY_ADDRESS or on this machine; gives the module `ray`.

    Raises UsageError when Ray is not installed, when nobody answers, and when the token is missing or wrong.
    Settings: https://docs.ray.io/en/latest/ray-security/token-auth.html
    """
    place = address or os.environ.get("RAY_ADDRESS") or "auto"
    ray = import_ray()
    if place != "auto":
        _reach(place)
    try:
        # Ray lets its workers import from the driver's working folder, and a hand-in called random.py may lie there.
        with _sigterm_kept(), _stderr_hidden(), contextlib.chdir(Path(__file__).parents[2]):
            ray.init(address=place, log_to_driver=False, logging_level=logging.ERROR)
    except ray.exceptions.AuthenticationError:
        raise UsageError("There is no token for the Ray cluster here.", TOKEN) from None
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise _refusal(place, error) from error
    return ray


def import_ray() -> Any:
    """The module `ray`, with token authentication unless the environment says otherwise; raises UsageError."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise UsageError(
            f"Ray cannot be imported here: {error}.", "Install it: `pip install 'tensor-tutor[ray]'`."
        ) from error


def _reach(place: str) -> None:
    """Knock at the head node, because Ray itself would try for minutes."""
    host, separator, port = place.removesuffix("/").rpartition(":")
    if not separator or "://" in place or not port.isdecimal():
        raise UsageError(f"{place!r} is no address of a Ray cluster.", "It looks like HOST:6379; `auto` looks here.")
    try:
        socket.create_connection((host.strip("[]"), int(port)), REACH_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise UsageError(f"No Ray cluster answers at {place}: {error}.", START_ONE) from error


@contextlib.contextmanager
def _sigterm_kept() -> Iterator[None]:
    """Give `kill` its meaning back, which Ray takes over when it starts."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _stderr_hidden() -> Iterator[None]:
    """Keep what Ray's C++ side writes to stderr from a teacher, who is told the reason in a sentence."""
    if os.environ.get("TUTOR_DEBUG") or sys.stderr is None:
        yield
        return
    with open(os.devnull, "wb") as nowhere:
        stderr = os.dup(2)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)


def _refusal(place: str, error: Exception) -> UsageError:
    """What Ray's own error means for a teacher."""
    if place == "auto":
        return UsageError("There is no Ray cluster on this machine.", START_ONE)
    causes = f"{error} {error.__cause__ or ''}"
    if "AuthToken" in causes or "Unauthenticated" in causes:
        return UsageError(f"The Ray cluster at {place} does not accept our token.", TOKEN)
    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return UsageError(f"The Ray cluster at {place} cannot be joined from here: {reason}.", NO_NODE)
