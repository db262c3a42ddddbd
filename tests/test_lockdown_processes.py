"""Which sockets, processes and system calls a confined child cannot reach, tried for real."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import seccompy
from degrees import (
    CALLERS,
    NOTHING,
    confining,
    every_profile,
    is_refused,
    needs_namespaces,
    needs_root,
    solo,
)
from trial import AVAILABLE, CORE, MULTI, SETUP_FAILED, SOLO, Trial, folder_for_everybody

from tutor.sandbox import kernel, lockdown
from tutor.sandbox.limits import Limits
from tutor.sandbox.lockdown import Profile

pytestmark = confining


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with folder_for_everybody() as folder:
        yield folder


@solo
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_solo_has_no_sockets(trial: Trial, family: int, kind: int) -> None:
    assert is_refused(trial.run(lambda: socket.socket(family, kind)), errno.EPERM)


def test_a_socket_pair_cannot_send_to_a_path(open_folder: Path) -> None:
    path = str(open_folder / "log")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(path)
        os.chmod(path, 0o777)
        log.setblocking(False)

        def send() -> None:
            ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
            ours.sendto(b"forged", path)

        assert Trial(available=NOTHING).run(send).raised is None
        assert log.recv(10) == b"forged"
        assert is_refused(Trial(available=CORE).run(send), errno.EPERM)
        with pytest.raises(BlockingIOError):
            log.recv(10)


def test_solo_may_use_a_socket_pair_of_its_own() -> None:
    def talk() -> str:
        ours, theirs = socket.socketpair()
        ours.sendall(b"hello")
        return theirs.recv(5).decode()

    assert Trial().run(talk).returned == "hello"


@needs_namespaces
def test_multi_reaches_its_own_loopback_and_no_other() -> None:
    def talk_to_myself() -> str:
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            client = socket.socket()
            client.connect(server.getsockname())
            connection, _ = server.accept()
            client.sendall(b"hello")
            return connection.recv(5).decode()

    with socket.create_server(("127.0.0.1", 0)) as host:
        address = host.getsockname()

        def reach() -> None:
            socket.socket().connect(address)

        assert Trial(available=NOTHING).run(reach).raised is None
        assert Trial(MULTI).run(reach).errno == errno.ECONNREFUSED
        assert Trial(MULTI).run(talk_to_myself).returned == "hello"


@needs_namespaces
@pytest.mark.parametrize("as_ordinary_user", [False, pytest.param(True, marks=needs_root)])
def test_multi_does_not_reach_the_unix_socket_of_another_program(open_folder: Path, as_ordinary_user: bool) -> None:
    path = str(open_folder / "socket")
    with socket.socket(socket.AF_UNIX) as host:
        host.bind(path)
        os.chmod(path, 0o777)
        host.listen()

        def reach() -> None:
            socket.socket(socket.AF_UNIX).connect(path)

        assert Trial(available=NOTHING, as_ordinary_user=as_ordinary_user).run(reach).raised is None
        assert is_refused(Trial(MULTI, as_ordinary_user=as_ordinary_user).run(reach), errno.ENOENT, errno.EACCES)


@needs_namespaces
def test_multi_does_not_reach_an_abstract_socket_of_another_program() -> None:
    name = f"\0tutor-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as host:
        host.bind(name)
        host.listen()

        def reach() -> None:
            socket.socket(socket.AF_UNIX).connect(name)

        assert Trial(available=NOTHING).run(reach).raised is None
        assert Trial(MULTI).run(reach).errno == errno.ECONNREFUSED


@needs_namespaces
@pytest.mark.parametrize(
    "kind", [(socket.AF_INET, socket.SOCK_RAW, 1), (socket.AF_NETLINK, socket.SOCK_RAW, 12), (socket.AF_PACKET, 3, 0)]
)
def test_multi_has_only_the_plain_kinds_of_socket(kind: tuple[int, int, int]) -> None:
    assert is_refused(Trial(MULTI).run(lambda: socket.socket(*kind)), errno.EPERM)


@solo
def test_solo_starts_no_process(trial: Trial) -> None:
    assert is_refused(trial.run(os.fork), errno.EPERM)
    assert trial.run(lambda: subprocess.run(["/bin/true"])).raised in ("PermissionError", "FileNotFoundError")
    assert is_refused(trial.run(lambda: os.posix_spawn("/bin/true", ["true"], {})), errno.EPERM, errno.ENOENT)
    assert is_refused(trial.run(lambda: os.execv("/bin/true", ["true"])), errno.EPERM)


@needs_namespaces
def test_multi_starts_its_own_code_but_no_program() -> None:
    def fork() -> int:
        child = os.fork()
        if not child:
            os._exit(7)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert Trial(MULTI).run(fork).returned == 7
    assert is_refused(Trial(MULTI).run(lambda: os.execv(sys.executable, ["python"])), errno.EPERM)


@solo
def test_no_other_process_gets_a_signal(trial: Trial) -> None:
    victim = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        for target in (os.getpid(), victim.pid, -1, 0, 1):
            assert is_refused(trial.run(partial(os.kill, target, signal.SIGKILL)), errno.EPERM)
        assert is_refused(
            trial.run(lambda: os.killpg(os.getpgid(victim.pid), signal.SIGKILL)), errno.EPERM, errno.ESRCH
        )
        assert victim.poll() is None
    finally:
        victim.communicate(b"\n")


@needs_namespaces
def test_multi_sees_no_process_but_its_own() -> None:
    parent = os.getpid()
    assert Trial(MULTI).run(os.getpid).returned == 2
    assert is_refused(Trial(MULTI).run(lambda: os.kill(parent, 0)), errno.ESRCH)

    def kill_everybody() -> str:
        for target in (1, -1):
            with contextlib.suppress(OSError):
                os.kill(target, signal.SIGKILL)
        return "still here"

    assert Trial(MULTI).run(kill_everybody).returned == "still here"


@solo
def test_the_kernel_sends_no_signal_on_behalf_of_the_run(trial: Trial) -> None:
    victim = os.getpid()

    def own_a_pipe() -> None:
        reader, _ = os.pipe()
        fcntl.fcntl(reader, fcntl.F_SETOWN, victim)

    assert is_refused(trial.run(own_a_pipe), errno.EPERM)


PTRACE_ATTACH, PTRACE_TRACEME = 16, 0
_libc = ctypes.CDLL(None, use_errno=True)


def call(number: int, *arguments: Any) -> int:
    """A system call by number, for those Python has no name for."""
    if (result := _libc.syscall(number, *arguments)) == -1:
        raise OSError(ctypes.get_errno(), "refused")
    return int(result)


def number_of(name: str) -> int:
    return int(seccompy.syscall_nr(name))


@every_profile
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("ptrace", (PTRACE_TRACEME, 0, 0, 0)),
        ("process_vm_readv", (1, 0, 0, 0, 0, 0)),
        ("unshare", (kernel.NAMESPACE_FLAGS["user"],)),
        ("setns", (0, 0)),
        ("mount", (0, 0, 0, 0, 0)),
        ("chroot", (b".",)),
        ("bpf", (0, 0, 0)),
        ("io_uring_setup", (1, 0)),
        ("userfaultfd", (0,)),
        ("keyctl", (0, -3, 0)),
        ("memfd_create", (b"hidden", 0)),
        ("memfd_secret", (0,)),
        ("perf_event_open", (0, 0, -1, -1, 0)),
        ("pidfd_open", (1, 0)),
        ("setresuid", (0, 0, 0)),
        ("personality", (0xFFFFFFFF,)),
        ("clone3", (0, 0)),
        ("openat2", (-100, b"/etc/passwd", 0, 0)),
        ("shmget", (0, 4096, 0o1600)),
        ("landlock_restrict_self", (-1, 0)),
        ("seccomp", (0, 0, 0)),
    ],
)
def test_a_dangerous_call_is_refused(trial: Trial, name: str, arguments: tuple[object, ...]) -> None:
    number = number_of(name)
    assert is_refused(trial.run(lambda: call(number, *arguments)), errno.EPERM, errno.ENOSYS)


@every_profile
def test_high_bits_do_not_get_a_command_past_the_filter(trial: Trial) -> None:
    """The kernel reads 32 bits of these arguments, so what the filter sees above them must not matter."""
    fcntl_call, prctl_call, ioctl_call = number_of("fcntl"), number_of("prctl"), number_of("ioctl")
    high = 1 << 32
    tries: list[Callable[[], int]] = [
        lambda: call(fcntl_call, ctypes.c_long(2), ctypes.c_long(high | 8), ctypes.c_long(1)),
        lambda: call(prctl_call, ctypes.c_long(high | 4), ctypes.c_long(1), 0, 0, 0),
        lambda: call(ioctl_call, ctypes.c_long(2), ctypes.c_long(high | 0x5412), b"x"),
    ]
    for attempt in tries:
        assert is_refused(trial.run(attempt), errno.EPERM, errno.ENOTTY)


@needs_namespaces
def test_a_daemon_ends_with_its_run() -> None:
    alive_reader, alive_writer = os.pipe()

    def leave_a_daemon() -> str:
        if not os.fork():
            os.setsid()
            if not os.fork():
                select.select([], [], [])
            os._exit(0)
        return "left"

    ending = Trial(MULTI, keep=(alive_writer,)).run(leave_a_daemon)
    os.close(alive_writer)
    assert ending.returned == "left"
    assert os.read(alive_reader, 1) == b""  # the end of file comes when the last process that could write is gone
    os.close(alive_reader)


@pytest.mark.parametrize("profile", [SOLO, pytest.param(MULTI, marks=needs_namespaces)], ids=["solo", "multi"])
def test_the_waiting_processes_end_as_the_run_ends(profile: Profile) -> None:
    trial = Trial(profile)
    assert trial.run(lambda: os._exit(7)).exit_code == 7
    assert trial.run(lambda: os.kill(os.getpid(), signal.SIGSEGV)).signal == signal.SIGSEGV
    assert trial.run(lambda: ctypes.string_at(0)).signal == signal.SIGSEGV
    assert trial.run(lambda: os.kill(os.getpid(), signal.SIGKILL)).signal == signal.SIGKILL
    assert trial.run(os.abort).signal == signal.SIGABRT


@needs_namespaces
def test_killing_the_outermost_process_of_a_run_ends_all_of_it() -> None:
    alive_reader, alive_writer = os.pipe()
    started_reader, started_writer = os.pipe()
    scratch = tempfile.mkdtemp()
    run = os.fork()
    if not run:
        with contextlib.suppress(BaseException):
            lockdown.confine(MULTI, Limits(), [alive_writer, started_writer], AVAILABLE, scratch)
            os.fork()
            os.write(started_writer, b"x")
            select.select([], [], [])
        os._exit(SETUP_FAILED)
    os.close(alive_writer)
    assert os.read(started_reader, 1) == b"x"
    os.kill(run, signal.SIGKILL)
    os.waitpid(run, 0)
    assert os.read(alive_reader, 1) == b""
    for fd in (alive_reader, started_reader, started_writer):
        os.close(fd)
    os.rmdir(scratch)


@pytest.mark.parametrize("trial", [*CALLERS, pytest.param(Trial(MULTI), id="multi", marks=needs_namespaces)])
def test_a_run_ends_with_the_process_that_started_it(trial: Trial) -> None:
    alive_reader, alive_writer = os.pipe()

    def wait_forever() -> None:
        os.write(alive_writer, b"x")
        select.select([], [], [])

    warm = os.fork()
    if not warm:
        with contextlib.suppress(BaseException):
            replace(trial, keep=(alive_writer,)).run(wait_forever)
        os._exit(0)
    os.close(alive_writer)
    assert os.read(alive_reader, 1) == b"x"
    os.kill(warm, signal.SIGKILL)
    os.waitpid(warm, 0)
    assert os.read(alive_reader, 1) == b""
    os.close(alive_reader)
