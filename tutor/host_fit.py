"""Measures here what grading costs, and says whether that fits a host: time, memory, results and package."""

from __future__ import annotations

import contextlib
import os
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tutor.bundles.host_bundles import BUNDLES, Plan
from tutor.bundles.wheel import archive, own_wheel
from tutor.client import CheckRequest, Client
from tutor.course import Course, Lesson
from tutor.doctor import Finding
from tutor.errors import TutorError
from tutor.hosts import MEBIBYTE, Host
from tutor.render.formats import FORMATS
from tutor.render.occasion import Occasion
from tutor.report import Report

MOST_OUTPUT = 1_000_000
"""Characters that a talkative hand-in prints, for the size of the results."""
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_EVERY = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What grading right answers took here."""

    seconds: float
    """From nothing to the report, for the slowest lesson."""
    slowest: str
    memory_bytes: int
    """Resident at most, of this process and all below it; shared pages are counted once."""
    reports: tuple[Report, ...]


def fit(host: Host, name: str, course: Course) -> Iterator[Finding]:
    """One finding a limit; a problem is a limit that is exceeded."""
    yield Finding("Host", "ok", host.title, host.page)
    try:
        cost = measure(course)
    except TutorError as error:
        yield Finding("Measure", "problem", error.message, error.advice)
        return
    slower = max(1.0, 1.0 / host.processors)
    shown = f"{cost.seconds:.1f} s here for {cost.slowest}, from nothing to the result"
    if slower > 1:
        shown += f"; about {slower * cost.seconds:.0f} s with {host.processors:g} of a processor"
    yield _compared("Time", slower * cost.seconds, host.seconds, f"{shown}; {host.seconds:g} s allowed")
    yield _sized("Memory", cost.memory_bytes, host.memory_bytes)
    yield _sized("Results", largest_result(host, cost.reports), host.result_bytes)
    if (size := package_size(name, course)) is not None:
        yield _sized("Package", size, host.package_bytes)
    yield from (Finding("Note", "warning", note) for note in host.notes)


def _sized(name: str, measured: int, allowed: int | None) -> Finding:
    if allowed is None:
        return Finding(name, "ok", f"{_size(measured)}; no limit is documented")
    return _compared(name, measured, allowed, f"{_size(measured)}; {_size(allowed)} allowed")


def _compared(name: str, measured: float, allowed: float, detail: str) -> Finding:
    if measured > allowed:
        return Finding(name, "problem", f"does not fit: {detail}")
    close = measured > 0.8 * allowed
    return Finding(name, "warning" if close else "ok", f"fits{', barely' if close else ''}: {detail}")


def _size(number: int) -> str:
    return f"{number / MEBIBYTE:,.1f} MiB" if number >= MEBIBYTE else f"{number / 1024:,.0f} KiB"


def measure(course: Course) -> Cost:
    """Grade the reference of every lesson; raises WorkerError when nothing can be graded here."""
    began = time.monotonic()
    with Client(course.root) as client, peak_memory(os.getpid()) as peak:
        _grade(client, course.lessons[0])
        cold = time.monotonic() - began
        reports = [_grade(client, lesson) for lesson in course.lessons]
    start = cold - reports[0].seconds
    slowest = max(reports, key=lambda report: report.seconds)
    return Cost(start + slowest.seconds, slowest.lesson, peak[0], tuple(reports))


def _grade(client: Client, lesson: Lesson) -> Report:
    answers = client.answers(lesson.id)["answers"]
    source = next(answer["source"] for answer in answers if answer["name"] == "reference")
    return client.check(CheckRequest(lesson.id, source.encode(), f"{lesson.id}.py", device="cpu"))


def largest_result(host: Host, reports: tuple[Report, ...]) -> int:
    """Bytes of the largest document there, with a hand-in that prints without end."""
    form = FORMATS[host.format]
    sizes = [0]
    for report in reports:
        talkative = replace(report, output="x" * MOST_OUTPUT, output_cut=True)
        sizes.append(len(form.render([talkative], Occasion()).encode()))
    return max(sizes)


def package_size(name: str, course: Course) -> int | None:
    """Bytes of the bundle for one lesson; None where there is none to make."""
    if name not in BUNDLES:
        return None
    wheel = own_wheel(course.root) if name != "github" else None
    return len(archive(BUNDLES[name](Plan((course.lessons[0],), wheel))))


@contextlib.contextmanager
def peak_memory(root: int) -> Iterator[list[int]]:
    """Watch a process and all below it; the list holds the most bytes that were resident at once."""
    peak, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(_EVERY):
            peak[0] = max(peak[0], resident(root))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def resident(root: int) -> int:
    """Bytes of memory of a process and its descendants now; 0 where /proc does not say."""
    return sum(_bytes_of(pid) for pid in _family(root))


def _family(root: int) -> set[int]:
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir() if Path("/proc").is_dir() else ():
        if folder.name.isdecimal():
            with contextlib.suppress(OSError, ValueError, IndexError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
    family, grown = {root}, True
    while grown:
        found = {pid for pid, parent in parents.items() if parent in family} - family
        family |= found
        grown = bool(found)
    return family


def _bytes_of(pid: int) -> int:
    """Its share of the pages it maps, or all of them where only their number may be read."""
    with contextlib.suppress(OSError):
        if found := _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text()):
            return 1024 * int(found[1])
    with contextlib.suppress(OSError, IndexError, ValueError):
        return 4096 * int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return 0
