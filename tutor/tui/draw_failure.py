"""A hand-in that did not pass: the one check to look at, and what can be said about it."""

from __future__ import annotations

from textual.content import Content

from tutor.report import CheckResult, Outcome, Report
from tutor.tui.draw_checks import draw_list, draw_summary, notes
from tutor.tui.draw_difference import draw_difference
from tutor.tui.draw_hints import draw_hints
from tutor.tui.draw_problem import draw_problem
from tutor.tui.key_names import keys
from tutor.tui.page import MUTED, Page, clickable, printable
from tutor.tui.result_state import SYNTAX_ERRORS, ResultState, leading_outcome, report_headline
from tutor.tui.wording import say

_MOST_DIFFERENCES = 2


def draw_failure(page: Page, state: ResultState, report: Report, height: int) -> None:
    """All checks in a list if the details still fit below it, else the checks in short."""
    top = report_headline(report)
    page.title(top.glyph, top.style, top.text, *notes(state))
    details = Page(page.width, shades=page.shades)
    _draw_details(details, state, report)
    draw_hints(details, state)
    listed = Page(page.width)
    draw_list(listed, report)
    if len(page.lines) + len(listed.lines) + 1 + len(details.lines) <= height:
        page.append(listed)
    elif leading_outcome(report) is not Outcome.NOT_WRITTEN:
        draw_summary(page, report)
    page.blank()
    page.append(details)


def _draw_details(page: Page, state: ResultState, report: Report) -> None:
    outcome, check = leading_outcome(report), report.first_failure
    if outcome is Outcome.GRADER_ERROR:
        page.paragraph(say.our_fault)
        page.blank()
    if report.problem is not None:
        draw_problem(page, report.problem, report.hand_in, traceback=state.traceback)
    elif outcome is Outcome.NOT_RUN:
        for message in dict.fromkeys(one.message for one in report.checks):
            page.paragraph(printable(message))
    elif check is not None and outcome is not Outcome.NOT_WRITTEN:
        draw_check(page, state, check)
    _draw_advice(page, outcome, report)


def draw_check(page: Page, state: ResultState, check: CheckResult) -> None:
    """Its call, how the values differ, and the mistake it looks like."""
    differences = check.differences[:_MOST_DIFFERENCES]
    if check.case:
        name = f"   {printable(differences[0].name)}" if differences else ""
        page.paragraph(Content.assemble((printable(check.case), "bold $secondary"), (name, MUTED)), indent=0)
    more = False
    for place, difference in enumerate(differences):
        if place or not check.case:
            page.paragraph(Content.styled(printable(difference.name), MUTED), indent=0)
        more = draw_difference(page, check, difference, state.view, state.slice) or more
    if more:
        page.line("  ", clickable(keys.told(say.other_view_key, "view"), "screen.other_view"))
    if check.problem is not None:
        draw_problem(page, check.problem, state.hand_in, traceback=state.traceback)
    elif not differences and check.message:
        page.paragraph(printable(check.message))
    if check.diagnosis is not None:
        line = check.problem.line if check.problem else None
        note = [(f"  {say.line(state.hand_in, line)}", MUTED)] if line else []
        page.blank()
        page.title("◆", "$primary", say.looks_like, *note, text_style="bold $primary")
        page.paragraph(check.diagnosis.sentence)


def _draw_advice(page: Page, outcome: Outcome, report: Report) -> None:
    """A sentence on what to do, where the report gives none of its own."""
    sentences = {
        Outcome.NOT_WRITTEN: f"{keys.told(say.write_here, 'check')} {say.not_counted}",
        Outcome.TIMEOUT: say.endless,
        Outcome.OUT_OF_MEMORY: say.too_much_memory,
        Outcome.NOT_RUN: say.not_here,
    }
    problem = report.problem or (report.first_failure.problem if report.first_failure else None)
    if report.problem and report.problem.kind in SYNTAX_ERRORS:
        page.blank()
        page.paragraph(say.no_checks_ran, style=MUTED)
    elif outcome in sentences and not (problem and problem.advice):
        page.blank()
        page.paragraph(sentences[outcome])
