"""What the command palette offers: everything the keys do, and every lesson."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tutor.tui.display import is_ascii
from tutor.tui.wording import say

if TYPE_CHECKING:
    from tutor.tui.lesson_screen import LessonScreen

Entry = tuple[str, str]
"""What the palette shows, and the action it runs."""
SHORTEST_SEARCH = 3
"""Letters; fewer are in every lesson."""


class _Entries(Provider):
    """Offers a fixed list of actions of the lesson screen."""

    def entries(self) -> Iterator[Entry]:
        raise NotImplementedError

    @property
    def lesson_screen(self) -> LessonScreen:
        return cast("LessonScreen", self.screen)

    async def discover(self) -> Hits:
        for name, action in self.entries():
            yield DiscoveryHit(name, self._run(action))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, action in self.entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._run(action), text=name)

    def _run(self, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.lesson_screen.run_action(action)

        return run


class Actions(_Entries):
    """The commands of the screen."""

    def entries(self) -> Iterator[Entry]:
        yield say.command_check, "check"
        yield say.command_hint, "hint"
        yield say.command_compare, "compare"
        yield say.command_next, "next_lesson"
        yield say.command_previous, "previous_lesson"
        yield say.command_course, "course"
        yield say.command_history, "history"
        yield say.command_review, "review"
        yield say.command_give_up, "give_up_review"
        yield say.command_again, "again"
        if not self.app.is_web:
            yield say.command_editor, "app.external_editor"
        yield say.command_find_in_file, "find_in_file"
        yield say.command_line, "go_to_problem"
        yield say.command_comment, "toggle_comment"
        yield say.command_live(self.lesson_screen.is_live), "toggle_live"
        yield say.command_run_block, "run_block"
        yield say.command_help, "app.help"
        yield say.command_language_in_ascii if is_ascii() else say.command_language, "app.switch_language"
        yield say.command_light, "app.switch_colours"
        yield say.command_quit, "app.quit"


class LessonText(Provider):
    """The lessons whose text holds what is typed, each with the first line that does; after those with such a title."""

    SCORE = 0.05
    """Below whatever a name that matches scores."""

    async def search(self, query: str) -> Hits:
        words = query.casefold().split()
        if len("".join(words)) < SHORTEST_SEARCH:
            return
        screen = cast("LessonScreen", self.screen)
        for lesson in screen.course.lessons:
            name = say.open_lesson(lesson.number, lesson.title)
            is_named = all(word in name.casefold() for word in words)  # then Lessons offers it
            if not is_named and (number := line_with(lesson.body, words)) is not None:
                line = as_read(lesson.body.splitlines()[number])
                action = partial(screen.run_action, f"open_lesson('{lesson.id}', {number})")
                yield Hit(self.SCORE, Content(name), action, text=f"{name} {line}", help=line)


def line_with(text: str, words: list[str]) -> int | None:
    """Which line, counted from 0, is the first with every word, else the first with one; None unless all are there."""
    folded = text.casefold()
    if not all(word in folded for word in words):
        return None
    lines = [(number, line) for number, line in enumerate(folded.splitlines()) if any(word in line for word in words)]
    return next((number for number, line in lines if all(word in line for word in words)), lines[0][0])


def as_read(line: str) -> str:
    """A line of markdown without its marks, its formulas drawn."""
    from tutor.tui.inline import inline

    return inline(line.strip().lstrip("#>-* ").replace("$$", "$")).plain


class Lessons(_Entries):
    """The lessons, by number and title."""

    def entries(self) -> Iterator[Entry]:
        for lesson in self.lesson_screen.course.lessons:
            yield say.open_lesson(lesson.number, lesson.title), f"open_lesson('{lesson.id}')"
