"""The tries at one lesson as styled lines, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tutor.history import Attempt, Change
from tutor.progress import NOT_A_TRY
from tutor.report import Outcome
from tutor.tui.key_names import keys
from tutor.tui.page import MUTED, Page, printable
from tutor.tui.wording import say

MOST_SHOWN = 30
_LONGEST_LINE = 200
_GLYPHS = {Outcome.PASSED: ("✓", "$success"), Outcome.FAILED: ("✗", "$error"), Outcome.NOT_WRITTEN: ("○", "$accent")}
_COLOURS = {"+": "$success", "-": "$error", "@": MUTED}


def draw_history(title: str, every: Sequence[Attempt], changes: Sequence[Change], width: int) -> Page:
    """The last tries; where there are more, how many."""
    page = Page(width)
    page.line((say.tries_at(title), "bold"))
    if not every:
        page.blank()
        page.paragraph(keys.told(say.no_tries, "check"), indent=0)
    numbers = _numbers(every)
    for place in reversed(range(len(every))[-MOST_SHOWN:]):
        page.blank()
        _draw_attempt(page, every[place], changes[place], numbers[place], is_first=place == 0)
    if len(every) > MOST_SHOWN:
        page.blank()
        page.paragraph(say.earlier_tries(len(every) - MOST_SHOWN), indent=0, style=MUTED)
    return page


def _numbers(every: Sequence[Attempt]) -> list[int]:
    """The number of each try, 0 for what is none."""
    numbers, count = [], 0
    for attempt in every:
        counts = attempt.outcome not in NOT_A_TRY
        count += counts
        numbers.append(count if counts else 0)
    return numbers


def _draw_attempt(page: Page, attempt: Attempt, change: Change, number: int, *, is_first: bool) -> None:
    glyph, style = _GLYPHS.get(attempt.outcome, ("!", "$warning"))
    facts = [say.when(attempt.at), say.try_outcome(attempt.outcome)]
    facts += [say.points(attempt.score, attempt.max_score)] if attempt.max_score else []
    page.title(glyph, style, say.try_number(number), (f"   {' · '.join(facts)}", MUTED))
    for name in attempt.misconceptions:
        page.paragraph(Content.assemble((f"{say.misconception}: ", "bold"), printable(name)))
    if change.lines is None or not change.lines:
        page.paragraph(say.unchanged(is_first) if change.lines is not None else say.not_kept, style=MUTED)
        return
    page.paragraph(say.changed_since(is_first), style=MUTED)
    for line in change.lines:
        shown = printable(line[:_LONGEST_LINE]).replace("\n", " ") + ("…" if len(line) > _LONGEST_LINE else "")
        page.line(Content.styled(f"  {shown}", _COLOURS.get(line[:1], "$foreground 80%")))
    if change.left:
        page.paragraph(say.more_lines(change.left), style=MUTED)
