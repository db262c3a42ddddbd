"""A whole check as Gradescope's default container runs it: half a processor and 768 MB, enforced by a control group."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from .measurement import Found, Measurement
from .whole_commands import HAND_IN, ROOT, TUTOR, learner

WHAT = "a whole check of focal-loss with 0.5 CPU and 768 MB"
PERIOD_US, MEMORY = 100_000, 768 << 20
CGROUPS = Path("/sys/fs/cgroup")
VERSION_2 = {CGROUPS: {"cpu.max": f"{PERIOD_US // 2} {PERIOD_US}", "memory.max": MEMORY, "memory.swap.max": 0}}
VERSION_1 = {
    CGROUPS / "cpu": {"cpu.cfs_period_us": PERIOD_US, "cpu.cfs_quota_us": PERIOD_US // 2},
    CGROUPS / "memory": {"memory.limit_in_bytes": MEMORY, "memory.memsw.limit_in_bytes": MEMORY},
}
PEAK = ("memory.peak", "memory.max_usage_in_bytes")


def measure() -> Found:
    """The time it takes there, and the memory that was charged to it; a check that does not fit raises SystemExit."""
    try:
        with groups(VERSION_1 if (CGROUPS / "memory").exists() else VERSION_2) as places, learner() as environment:
            started = time.perf_counter()
            join = "; ".join(f"echo $$ > {place}/cgroup.procs" for place in places)
            check = [*TUTOR, "check", "focal-loss", "--file", str(HAND_IN), "--no-service"]
            command = ["/bin/sh", "-ec", f'{join}; exec "$@"', "sh", *check]
            done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
            taken = time.perf_counter() - started
            peak = next(int((p / name).read_text()) for p in places for name in PEAK if (p / name).exists())
    except OSError as error:
        return Found(tables=(f"{WHAT}: not measured, no control group can be made here ({error}).",))
    if done.returncode:
        raise SystemExit(f"{WHAT} ended with {done.returncode}:\n{done.stderr[-1000:]}")
    return Found((Measurement(WHAT, taken, "s"), Measurement("its memory at most", peak / (1 << 20), "MB", reach=768)))


@contextlib.contextmanager
def groups(limits: dict[Path, dict[str, int | str]]) -> Iterator[list[Path]]:
    """Control groups with these limits, gone afterwards."""
    places = []
    try:
        for parent, settings in limits.items():
            place = parent / f"tutor-benchmark-{os.getpid()}"
            place.mkdir()
            places.append(place)
            for name, value in settings.items():
                (place / name).write_text(str(value))
        yield places
    finally:
        for place in places:
            remove(place)


def remove(place: Path) -> None:
    """Try until the last process, which may still be ending, has left."""
    for _ in range(50):
        with contextlib.suppress(OSError):
            place.rmdir()
            return
        threading.Event().wait(0.1)
