"""All results as one JUnit XML file, written a suite at a time: a test suite for each student and lesson."""

from __future__ import annotations

from collections import Counter
from typing import TextIO
from xml.etree import ElementTree as xml

from tutor.classroom.result import Result, Standing
from tutor.render import junit

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_VERDICTS = {Standing.MISSING: "skipped", Standing.UNREADABLE: "failure", Standing.NOT_GRADED: "error"}


class JUnitFile:
    """Writes suites to a file that can seek, whose first lines are filled in when all are counted."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._counts: Counter[str] = Counter()
        self._seconds = 0.0
        file.write(_DECLARATION)
        self._head_at = file.tell()
        file.write(self._head(room_for=10**15))

    def add(self, result: Result) -> None:
        suite = _suite(result)
        self._counts.update(junit.counts_of(suite))
        self._seconds += float(suite.get("time", "0"))
        xml.indent(suite, level=1)
        self._file.write(f"  {xml.tostring(suite, encoding='unicode').rstrip()}\n")

    def finish(self) -> None:
        self._file.write("</testsuites>\n")
        self._file.seek(self._head_at)
        self._file.write(self._head())

    def _head(self, room_for: int = 0) -> str:
        """The opening tag; XML allows spaces in it, so that it is as long before the numbers are known."""
        numbers = {name: f'"{room_for or self._counts[name]}"' for name in junit.COUNTS}
        seconds = f'"{room_for or self._seconds:.3f}"'
        attributes = [f"{name}={value:<18}" for name, value in numbers.items()]
        return f'<testsuites name="tutor" {" ".join(attributes)} time={seconds:<22}>\n'


def _suite(result: Result) -> xml.Element:
    name = f"{result.student}.{result.lesson}"
    if result.report is not None:
        return junit.suite(result.report, name)
    message = result.problem or ("Nothing was handed in." if result.standing is Standing.MISSING else "")
    return junit.suite_without_report(name, "The hand-in can be graded", _VERDICTS[result.standing], message)
