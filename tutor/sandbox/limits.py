"""How much one run may use: what the kernel counts per process is set here, the rest the supervisor watches."""

from __future__ import annotations

import errno
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
    scratch_files: int = 4096
    """Files and folders in it."""
    processes: int = 64
    """Processes and threads together; exact only inside a user namespace of its own."""
    open_files: int = 128
    output_bytes: int = 64 * 1024
    """How much of what the program prints is kept."""
    flood_bytes: int = 4 * MiB
    """A program that prints more than this is stopped."""
    result_bytes: int = 32 * MiB


def data_in_use() -> int:
    """Bytes of private memory this process has now; raises OSError where the system does not say."""
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmData:"):
                return int(line.split()[1]) * 1024
    raise OSError(errno.ENODATA, "/proc/self/status does not say how much memory is in use")


def apply(limits: Limits, *, already_used: int, counts_processes: bool) -> None:
    """Set the limits on this process, for good.

    Memory is RLIMIT_DATA, never RLIMIT_AS: CUDA and thread stacks reserve far more address space than they use.
    `counts_processes` is whether the process has a user namespace, because elsewhere the kernel counts the user's
    other programs too.
    """
    for name, (soft, hard) in _wanted(limits, already_used, counts_processes).items():
        which = getattr(resource, name)
        _, ceiling = resource.getrlimit(which)
        if ceiling != resource.RLIM_INFINITY:  # the surroundings are already stricter
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(which, (soft, hard))


def exceeded(limits: Limits, *, already_used: int, counts_processes: bool) -> list[str]:
    """Which of the limits this process does not have, whatever `apply` said."""
    broken = []
    for name, (soft, hard) in _wanted(limits, already_used, counts_processes).items():
        now = resource.getrlimit(getattr(resource, name))
        if resource.RLIM_INFINITY in now or now[0] > soft or now[1] > hard:
            broken.append(name)
    return broken


def _wanted(limits: Limits, already_used: int, counts_processes: bool) -> dict[str, tuple[int, int]]:
    """The soft and the hard limit by name."""
    hard = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_DATA": already_used + limits.memory_bytes,
    }
    if counts_processes:
        hard["RLIMIT_NPROC"] = limits.processes
    if hasattr(resource, "RLIMIT_MSGQUEUE"):
        hard["RLIMIT_MSGQUEUE"] = 0
    seconds = {"RLIMIT_CPU": (limits.cpu_seconds, limits.cpu_seconds + 1)}  # SIGXCPU first: it says why
    return seconds | {name: (value, value) for name, value in hard.items()}
