"""The half of the screen that arranges the panes: which is in front, which has the keys, what each one draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.live_screen import LiveScreen
from tutor.tui.messages import PaneChosen
from tutor.tui.problem_line import defining_line, followed, problem_line
from tutor.tui.top_bar import TopBar
from tutor.tui.wording import say

if TYPE_CHECKING:
    from tutor.tui.bars import StatusStrip, TabBar
    from tutor.tui.code_pane import CodePane
    from tutor.tui.lesson_pane import LessonPane
    from tutor.tui.outline import Outline
    from tutor.tui.results_pane import ResultsPane

PANES = ("lesson", "code", "results", "course")
WIDE_ENOUGH = 100
"""Columns; below it, one pane is shown at a time."""
_WIDTHS = [(0, "-tiny"), (60, "-compact"), (WIDE_ENOUGH, "-normal"), (160, "-wide")]
_HEIGHTS = [(0, "-low"), (16, "-high")]


class PaneScreen(LiveScreen):
    """One, two or three columns; the style sheet decides by the screen's classes."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    pane = "lesson"
    """The pane with the keys, or the last that had them; the one in front where only one fits."""

    def compose(self) -> ComposeResult:
        """The first frame: nothing that takes long to load or to style."""
        self._settle()
        yield TopBar()
        yield Static(id="preview", markup=False)

    async def mount_panes(self) -> None:
        """Everything but the editor and the outline, which take longest."""
        from tutor.tui.bars import StatusStrip, TabBar
        from tutor.tui.code_pane import CodePane
        from tutor.tui.lesson_pane import LessonPane
        from tutor.tui.results_pane import ResultsPane

        work = Vertical(
            CodePane(self.workspace, id="code", classes="pane"), ResultsPane(id="results", classes="pane"), id="work"
        )
        lesson = LessonPane(self.block_runner, self.current_text, id="lesson", classes="pane")
        body = Horizontal(lesson, work, id="body")
        too_small = Static(say.too_small, id="too-small", markup=False)
        await self.mount(TabBar(id="tabs"), body, StatusStrip(id="status"), too_small, self.runner, self.live)
        self.query_one("#preview").remove()

    def _settle(self) -> None:
        """Take the classes of the window's size while there is nothing to style anew; Textual does so a frame later."""
        width, height = self.app.size
        fitting = (
            max(step for step in steps if step[0] <= size)[1] for size, steps in ((width, _WIDTHS), (height, _HEIGHTS))
        )
        self.add_class(f"-tab-{self.pane}", *fitting)

    @property
    def lesson_pane(self) -> LessonPane:
        return cast("LessonPane", self.query_one("#lesson"))

    @property
    def code(self) -> CodePane:
        return cast("CodePane", self.query_one("#code"))

    @property
    def results(self) -> ResultsPane:
        return cast("ResultsPane", self.query_one("#results"))

    @property
    def outline(self) -> Outline | None:
        """The course as a tree; None until it is mounted."""
        found = self.query("#course")
        return cast("Outline", found.first()) if found else None

    @property
    def is_narrow(self) -> bool:
        return self.size.width < WIDE_ENOUGH

    # Drawing

    def current_text(self) -> str:
        return self.code.text

    def state_changed(self, *, is_new_result: bool = False) -> None:
        self.results.show(self.state)
        if is_new_result:
            self.mark_problem()
            self.show_progress()
            if self.is_narrow and self.pane == "code":
                self.action_show_pane("results")
        self._draw_bars()

    def _draw_bars(self) -> None:
        cast("TabBar", self.query_one("#tabs")).show(self.pane, self.state)
        cast("StatusStrip", self.query_one("#status")).show(self.state, self.pane)

    def mark_problem(self) -> None:
        if self.code.editor is not None:
            line, lines = problem_line(self.state.report), self.current_text().split("\n")
            self.code.editor.mark_problem(None if line is None else followed(line, self.checked_lines(), lines))

    def action_go_to_problem(self) -> None:
        """Put the cursor on the line that the result is about, or on the start of what failed."""
        editor, report = self.code.editor, self.state.report
        if editor is None:
            return
        known = editor.problem_line, problem_line(report), defining_line(report, editor.document.lines)
        row = next((row for row in known if row is not None), None)
        if row is None:
            self.notify(say.no_problem_line, timeout=3)
            return
        self.action_show_pane("code")
        editor.show_line(row)

    def show_progress(self) -> None:
        """Draw how far the learner is, at the top and in the outline."""
        progress = self.learned.all()
        done = sum(progress[one.id].status == "passed" for one in self.course.lessons if one.id in progress)
        self.query_one(TopBar).show(self.course, self.lesson, done, is_review=self.review is not None)
        if self.outline is not None:
            self.outline.show(self.lesson, progress, {lesson.id for lesson in self.due()})

    # Panes

    def _widget(self, pane: str) -> Widget | None:
        if pane == "code":
            return self.code.editor
        return self.outline if pane == "course" else self.query_one(f"#{pane}")

    def action_show_pane(self, pane: str) -> None:
        """Bring a pane to the front and let it take the keys."""
        self.bring_forward(pane)
        if (widget := self._widget(pane)) is not None:
            widget.focus()

    def bring_forward(self, pane: str) -> None:
        self.pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-tab-{name}")
        self._draw_bars()

    def on_descendant_focus(self) -> None:
        """Follow the focus, so that a window made narrower shows the pane in use."""
        for name in PANES:
            if self.focused is not None and self.focused is self._widget(name) and name != self.pane:
                self.bring_forward(name)

    def on_pane_chosen(self, message: PaneChosen) -> None:
        self.action_show_pane(message.pane)

    def action_course(self) -> None:
        """Show the outline, or put it away again where it lies over the lesson."""
        is_open = self.outline is not None and self.outline.has_focus
        self.action_show_pane("lesson" if is_open else "course")

    def action_full_screen(self) -> None:
        widget = self.code if self.pane == "code" else self._widget(self.pane)
        if self.maximized is not None:
            self.minimize()
        elif widget is not None and not self.is_narrow:
            self.maximize(widget, container=False)

    def action_back(self) -> None:
        """Esc: stop a check that takes long, or leave what is in front."""
        if self.state.checking:
            self.runner.stop()
        elif self.maximized is not None:
            self.minimize()
        elif self.pane == "course":
            self.action_show_pane("lesson")

    def on_editor_left(self) -> None:
        if self.state.checking or self.maximized is not None:
            self.action_back()
        elif self.code.has_conflict:
            self.code.ask_about_conflict()
        elif self.is_narrow:
            self.set_focus(None)
        else:
            self.action_show_pane("results")

    def action_hint(self) -> None:
        super().action_hint()
        if self.is_narrow and self.pane != "results":
            self.action_show_pane("results")
        self.results.show_hint()
