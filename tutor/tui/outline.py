"""The course as a tree: units, lessons and how far the learner is."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tutor.course import Course, Lesson, Unit
from tutor.progress import LessonProgress
from tutor.tui.messages import LessonChosen
from tutor.tui.wording import say

_TOGGLE = 2
"""Cells in front of a unit's name; a lesson is indented as much."""


class Outline(Tree[Unit | Lesson]):
    """A node carries its unit or lesson; what it says follows from the progress."""

    def __init__(self, course: Course, *, id: str, classes: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(course.title, id=id, classes=classes)
        self.course = course
        self.show_root = False
        self.show_guides = False
        self.guide_depth = _TOGGLE
        self.relabel()
        self._current = ""
        self._passed: set[str] = set()
        self._due: set[str] = set()
        for unit in course.units:
            node = self.root.add(unit.title, data=unit, expand=True)
            for lesson in unit.lessons:
                node.add_leaf(lesson.title, data=lesson)

    def relabel(self) -> None:
        self.border_title = say.course

    def show_course(self, course: Course) -> None:
        """Take the names of the same course in another language."""
        self.course = course
        for node, unit in zip(self.root.children, course.units, strict=True):
            node.data = unit
            for leaf, lesson in zip(node.children, unit.lessons, strict=True):
                leaf.data = lesson

    def show(self, current: Lesson, progress: dict[str, LessonProgress], due: set[str]) -> None:
        """Draw the progress and put the cursor on the current lesson."""
        self._current = current.id
        self._passed = {name for name, entry in progress.items() if entry.status == "passed"}
        self._due = due
        self._invalidate()
        self.call_after_refresh(self._point_at_current)

    def _point_at_current(self) -> None:
        for unit in self.root.children:
            for leaf in unit.children:
                if isinstance(leaf.data, Lesson) and leaf.data.id == self._current:
                    self.move_cursor(leaf)
                    self.scroll_to_node(leaf, animate=False)

    def render_label(self, node: TreeNode[Unit | Lesson], base_style: Style, style: Style) -> Text:
        """The name, shortened to the width, between what comes before and after it."""
        before, name, after = self._parts(node.data) if node.data else (Text(), Text(), Text())
        if isinstance(node.data, Unit):
            before = Text("▼ " if node.is_expanded else "▶ ")
        room = self.size.width - before.cell_len - after.cell_len - (0 if isinstance(node.data, Unit) else _TOGGLE)
        name.truncate(max(8, room), overflow="ellipsis")
        label = Text.assemble(before, name, after)
        label.stylize_before(style)
        return label

    def _parts(self, entry: Unit | Lesson) -> tuple[Text, Text, Text]:
        colours = self.app.theme_variables
        if isinstance(entry, Unit):
            done = sum(lesson.id in self._passed for lesson in entry.lessons)
            count = Text(f"  {say.progress(done, len(entry.lessons))}", style="dim")
            return Text(), Text(f"{entry.number} {entry.title}", style="bold"), count
        name = f"{entry.number} {entry.title}"
        due = Text(f"  {say.due_word}" if entry.id in self._due else "", style=colours["accent"])
        if entry.id == self._current:
            return Text("▶ ", style=colours["primary"]), Text(name, style="bold"), due
        if entry.id in self._due:
            return Text("↻ ", style=colours["accent"]), Text(name), due
        if entry.id in self._passed:
            return Text("✓ ", style=colours["success"]), Text(name), Text()
        if self._passed.issuperset(entry.needs):
            return Text("○ "), Text(name), Text()
        return Text("· ", style="dim"), Text(name, style="dim"), Text()

    def on_tree_node_highlighted(self, message: Tree.NodeHighlighted[Unit | Lesson]) -> None:
        """Say what a lesson under the cursor builds on, as long as that is not passed."""
        lesson = message.node.data
        needs = lesson.needs if isinstance(lesson, Lesson) else ()
        missing = [self.course.lesson(name).number for name in needs if name not in self._passed]
        self.border_subtitle = say.opens_anyway(", ".join(missing)) if missing else ""

    def on_tree_node_selected(self, message: Tree.NodeSelected[Unit | Lesson]) -> None:
        message.stop()
        if isinstance(message.node.data, Lesson):
            self.post_message(LessonChosen(message.node.data.id))
