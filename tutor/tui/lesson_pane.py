"""The pane to read in: a few plain lines in the first frame, the whole lesson soon after."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tutor.course import Lesson
from tutor.tui.lesson_markdown import LessonMarkdown
from tutor.tui.messages import LessonChosen
from tutor.tui.wording import say

if TYPE_CHECKING:
    from textual.widgets import Markdown


class ReadingPane(VerticalScroll):
    """A scrolling pane with the keys of a pager."""

    ALLOW_MAXIMIZE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False, id="scroll.down"),
        Binding("k", "scroll_up", show=False, id="scroll.up"),
        Binding("g", "scroll_home", show=False, id="scroll.top"),
        Binding("G", "scroll_end", show=False, id="scroll.end"),
        Binding("space", "page_down", show=False, id="scroll.page"),
    ]


class LessonPane(ReadingPane):
    """One lesson's text."""

    def compose(self) -> ComposeResult:
        self.border_title = say.lesson
        yield LessonMarkdown()

    @property
    def document(self) -> LessonMarkdown:
        return self.query_one(LessonMarkdown)

    async def show_lesson(self, lesson: Lesson) -> None:
        await self.document.update(lesson.body)
        self.scroll_home(animate=False)

    def on_markdown_link_clicked(self, message: Markdown.LinkClicked) -> None:
        """Follow a link to another lesson, or show a web address."""
        message.stop()
        target = message.href.partition("#")[0].rpartition("/")[2]
        if "://" not in message.href and target.endswith(".md"):
            self.post_message(LessonChosen(target.removesuffix(".md")))
        elif message.href.startswith(("https://", "http://")) and self.app.is_web:
            self.app.open_url(message.href)  # where the learner is; below is where the program is
        elif message.href.startswith(("https://", "http://")):
            self.app.copy_to_clipboard(message.href)
            self.notify(say.web_link(message.href), markup=False)
            if has_display(os.environ, sys.platform):
                import webbrowser

                webbrowser.open(message.href)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a browser window could open here; without one, webbrowser would start a text browser over the app."""
    if environment.get("SSH_CONNECTION"):
        return False
    return platform in ("darwin", "win32") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
