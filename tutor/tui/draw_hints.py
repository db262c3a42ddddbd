"""The hints a learner has asked for."""

from __future__ import annotations

from tutor.tui.page import MUTED, Page
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say


def draw_hints(page: Page, state: ResultState) -> None:
    """The newest hint first, the earlier ones faded below it."""
    shown = state.hints[: state.hints_shown]
    if not shown:
        return
    from tutor.tui.inline import inline  # loads the markdown parser: not before the first frame

    page.blank()
    for number in range(len(shown), 0, -1):
        is_newest = number == len(shown)
        style = "bold $accent" if is_newest else MUTED
        page.line(("✦ ", style), (say.hint_of(number, len(state.hints)), style))
        page.paragraph(inline(shown[number - 1].text, "$foreground" if is_newest else MUTED))
        if is_newest:
            page.mark("hint")
