"""The checks of a report: as a list, or in one or two lines where a list would push the details off the screen."""

from __future__ import annotations

from textual.content import Content

from tutor.report import CheckResult, Outcome, Report
from tutor.tui.page import MUTED, Page, Part, ticked
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say

_GLYPHS = {
    Outcome.PASSED: ("✓", "$success"),
    Outcome.FAILED: ("✗", "bold $error"),
    Outcome.BLOCKED: ("–", MUTED),
    Outcome.NOT_RUN: ("–", MUTED),
    Outcome.NOT_WRITTEN: ("○", "$accent"),
}
_WAITING = (Outcome.BLOCKED, Outcome.NOT_RUN)


def notes(state: ResultState) -> list[Part]:
    """What stands behind the title: whether the result is live, and whether it is older than the code."""
    if state.live == "waiting":
        return [(f"   {say.live_waiting}", "italic $warning")]
    live: list[Part] = [(f"   {say.live}", "bold $accent")] if state.live else []
    return [*live, (f"   {say.edited_since}", "italic $warning")] if state.is_edited else live


def draw_list(page: Page, report: Report) -> None:
    """Every check on a line of its own, the one to look at in bold."""
    for check in report.checks:
        is_first = check is report.first_failure
        style = "bold" if is_first else MUTED if check.outcome in _WAITING else "$foreground"
        notes: list[Part] = [(f"  {check.device}", MUTED)] if len(report.devices) > 1 else []
        notes += [(f"  {say.optional}", MUTED)] if check.stretch else []
        page.wrapped(_glyph(check), Content.assemble(ticked(check.claim, style), *notes), 3)


def draw_summary(page: Page, report: Report) -> None:
    """How many pass, do not and wait, and which one to look at."""
    counted = [check for check in report.checks if check.counts]
    passed = sum(check.outcome is Outcome.PASSED for check in counted)
    waiting = sum(check.outcome in _WAITING for check in counted)
    passing = Content.assemble((" ✓ ", "$success"), (say.passes(passed), MUTED)) if passed else Content("")
    failing = len(counted) - passed - waiting
    fails = Content.assemble((" ✗ ", "$error"), (say.do_not_pass(failing), MUTED)) if failing > 1 else Content("")
    waits = Content.assemble((" – ", MUTED), (say.waiting(waiting), MUTED)) if waiting else Content("")
    check = report.first_failure
    looked_at = _glyph(check) + ticked(check.claim, "bold") if check else Content("")
    line = Content("  ").join(part for part in (passing, looked_at, fails, waits) if part.plain)
    if line.cell_length <= page.width:
        page.line(line)
        return
    if passed or waiting or failing > 1:
        page.line(Content("  ").join(part for part in (passing, fails, waits) if part.plain))
    if check:
        page.wrapped(_glyph(check), ticked(check.claim, "bold"), 3)


def _glyph(check: CheckResult) -> Content:
    glyph, style = _GLYPHS.get(check.outcome, ("!", "bold $warning"))
    return Content.assemble((f" {glyph} ", style))
