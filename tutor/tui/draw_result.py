"""The results pane as styled lines, for everything that can be true of a hand-in."""

from __future__ import annotations

from textual.content import Content

from tutor.report import Report
from tutor.tui.draw_hints import draw_hints
from tutor.tui.key_names import keys
from tutor.tui.page import MUTED, Page, bar, clickable, printable
from tutor.tui.result_state import ResultState, headline, trouble_title
from tutor.tui.wording import say

_MOST_OUTPUT = 20


def draw_result(state: ResultState, width: int, height: int, *, shades: bool = True) -> Page:
    """The whole pane for this state, made to fit `height` where it can."""
    page = Page(width, shades=shades)
    if state.checking:
        _draw_checking(page, state, height)
    elif state.trouble:
        _draw_trouble(page, state)
    elif state.report is None:
        _draw_idle(page, state)
        draw_hints(page, state)
    else:
        _draw_report(page, state, state.report, height)
    return page


def _draw_idle(page: Page, state: ResultState) -> None:
    page.title("○", MUTED, say.not_checked)
    for sentence in say.idle_in_review if state.is_review else say.idle:
        page.blank()
        page.paragraph(keys.told(sentence, "check"))
    if state.due and not state.is_review:
        page.blank()
        page.key(keys.told("v", "review"), say.due(state.due), "screen.review")
    page.blank()
    page.paragraph(Content.styled(state.path, MUTED), indent=4)


def _draw_checking(page: Page, state: ResultState, height: int) -> None:
    """What is running now, with the last result below it, faded."""
    progress = state.checking
    if progress is None:
        return
    page.title("◐", "$secondary", headline(state).text, (f"  {say.seconds(state.seconds)}", MUTED))
    if progress.phase == "running" and progress.total:
        number = min(progress.done + 1, progress.total)
        page.paragraph(say.check_of(number, progress.total, printable(progress.claim)), style=MUTED)
        page.blank()
        page.line("  ", *bar(progress.done, progress.total, min(page.width - 4, 40), "$secondary"))
    page.blank()
    page.line("  ", clickable(keys.told(say.stop_key, "back"), "screen.back"))
    if state.report is not None:
        page.blank()
        last = Page(page.width, shades=page.shades)
        _draw_report(last, state, state.report, height - len(page.lines))
        page.append(last.faded)


def _draw_trouble(page: Page, state: ResultState) -> None:
    trouble = state.trouble
    if trouble is None:
        return
    page.title("!", "$warning", trouble_title(state))
    page.blank()
    if trouble.kind == "gone":
        page.paragraph(say.gone_body(state.path.rpartition("/")[0]))
        page.blank()
        meaning = say.restore_typed_key if trouble.has_text else say.restore_key
        page.key(keys.told("r", "again"), meaning, "screen.again")
        return
    if trouble.is_torch_missing:
        page.paragraph(say.no_torch_advice)
        return
    page.paragraph(printable(trouble.error.message))
    if trouble.error.advice:
        page.blank()
        page.paragraph(trouble.error.advice)


def _draw_report(page: Page, state: ResultState, report: Report, height: int) -> None:
    # Loaded at the first result, not at the start.
    if report.passed:
        from tutor.tui.draw_passed import draw_passed

        draw_passed(page, state, report)
    else:
        from tutor.tui.draw_failure import draw_failure

        draw_failure(page, state, report, height)
    _draw_output(page, report)


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
