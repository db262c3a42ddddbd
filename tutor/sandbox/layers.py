"""What this machine can confine with, found out by doing it: every layer is tried for real in a child of its own.

`tutor doctor` prints what `probe` finds, `lockdown.confine` applies what works, and every report carries the grade.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from tutor.sandbox import lockdown
from tutor.sandbox.probes import PROBES, NotHeld

Grade = Literal["A", "B", "C", "D", "E"]

NOT_STOPPED: dict[Grade, str] = {
    "A": "Only a mistake in Linux or in the processor lets code out. What a check measures while the code runs, "
    "such as how often a function was called, is the code's own word.",
    "B": "As in A; code can also learn the names of files, though not what is in them. "
    "Files it writes are counted every moment, not limited by a file system of their own.",
    "C": "Where mountns is missing too, code can read every file that its user can, graders and other hand-ins among "
    "them, and show it in what it prints or returns. It cannot change, start or send anything.",
    "D": "Code can do whatever its user can: read, change and delete files, start programs and use the network. "
    "Only its processor time, memory and open files are limited.",
    "E": "Code would run as root or without any limit, so nothing is run.",
}
"""By grade, what code can do in spite of it."""

EXTRAS = frozenset({"cgroup"})
"""A gain where there are, needed by nothing, and without a say in the grade."""


@dataclass(frozen=True)
class Layer:
    """One layer of the sandbox and whether it held when it was tried."""

    name: str
    works: bool
    detail: str
    """What was seen, or the error."""
    fix: str = ""
    """What to do about a layer that does not work."""


def probe() -> tuple[Layer, ...]:
    """Try every layer; about a tenth of a second. Forks, so call it before starting threads."""
    if sys.platform != "linux":
        fix = "Run tutor in Linux: in a container, or in WSL on Windows."
        return tuple(Layer(name, False, f"{sys.platform} has no such thing", fix) for name in PROBES)
    lockdown.prepare()  # imports: an unprivileged child may not be able to
    return tuple(_probe(name, attempt) for name, attempt in PROBES.items())


def names_of_working(layers: Iterable[Layer]) -> frozenset[str]:
    """The layers to apply to a run."""
    return (lockdown.LAYERS | EXTRAS) & {layer.name for layer in layers if layer.works}


def names_of_missing(layers: Iterable[Layer]) -> frozenset[str]:
    """The layers without which a run is less confined than it could be, extras aside."""
    return frozenset(layer.name for layer in layers if not layer.works) - EXTRAS


def grade(layers: Iterable[Layer]) -> Grade:
    """How well a learner's code is confined here.

    A: Landlock, seccomp and resource limits, and a user, process, network, host and root folder of the run's own.
    B: Landlock, seccomp and limits. Exercises in one process are as safe as in A; those with several cannot run.
    C: seccomp and limits. Nothing can be written, started or sent, but the user's files can be read.
    D: limits only: for one's own code.
    E: not even those, or a root that cannot become another user, so that nothing is run.
    """
    working = {layer.name for layer in layers if layer.works}
    if not {"rlimits", "unprivileged"} <= working:
        return "E"
    if "seccomp" not in working:
        return "D"
    if "landlock" not in working:
        return "C"
    return "A" if {"userns", "pidns", "netns", "ipcns", "mountns"} <= working else "B"


def _probe(name: str, attempt: Callable[[], str]) -> Layer:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        _report(attempt, writer)
    os.close(writer)
    with open(reader, encoding="utf-8", errors="replace") as answer:
        verdict, _, detail = answer.read(1000).partition(" ")
    os.waitpid(child, 0)
    works = verdict == "yes"
    return Layer(name, works, detail or "the attempt was killed", "" if works else _fix(name))


def _report(attempt: Callable[[], str], writer: int) -> None:
    try:
        answer = f"yes {attempt()}"
    except NotHeld as error:
        answer = f"no {error}"
    except BaseException as error:
        answer = f"no {type(error).__name__}: {error}"
    with contextlib.suppress(OSError):
        os.write(writer, answer.encode()[:900])
    os._exit(0)


_APPARMOR_SWITCH = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns"
_USER_NAMESPACES = (
    "Only exercises that start several processes need it. In a container: start that with a seccomp profile that "
    "allows unshare and mount. Elsewhere: `sudo sysctl -w user.max_user_namespaces=15000` often helps."
)
_APPARMOR = (
    "Only exercises that start several processes need it. "
    "AppArmor forbids it here: `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` allows it."
)
_FIXES = {
    "unprivileged": "Run tutor as an ordinary user, or keep Python and its packages where every user may read them.",
    "rlimits": "Run tutor on Linux.",
    "landlock": "Use Linux 5.13 or later with Landlock switched on, and `pip install landlockpy`.",
    "seccomp": "Use Linux on x86-64 or ARM64 with seccomp switched on, and `pip install seccompy`.",
    "cgroup": "Nothing needs it; it limits memory and processes exactly. With systemd: "
    "`systemd-run --user --scope -p Delegate=yes tutor` starts tutor in a group it may divide.",
}


def _fix(name: str) -> str:
    if name in _FIXES:
        return _FIXES[name]
    with contextlib.suppress(OSError), open(_APPARMOR_SWITCH) as switch:
        if switch.read().strip() == "1":
            return _APPARMOR
    return _USER_NAMESPACES
