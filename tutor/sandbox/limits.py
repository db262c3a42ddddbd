"""How much one run may use: what the kernel counts per process is set here, the rest the supervisor watches."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

MiB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The limits of one run; plain numbers, because they travel as JSON."""

    wall_seconds: float = 10.0
    cpu_seconds: int = 10
    memory_bytes: int = 2048 * MiB
    """Beyond what the warm process already has; shared memory is not counted here, the supervisor watches that."""
    file_bytes: int = 64 * MiB
    """The largest single file."""
    scratch_bytes: int = 64 * MiB
    """The whole scratch folder; and, in the multi profile, shared memory too."""
    processes: int = 64
    """Processes and threads together; exact only inside a user namespace of its own."""
    open_files: int = 256
    output_bytes: int = 64 * 1024
    """How much of what the program prints is kept."""
    flood_bytes: int = 4 * MiB
    """A program that prints more than this is stopped."""
    result_bytes: int = 32 * MiB


def data_in_use() -> int:
    """Bytes of private memory this process has now, or 0 where the system does not say."""
    with contextlib.suppress(OSError), open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmData:"):
                return int(line.split()[1]) * 1024
    return 0


def apply(limits: Limits, *, already_used: int, counts_processes: bool) -> None:
    """Set the limits on this process, for good.

    Memory is RLIMIT_DATA, never RLIMIT_AS: CUDA and thread stacks reserve far more address space than they use.
    `counts_processes` is whether the process has a user namespace, because elsewhere the kernel counts the user's
    other programs too.
    """
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_CPU, limits.cpu_seconds, hard=limits.cpu_seconds + 1)  # SIGXCPU first: it says why
    _set(resource.RLIMIT_FSIZE, limits.file_bytes)
    _set(resource.RLIMIT_NOFILE, limits.open_files)
    _set(resource.RLIMIT_MEMLOCK, 0)
    if already_used:
        _set(resource.RLIMIT_DATA, already_used + limits.memory_bytes)
    if counts_processes:
        _set(resource.RLIMIT_NPROC, limits.processes)
    if hasattr(resource, "RLIMIT_MSGQUEUE"):
        _set(resource.RLIMIT_MSGQUEUE, 0)


def _set(which: int, soft: int, hard: int | None = None) -> None:
    _, ceiling = resource.getrlimit(which)
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:  # the surroundings are already stricter
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))
