"""The few Linux calls Python has no name for, by ctypes: prctl, madvise, unshare, mount, pivot_root, capset.

Every function either does what its name says or raises OSError, so that a setup that half worked stops before a
learner's code runs.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import socket
import struct
import sys
from collections.abc import Iterable

if sys.platform != "win32":
    import fcntl

NAMESPACE_FLAGS = {
    "user": 0x10000000,
    "pid": 0x20000000,
    "net": 0x40000000,
    "ipc": 0x08000000,
    "uts": 0x04000000,
    "mount": 0x00020000,
}

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 0x1, 0x2, 0x4, 0x1000, 0x4000, 0x40000

_PR_SET_PDEATHSIG, _PR_GET_PDEATHSIG, _PR_GET_DUMPABLE, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP = 1, 2, 3, 4, 24
_PR_GET_SECCOMP, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 21, 22, 2
_PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS, _PR_GET_NO_NEW_PRIVS = 36, 38, 39
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
_SYS_CLOSE_RANGE, _SYS_MOUNT_SETATTR = 436, 442  # the same number on every architecture
_AT_FDCWD, _AT_RECURSIVE, _MOUNT_ATTR_RDONLY, _MOUNT_ATTR_NOSUID = -100, 0x8000, 0x1, 0x2
_MNT_DETACH = 2
_MADV_COLLAPSE = 25
_CAPABILITY_VERSION_3 = 0x20080522
_SIOCSIFFLAGS, _IFF_UP, _IFF_RUNNING = 0x8914, 0x1, 0x40

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def no_new_privs() -> None:
    """Give up gaining rights through set-uid programs; seccomp and Landlock need it."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def filter_syscalls(program: bytes) -> None:
    """Have a seccomp program judge every later system call of this process and its children."""
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    unused = ctypes.c_ulong(0)
    _call("prctl", ctypes.c_int(_PR_SET_SECCOMP), ctypes.c_ulong(_SECCOMP_MODE_FILTER), header, unused, unused)


def has_no_new_privs() -> bool:
    """Whether this process has given up gaining rights."""
    return _prctl(_PR_GET_NO_NEW_PRIVS, 0) == 1


def has_syscall_filter() -> bool:
    """Whether a seccomp program judges this process."""
    return _prctl(_PR_GET_SECCOMP, 0) == _SECCOMP_MODE_FILTER


def die_with_parent() -> None:
    """Be killed when the parent ends. The kernel forgets this whenever the user id changes."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def dies_with_parent() -> bool:
    """Whether this process is killed when its parent ends."""
    number = ctypes.c_int(0)
    _prctl(_PR_GET_PDEATHSIG, ctypes.addressof(number))
    return number.value == signal.SIGKILL


def is_dumpable() -> bool:
    """Whether others of the same user may trace this process."""
    return _prctl(_PR_GET_DUMPABLE, 0) == 1


def set_dumpable(dumpable: bool) -> None:
    """Whether others of the same user may trace this process, and whether it owns its own /proc/self files."""
    _prctl(_PR_SET_DUMPABLE, int(dumpable))


def collapse(start: int, size: int) -> None:
    """Put a range of this process's memory, in bytes, into huge pages; raises OSError before Linux 6.1."""
    _call("madvise", ctypes.c_void_p(start), ctypes.c_size_t(size), ctypes.c_int(_MADV_COLLAPSE))


def adopt_orphans() -> None:
    """Become the parent of descendants whose own parent ended, so that they can be waited for."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def unshare(*namespaces: str) -> None:
    """Leave the named namespaces for new ones; a new pid namespace begins with the next fork."""
    flags = 0
    for name in namespaces:
        flags |= NAMESPACE_FLAGS[name]
    _call("unshare", ctypes.c_int(flags))


def map_ids(own_proc: int, outer_uid: int, outer_gid: int, inner: int) -> None:
    """Name the one user and group of the user namespace just entered; `own_proc` is an open /proc/self."""
    for file, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{inner} {outer_uid} 1"),
        ("gid_map", f"{inner} {outer_gid} 1"),
    ):
        fd = os.open(file, os.O_WRONLY, dir_fd=own_proc)
        try:
            os.write(fd, line.encode())
        finally:
            os.close(fd)


def mount(source: str, target: str, kind: str | None, flags: int = 0, options: str = "") -> None:
    """mount(2)."""
    _call(
        "mount",
        source.encode(),
        target.encode(),
        kind.encode() if kind else None,
        ctypes.c_ulong(flags),
        options.encode() if options else None,
        about=target,
    )


def pivot_root(new_root: str, put_old: str) -> None:
    """pivot_root(2)."""
    _call("pivot_root", new_root.encode(), put_old.encode(), about=new_root)


def detach(mount_point: str) -> None:
    """Unmount a tree at once, whoever still uses it."""
    _call("umount2", mount_point.encode(), ctypes.c_int(_MNT_DETACH), about=mount_point)


def make_read_only(mount_point: str, *, with_submounts: bool) -> None:
    """Make a mount read-only and without set-uid programs; needs Linux 5.12."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID, 0, 0, 0)
    _call(
        "syscall",
        ctypes.c_long(_SYS_MOUNT_SETATTR),
        ctypes.c_int(_AT_FDCWD),
        mount_point.encode(),
        ctypes.c_uint(_AT_RECURSIVE if with_submounts else 0),
        attributes,
        ctypes.c_size_t(len(attributes)),
        about=f"mount_setattr {mount_point}",
    )


def drop_caps() -> None:
    """Give up every capability, for good."""
    _prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(64):
        try:
            _prctl(_PR_CAPBSET_DROP, capability)
        except OSError as error:
            if error.errno in (errno.EINVAL, errno.EPERM):  # past the last one; or none held, so nothing to drop
                break
            raise
    _call("capset", struct.pack("Ii", _CAPABILITY_VERSION_3, 0), bytes(24))


def has_caps() -> bool:
    """Whether this process holds any capability, or could take one up."""
    held = ctypes.create_string_buffer(24)
    _call("capget", struct.pack("Ii", _CAPABILITY_VERSION_3, 0), held)
    return any(held.raw)


def lo_up() -> None:
    """Switch on the loopback interface of a fresh network namespace."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP | _IFF_RUNNING))


def keep_only_fds(keep: Iterable[int]) -> None:
    """Close every file descriptor that is not named."""
    first = 0
    for fd in sorted(set(keep)):
        if fd > first:
            _close_range(first, fd - 1)
        first = fd + 1
    _close_range(first, 0x7FFFFFFF)


def _close_range(first: int, last: int) -> None:
    try:
        _call("syscall", ctypes.c_long(_SYS_CLOSE_RANGE), ctypes.c_uint(first), ctypes.c_uint(last), ctypes.c_uint(0))
    except OSError as error:
        if error.errno not in (
            errno.ENOSYS,
            errno.EPERM,
        ):  # before Linux 5.9, or an outer filter does not know the call
            raise
        os.closerange(first, min(last + 1, os.sysconf("SC_OPEN_MAX")))


def _prctl(option: int, argument: int) -> int:
    unused = ctypes.c_ulong(0)
    return _call(
        "prctl", ctypes.c_int(option), ctypes.c_ulong(argument), unused, unused, unused, about=f"prctl {option}"
    )


def _call(name: str, *arguments: object, about: str = "") -> int:
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, f"{name}: only Linux has this call")
    if (answer := int(getattr(_libc, name)(*arguments))) == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), about or name)
    return answer
