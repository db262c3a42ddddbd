"""A pass: every check, what the learner can do now, and the way on."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from tutor.progress import LessonProgress
from tutor.report import Outcome, Report
from tutor.tui.draw_checks import draw_list, notes
from tutor.tui.key_names import keys
from tutor.tui.page import MUTED, Page, bar
from tutor.tui.result_state import Achievement, ResultState, report_headline
from tutor.tui.wording import say

_BAR = 24


def draw_passed(page: Page, state: ResultState, report: Report) -> None:
    if state.is_review:
        _draw_review(page, state, report)
        return
    page.line(("✦  ·  ✧  ·  ✦  ·  ✧  ·  ✦", "$accent"))
    top = report_headline(report)
    learned = state.progress
    effort = say.effort(learned.tries, learned.hints_shown, _minutes(learned))
    behind = notes(state) or [(f"   {effort}", MUTED)]
    page.title(top.glyph, top.style, top.text, *behind, text_style=f"bold {top.style}")
    page.blank()
    draw_list(page, report)
    _draw_stretch(page, state, report)
    if state.live:
        page.blank()
        page.key(keys.told("Ctrl+S", "check"), say.live_counts, "screen.check")
    else:
        _draw_achievement(page, state.achievement)


def _draw_stretch(page: Page, state: ResultState, report: Report) -> None:
    """Why what goes further than the exercise asks does not pass yet."""
    from tutor.tui.draw_failure import draw_check

    check = report.first_failure
    if check is not None and check.outcome not in (Outcome.NOT_RUN, Outcome.NOT_WRITTEN):
        page.blank()
        draw_check(page, state, check)


def _draw_review(page: Page, state: ResultState, report: Report) -> None:
    """A pass in review says when the lesson comes back, and nothing that was said at the first."""
    top = report_headline(report)
    page.title(top.glyph, top.style, top.text, *notes(state), text_style=f"bold {top.style}")
    if state.comes_back_in is not None:
        page.paragraph(say.comes_back(state.comes_back_in))
    page.blank()
    draw_list(page, report)
    _draw_stretch(page, state, report)
    page.blank()
    page.key(keys.told("v", "review"), say.leave_review, "screen.review")


def _draw_achievement(page: Page, achievement: Achievement) -> None:
    _draw_skills(page, say.you_can_now, achievement.you_can_now)
    page.blank()
    counted = (f"  {say.progress(achievement.done, achievement.total)}", MUTED)
    page.line((f"{achievement.unit}  ", MUTED), *bar(achievement.done, achievement.total, _BAR), counted)
    if achievement.is_course_done:
        page.title("✓", "$success", say.course_done)
    elif achievement.done == achievement.total:
        page.title("✓", "$success", say.unit_done(achievement.unit_number))
    for unit, skills in achievement.summary:
        _draw_skills(page, say.you_can_now_in(unit), skills)
    page.blank()
    page.key(keys.told("c", "compare"), say.compare_key, "screen.compare")
    if achievement.next_lesson:
        page.key(keys.told("n", "next"), say.next_lesson(achievement.next_lesson), "screen.next_lesson")


def _draw_skills(page: Page, heading: str, skills: tuple[str, ...]) -> None:
    from tutor.tui.inline import inline  # loads the markdown parser: not before the first frame

    if skills:
        page.blank()
        page.line((heading, "bold"))
    for skill in skills:
        page.wrapped(Content.assemble(("  • ", "$primary")), inline(skill), 4)


def _minutes(learned: LessonProgress) -> int | None:
    """From the first try to the pass."""
    try:
        start = datetime.fromisoformat(learned.first_try_at or "")
        return round((datetime.fromisoformat(learned.passed_at or "") - start).total_seconds() / 60)
    except ValueError:
        return None
