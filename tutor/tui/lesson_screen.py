"""The one screen of the app: opens lessons, keeps the learner's place in each, and maps the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.course import Lesson
from tutor.errors import TutorError, UnknownLesson
from tutor.reviews import Review
from tutor.tui import messages, standing
from tutor.tui.key_names import keys
from tutor.tui.language_screen import LanguageScreen
from tutor.tui.wording import say

if TYPE_CHECKING:
    from tutor.tui.find_bar import FindBar
    from tutor.tui.prediction_form import PredictionForm


class LessonScreen(LanguageScreen):
    """Shows one lesson at a time."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "check", "check", priority=True, key_display="^S", id="check", tooltip="command_check"),
        Binding("h", "hint", "hint", id="hint", tooltip="command_hint"),
        Binding("n", "next_lesson", "next", id="next", tooltip="command_next"),
        Binding("i", "show_pane('code')", "edit", id="edit"),
        Binding("enter", "show_pane('code')", "edit", show=False, id="edit.enter"),
        Binding("f1,question_mark", "app.help", "help", key_display="F1", id="help", tooltip="command_help"),
        Binding("f2", "course", "course", key_display="F2", id="course", tooltip="command_course"),
        Binding("f4", "app.external_editor", "editor", key_display="F4", id="editor", tooltip="command_editor"),
        Binding("f8", "app.switch_language", show=False, id="language"),
        Binding("p", "previous_lesson", "previous", show=False, id="previous"),
        Binding("d", "other_view", "other_view", show=False, id="view"),
        Binding("t", "traceback", show=False, id="traceback"),
        Binding("left_square_bracket", "other_slice(-1)", show=False, id="slice.previous"),
        Binding("right_square_bracket", "other_slice(1)", show=False, id="slice.next"),
        Binding("c", "compare", show=False, id="compare"),
        Binding("m", "full_screen", "full_screen", show=False, id="full_screen"),
        Binding("r", "again", "again", show=False, id="again"),
        Binding("w", "history", "history", show=False, id="history"),
        Binding("v", "review", "review", show=False, id="review"),
        Binding("ctrl+f", "find_in_file", priority=True, show=False, id="find_in_file"),
        Binding("slash", "app.find", "find", show=False, id="find"),
        Binding("1", "show_pane('lesson')", show=False, id="pane.lesson"),
        Binding("2", "show_pane('code')", show=False, id="pane.code"),
        Binding("3", "show_pane('results')", show=False, id="pane.results"),
        Binding("4", "show_pane('course')", show=False, id="pane.course"),
        Binding("escape", "back", show=False, id="back"),
        Binding("q", "app.quit", "quit", show=False, id="quit"),
    ]

    class Ready(Message):
        """Everything is on the screen."""

    is_ready = False
    """Whether everything is mounted."""
    is_closing = False
    """Whether the app is about to end, and with it what is still being mounted."""
    _find_bar: FindBar | None = None

    # The start, in two steps, so that the first frame is there at once and everything else at one stroke

    def on_mount(self) -> None:
        self.query_one("#preview", Static).update(preview(self.lesson))
        self.show_progress()
        self.call_after_refresh(self._mount_everything)

    async def _mount_everything(self) -> None:
        with self.app.batch_update():
            for step in self.mount_panes, self._fill_panes, self._start_editing, self._mount_around:
                await step()
                if self.is_closing:
                    return
            self.show_progress()
            self._return_to_place()
        self.call_after_refresh(self.runner.start)
        self.call_after_refresh(self.app.post_message, self.Ready())

    async def _fill_panes(self) -> None:
        self.set_focus(self.lesson_pane)  # while it is empty: focus styles all that is in a pane anew
        self.code.open(self.lesson, self.files)
        self.start_state(self.lesson)
        await self.lesson_pane.show_lesson(self.lesson)

    async def _start_editing(self) -> None:
        await self.code.start_editing()

    async def _mount_around(self) -> None:
        from tutor.tui.key_bar import KeyBar
        from tutor.tui.outline import Outline

        await self.query_one("#body").mount(Outline(self.course, id="course", classes="pane"), before=0)
        self.is_ready = True
        await self.mount(KeyBar(), before="#too-small")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key acts before everything is there to act on."""
        return self.is_ready

    # Lessons

    def on_lesson_chosen(self, message: messages.LessonChosen) -> None:
        self.action_open_lesson(message.lesson)

    def action_next_lesson(self) -> None:
        self._open_or_say(self.course.after(self.lesson), say.last_lesson)

    def action_previous_lesson(self) -> None:
        self._open_or_say(self.course.before(self.lesson), say.first_lesson)

    def _open_or_say(self, lesson: Lesson | None, otherwise: str) -> None:
        if lesson is None:
            self.notify(otherwise, timeout=3)
        else:
            self.action_open_lesson(lesson.id)

    def action_open_lesson(self, lesson_id: str, line: int | None = None) -> None:
        """Leave this lesson, with everything saved, for another, at a line of its markdown or where it was left."""
        try:
            lesson = self.course.lesson(lesson_id)
        except UnknownLesson as error:
            self.learn_of(error)
            return
        if lesson is not self.lesson or self.review is not None:
            self.leave_for(lesson, None, line)
        elif line is not None:
            self.lesson_pane.show_line(line)
        self.action_show_pane("lesson")

    def leave_for(self, lesson: Lesson, review: Review | None, line: int | None = None) -> None:
        if kept := self.leave():
            self.notify(say.kept_aside(kept), severity="warning", timeout=20, markup=False)
        self.run_worker(self._open(lesson, review, line), exclusive=True, group="open")

    async def _open(self, lesson: Lesson, review: Review | None, line: int | None) -> None:
        self.runner.stop()
        lesson = self.course.lesson(lesson.id)  # the language may have changed since it was chosen
        if self._find_bar is not None:
            self._find_bar.display = False
        self.review = review
        self.code.open(lesson, self.files)
        self.start_state(lesson)
        self.mark_problem()
        self.show_progress()
        await self.lesson_pane.show_lesson(lesson)
        self._return_to_place()
        if line is not None:
            self.call_after_refresh(self.lesson_pane.show_line, line)
        missing = [one for one in map(self.course.lesson, lesson.needs) if not self._has_passed(one)]
        if missing:
            names = ", ".join(f"{one.number} {one.title}" for one in missing)
            self.notify(say.comes_after(names), timeout=4, markup=False)

    def _has_passed(self, lesson: Lesson) -> bool:
        return self.learned.lesson(lesson.id).status == "passed"

    def leave(self) -> str | None:
        """Save the code and the place; returns a path if what was typed had to be kept beside the file."""
        if not self.is_ready or self.code.editor is None:
            return None
        cursor, scroll = self.code.editor.cursor_location, self.lesson_pane.scroll_offset.y
        if self.review is None:
            self.learned.remember(f"place.{self.lesson.id}", [*cursor, scroll])
        self.learned.remember("lesson", self.lesson.id)
        return self.code.leave()

    def _return_to_place(self) -> None:
        """Put the cursor and the text where they were when this lesson was left."""
        match self.learned.recall(f"place.{self.lesson.id}") if self.review is None else None:
            case [int(row), int(column), int(scroll)] if self.code.editor is not None:
                place = self.code.editor.clamp_visitable((row, column))
                self.call_after_refresh(self.code.editor.move_cursor, place)  # once it knows how much of it is seen
                self.call_after_refresh(self.lesson_pane.scroll_to, y=scroll, animate=False)

    # Other right ways

    def action_compare(self) -> None:
        """c: see other right ways, after a pass or on a clear yes."""
        from tutor.tui.dialogs import Question

        if self.review is None and self._has_passed(self.lesson):
            self._compare(True)
            return
        title, body = say.compare_early_title, keys.told(say.compare_early_body, "hint")
        if self.review is not None:
            title, body = say.compare_in_review_title, say.compare_in_review_body
        self.app.push_screen(Question(title, body, say.compare_yes, say.compare_no), self._compare)

    def _compare(self, is_sure: bool | None) -> None:
        if is_sure:
            if self.review is not None:
                self.end_review()
            self.runner.ask_for_answers(self.lesson.id)

    def on_answers_found(self, message: messages.AnswersFound) -> None:
        from tutor.tui.comparison import Comparison

        if message.lesson == self.lesson.id and self.app.screen is self and message.ways:
            self.app.push_screen(Comparison(message.ways, self.current_text()))

    def on_answers_missing(self, message: messages.AnswersMissing) -> None:
        self.learn_of(message.error)

    # The learner's file

    async def action_find_in_file(self) -> None:
        """Open the bar above the editor, or go back to it."""
        from tutor.tui.find_bar import FindBar  # loads what only a search needs

        if self.code.editor is None:
            return
        self.bring_forward("code")
        if self._find_bar is None:
            self._find_bar = FindBar(self.code.editor)
            await self.code.mount(self._find_bar, before=self.code.editor)
        self._find_bar.start()

    def action_toggle_comment(self) -> None:
        if self.code.editor is not None:
            self.code.editor.action_toggle_comment()

    def action_check(self) -> None:
        self.once_typed(self._check)

    def once_typed(self, act: Callable[[], object]) -> None:
        """Act after what is focused has taken in the keys pressed before: a priority key would overtake them."""
        focused = self.app.focused
        if focused is None or not focused.call_later(act):
            act()

    def _check(self) -> None:
        if self.code.has_conflict:
            self.code.ask_about_conflict()
        else:
            self.code.save()

    async def action_run_block(self) -> None:
        """From the palette: choose the block in sight, or run the one that is chosen."""
        self.action_show_pane("lesson")
        await self.lesson_pane.action_run_block()

    def on_prediction_form_given(self, message: PredictionForm.Given) -> None:
        """Write the answer into the learner's file, where it can be undone, then save and check."""
        from tutor.tui.prediction_form import PredictionForm  # its Input and OptionList can wait for the first frame

        editor, form = self.code.editor, self.query_one(PredictionForm)
        if self.code.has_conflict:
            self.code.ask_about_conflict()
        elif editor is None or editor.read_only:
            form.refuse(say.cannot_write(self.state.hand_in))
        elif not editor.write_prediction(message.name, message.text):
            form.refuse(keys.told(say.no_prediction_line(self.state.hand_in, message.name), "again"))
        else:
            self.lesson_pane.close_form()
            self._check()

    def action_again(self) -> None:
        """r: bring back what is missing, or start the exercise again after asking."""
        from tutor.tui.dialogs import Question

        if self.state.trouble and self.state.trouble.kind == "gone":
            self.code.restore()
        else:
            question = Question(say.again_title, say.again_body, say.again_yes, say.again_no)
            self.app.push_screen(question, self._start_again)

    def _start_again(self, is_sure: bool | None) -> None:
        if not is_sure:
            return
        kept = self.code.leave()
        try:
            backup = self.files.reset(self.lesson)
        except TutorError as error:
            self.learn_of(error)
            return
        self.forget_result()
        self.code.open(self.lesson, self.files)
        if backup or kept:
            self.notify(say.backup(standing.short_path(backup) if backup else str(kept)), markup=False)


def preview(lesson: Lesson) -> Content:
    """The lesson's title and first paragraph, for the first frame."""
    heading, paragraph = lesson.opening
    return Content.assemble(Content.styled(heading, "bold $primary"), "\n\n", paragraph)
