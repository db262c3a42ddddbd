"""The learner's file in the app: editing, saving, and noticing edits made elsewhere without losing any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.course import Lesson
from tutor.errors import TutorError
from tutor.tui.conflict_bar import ConflictBar
from tutor.tui.key_names import keys
from tutor.tui.messages import HandInEdited, HandInSaved, HandInTrouble
from tutor.tui.open_file import Change, OpenFile
from tutor.tui.wording import say
from tutor.workspace import Workspace

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from tutor.tui.editor import Editor

POLL_SECONDS = 0.25
SETTLE_SECONDS = 0.15


class CodePane(Vertical):
    """One hand-in, and the editor it is changed in."""

    ALLOW_MAXIMIZE = True

    def __init__(self, workspace: Workspace, *, id: str, classes: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, classes=classes)
        self.workspace = workspace
        self.editor: Editor | None = None
        self.has_conflict = False
        self.is_gone = False
        self.is_readable = True
        self._file: OpenFile | None = None
        self._in_step = ""
        """The editor's text when it last was the same as the file."""

    def compose(self) -> ComposeResult:
        yield ConflictBar()

    @property
    def is_unsaved(self) -> bool:
        return self.editor is not None and self.editor.text != self._in_step

    @property
    def text(self) -> str:
        return self.editor.text if self.editor is not None else self._in_step

    def open(self, lesson: Lesson, files: Workspace | None = None) -> None:
        """Show the lesson's file among `files`, made from its stub if there is none yet."""
        self.workspace = files or self.workspace
        self._file = OpenFile(self.workspace, lesson)
        self.is_gone = False
        self._set_conflict(False)
        try:
            self.workspace.ensure(lesson)
            text = self._file.read()
        except TutorError as error:
            self._cannot_read(error)
            self._show("")
            return
        self.is_readable = True
        self._show(text)
        self.post_message(HandInTrouble(None))

    def _cannot_read(self, error: TutorError) -> None:
        """Say so, and make sure that nothing is saved over what is there."""
        self.is_readable = False
        self.post_message(HandInTrouble(error))

    async def start_editing(self) -> None:
        """Mount the editor, and watch the file from now on."""
        from tutor.tui.editor import Editor  # tree-sitter and TextArea take a third of the start: after the first frame

        self.editor = Editor(self._in_step)
        self._in_step = self.editor.text
        await self.mount(self.editor)
        self.set_interval(POLL_SECONDS, self.look_at_file)
        self._describe()

    def _show(self, text: str) -> None:
        self._in_step = text
        if self.editor is not None:
            self.editor.show_text(text)
            self._in_step = self.editor.text
        self._describe()

    def save(self) -> bool:
        """Save what is in the editor and ask for a check; False if it cannot be saved as things are."""
        if self._file is None or self.has_conflict or not self.save_quietly():
            return False
        self.post_message(HandInSaved(self._file.source, self.workspace.is_for_review))
        return True

    def save_quietly(self) -> bool:
        """Save without a check, if there is anything to save."""
        if self._file is None or self.editor is None or self.editor.read_only:
            return self._file is not None and self.is_readable and not self.is_gone
        if not (self.is_unsaved or self.is_gone):
            return True
        if self._file.differs_on_disk():
            self._set_conflict(True)
            return False
        try:
            self._file.save(self.editor.text)
        except TutorError as error:
            self.post_message(HandInTrouble(error))
            return False
        self._are_in_step()
        return True

    def leave(self) -> str | None:
        """Make sure that nothing typed is lost; returns the path if it had to be kept beside the file."""
        if self._file is None or self.editor is None or not self.is_unsaved:
            return None
        if not self.has_conflict and self.save_quietly():
            return None
        return self._keep_aside(self.editor.text)

    def _keep_aside(self, text: str) -> str | None:
        try:
            return self._file.keep_aside(text) if self._file else None
        except OSError:
            return None

    def restore(self) -> None:
        """Bring back a file that is gone: what the editor still holds, or else the stub."""
        if self._file is None:
            return
        if self.editor is not None and self.editor.text.strip():
            self.save()
        else:
            self.open(self._file.lesson)

    def take_theirs(self) -> str | None:
        """End a conflict with the file as it is on disk; returns where the editor's text was kept."""
        mine = self.text
        self._set_conflict(False)
        self._take_in()
        return self._keep_aside(mine)

    def keep_mine(self) -> str | None:
        """End a conflict with the editor's text; returns where the other version was kept."""
        if self._file is None:
            return None
        try:
            theirs = self._file.read()
        except TutorError:
            theirs = ""
        self._set_conflict(False)
        kept = self._keep_aside(theirs) if theirs else None
        self.save()
        return kept

    def look_at_file(self) -> None:
        """One look of the watcher."""
        if self._file is None:
            return
        change = self._file.poll()
        if change is Change.SETTLING:
            self.set_timer(SETTLE_SECONDS, self.look_at_file)
        elif change is Change.CHANGED:
            self._changed_elsewhere()
        elif change is Change.GONE:
            self.is_gone = True
            self.post_message(HandInTrouble(TutorError(say.gone(self._file.path.name)), is_gone=True))
        elif self.is_gone and self._file.path.exists():
            self._are_in_step()

    def _changed_elsewhere(self) -> None:
        if self.is_unsaved:
            self._set_conflict(True)
        else:
            self._take_in()

    def _take_in(self) -> None:
        """Show what is on disk now and ask for a check of it."""
        if self._file is None or self.editor is None:
            return
        try:
            text = self._file.read()
        except TutorError as error:
            self._cannot_read(error)
            self._describe()
            return
        self.is_readable = True
        self.editor.update_text(text)
        self._are_in_step()
        self.post_message(HandInSaved(self._file.source, self.workspace.is_for_review))

    def _are_in_step(self) -> None:
        self._in_step = self.editor.text if self.editor else self._in_step
        self.is_gone = False
        self._describe()
        self.post_message(HandInTrouble(None))
        self.post_message(HandInEdited(unsaved=False))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        message.stop()
        self._describe()
        self.post_message(HandInEdited(self.is_unsaved))

    def _set_conflict(self, has_conflict: bool) -> None:
        self.has_conflict = has_conflict
        bar = self.query_one(ConflictBar)
        bar.display = has_conflict
        if has_conflict and not (self.editor and self.editor.has_focus):
            bar.focus()

    def on_conflict_bar_answered(self, message: ConflictBar.Answered) -> None:
        message.stop()
        kept = self.keep_mine() if message.keeps_mine else self.take_theirs()
        if kept:
            self.notify(say.backup(kept), markup=False)
        self.focus_text()

    def ask_about_conflict(self) -> None:
        """Let the two keys that end a conflict work."""
        self.query_one(ConflictBar).focus()

    def focus_text(self) -> None:
        """Put the cursor where typing goes."""
        if self.editor is not None:
            self.editor.focus()

    def relabel(self) -> None:
        self._describe()

    def _describe(self) -> None:
        if self._file is None:
            return
        review = f" · {say.review}" if self.workspace.is_for_review else ""
        self.border_title = f"{say.code} · {self._file.path.name}{review}"
        if self.editor is not None:
            self.editor.read_only = not (self._file.is_text and self.is_readable)
        if not self._file.is_text:
            self.border_subtitle = say.read_only
        else:
            self.border_subtitle = keys.told(say.edited, "check") if self.is_unsaved else say.saved
