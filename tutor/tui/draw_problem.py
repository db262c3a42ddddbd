"""An exception, a signal or a limit, shown with the learner's own line."""

from __future__ import annotations

from itertools import groupby

from textual.content import Content

from tutor.report import Frame, Problem
from tutor.tui.key_names import keys
from tutor.tui.page import MUTED, Page, clickable, printable, visible
from tutor.tui.result_state import SYNTAX_ERRORS
from tutor.tui.wording import say


def draw_problem(page: Page, problem: Problem, hand_in: str, *, traceback: bool = False) -> None:
    """The message, the line with the failing part underlined, and one sentence of advice; on a wish every line."""
    message = printable(problem.message)
    if problem.kind[:1].isupper():
        message = f"{problem.kind}: {message}" if message else problem.kind
        page.paragraph(Content.styled(_shortened(message), "$error"))
    elif message:
        page.paragraph(_shortened(message))
    if problem.frames:
        (_draw_traceback if traceback else _draw_frames)(page, problem, hand_in)
    if problem.advice:
        page.blank()
        page.paragraph(problem.advice)


def _draw_frames(page: Page, problem: Problem, hand_in: str) -> None:
    *callers, last = problem.frames
    where = say.was_running if problem.kind == "timeout" else say.line
    go_there = clickable(keys.told(say.go_to_line_key, "results.line"), "screen.go_to_problem")
    page.line((f"  {where(hand_in, last.line)}   ", MUTED), go_there)
    page.wrapped(Content.assemble(("  │ ", "$foreground 40%")), _source(last, problem.kind), 4)
    for caller in reversed(callers[-3:]):
        page.line((f"  {say.called_from(caller.line, caller.function)}", MUTED))
    if callers:
        page.line("  ", clickable(keys.told(say.traceback_key, "traceback"), "screen.traceback"))


def _draw_traceback(page: Page, problem: Problem, hand_in: str) -> None:
    """Every line of the learner's file that was being run, outermost first; a repeated one is counted."""
    page.line((f"  {say.traceback}", f"bold {MUTED}"))
    for frame, repeated in groupby(problem.frames):
        page.line((f"  {say.line_in(hand_in, frame.line, printable(frame.function))}", MUTED))
        page.wrapped(Content.assemble(("  │ ", "$foreground 40%")), _source(frame, problem.kind), 4)
        if (more := len(list(repeated)) - 1) > 0:
            page.line((f"  {say.repeated(more)}", MUTED))
    page.line("  ", clickable(keys.told(say.traceback_hide_key, "traceback"), "screen.traceback"))


def _source(frame: Frame, kind: str) -> Content:
    """The line with the failing expression underlined; a caret stands after it when the error is at its end."""
    code = frame.source.strip()
    source = Content.styled(visible(code) or " ", "$foreground")
    if frame.column is None:
        return source
    indent = len(frame.source) - len(frame.source.lstrip())
    start = max(0, frame.column - indent)
    if kind in SYNTAX_ERRORS and start >= len(code):
        return source + Content.styled("‸", "bold $error")
    end = max((frame.end_column or 0) - indent, start + 1)
    return source.stylize("bold underline $error", start, end)


def _shortened(message: str) -> str:
    """The first lines of a long message; torch can fill a page."""
    lines = message.splitlines() or [""]
    text = "\n".join(lines[:6])
    return text[:600] + (" …" if len(text) > 600 or len(lines) > 6 else "")
