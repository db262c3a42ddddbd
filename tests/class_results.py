"""A small class: results as `tutor grade` would have them, and texts that try to break out of every format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import sample_reports

from tutor.classroom.about import About, GradedLesson
from tutor.classroom.gradebook import Gradebook
from tutor.classroom.hand_in import StrayFile
from tutor.classroom.lateness import LatenessOf
from tutor.classroom.outputs.write import write_outputs
from tutor.classroom.result import Result, Standing
from tutor.report import Report

STUB = "5" * 64
ABOUT = About(
    course="A toy course",
    lessons=(
        GradedLesson("outer_sum", "1.1", "Sums of every pair", STUB),
        GradedLesson("scaling", "1.2", "Scaling"),
    ),
    seed=7,
    device="auto",
    started_at="2026-03-02T09:30:00+00:00",
    finished_at="2026-03-02T09:31:12+00:00",
    versions={"tutor": "0.1.0", "torch": "2.13.0"},
    sandbox="B",
    strays=(StrayFile("week1.zip › ada/outer_sun.py", 'No lesson is called "outer_sun"; did you mean "outer_sum"?'),),
)
NAMES = {"ada": "Ada Lovelace", "alan": "Alan Turing", "emmy": "Emmy Noether", "grace": "Grace Hopper"}
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "]]></system-out><evil/>&amp;",
    '=HYPERLINK("http://evil.example/","click")',
    "\t=1+1",
    "  @SUM(A1)",
    "\x1b[31mred\x1b]0;title\x07",
    "nul\x00byte",
    "\u202egnp.exe",
    "lone\udcffsurrogate",
    'line\r\nend,"quoted";semi',
    "../../../etc/passwd",
    "x" * 10_000,
)


def graded(student: str, report: Report, lesson: str = "outer_sum", **more: object) -> Result:
    """A hand-in that nobody else has."""
    given: dict[str, object] = {
        "place": f"week1.zip › {student}/{lesson}.py",
        "sha256": hashlib.sha256(f"{student}/{lesson}".encode("utf-8", "surrogatepass")).hexdigest(),
        "submitted_at": "2026-03-01T10:00:00+01:00",
        "report": replace(report, lesson=lesson, hand_in=f"{lesson}.py"),
    }
    return Result(student, lesson, Standing.GRADED, **{**given, **more})  # type: ignore[arg-type]


def without_report(student: str, standing: Standing, problem: str = "", lesson: str = "outer_sum") -> Result:
    place = "" if standing is Standing.MISSING else f"week1.zip › {student}/{lesson}.py"
    return Result(student, lesson, standing, place, "", "", problem)


def small_class() -> list[Result]:
    """Four students, two lessons, and one of everything that a report has a section for."""
    return [
        graded("ada", sample_reports.wrong_values()),
        graded("ada", sample_reports.passed(), "scaling", sha256="7" * 64),
        graded("alan", sample_reports.wrong_values()),
        graded("alan", replace(sample_reports.passed(), seconds=6.5), "scaling", sha256="7" * 64),
        graded("emmy", sample_reports.wrong_shape()),
        without_report("emmy", Standing.UNREADABLE, "It is a symbolic link.", "scaling"),
        graded("grace", sample_reports.not_written(), sha256=STUB),
        without_report("grace", Standing.NOT_GRADED, "The worker was lost twice.", "scaling"),
        without_report("linus", Standing.MISSING),
        graded("linus", sample_reports.timeout(), "scaling"),
    ]


def written(
    results: Sequence[Result], folder: Path, names: dict[str, str] | None = None, lateness: LatenessOf | None = None
) -> Gradebook:
    """Everything a teacher gets, in `folder`."""

    def every() -> Iterator[Result]:
        return iter(results)

    def of(student: str) -> list[Result]:
        return [result for result in results if result.student == student]

    return write_outputs(every, folder, ABOUT, of, names=NAMES if names is None else names, lateness=lateness)


class Page(HTMLParser):
    """Reads a page as a browser would, and complains about what is not closed, runs or asks for anything."""

    ALONE = ("meta",)

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    @property
    def text(self) -> str:
        return "".join(self.words)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "img", "iframe", "object", "embed", "link", "base", "form", "evil"), tag
        if tag not in self.ALONE:
            self.open.append(tag)
        for name, value in attributes:
            assert not name.startswith("on") and name not in ("src", "srcset", "style", "action", "data"), name
            assert name != "content" or "url" not in (value or ""), value
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            assert "url(" not in data and "@import" not in data
        else:
            self.words.append(data)
