"""What a confined child cannot do, tried for real."""

from __future__ import annotations

import asyncio
import concurrent.futures.thread  # before confining: root's Python may lie where others cannot read
import contextlib
import ctypes
import errno
import faulthandler
import fcntl
import json
import mmap
import os
import resource
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import seccompy
from trial import AVAILABLE, CORE, MULTI, SETUP_FAILED, SOLO, SOLO_WITH_FILES, Ending, Trial

from tutor.sandbox import kernel, lockdown, syscalls
from tutor.sandbox.limits import Limits, MiB
from tutor.sandbox.lockdown import NAMESPACES, LayerMissing, Profile

CHECKOUT = Path(__file__).resolve().parent.parent
IS_ROOT = os.geteuid() == 0
NOTHING: frozenset[str] = frozenset()

pytestmark = [
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
needs_namespaces = pytest.mark.skipif(not AVAILABLE >= NAMESPACES, reason="this machine has no user namespaces")
needs_root = pytest.mark.skipif(not IS_ROOT, reason="only root can become another user")

CALLERS = [
    pytest.param(Trial(), id="all-layers"),
    pytest.param(Trial(available=CORE), id="without-namespaces"),
    pytest.param(Trial(as_ordinary_user=True), id="all-layers-ordinary-user", marks=needs_root),
    pytest.param(Trial(available=CORE, as_ordinary_user=True), id="no-namespaces-ordinary-user", marks=needs_root),
]
"""The two degrees of confinement, and the two kinds of user who start it."""

solo = pytest.mark.parametrize("trial", CALLERS)
every_profile = pytest.mark.parametrize(
    "trial",
    [
        *CALLERS,
        pytest.param(Trial(SOLO_WITH_FILES), id="files"),
        pytest.param(Trial(SOLO_WITH_FILES, available=CORE), id="files-without-namespaces"),
        pytest.param(Trial(MULTI), id="multi", marks=needs_namespaces),
        pytest.param(
            Trial(MULTI, as_ordinary_user=True), id="multi-ordinary-user", marks=[needs_namespaces, needs_root]
        ),
    ],
)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may read and write, so that only the sandbox can be what refuses."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def canary(open_folder: Path) -> Path:
    file = open_folder / "reference.py"
    file.write_text("answer = 42\n")
    file.chmod(0o666)
    return file


def is_refused(ending: Ending, *numbers: int) -> bool:
    return ending.raised is not None and ending.errno in numbers and ending.exit_code == 0


def unconfined(trial: Trial) -> Trial:
    """The same child with no layer but the user id: what is tried must work there, or refusing it proves nothing."""
    return replace(trial, profile=SOLO, available=NOTHING)


HIDDEN = (errno.EACCES, errno.ENOENT)
READ_ONLY = (errno.EACCES, errno.ENOENT, errno.EPERM, errno.EROFS)


# Files ---------------------------------------------------------------------------------------------------------------


@every_profile
def test_a_file_outside_cannot_be_read(trial: Trial, canary: Path) -> None:
    assert unconfined(trial).run(canary.read_text).returned == "answer = 42\n"
    assert is_refused(trial.run(canary.read_text), *HIDDEN)


@every_profile
def test_the_checkout_cannot_be_read_or_listed(trial: Trial) -> None:
    for secret in (CHECKOUT / "pyproject.toml", CHECKOUT / "tutor/errors.py", Path(lockdown.__file__)):
        assert is_refused(trial.run(secret.read_text), *HIDDEN), secret
    for folder in (CHECKOUT, CHECKOUT / "graders", CHECKOUT / "tutor"):
        assert is_refused(trial.run(partial(os.listdir, folder)), *HIDDEN), folder


@every_profile
@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/proc/1/cmdline", "/proc/self/mem", "/sys"])
def test_the_system_cannot_be_looked_at(trial: Trial, path: str) -> None:
    read = os.listdir if path == "/sys" else lambda path: Path(path).read_bytes()
    assert is_refused(trial.run(lambda: read(path) and None), *HIDDEN)


@every_profile
def test_nothing_outside_can_be_changed(trial: Trial, canary: Path) -> None:
    new = canary.parent / "new"
    changes: list[Callable[[], object]] = [
        lambda: canary.write_text("forged"),
        lambda: os.open(canary, os.O_RDONLY | os.O_TRUNC),
        lambda: os.truncate(canary, 0),
        lambda: canary.unlink(),
        lambda: canary.rename(new),
        lambda: new.touch(),
        lambda: new.mkdir(),
        lambda: new.symlink_to(canary),
        lambda: os.link(canary, new),
        lambda: canary.chmod(0o600),
        lambda: os.utime(canary, (0, 0)),
        lambda: os.setxattr(canary, "user.note", b"forged"),
        lambda: os.mkfifo(new),
    ]
    before = canary.stat()
    for number, change in enumerate(changes):
        ending = trial.run(change)
        assert is_refused(ending, *READ_ONLY, errno.ENOSYS), (number, ending)
    after = canary.stat()
    assert (after.st_mtime, after.st_mode, canary.read_text()) == (before.st_mtime, before.st_mode, "answer = 42\n")
    assert os.listdir(canary.parent) == [canary.name]


@solo
@pytest.mark.parametrize("folder", ["/tmp", "/dev/shm", "/", "/var/tmp"])
def test_solo_has_no_folder_to_write_in(trial: Trial, folder: str) -> None:
    assert is_refused(trial.run(Path(folder, "tutor-was-here").touch), *READ_ONLY)
    assert is_refused(trial.run(tempfile.mkstemp), *READ_ONLY)


@pytest.mark.parametrize("available", [AVAILABLE, CORE], ids=["all-layers", "without-namespaces"])
def test_a_run_that_asked_for_files_has_a_folder_of_its_own(available: frozenset[str]) -> None:
    def keep_a_file() -> list[str]:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(b"weights")
        Path(file.name).rename("model.pt")
        Path("checkpoints").mkdir()
        Path("model.pt").rename("checkpoints/model.pt")
        assert Path("checkpoints/model.pt").read_bytes() == b"weights"
        return [os.environ["HOME"], os.environ["TMPDIR"], tempfile.gettempdir()]

    ending = Trial(SOLO_WITH_FILES, available).run(keep_a_file)
    assert ending.raised is None, ending
    assert len(set(ending.returned)) == 1


@needs_namespaces
def test_a_scratch_folder_holds_no_more_than_its_limit() -> None:
    def fill() -> int:
        written = 0
        with contextlib.suppress(OSError):
            for number in range(100):
                written += Path(str(number)).write_bytes(bytes(MiB))
        return written

    ending = Trial(SOLO_WITH_FILES, limits=Limits(scratch_bytes=4 * MiB)).run(fill)
    assert 3 * MiB <= ending.returned <= 4 * MiB


def test_a_file_grows_no_larger_than_its_limit() -> None:
    trial = Trial(SOLO_WITH_FILES, limits=Limits(file_bytes=MiB))
    assert trial.run(lambda: Path("large").write_bytes(bytes(2 * MiB))).errno == errno.EFBIG


@every_profile
def test_installed_packages_can_still_be_read(trial: Trial) -> None:
    if IS_ROOT and (trial.as_ordinary_user or trial.available == CORE) and not _others_may_read(os.__file__):
        pytest.skip("Python itself lies where only root may read")
    packages = Path(pytest.__file__).parent.parent
    readable = [os.__file__, pytest.__file__, "/dev/null", "/dev/urandom"]
    ending = trial.run(lambda: [os.read(os.open(path, os.O_RDONLY), 1) != b"" for path in readable])
    assert ending.returned == [True, True, False, True], ending
    assert trial.run(lambda: len(os.listdir(packages / "_pytest")) > 10).returned is True
    assert trial.run(lambda: __import__("colorsys").rgb_to_hsv(0, 0, 0)).returned == [0.0, 0.0, 0]


def _others_may_read(path: str) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in Path(path).resolve().parents)


INSTALLED = """
import json, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from trial import AVAILABLE, CORE, Trial
import tutor
assert tutor.__file__.startswith({packages!r}), tutor.__file__
for available in (frozenset(), CORE, AVAILABLE):
    print(json.dumps([Trial(available=available).run(Path(path).read_text).returned for path in sys.argv[1:]]))
"""


def test_graders_inside_an_installed_package_cannot_be_read(open_folder: Path) -> None:
    packages = open_folder / "site-packages"
    shutil.copytree(CHECKOUT / "tutor", packages / "tutor", ignore=shutil.ignore_patterns("__pycache__"))
    grader = packages / "tutor/content/graders/relu/reference.py"
    grader.parent.mkdir(parents=True)
    grader.write_text("secret")
    record = packages / "tensor_tutor-0.1.0.dist-info/RECORD"
    record.parent.mkdir()
    record.write_text("secret")
    other = packages / "other.py"
    other.write_text("public")
    script = INSTALLED.format(tests=str(CHECKOUT / "tests"), packages=str(packages))
    done = subprocess.run(
        [sys.executable, "-c", script, grader, record, other],
        cwd=open_folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(packages), *sys.path])},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    unconfined, *confined = [json.loads(line) for line in done.stdout.splitlines()]
    assert unconfined == ["secret", "secret", "public"]
    assert confined == [[None, None, "public"]] * 2


def test_the_filter_alone_does_not_let_a_file_opened_for_reading_be_emptied(canary: Path) -> None:
    """Landlock sees truncation only from Linux 6.2 on."""

    def empty_it(flags: int) -> None:
        syscalls.restrict(scratch=True)
        os.open(canary, flags)

    for flags in (os.O_RDONLY | os.O_TRUNC, os.O_ACCMODE | os.O_TRUNC):
        assert is_refused(Trial(available=NOTHING).run(partial(empty_it, flags)), errno.EPERM)
    assert Trial(available=NOTHING).run(partial(empty_it, os.O_WRONLY)).raised is None
    assert canary.read_text() == "answer = 42\n"


# Network and other programs ------------------------------------------------------------------------------------------


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


# Processes -----------------------------------------------------------------------------------------------------------


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
    """The kernel reads 32 bits of these arguments; a filter that compared 64 would let the rest through."""
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


# Limits --------------------------------------------------------------------------------------------------------------


@every_profile
def test_a_memory_bomb_is_a_memory_error(trial: Trial) -> None:
    trial = replace(trial, limits=Limits(memory_bytes=64 * MiB))
    assert trial.run(lambda: len(bytearray(32 * MiB))).returned == 32 * MiB
    assert trial.run(lambda: len(bytearray(128 * MiB))).raised == "MemoryError"
    assert trial.run(lambda: len(mmap.mmap(-1, 128 * MiB, flags=mmap.MAP_PRIVATE))).errno == errno.ENOMEM


def test_a_reservation_that_is_not_used_costs_nothing() -> None:
    def reserve() -> int:
        return len(mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | 0x4000, prot=0))

    assert Trial(limits=Limits(memory_bytes=64 * MiB)).run(reserve).returned == 1 << 40


@every_profile
def test_a_limit_cannot_be_raised_or_even_set(trial: Trial) -> None:
    def raise_it() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def set_it_for_the_parent() -> None:
        resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))

    for attempt in (raise_it, set_it_for_the_parent):
        assert trial.run(attempt).raised in ("ValueError", "PermissionError")
    assert trial.run(lambda: resource.getrlimit(resource.RLIMIT_CORE)).returned == [0, 0]


def test_processor_time_runs_out() -> None:
    def spin() -> None:
        while True:
            pass

    assert Trial(limits=Limits(cpu_seconds=1)).run(spin).signal == signal.SIGXCPU


@needs_namespaces
def test_a_fork_bomb_stops_at_the_limit() -> None:
    def bomb() -> int:
        started = 0
        with contextlib.suppress(OSError):
            while True:
                if not os.fork():
                    select.select([], [], [])
                started += 1
        return started

    ending = Trial(MULTI, limits=Limits(processes=16)).run(bomb)
    assert 8 <= ending.returned < 16


@needs_namespaces
def test_a_thread_bomb_stops_at_the_limit() -> None:
    def bomb() -> int:
        started = 0
        with contextlib.suppress(RuntimeError):
            while True:
                threading.Thread(target=signal.pause, daemon=True).start()
                started += 1
        return started

    ending = Trial(limits=Limits(processes=16)).run(bomb)
    assert 8 <= ending.returned < 16


# What the child starts with ------------------------------------------------------------------------------------------


@every_profile
def test_the_environment_holds_no_secret(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    environment = trial.run(lambda: dict(os.environ)).returned
    assert set(environment) == {
        *("PATH", "HOME", "TMPDIR", "USER", "LANG", "OMP_NUM_THREADS", "MKL_NUM_THREADS"),
        *("PYTHONDONTWRITEBYTECODE", "GLOO_SOCKET_IFNAME", "TORCHINDUCTOR_CACHE_DIR"),
    }
    assert "secret" not in str(environment)


@every_profile
def test_no_file_descriptor_is_inherited_but_those_named(trial: Trial) -> None:
    def still_open() -> list[int]:
        alive = []
        for fd in range(256):
            with contextlib.suppress(OSError):
                os.fstat(fd)
                alive.append(fd)
        return alive

    with tempfile.TemporaryFile() as inherited:
        os.set_inheritable(inherited.fileno(), True)
        assert len(trial.run(still_open).returned) == 3


@every_profile
def test_nobody_in_there_is_root(trial: Trial) -> None:
    assert 0 not in trial.run(lambda: [*os.getresuid(), *os.getresgid(), *os.getgroups()]).returned


@pytest.mark.parametrize("available", [NOTHING, pytest.param(frozenset({"userns"}), marks=needs_namespaces)])
def test_no_capability_is_left(available: frozenset[str]) -> None:
    status = Trial(available=available).run(Path("/proc/self/status").read_text).returned
    left = dict(line.split(":\t") for line in status.splitlines())
    assert {int(left[kind], 16) for kind in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {0}
    assert left["NoNewPrivs"] == "1"


@needs_root
def test_root_is_never_who_runs_the_code() -> None:
    assert Trial(available=NOTHING).run(os.getresuid).returned == [65534, 65534, 65534]
    assert Trial(available=NOTHING).run(lambda: os.setuid(0)).errno == errno.EPERM


# What must still work ------------------------------------------------------------------------------------------------


@every_profile
def test_threads_work(trial: Trial) -> None:
    def compute() -> list[int]:
        found: list[int] = []
        threads = [threading.Thread(target=found.append, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(found)

    assert trial.run(compute).returned == [0, 1, 2, 3]


@every_profile
def test_an_event_loop_works(trial: Trial) -> None:
    async def add() -> int:
        with concurrent.futures.thread.ThreadPoolExecutor() as threads:
            return await asyncio.get_running_loop().run_in_executor(threads, sum, [1, 2])

    assert trial.run(lambda: asyncio.run(add())).returned == 3


@every_profile
def test_faulthandler_can_write_the_stack_later(trial: Trial) -> None:
    def stack() -> str:
        reader, writer = os.pipe()
        faulthandler.dump_traceback_later(0.01, file=writer)
        told = b""
        while b"in stack" not in told:
            told += os.read(reader, 4096)
        return "the line was named"

    assert trial.run(stack).returned == "the line was named"


# Failing closed ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", sorted(NAMESPACES))
def test_multi_is_refused_where_a_namespace_is_missing(missing: str) -> None:
    with pytest.raises(LayerMissing, match=missing) as raised:
        lockdown.check_layers(MULTI, lockdown.LAYERS - {missing})
    assert raised.value.profile == "multi"
    assert raised.value.missing == (missing,)
    assert isinstance(raised.value, OSError)


def test_files_are_refused_where_nothing_would_keep_them_in_one_folder() -> None:
    with pytest.raises(LayerMissing):
        lockdown.check_layers(SOLO_WITH_FILES, frozenset({"rlimits", "seccomp", "userns"}))


def test_a_layer_that_fails_ends_the_run_before_the_code() -> None:
    def never() -> str:
        return "ran"

    ending = Trial(SOLO_WITH_FILES, CORE, scratch="/nonexistent/folder").run(never)
    assert (ending.returned, ending.exit_code) == (None, SETUP_FAILED)
