"""Where hostile hand-ins are tried, and what came of each there."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from corpus import read_corpus
from trial import AVAILABLE, CORE
from turns import of_today

from tutor.attack.hostile import Hostile
from tutor.sandbox.lockdown import NAMESPACES

HERE = Path(__file__).parent
LOCK = HERE.parent / ".pytest_cache" / "hostile-hand-ins.lock"
"""Of all the processes that run these tests."""
CORPUS = read_corpus()
IS_ROOT = os.geteuid() == 0
EVERY_LAYER = "landlock seccomp rlimits mountns userns"
PLACES = {
    "here": [],
    "here-with-processes": ["--profile", "multi"],
    "here-with-files": ["--profile", "files"],
    "ordinary-user": ["--user", "12345"],
    "docker": ["--imitate", "docker"],
    "ubuntu": ["--imitate", "apparmor", "--user", "12345"],
}
"""Where a grader may find itself: in Docker mostly as root, on Ubuntu as a user. Both refuse namespaces."""
WEAKENED = {f"without-{layer}": ["--without", layer] for layer in EVERY_LAYER.split()}
"""With one layer switched off, to know what the others hold."""
BARE = {"bare": ["--without", f"{EVERY_LAYER} cgroup"]}
ALONE = {
    "landlock-alone": ["--without", "seccomp mountns userns rlimits cgroup"],
    "seccomp-alone": ["--without", "landlock mountns userns rlimits cgroup"],
    "root-folder-alone": ["--without", "landlock seccomp rlimits cgroup"],
    "limits-alone": ["--without", "landlock seccomp mountns userns cgroup"],
}
"""For the table of docs/escapes.md. The user namespace matters only where the root folder is made through it."""
NEEDS_ROOT = [name for name, options in PLACES.items() if "--user" in options]
PROCESSES_ARE_NOT_RUN = {"docker", "ubuntu"}

NEEDS_CORE = pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp")


@cache
def came_of(place: str) -> dict[str, dict[str, Any]]:
    """What every hand-in came to in one place."""
    return try_in(place, names_run(place))


def try_in(place: str, names: list[str]) -> dict[str, dict[str, Any]]:
    """What these came to there; in a program of its own, since it may not come back from there."""
    options = (PLACES | WEAKENED | BARE | ALONE)[place]
    with _alone_if_it_may_leave_traces(place):
        done = subprocess.run(
            [sys.executable, "escape_run.py", *options, *names], cwd=HERE, capture_output=True, text=True, timeout=900
        )
    assert done.returncode == 0, done.stderr
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


@contextmanager
def _alone_if_it_may_leave_traces(place: str) -> Iterator[None]:
    """What gets through with layers switched off writes to the folders that the other places are watched in."""
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH if place in PLACES else fcntl.LOCK_EX)
        yield


def places_of_today() -> list[str]:
    """This machine as it is, every time; of the others, for which the record vouches, those whose turn it is."""
    others = [place for place in PLACES if place != "here"]
    return ["here", *of_today(others, a_day=1), *of_today([*WEAKENED, *BARE], a_day=1)]


def in_places(places: dict[str, list[str]]) -> list[Any]:
    """One parameter for each hand-in in each place of today; those of one place stay on one worker.

    So do all those with layers switched off: they cannot run side by side.
    """
    today = places_of_today()
    return [
        pytest.param(
            place,
            hostile,
            id=f"{place}-{hostile.name}",
            marks=[pytest.mark.xdist_group(place if place in PLACES else "layers switched off"), *_needs(place)],
        )
        for place in places
        if place in today
        for hostile in CORPUS.values()
        if _is_run(hostile, place)
    ]


def names_run(place: str) -> list[str]:
    """The hand-ins that are tried there."""
    return [name for name, hostile in CORPUS.items() if _is_run(hostile, place)]


def _is_run(hostile: Hostile, place: str) -> bool:
    """With layers switched off, not what could harm the machine; with some of them, only what means to get out."""
    if place in PLACES:
        return True
    if hostile.only_confined or (place in ALONE and hostile.profile == "multi"):
        return False
    return place in BARE or hostile.tells_when_through


def _needs(place: str) -> list[pytest.MarkDecorator]:
    if place in NEEDS_ROOT and not IS_ROOT:
        return [pytest.mark.skip("only root can become another user")]
    if place == "here-with-processes" and not AVAILABLE >= NAMESPACES:
        return [pytest.mark.skip("this machine has no user namespaces")]
    return []
