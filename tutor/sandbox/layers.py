"""What this machine can confine with, found out by doing it: every layer is tried for real in a child of its own.

`tutor doctor` prints what `probe` finds, `lockdown.confine` applies what works, and every report carries the grade.
"""

from __future__ import annotations

import contextlib
import errno
import importlib.util
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tutor.sandbox import files, kernel, limits, lockdown, namespaces, syscalls

Grade = Literal["A", "B", "C", "D", "E"]


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
        return tuple(Layer(name, False, f"{sys.platform} has no such thing", fix) for name in _PROBES)
    lockdown.prepare()  # imports: an unprivileged child may not be able to
    return tuple(_probe(name, attempt) for name, attempt in _PROBES.items())


def names_of_working(layers: Iterable[Layer]) -> frozenset[str]:
    """The layers `lockdown.confine` should apply."""
    return lockdown.LAYERS & {layer.name for layer in layers if layer.works}


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
    except BaseException as error:
        answer = f"no {type(error).__name__}: {error}"
    with contextlib.suppress(OSError):
        os.write(writer, answer.encode()[:900])
    os._exit(0)


class NotHeld(Exception):
    """The layer was applied without an error and stopped nothing."""


def _try_unprivileged() -> str:
    if os.geteuid() != 0:
        return f"user {os.geteuid()}"
    needed = [os.__file__, *_where_torch_is()]
    if not all(_others_may_enter(path) for path in needed):
        _enter_root_folder("")  # as a run would, in which the folders above Python are everybody's
    lockdown.become_unprivileged()
    for path in needed:
        if not os.access(path, os.R_OK):
            raise NotHeld(f"root becomes user {os.geteuid()}, who may not read {path}")
    return f"root becomes user {os.geteuid()}"


def _others_may_enter(path: str) -> bool:
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in Path(path).resolve().parents)


def _where_torch_is() -> list[str]:
    found = importlib.util.find_spec("torch")
    return [found.origin] if found and found.origin else []


def _try_rlimits() -> str:
    budget = limits.Limits(memory_bytes=16 * limits.MiB)
    limits.apply(budget, already_used=limits.data_in_use(), counts_processes=False)
    try:
        bytearray(64 * limits.MiB)
    except MemoryError:
        return "memory, processor time, files"
    raise NotHeld("64 MiB were given out under a limit of 16 MiB")


def _try_landlock() -> str:
    _become_ordinary()
    files.restrict()
    with _refused(errno.EACCES):
        os.close(os.open("/proc/self/status", os.O_RDONLY))
    return f"ABI {files.landlock_abi()}"


def _try_seccomp() -> str:
    _become_ordinary()
    syscalls.restrict()
    with _refused(errno.EPERM):
        socket.socket()
    with _refused(errno.EPERM):
        os.kill(os.getppid(), 0)
    return "allow-list active"


def _try_userns() -> str:
    _enter_user()
    return "own user, and its uid_map"


def _try_pidns() -> str:
    _enter_user()
    kernel.unshare("pid")
    child = os.fork()
    if not child:
        os._exit(0 if os.getpid() == 1 else 1)
    if os.waitpid(child, 0)[1]:
        raise NotHeld("the first process was not number 1")
    return "own process numbers"


def _try_netns() -> str:
    _enter_user()
    namespaces.enter_network()
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
    return "own network, with a loopback"


def _try_ipcns() -> str:
    _enter_user()
    namespaces.enter_host()
    return "own host name and shared memory"


def _try_mountns() -> str:
    scratch = tempfile.gettempdir()
    if os.geteuid() != 0:
        _enter_user()
    _enter_root_folder(scratch)
    with tempfile.TemporaryFile(dir=scratch) as file:
        file.write(b"scratch")
    if os.path.exists("/etc/passwd"):
        raise NotHeld("/etc/passwd is still there")
    return "own root folder and scratch folder"


def _enter_root_folder(scratch: str) -> None:
    namespaces.enter_root_folder(scratch=scratch, size=limits.MiB, owner=None, multi=False, cuda=False)


def _enter_user() -> None:
    _become_ordinary()
    namespaces.enter_user(os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY))


def _become_ordinary() -> None:
    if os.geteuid() == 0:
        lockdown.become_unprivileged()


@contextlib.contextmanager
def _refused(number: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != number:
            raise
    else:
        raise NotHeld("the layer was applied and refused nothing")


_PROBES = {
    "unprivileged": _try_unprivileged,
    "rlimits": _try_rlimits,
    "landlock": _try_landlock,
    "seccomp": _try_seccomp,
    "userns": _try_userns,
    "pidns": _try_pidns,
    "netns": _try_netns,
    "ipcns": _try_ipcns,
    "mountns": _try_mountns,
}
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
}


def _fix(name: str) -> str:
    if name in _FIXES:
        return _FIXES[name]
    with contextlib.suppress(OSError), open(_APPARMOR_SWITCH) as switch:
        if switch.read().strip() == "1":
            return _APPARMOR
    return _USER_NAMESPACES
