"""A control group of each run's own, where the system gave tutor one to divide: exact limits, and one kill for all.

Only version 2, and only below the group tutor itself is in. A controller that is not there is not applied: the other
layers limit the same things less exactly, so a group is a gain and never needed. Without any controller it is not used,
because joining a group can make a process wait for several milliseconds.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
from dataclasses import dataclass
from pathlib import Path

from tutor.sandbox.files import is_within
from tutor.sandbox.limits import Limits, MiB

CONTROLLERS = ("memory", "pids")
BESIDES = 256 * MiB
"""Page tables, the kernel's own and the files of a run, which count towards its group."""
WAITING_PROCESSES = 2
"""Of the multi profile, beside those the limits speak of."""
SYSTEMD = Path("/run/systemd/system")
"""There while systemd runs, which divides every group that it did not hand over."""
REST = "tutor-rest"
"""Where tutor's own processes go: a group whose children have controllers may not hold processes itself."""


@dataclass(frozen=True)
class Group:
    """The group of one run."""

    path: Path

    @classmethod
    def make(cls, parent: Path, name: str, limits: Limits) -> Group:
        """Make it and set what limits it can have; raises OSError."""
        group = cls(parent / name)
        group.path.mkdir()
        try:
            group.limit(limits)
        except OSError:
            group.remove()
            raise
        return group

    def limit(self, limits: Limits) -> None:
        """Set the limits whose controllers are there; raises OSError when one of those cannot be set."""
        for file, value in {
            "memory.max": limits.memory_bytes + limits.scratch_bytes + BESIDES,
            "memory.swap.max": 0,
            "memory.oom.group": 1,
            "pids.max": limits.processes + WAITING_PROCESSES,
        }.items():
            if (self.path / file).exists():
                (self.path / file).write_text(str(value))

    def open_for_joining(self) -> int:
        """A descriptor to which a process writes "0" to join: it needs neither the right to do so nor the path."""
        return os.open(self.path / "cgroup.procs", os.O_WRONLY | os.O_CLOEXEC)

    @property
    def limits(self) -> tuple[str, ...]:
        """The controllers that limit it."""
        return tuple(name for name in CONTROLLERS if (self.path / f"{name}.max").exists())

    @property
    def ran_out_of_memory(self) -> bool:
        """Whether the kernel ended it for want of memory."""
        return self._count("memory.events", "oom_kill") > 0

    @property
    def is_empty(self) -> bool:
        return self._count("cgroup.events", "populated") == 0

    def kill(self) -> None:
        """End every process in it, however many and however fast they fork; before Linux 5.14 this is not there."""
        with contextlib.suppress(OSError):
            (self.path / "cgroup.kill").write_text("1")

    def remove(self) -> bool:
        """Whether it is gone, which it cannot be while a process is in it."""
        with contextlib.suppress(OSError):
            self.path.rmdir()
        return not self.path.exists()

    def _count(self, file: str, key: str) -> int:
        with contextlib.suppress(OSError):
            for line in (self.path / file).read_text().splitlines():
                if line.startswith(f"{key} "):
                    return int(line.split()[1])
        return 0


def own_group(memberships: str, mounts: str) -> Path | None:
    """The folder of the version 2 group that /proc/self/cgroup and mountinfo tell of, or None when there is none."""
    inside = next((line[3:] for line in memberships.splitlines() if line.startswith("0::")), None)
    for line in mounts.splitlines():
        fields, _, about = line.partition(" - ")
        if inside is None or not about.startswith("cgroup2 "):
            continue
        root, mounted_at = fields.split()[3:5]
        if ".." not in inside.split("/") and is_within(inside, root):  # or it lies outside of what is mounted here
            return Path(mounted_at, inside[len(root.rstrip("/")) :].strip("/"))
    return None


def group_here() -> Path:
    """The group this process is in; raises OSError where there is none it can see, or where systemd keeps it."""
    found = own_group(Path("/proc/self/cgroup").read_text(), Path("/proc/self/mountinfo").read_text())
    if found is None or not (found / "cgroup.procs").exists():
        raise OSError(errno.ENOENT, "no control groups of version 2 are mounted here")
    if SYSTEMD.exists() and not _was_handed_over(found if found.name != REST else found.parent):
        raise OSError(errno.EPERM, "systemd keeps the group tutor is in for itself")
    return found


def controllers_of(group: Path) -> tuple[str, ...]:
    """Which of the controllers we use a group can pass on to its children."""
    there = (group / "cgroup.controllers").read_text().split()
    return tuple(name for name in CONTROLLERS if name in there)


@functools.cache
def parent_of_runs() -> Path:
    """The group below which runs get theirs, with what controllers it can pass on; found once. Raises OSError."""
    here = group_here()
    parent = here.parent if here.name == REST else here
    _remove_left_over(parent)
    wanted = controllers_of(parent)
    if wanted and not _pass_on(parent, wanted) and _was_handed_over(parent):
        _move_all(parent, parent / REST)
        _pass_on(parent, wanted)
    return parent


def _pass_on(group: Path, controllers: tuple[str, ...]) -> bool:
    """Switch controllers on for a group's children; False where that cannot be."""
    with contextlib.suppress(OSError):
        (group / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in controllers))
        return True
    return False


def _was_handed_over(group: Path) -> bool:
    """Whether systemd notes on the folder that what is in it is no more its business."""
    for name in ("user.delegate", "trusted.delegate"):
        with contextlib.suppress(OSError):
            return os.getxattr(group, name) == b"1"
    return False


def _move_all(source: Path, target: Path) -> None:
    with contextlib.suppress(OSError):
        target.mkdir(exist_ok=True)
        for pid in (source / "cgroup.procs").read_text().split():
            (target / "cgroup.procs").write_text(pid)


def _remove_left_over(parent: Path) -> None:
    """Remove the empty groups of workers that were killed."""
    for group in parent.glob("tutor-[0-9]*-*"):
        with contextlib.suppress(OSError, ValueError):
            if not os.path.exists(f"/proc/{int(group.name.split('-')[1])}"):
                group.rmdir()
