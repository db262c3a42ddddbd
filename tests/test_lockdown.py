"""What a confined child starts with, what it may use of the machine, what still works, and when it is not started."""

from __future__ import annotations

import asyncio
import concurrent.futures.thread  # before confining: root's Python may lie where others cannot read
import contextlib
import errno
import faulthandler
import mmap
import os
import resource
import select
import signal
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from degrees import (
    NOTHING,
    confining,
    every_profile,
    needs_namespaces,
    needs_root,
)
from trial import CORE, MULTI, SETUP_FAILED, SOLO_WITH_FILES, Trial

from tutor.sandbox import lockdown
from tutor.sandbox.limits import Limits, MiB
from tutor.sandbox.lockdown import NAMESPACES, LayerMissing

pytestmark = confining


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
