"""GitHub Actions: annotations on stdout, and the summary of a step as markdown.

After https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. A step may make ten annotations
of each kind and a summary of 1 MiB. What a hand-in printed stands between `::stop-commands::` and a token nobody can
guess; all else that a student wrote is one escaped line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, number, printed, rows, why_not_graded
from tutor.render.text import defang_workflow_commands, one_line
from tutor.render.wording import title
from tutor.report import Outcome, Report

MOST_OF_A_KIND = 10
LARGEST_SUMMARY = 1_048_576
"""Bytes of the markdown of one step."""
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_MARKS = {Outcome.PASSED: "✅", Outcome.BLOCKED: "⏸️", Outcome.NOT_WRITTEN: "⬜"}


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """Log lines, then annotations: an error for each check that fails, a warning for what does not decide."""
    occasion = occasion or Occasion()
    lines = list(chain.from_iterable(_log(report, occasion.token) for report in reports))
    made = [annotation for report in reports for annotation in _annotations(report, occasion)]
    for kind in ("error", "warning", "notice"):
        lines += _at_most([text for made_kind, text in made if made_kind == kind], kind)
    return "\n".join(lines) + "\n"


def _at_most(texts: list[str], kind: str) -> list[str]:
    if len(texts) <= MOST_OF_A_KIND:
        return texts
    left = len(texts) - MOST_OF_A_KIND + 1
    return [*texts[: MOST_OF_A_KIND - 1], f"::{kind}::{left} more like these are in the log above."]


def _log(report: Report, token: str) -> Iterator[str]:
    yield _plain(f"{report.lesson}: {why_not_graded(report) or _verdict(report)}")
    for row in rows(report):
        yield _plain(f"  {row.outcome}: {row.name}")
        if row.text:
            yield from (_plain(f"    {line}") for line in clip(row.text, 4_000).split("\n"))
    if report.output:
        yield f"::group::What {_escape(one_line(report.hand_in))} printed"
        yield f"::stop-commands::{token}"
        yield from (_plain(f"| {line}") for line in printed(report, 64_000).split("\n"))
        yield f"::{token}::"
        yield "::endgroup::"


def _plain(line: str) -> str:
    return defang_workflow_commands(line)


def _annotations(report: Report, occasion: Occasion) -> Iterator[tuple[str, str]]:
    path = occasion.paths.get(report.lesson, report.hand_in)
    if reason := why_not_graded(report):
        yield "warning", _annotation("warning", f"{report.lesson}: not graded", reason, path, None)
        return
    for row in rows(report):
        if row.passed or row.outcome is Outcome.BLOCKED:
            continue
        kind = "warning" if row.stretch or row.is_ours else "error"
        yield kind, _annotation(kind, row.name, clip(row.text, 4_000), path, row)
    yield "notice", _annotation("notice", report.lesson, _verdict(report), "", None)


def _annotation(kind: str, heading: str, text: str, path: str, row: Row | None) -> str:
    """One workflow command; a line is named only where the hand-in itself stopped."""
    properties = {"file": path, "title": one_line(heading, 200)}
    if path and row is not None and row.problem is not None and row.problem.frames:
        frame = row.problem.frames[-1]
        properties["line"] = properties["endLine"] = str(frame.line)
        if frame.column is not None:
            properties["col"] = str(frame.column + 1)
        if frame.column is not None and frame.end_column is not None:
            properties["endColumn"] = str(frame.end_column + 1)
    listed = ",".join(f"{key}={_escape(clip(value, 500), True)}" for key, value in properties.items() if value)
    return f"::{kind} {listed}::{_escape(text)}"


def _escape(text: str, is_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def _verdict(report: Report) -> str:
    if not report.max_score:
        return f"{title(report)}."
    return f"{title(report)}, {number(report.score)} of {number(report.max_score)} points."


def summary(reports: Sequence[Report], largest: int = LARGEST_SUMMARY) -> str:
    """The step summary as GitHub's markdown, in at most `largest` bytes; "" when there is no room for any of it."""
    for length in (4_000, 1_000, 200, 0):
        text = "".join(_section(report, length) for report in reports)
        if len(text.encode()) <= largest:
            return text
    return ""


def _section(report: Report, length: int) -> str:
    mark = "⚠️" if why_not_graded(report) else "✅" if report.passed else "❌"
    lines = [f"### {mark} {_inline(report.lesson)}", "", _inline(why_not_graded(report) or _verdict(report)), ""]
    if not why_not_graded(report):
        lines += ["| | check | points |", "|---|---|---|", *map(_table_row, rows(report)), ""]
    told = [row for row in rows(report) if row.text and row.outcome is not Outcome.BLOCKED]
    if length:
        lines += [part for row in told for part in _fenced(row.name, row.text, length)]
        if report.output:
            lines += _fenced("What the program printed", printed(report, length), length)
    return "\n".join(lines) + "\n"


def _table_row(row: Row) -> str:
    mark = "➖" if row.is_ours else _MARKS.get(row.outcome, "❌")
    points = "not run here" if row.is_ours else f"{number(row.points)} / {number(row.max_points)}"
    return f"| {mark} | {'Stretch: ' if row.stretch else ''}{_inline(row.name)} | {points} |"


def _fenced(heading: str, text: str, length: int) -> list[str]:
    """Literal text under a heading: its fence is longer than any in the text, so that nothing can end it."""
    safe = clip(text, length)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", safe)), default=0))
    return [f"**{_inline(heading)}**", "", f"{fence}text", safe, fence, ""]


def _inline(text: str) -> str:
    """Words within markdown, of which nothing is markup, a link or a mention."""
    return _PUNCTUATION.sub(r"\\\1", one_line(text))
