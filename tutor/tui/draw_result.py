"""The results pane as styled lines: one function for each thing that can be true of a hand-in."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from tutor.report import CheckResult, Outcome, Report
from tutor.tui.draw_difference import draw_difference
from tutor.tui.draw_problem import draw_problem
from tutor.tui.inline import inline
from tutor.tui.page import MUTED, Page, printable, ticked
from tutor.tui.result_state import SYNTAX_ERRORS, ResultState, headline, leading_outcome, report_headline, trouble_title
from tutor.tui.wording import say

_BAR = 24
_MOST_OUTPUT = 20
_GLYPHS = {
    Outcome.PASSED: ("✓", "$success"),
    Outcome.FAILED: ("✗", "bold $error"),
    Outcome.BLOCKED: ("–", MUTED),
    Outcome.NOT_RUN: ("–", MUTED),
    Outcome.NOT_WRITTEN: ("○", "$accent"),
}
_WAITING = (Outcome.BLOCKED, Outcome.NOT_RUN)


def draw_result(state: ResultState, width: int, height: int) -> Page:
    """The whole pane for this state; `height` decides between a list of checks and a summary of it."""
    page = Page(width)
    if state.checking:
        _draw_checking(page, state)
    elif state.trouble:
        _draw_trouble(page, state)
    elif state.report is None:
        _draw_idle(page, state)
    else:
        _draw_report(page, state, state.report, height)
    return page


def _draw_idle(page: Page, state: ResultState) -> None:
    page.title("○", MUTED, say.not_checked)
    for sentence in say.idle:
        page.blank()
        page.paragraph(sentence)
    page.blank()
    page.line((f"    {state.path}", MUTED))
    _draw_hints(page, state)


def _draw_checking(page: Page, state: ResultState) -> None:
    """What is running now, with the result of the last check below it, faded."""
    progress = state.checking
    if progress is None:
        return
    page.title("◐", "$secondary", headline(state).text, (f"  {say.seconds(state.seconds)}", MUTED))
    if progress.phase == "running" and progress.total:
        number = min(progress.done + 1, progress.total)
        page.paragraph(say.check_of(number, progress.total, printable(progress.claim)), style=MUTED)
        page.blank()
        full = min(page.width - 4, 40)
        page.line("  ", *bar(progress.done, progress.total, full, "$secondary"))
    if state.report is not None:
        page.blank()
        last = report_headline(state.report)
        page.line((f"{last.glyph} {last.text}", MUTED))


def _draw_trouble(page: Page, state: ResultState) -> None:
    trouble = state.trouble
    if trouble is None:
        return
    page.title("!", "$warning", trouble_title(state))
    page.blank()
    if trouble.kind == "gone":
        page.paragraph(say.gone_body(state.path.rpartition("/")[0]))
        page.blank()
        _draw_key(page, "r", say.restore_typed_key if trouble.has_text else say.restore_key)
        return
    page.paragraph(printable(trouble.error.message))
    if trouble.error.advice:
        page.blank()
        page.paragraph(trouble.error.advice)


def _draw_report(page: Page, state: ResultState, report: Report, height: int) -> None:
    if report.passed:
        _draw_passed(page, state, report)
    else:
        top = report_headline(report)
        note = [(f"   {say.edited_since}", "italic $warning")] if state.is_edited else []
        page.title(top.glyph, top.style, top.text, *note)
        _draw_unpassed(page, state, report, height)
    _draw_output(page, report)


def _draw_unpassed(page: Page, state: ResultState, report: Report, height: int) -> None:
    outcome, check = leading_outcome(report), report.first_failure
    if report.problem is None and check is not None:
        _draw_checks(page, report, is_short=height < len(report.checks) + 17)
    page.blank()
    if outcome is Outcome.GRADER_ERROR:
        page.paragraph(say.our_fault)
        page.blank()
    problem = report.problem or (check.problem if check else None)
    if report.problem is None and check is not None:
        _draw_check(page, state, check)
    elif problem is not None:
        draw_problem(page, problem, report.hand_in)
    _draw_advice(page, outcome, problem is not None and bool(problem.advice), report)
    _draw_hints(page, state)


def _draw_check(page: Page, state: ResultState, check: CheckResult) -> None:
    """The one check to look at: its call, how the values differ, and the mistake it looks like."""
    more = False
    first, *others = check.differences[:2] or (None,)
    name = f"   {printable(first.name)}" if first else ""
    if check.case or name:
        call = Content.assemble((printable(check.case), "bold $secondary"), (name if check.case else name.strip(), MUTED))
        page.paragraph(call, indent=0)
    for difference in check.differences[:2]:
        if difference in others:
            page.paragraph(Content.styled(printable(difference.name), MUTED), indent=0)
        more = draw_difference(page, check, difference, state.view) or more
    if more:
        page.line((f"  {say.other_view_key}", MUTED))
    if check.problem is not None:
        draw_problem(page, check.problem, state.hand_in)
    elif not check.differences and check.message:
        page.paragraph(printable(check.message))
    if check.diagnosis is not None:
        line = check.problem.line if check.problem else None
        note = [(f"  {say.line(state.hand_in, line)}", MUTED)] if line else []
        page.blank()
        page.title("◆", "$primary", say.looks_like, *note, text_style="bold $primary")
        page.paragraph(check.diagnosis.sentence)


def _draw_advice(page: Page, outcome: Outcome, has_advice: bool, report: Report) -> None:
    """A sentence on what to do, where the report gives none of its own."""
    sentences = {
        Outcome.NOT_WRITTEN: f"{say.write_here} {say.not_counted}",
        Outcome.TIMEOUT: say.endless,
        Outcome.OUT_OF_MEMORY: say.too_much_memory,
        Outcome.NOT_RUN: say.not_here,
    }
    if report.problem and report.problem.kind in SYNTAX_ERRORS:
        page.blank()
        page.paragraph(say.no_checks_ran, style=MUTED)
    elif outcome in sentences and not has_advice:
        page.blank()
        page.paragraph(sentences[outcome])


def _draw_checks(page: Page, report: Report, is_short: bool) -> None:
    if is_short:
        return _draw_summary(page, report)
    for check in report.checks:
        glyph, style = _GLYPHS.get(check.outcome, ("!", "bold $warning"))
        is_first = check is report.first_failure
        text_style = "bold" if is_first else MUTED if check.outcome in _WAITING else "$foreground"
        claim = ticked(check.claim, text_style)
        notes = [(f"  {check.device}", MUTED)] if len(report.devices) > 1 else []
        notes += [(f"  {say.optional}", MUTED)] if check.stretch else []
        page.wrapped(Content.assemble((f" {glyph} ", style)), Content.assemble(claim, *notes), 3)
    return None


def _draw_summary(page: Page, report: Report) -> None:
    """The list of checks in one or two lines: how many pass, which one to look at, how many wait."""
    passed = sum(check.outcome is Outcome.PASSED for check in report.checks)
    waiting = sum(check.outcome in _WAITING for check in report.checks)
    counts = Content.assemble(*([(" ✓ ", "$success"), (say.passes(passed), MUTED)] if passed else []))
    waits = Content.assemble(*([("   – ", MUTED), (say.waiting(waiting), MUTED)] if waiting else []))
    if report.first_failure is None:
        return page.line(counts, waits)
    check = report.first_failure
    glyph, style = _GLYPHS.get(check.outcome, ("!", "bold $warning"))
    claim = ticked(check.claim, "bold")
    lead = Content.assemble(("   " if passed else " ") + "", (f"{glyph} ", style))
    if counts.cell_length + lead.cell_length + claim.cell_length + waits.cell_length <= page.width:
        return page.line(counts, lead, claim, waits)
    if passed or waiting:
        page.line(counts, waits)
    return page.wrapped(Content.assemble((f" {glyph} ", style)), claim, 3)


def _draw_passed(page: Page, state: ResultState, report: Report) -> None:
    achievement = state.achievement
    page.line(("✦  ·  ✧  ·  ✦  ·  ✧  ·  ✦", "$accent"))
    top = report_headline(report)
    effort = say.effort(state.progress.tries, state.progress.hints_shown, _minutes(state))
    note = (f"   {say.edited_since}", "italic $warning") if state.is_edited else (f"   {effort}", MUTED)
    page.wrapped(Content.assemble((f"{top.glyph} ", f"bold {top.style}")), Content.assemble((top.text, f"bold {top.style}"), note), 2)
    page.blank()
    _draw_checks(page, report, is_short=False)
    if achievement.you_can_now:
        page.blank()
        page.line((say.you_can_now, "bold"))
        for skill in achievement.you_can_now:
            page.wrapped(Content.assemble(("  • ", "$primary")), inline(skill), 4)
    page.blank()
    counted = (f"  {say.progress(achievement.done, achievement.total)}", MUTED)
    page.line((f"{achievement.unit}  ", MUTED), *bar(achievement.done, achievement.total, _BAR), counted)
    if achievement.is_course_done:
        page.title("✓", "$success", say.course_done)
    elif achievement.done == achievement.total:
        page.title("✓", "$success", say.unit_done(achievement.unit_number))
    if achievement.next_lesson:
        page.blank()
        _draw_key(page, "n", say.next_lesson(achievement.next_lesson))


def _minutes(state: ResultState) -> int | None:
    try:
        start = datetime.fromisoformat(state.progress.first_try_at or "")
        return round((datetime.fromisoformat(state.progress.passed_at or "") - start).total_seconds() / 60)
    except ValueError:
        return None


def _draw_hints(page: Page, state: ResultState) -> None:
    """The newest hint first, the earlier ones faded below it."""
    shown = state.hints[: state.hints_shown]
    if shown:
        page.blank()
        page.mark("hint")
    for number in range(len(shown), 0, -1):
        is_newest = number == len(shown)
        style = "bold $accent" if is_newest else MUTED
        page.line(("✦ ", style), (say.hint_of(number, len(state.hints)), style))
        page.paragraph(inline(shown[number - 1].text, "$foreground" if is_newest else MUTED))


def _draw_output(page: Page, report: Report) -> None:
    """The last lines of what the learner's program printed."""
    lines = printable(report.output).rstrip("\n").splitlines()
    if not lines:
        return
    page.blank()
    page.line(("▸ ", MUTED), (say.printed, f"bold {MUTED}"))
    if report.output_cut:
        page.paragraph(say.printed_cut, style=MUTED)
    if len(lines) > _MOST_OUTPUT:
        page.line(("  …", MUTED))
    for line in lines[-_MOST_OUTPUT:]:
        page.wrapped(Content("  "), Content.styled(line or " ", "$foreground 80%"), 2)


def _draw_key(page: Page, key: str, text: str) -> None:
    page.line((f" {key} ", "bold $background on $primary"), (f"  {text}", "$foreground"))


def bar(done: int, total: int, width: int, style: str = "$success") -> tuple[tuple[str, str], tuple[str, str]]:
    """A line of which the finished part is coloured."""
    filled = round(width * done / total) if total else 0
    return ("━" * filled, style), ("━" * (width - filled), "$foreground 25%")
