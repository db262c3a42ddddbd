"""Tries each layer of the sandbox for real, in a process that ends afterwards: apply it, then do what it forbids."""

from __future__ import annotations

import contextlib
import errno
import importlib.util
import os
import signal
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tutor.sandbox import cgroups, files, kernel, limits, lockdown, namespaces, syscalls


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


def _try_cgroup() -> str:
    group = cgroups.Group.make(cgroups.parent_of_runs(), f"tutor-{os.getpid()}-probe", limits.Limits())
    try:
        _kill_through(group)
        if not group.limits:
            raise NotHeld("a group can be made here, but it would have no limits")
        return f"own group, with limits for {' and '.join(group.limits)}"
    finally:
        group.remove()


def _kill_through(group: cgroups.Group) -> None:
    joining = group.open_for_joining()
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            os.write(joining, b"0")
            signal.pause()
        os._exit(1)
    while group.is_empty and not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        pass
    group.kill()
    if os.waitpid(child, 0)[1] != signal.SIGKILL:
        raise NotHeld("a process could not join the group, or was not killed with it")


def _enter_root_folder(scratch: str) -> None:
    namespaces.enter_root_folder(scratch=scratch, size=limits.MiB, most_files=64, owner=None, multi=False, cuda=False)


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


PROBES = {
    "unprivileged": _try_unprivileged,
    "rlimits": _try_rlimits,
    "landlock": _try_landlock,
    "seccomp": _try_seccomp,
    "userns": _try_userns,
    "pidns": _try_pidns,
    "netns": _try_netns,
    "ipcns": _try_ipcns,
    "mountns": _try_mountns,
    "cgroup": _try_cgroup,
}
"""What was seen is returned; a layer that does not work raises."""
