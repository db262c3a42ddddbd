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


class Outline(Tree[str]):
    """Every leaf carries the id of its lesson."""

    def __init__(self, course: Course, *, id: str, classes: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(course.title, id=id, classes=classes)
        self.course = course
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.border_title = say.course
        self._progress: dict[str, LessonProgress] = {}
        self._current = ""

    def show(self, current: Lesson, progress: dict[str, LessonProgress]) -> None:
        """Draw the tree anew and put the cursor on the current lesson."""
        self._current, self._progress = current.id, progress
        self.clear()
        for unit in self.course.units:
            node = self.root.add(unit.title, expand=True, allow_expand=True)
            node.set_label(self._unit_label(unit))
            for lesson in unit.lessons:
                leaf = node.add_leaf(self._lesson_label(lesson), data=lesson.id)
                if lesson is current:
                    self.call_after_refresh(self._point_at, leaf)

    def _point_at(self, leaf: TreeNode[str]) -> None:
        self.move_cursor(leaf)
        self.scroll_to_node(leaf, animate=False)

    def passed(self, lesson_id: str) -> bool:
        return self._progress.get(lesson_id, LessonProgress()).status == "passed"

    def _unit_label(self, unit: Unit) -> Text:
        done = sum(self.passed(lesson.id) for lesson in unit.lessons)
        name = Text(f"{unit.number} {unit.title}", style="bold")
        return name.append(f"  {say.progress(done, len(unit.lessons))}", style=Style(bold=False, dim=True))

    def _lesson_label(self, lesson: Lesson) -> Text:
        colours = self.app.theme_variables
        name = f"{lesson.number} {lesson.title}"
        if lesson.id == self._current:
            return Text.assemble(("▶ ", colours["primary"]), (name, "bold"))
        if self.passed(lesson.id):
            return Text.assemble(("✓ ", colours["success"]), name)
        if all(self.passed(needed) for needed in lesson.needs):
            return Text.assemble("○ ", name)
        return Text.assemble(("· ", "dim"), (name, "dim"))

    def on_tree_node_selected(self, message: Tree.NodeSelected[str]) -> None:
        message.stop()
        if message.node.data is not None:
            self.post_message(LessonChosen(message.node.data))
