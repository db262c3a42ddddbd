"""What the supervisor can see of a run from outside, through /proc."""

from __future__ import annotations

import os

MANY_THREADS = 256
"""More than any run may have, so that looking at them has an end."""
_COUNTED = ("RssAnon", "RssShmem", "VmSwap", "VmPTE")


def pid_of(pidfd: int) -> int | None:
    """A process's number as this process sees it; None when it does not see it, and -1 when it has ended."""
    with open(f"/proc/self/fdinfo/{pidfd}") as info:
        return next((int(line.split()[1]) or None for line in info if line.startswith("Pid:")), None)


def anonymous_memory(pid: str = "self") -> int:
    """Bytes of memory a process has that no file stands behind, the kernel's own tables of it among them."""
    with open(f"/proc/{pid}/status") as status:
        return sum(int(line.split()[1]) * 1024 for line in status if line.startswith(_COUNTED))


def copied_memory(pid: int) -> int:
    """At most how many bytes of what it was forked with a process has rewritten: each page of them cost it a fault.

    Linux shows the copies themselves only to whoever may trace the process.
    """
    with open(f"/proc/{pid}/stat") as stat:
        return int(stat.read().rpartition(")")[2].split()[7]) * os.sysconf("SC_PAGE_SIZE")


def tree_memory(pid: int, base: int) -> int:
    """Anonymous and shared memory of a process and its descendants beyond the `base` bytes they share, in bytes."""
    total = 0
    try:
        total = max(0, anonymous_memory(str(pid)) - base)
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as children:
                for child in map(int, children.read().split()):
                    total += min(base, copied_memory(child)) + tree_memory(child, base)
    except (OSError, ValueError):
        return total
    return total


def tree_threads(pid: int) -> int:
    """How many threads a process and its descendants have; a process has at least one."""
    total = 0
    try:
        threads = os.listdir(f"/proc/{pid}/task")
        total = len(threads)
        for thread in threads[:MANY_THREADS]:
            with open(f"/proc/{pid}/task/{thread}/children") as children:
                total += sum(tree_threads(int(child)) for child in children.read().split())
    except (OSError, ValueError):
        return total
    return total
