"""The pane to read in: a few plain lines in the first frame, the whole lesson soon after."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.widgets._markdown import MarkdownBlock

from tutor.course import Lesson
from tutor.predictions import find_prediction, is_answered
from tutor.tui.block_runner import BlockRunner
from tutor.tui.key_names import keys
from tutor.tui.lesson_fence import Fence
from tutor.tui.lesson_markdown import LessonMarkdown
from tutor.tui.messages import LessonChosen
from tutor.tui.prediction_form import PredictionForm
from tutor.tui.wording import say, spoken

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
    """One lesson's text, and the block of it that was chosen."""

    DEFAULT_CSS = """
    LessonPane > #only-in-english { height: auto; padding: 0 2; color: $foreground 60%; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "choose_block(-1)", show=False, id="block.previous"),
        Binding("right_square_bracket", "choose_block(1)", show=False, id="block.next"),
        Binding("r", "run_block", show=False, id="block.run"),
        Binding("enter", "predict", show=False, id="block.predict"),
        Binding("escape", "let_go", show=False, id="block.let_go"),
    ]

    def __init__(self, runner: BlockRunner, current_text: Callable[[], str], *, id: str, classes: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, classes=classes)
        self.runner = runner
        self._current_text = current_text
        """The learner's file as it stands: it says which predictions are answered."""
        self._lesson = ""
        self._drawn: Path | None = None
        """The file whose text is on the screen."""
        self._chosen: Fence | None = None
        self._busy_block: Fence | None = None

    def compose(self) -> ComposeResult:
        self.border_title = say.lesson
        yield Static(id="only-in-english", markup=False)
        yield LessonMarkdown()
        yield self.runner

    @property
    def document(self) -> LessonMarkdown:
        return self.query_one(LessonMarkdown)

    @property
    def blocks(self) -> list[Fence]:
        """The blocks that can run, in the order of the lesson."""
        return [fence for fence in self.query(Fence) if fence.can_run]

    async def show_lesson(self, lesson: Lesson) -> None:
        self.runner.forget()
        self._lesson, self._chosen, self._busy_block = lesson.id, None, None
        await self._draw(lesson)
        self.scroll_home(animate=False)

    async def _draw(self, lesson: Lesson) -> None:
        self._drawn = lesson.path
        self._say_which_language(lesson)
        await self.document.update(lesson.body)

    def _say_which_language(self, lesson: Lesson) -> None:
        """One line above a lesson that is not in the language of the app."""
        line = self.query_one("#only-in-english", Static)
        line.display = lesson.language != spoken()
        line.update(say.only_in_english)

    def show_line(self, line: int) -> None:
        """Bring what this line of the lesson's markdown, counted from 0, became to the top."""
        found = [block for block in self.query(MarkdownBlock) if block.source_range[0] <= line < block.source_range[1]]
        if found:
            self.scroll_to_widget(found[-1], top=True, animate=False)

    async def change_language(self, lesson: Lesson) -> None:
        """Show the same lesson in the language of now, scrolled as before; the same text keeps its outputs."""
        place = self.scroll_offset.y
        if lesson.path == self._drawn:
            self._say_which_language(lesson)
        else:
            self.close_form()
            self.runner.forget()
            self._chosen = self._busy_block = None
            with self.app.batch_update():
                await self._draw(lesson)
        self.call_after_refresh(self.scroll_to, y=place, animate=False)

    def relabel(self) -> None:
        self.border_title = say.lesson
        if self._chosen is not None:
            self._chosen.choose(self._keys_of(self._chosen))

    # Choosing a block

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on a chosen block leaves its key to the screen when there is none."""
        match action:
            case "run_block" | "let_go":
                return self._chosen is not None
            case "predict":
                return self._chosen is not None and bool(self._chosen.prediction)
        return True

    def action_choose_block(self, step: int) -> None:
        """Choose the next block, the one before, or the first in sight when none is chosen."""
        blocks = self.blocks
        if not blocks:
            self.notify(say.no_blocks, timeout=3)
        elif self._chosen in blocks:
            place = blocks.index(self._chosen) + step
            self._choose(blocks[max(0, min(place, len(blocks) - 1))])
        else:
            in_sight = [fence for fence in blocks if fence.region.overlaps(self.region)]
            self._choose((in_sight or blocks)[0])

    def _choose(self, fence: Fence) -> None:
        if self._chosen is not fence:
            self._let_go()
        self._chosen = fence
        fence.choose(self._keys_of(fence))

    def _keys_of(self, fence: Fence) -> str:
        text = say.run_keys
        if fence.prediction:
            text = say.run_or_change_keys if self._is_answered(fence) else say.predict_first_keys
        return keys.told(text, "block.run", "block.predict", "block.let_go")

    def _is_answered(self, fence: Fence) -> bool:
        return is_answered(self._current_text(), fence.prediction)

    def _let_go(self) -> None:
        self.close_form()
        if self._chosen is not None:
            self._chosen.let_go()
        self._chosen = None

    def action_let_go(self) -> None:
        """Esc: stop the block that is running, or choose none."""
        if self.runner.is_busy:
            self.runner.stop()
        else:
            self._let_go()

    def on_fence_chosen(self, message: Fence.Chosen) -> None:
        message.stop()
        self._choose(message.fence)

    async def on_fence_keys_clicked(self, message: Fence.KeysClicked) -> None:
        message.stop()
        await self.action_run_block()

    # Running it

    async def action_run_block(self) -> None:
        """Run the chosen block; what a prediction gives is shown only once it is answered."""
        fence = self._chosen
        if fence is None:
            self.action_choose_block(1)
        elif fence.prediction and not self._is_answered(fence):
            await self.action_predict()
        else:
            self.close_form()
            self._run(fence)

    def _run(self, fence: Fence) -> None:
        if self._busy_block not in (None, fence):
            self._busy_block.output.display = False
        self._busy_block = fence
        fence.output.show(say.block_runs)
        codes = [fence.code] if fence.prediction else self._examples_up_to(fence)
        self.runner.run_blocks(self._lesson, codes, shows_value=bool(fence.prediction))

    def _examples_up_to(self, fence: Fence) -> list[str]:
        """The code of the examples of the lesson that come before a block, and its own."""
        examples = [block for block in self.blocks if block.is_example]
        return [block.code for block in examples[: examples.index(fence) + 1]]

    def on_block_runner_starting(self, message: BlockRunner.Starting) -> None:
        message.stop()
        if self._busy_block is not None:
            self._busy_block.output.show(say.starting)

    def on_block_runner_ran(self, message: BlockRunner.Ran) -> None:
        message.stop()
        fence, self._busy_block = self._busy_block, None
        if fence is None:
            return
        if message.result is None:
            fence.output.show(say.stopped)
        else:
            place = len(self._examples_up_to(fence)) - 1 if fence.is_example else 0
            fence.output.show_result(message.result, place, is_value=not fence.is_example)
        self.call_after_refresh(fence.output.scroll_visible, animate=False)

    # Predicting what it gives

    async def action_predict(self) -> None:
        """Ask for the value of the chosen prediction, in a form under its block."""
        fence = self._chosen
        if fence is None or self.query(PredictionForm):
            return
        found = find_prediction(self._current_text(), fence.prediction)
        form = PredictionForm(fence.prediction, found.text if found and found.is_answered else "")
        await fence.mount(form, before=fence.output)
        fence.answering(True)
        form.scroll_visible(animate=False)
        self.runner.find_choices(self._lesson, fence.prediction)

    def on_block_runner_choices_found(self, message: BlockRunner.ChoicesFound) -> None:
        message.stop()
        for form in self.query(PredictionForm):
            if (self._lesson, form.prediction) == (message.lesson, message.name):
                form.offer(message.choices)

    def on_prediction_form_closed(self, message: PredictionForm.Closed) -> None:
        message.stop()
        self.close_form()

    def close_form(self) -> None:
        """Put the form away, and let the keys act on the block again."""
        if form := self.query(PredictionForm):
            if form.first().has_focus_within:
                self.focus()
            form.remove()
        if self._chosen is not None:
            self._chosen.answering(False)
            self._chosen.choose(self._keys_of(self._chosen))

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
