"""The part of the screen that changes its language: every word is drawn anew, and everything stays in place."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, runtime_checkable

from textual.binding import ActiveBinding
from textual.widgets import Static

from tutor.course import Course
from tutor.tui.review_screen import ReviewScreen
from tutor.tui.wording import say


@runtime_checkable
class Relabelled(Protocol):
    """A widget that keeps words it drew once."""

    def relabel(self) -> None:
        """Draw these words in the language of now."""


class LanguageScreen(ReviewScreen):
    """Names its keys in the language of now; a binding's description is the name of its words."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """As the footer shows them."""
        return {key: in_words(active) for key, active in super().active_bindings.items()}

    async def show_language(self, course: Course) -> None:
        """Show this course, which is the same in the language of now, with every place and result as it was."""
        self.course, self.lesson = course, course.lesson(self.lesson.id)
        for widget in self.walk_children():
            if isinstance(widget, Relabelled):
                widget.relabel()
        self.query_one("#too-small", Static).update(say.too_small)
        if self.outline is not None:
            self.outline.show_course(course)
        self.update_state(**self._standing(self.state.report))
        self.show_progress()
        self.refresh_bindings()
        await self.lesson_pane.change_language(self.lesson)


def in_words(active: ActiveBinding) -> ActiveBinding:
    """A binding with the words that it names; one of Textual's own as it is."""
    binding = active.binding
    if binding.id is None or not binding.description:
        return active
    words: str = getattr(say, binding.description, binding.description)
    tooltip: str = getattr(say, binding.tooltip, "") if binding.tooltip else ""
    return active._replace(binding=replace(binding, description=words, tooltip=tooltip), tooltip=tooltip)
