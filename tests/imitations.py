"""Makes this process live as in other places: in Docker, on Ubuntu 24.04, as an ordinary user."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import landlockpy
import seccompy
from landlockpy import AccessFS, AccessNet, Scope

from tutor.sandbox import kernel

_DOCKER_REFUSES = """
    unshare setns mount umount2 pivot_root mount_setattr move_mount fsopen fsconfig fsmount open_tree chroot
    keyctl add_key request_key io_uring_setup io_uring_enter io_uring_register bpf perf_event_open userfaultfd
    name_to_handle_at open_by_handle_at kcmp pidfd_getfd process_madvise acct swapon swapoff reboot
    init_module finit_module delete_module kexec_load quotactl memfd_secret
"""
"""Of moby's default profile, what it withholds from a container without capabilities."""
_NEW_NAMESPACES = 0x7E020000


def docker() -> None:
    """As in a container under Docker's default seccomp profile."""
    kernel.no_new_privs()
    outer = seccompy.Filter(default=seccompy.Action.ALLOW)
    for name in _DOCKER_REFUSES.split():
        try:
            seccompy.syscall_nr(name)
        except ValueError:
            continue
        outer.errno(name, errno.EPERM)
    for bit in range(32):
        if _NEW_NAMESPACES >> bit & 1:
            flag = 1 << bit
            outer.errno("clone", errno.EPERM, args=[seccompy.ArgCmp(0, seccompy.CmpOp.MASKED_EQ, flag, flag)])
    outer.errno("clone3", errno.ENOSYS)
    outer.load()


def apparmor() -> None:
    """As under Ubuntu 24.04's rule: a user namespace may be made, but not given its uid_map, nor anything mounted."""
    kernel.no_new_privs()
    change = AccessFS.WRITE_FILE | AccessFS.REFER  # whatever is not allowed of these is refused; a rename is allowed
    with landlockpy.Ruleset(handled_fs=change, handled_net=AccessNet.NONE, scoped=Scope.NONE) as ruleset:
        for entry in os.listdir("/"):
            if entry != "proc":
                ruleset.allow_path(f"/{entry}", change if os.path.isdir(f"/{entry}") else AccessFS.WRITE_FILE)
        ruleset.restrict()


def open_python_to_all() -> None:
    """Give root, or whom it becomes, a view of the machine where Python lies in nobody's private folder, as usual."""
    for folder in sorted({private for path in _needed() if (private := _private_folder_above(path))}):
        _open_to_all(folder)


def ordinary_user(uid: int) -> None:
    """From root to an ordinary user."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    kernel.set_dumpable(True)
    os.environ |= {"HOME": tempfile.mkdtemp(), "USER": "student"}


def _needed() -> list[Path]:
    return [Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve(), Path(__file__).resolve().parent.parent]


def _private_folder_above(path: Path) -> Path | None:
    return next((folder for folder in reversed(path.parents) if not folder.stat().st_mode & 0o001), None)


def _open_to_all(folder: Path) -> None:
    """Put a folder that all may enter in place of a private one, with what is needed below it mounted through."""
    kernel.unshare("mount")
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    kept = [path for path in _needed() if path.is_relative_to(folder)]
    handles = [os.open(path, os.O_PATH) for path in kept]
    kernel.mount("tmpfs", str(folder), "tmpfs", 0, "mode=0755")
    for path, handle in zip(kept, handles, strict=True):
        path.mkdir(parents=True, exist_ok=True)
        kernel.mount(f"/proc/self/fd/{handle}", str(path), None, kernel.MS_BIND | kernel.MS_REC)
        os.close(handle)
