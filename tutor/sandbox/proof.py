"""Proves that the layers hold, by trying what they forbid: the last thing a confined child does before it runs code.

A layer can be applied without an error and hold nothing: an older kernel that ignores a flag, a library that changed
its mind, a mistake of ours. Whatever is found here ends the run before a learner's code begins.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import select
import socket
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tutor.sandbox import kernel, limits

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from tutor.sandbox.lockdown import Profile

_NAMESPACE_FILES = {"userns": "user", "netns": "net", "ipcns": "ipc", "mountns": "mnt"}
_OUR_OWN_FILE = os.path.realpath(__file__)
"""Among what `files.hidden_paths` hides, whatever way the package is installed."""
_DESCRIPTORS = 64
_NO_PROCESS = 1 << 22
"""One more than Linux counts to, so that only the filter can say that one may not."""


class LayerBroken(OSError):
    """A layer was applied without an error, and does not hold."""

    def __init__(self, layer: str, seen: str) -> None:
        self.layer = layer
        super().__init__(errno.EPROTO, f'the layer "{layer}" was applied and does not hold: {seen}')


def rehearse() -> None:
    """Do everything once in the warm process, where little is refused: a fork of it then takes half the time."""
    of_the_machine()
    with contextlib.suppress(OSError):
        kernel.has_caps(), kernel.has_no_new_privs(), kernel.dies_with_parent(), kernel.is_dumpable()
        kernel.has_syscall_filter()
        _all_descriptors(_DESCRIPTORS).poll(0)
    for attempt in (*_FORBIDDEN_IN_MULTI, *_FORBIDDEN_IN_SOLO, _write, _empty, _list_root, _read_our_own):
        with contextlib.suppress(OSError):
            _must_fail("none", attempt, errno.EPERM)


@functools.cache
def of_the_machine() -> dict[str, int]:
    """The namespaces and the root folder of the warm process; looked up once."""
    own_proc = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY)
    found = {layer: _namespace(own_proc, layer) for layer in _NAMESPACE_FILES}
    os.close(own_proc)
    return found | {"root folder": os.stat("/").st_dev}


def prove_namespaces(own_proc: int, entered: Iterable[str]) -> None:
    """That the namespaces which were to be entered are not the machine's; `own_proc` is an open /proc/self."""
    machine = of_the_machine()
    for layer in entered:
        if layer in _NAMESPACE_FILES and machine[layer] == _namespace(own_proc, layer):
            raise LayerBroken(layer, "it is still the machine's")
    if "mountns" in entered and machine["root folder"] == os.stat("/").st_dev:
        raise LayerBroken("mountns", "the root folder is still the machine's")


def _namespace(own_proc: int, layer: str) -> int:
    return os.stat(f"ns/{_NAMESPACE_FILES[layer]}", dir_fd=own_proc).st_ino


def prove_another_user(was_root: bool) -> None:
    """That a run started by root is root no more, in no way."""
    if 0 in os.getresuid() or (was_root and 0 in (*os.getresgid(), *os.getgroups())):
        raise LayerBroken("unprivileged", "it is still root")


def prove_rights(profile: Profile, layers: frozenset[str]) -> None:
    """What cannot be asked any more once the system calls are filtered."""
    if kernel.has_caps():
        raise LayerBroken("capabilities", "some are left")
    if not kernel.has_no_new_privs():
        raise LayerBroken("no_new_privs", "rights can still be gained")
    if not kernel.dies_with_parent():
        raise LayerBroken("parent-death signal", "it would outlive who started it")
    if kernel.is_dumpable() and not profile.may_be_looked_at(layers):
        raise LayerBroken("dumpable", "it can still be traced")
    if profile.is_multi and os.getpid() != 2:
        raise LayerBroken("pidns", "its process number is the machine's")


def prove_resources(budget: limits.Limits, *, already_used: int, counts_processes: bool) -> None:
    """That the limits are those that were asked for, or stricter."""
    if broken := limits.exceeded(budget, already_used=already_used, counts_processes=counts_processes):
        raise LayerBroken("rlimits", f"{', '.join(broken)} is higher than asked")


def prove_descriptors(kept: Iterable[int]) -> None:
    """That no descriptor is open but those that were to be kept."""
    count = min(_DESCRIPTORS, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    closed = {fd for fd, event in _all_descriptors(count).poll(0) if event & select.POLLNVAL}
    if left := set(range(count)) - closed - set(kept):
        raise LayerBroken("descriptors", f"{len(left)} more are open than were to be kept")


def prove_files(layers: frozenset[str]) -> None:
    """That our own package, which holds the graders, can be neither found nor opened."""
    hidden = (errno.ENOENT, errno.ENOTDIR, errno.EACCES)
    if "mountns" in layers:
        _must_fail("mountns", _find_our_own, *hidden)
    if "landlock" in layers:
        _must_fail("landlock", _list_root, errno.EACCES)  # everybody may list it, so that only Landlock refuses
    if layers & {"landlock", "mountns"}:
        _must_fail("landlock", _read_our_own, *hidden)


def prove_syscalls(profile: Profile) -> None:
    """That the filter judges this process, and refuses what the profile does not have."""
    if not kernel.has_syscall_filter():
        raise LayerBroken("seccomp", "no filter is loaded")
    for attempt in _FORBIDDEN_IN_MULTI if profile.is_multi else _FORBIDDEN_IN_SOLO:
        _must_fail("seccomp", attempt, errno.EPERM)
    _must_fail("seccomp", _empty if profile.has_scratch or profile.cuda else _write, errno.EPERM)


def _must_fail(layer: str, attempt: Callable[[], object], *numbers: int) -> None:
    try:
        attempt()
    except OSError as error:
        if error.errno not in numbers:
            raise
        return
    raise LayerBroken(layer, f"it let this happen: {attempt.__name__.strip('_').replace('_', ' ')}")


@functools.cache
def _all_descriptors(count: int) -> select.poll:
    poll = select.poll()
    for fd in range(count):
        poll.register(fd, 0)
    return poll


def _make_a_hidden_file() -> None:
    os.close(os.memfd_create("proof"))


def _set_the_user() -> None:
    os.setresuid(-1, -1, -1)  # to what it is


def _open_a_socket() -> None:
    socket.socket().close()


def _signal_another_process() -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(_NO_PROCESS, 0)


def _write() -> None:
    os.close(os.open(os.devnull, os.O_WRONLY))


def _empty() -> None:
    os.close(os.open(os.devnull, os.O_RDONLY | os.O_TRUNC))


def _list_root() -> None:
    os.close(os.open("/", os.O_RDONLY | os.O_DIRECTORY))


def _find_our_own() -> None:
    os.stat(_OUR_OWN_FILE)


def _read_our_own() -> None:
    os.close(os.open(_OUR_OWN_FILE, os.O_RDONLY))


_FORBIDDEN_IN_MULTI = (_make_a_hidden_file, _set_the_user)
_FORBIDDEN_IN_SOLO = (_make_a_hidden_file, _open_a_socket, _signal_another_process)
