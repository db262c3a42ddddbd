"""A run's own view of the machine: its own user, processes, network, host name and root folder.

The root folder holds Python, its packages and system libraries read-only, the scratch folder, and nothing else, so a
name that is not on the list does not exist: no home folder to read and no other program's Unix socket to connect to.
"""

from __future__ import annotations

import errno
import functools
import os
import select
import signal
import socket
import struct
import sys
from typing import NoReturn

from tutor.sandbox import files, kernel

if sys.platform != "win32":
    import resource

INSIDE_ID = 1000
"""The one user and group that exist inside."""

_STAGE = "/proc"
"""Where the new root is put together; any folder that always exists would do."""
_OLD = "/old"


def enter_user(own_proc: int) -> None:
    """Be the only user of a new user namespace, with every right inside it and none outside."""
    uid, gid = os.geteuid(), os.getegid()
    kernel.set_dumpable(True)
    kernel.unshare("user")
    kernel.map_ids(own_proc, uid, gid, INSIDE_ID)
    kernel.set_dumpable(False)
    kernel.die_with_parent()


def enter_network() -> None:
    """Have a network of one loopback interface."""
    kernel.unshare("net")
    kernel.lo_up()


def enter_host() -> None:
    """Have one's own host name, shared memory segments, semaphores and message queues."""
    kernel.unshare("ipc", "uts")
    socket.sethostname("sandbox")


def enter_root_folder(*, scratch: str, size: int, most_files: int, owner: int | None, multi: bool, cuda: bool) -> None:
    """Have a root folder with only what `files` lists; the scratch folder is ours, or `owner`'s when given."""
    shared_memory = [files.SHARED_MEMORY] if multi else []
    writable = [*([scratch] if scratch else []), *shared_memory]
    host_folders = files.CUDA_WRITABLE if cuda else ()
    kernel.unshare("mount")
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    os.umask(0o022)
    _mount_tmpfs(_STAGE, "size=64k,mode=0755")
    os.mkdir(_STAGE + _OLD)
    kernel.pivot_root(_STAGE, _STAGE + _OLD)
    os.chdir("/")
    _bind_what_may_be_read(cuda)
    for folder in (*writable, *host_folders, files.PCI_DEVICES):
        _make_folder(folder)
    for folder in host_folders:
        kernel.mount(_OLD + folder, folder, None, kernel.MS_BIND | kernel.MS_REC)
    kernel.detach(_OLD)
    kernel.make_read_only("/", with_submounts=False)
    belongs = "" if owner is None else f",uid={owner},gid={owner}"
    for folder in writable:
        _mount_tmpfs(folder, f"size={size},nr_inodes={most_files},mode=0700{belongs}")


def _bind_what_may_be_read(cuda: bool) -> None:
    driver = (*files.cuda_devices(_OLD), *files.CUDA_READABLE) if cuda else ()
    for path in (*files.DEVICES, *driver):
        _bind(_OLD + path, path)
    for name, source in bind_sources().items():
        _bind(_OLD + source, name)
        for secret in files.hidden_paths():
            if files.is_within(secret, source):
                _cover(name + secret[len(source) :])


@functools.cache
def bind_sources() -> dict[str, str]:
    """Each readable root, and what it is a link to, without those that lie below another."""
    roots = files.readable_roots()
    sources = {name: os.path.realpath(path) for path in roots for name in (path, os.path.realpath(path))}
    kept: dict[str, str] = {}
    for name in sorted(sources, key=len):
        if not any(files.is_within(name, folder) for folder in kept):
            kept[name] = sources[name]
    return kept


def _bind(source: str, target: str) -> None:
    kind = files.kind_of(source)
    if kind == "folder":
        _make_folder(target)
    elif kind == "file":
        _make_folder(os.path.dirname(target))
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC))
    else:
        return
    kernel.mount(source, target, None, kernel.MS_BIND | kernel.MS_REC)
    kernel.make_read_only(target, with_submounts=True)


def _make_folder(path: str) -> None:
    """With its parents; unlike os.makedirs, an error other than that it is there already is an error."""
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        _make_folder(os.path.dirname(path))
        os.mkdir(path)


def _cover(path: str) -> None:
    kind = files.kind_of(path)
    if kind == "folder":
        kernel.mount("tmpfs", path, "tmpfs", kernel.MS_RDONLY, "size=4k,mode=0555")
    elif kind == "file":
        kernel.mount("/dev/null", path, None, kernel.MS_BIND)


def _mount_tmpfs(folder: str, options: str) -> None:
    kernel.mount("tmpfs", folder, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, options)


def enter_processes() -> None:
    """Return as process 2 of a new pid namespace; the callers stay behind, wait, and end as it ends.

    Process 1 collects orphans, and when it leaves the kernel kills whatever is left, daemons included.
    """
    kernel.unshare("pid")
    status_reader, status_writer = os.pipe()
    ready_reader, ready_writer = os.pipe()
    outside = os.fork()
    if outside:
        _wait_outside(outside, status_reader, ready_writer)
    os.close(status_reader)
    kernel.die_with_parent()
    if _reader_is_gone(status_writer):
        os._exit(97)
    inside = os.fork()
    if inside:
        _reap(inside, status_writer, ready_writer)
    kernel.die_with_parent()
    for fd in (status_writer, ready_writer):
        os.close(fd)
    _await_both(ready_reader)
    os.setsid()


def _await_both(ready: int) -> None:
    """Go on only when both processes that wait are confined too; raises OSError when one of them ended instead."""
    for _ in range(2):
        if not os.read(ready, 1):
            raise OSError(errno.EPIPE, "a process that waits for the run could not be confined")
    os.close(ready)


def _reader_is_gone(pipe: int) -> bool:
    """Whether the process that waits outside was killed before this one asked to die with it."""
    poll = select.poll()
    poll.register(pipe, select.POLLERR)
    return bool(poll.poll(0))


def _wait_outside(first_process: int, status_reader: int, ready: int) -> NoReturn:
    try:
        kernel.keep_only_fds([status_reader, ready])
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _tell(ready)
        packed = os.read(status_reader, 4)
        os.waitpid(first_process, 0)  # after this no process of the namespace is left
        _end_like(struct.unpack("i", packed)[0] if packed else signal.SIGKILL)
    finally:
        os._exit(97)


def _reap(learner: int, status_writer: int, ready: int) -> NoReturn:
    try:
        kernel.keep_only_fds([status_writer, ready])
        kernel.drop_caps()
        kernel.no_new_privs()
        _tell(ready)
        while True:
            pid, status = os.wait()
            if pid == learner:
                os.write(status_writer, struct.pack("i", status))
                os._exit(0)
    finally:
        os._exit(97)


def _tell(ready: int) -> None:
    os.write(ready, b".")
    os.close(ready)


def _end_like(status: int) -> NoReturn:
    if os.WIFSIGNALED(status):
        ending = os.WTERMSIG(status)
        if ending != signal.SIGKILL:
            signal.signal(ending, signal.SIG_DFL)
        os.kill(os.getpid(), ending)
    os._exit(os.WEXITSTATUS(status))
