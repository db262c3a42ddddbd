"""The part of the screen that goes to a review and back: another copy of the file in the same panes."""

from __future__ import annotations

from tutor.course import Lesson
from tutor.errors import TutorError
from tutor.history import attempts
from tutor.reviews import Review
from tutor.tui.pane_screen import PaneScreen
from tutor.tui.wording import say


class ReviewScreen(PaneScreen):
    """Opens the review of a lesson, ends it, and shows how the tries before went."""

    def leave_for(self, lesson: Lesson, review: Review | None) -> None:
        """Save everything, then open the lesson's own file or the one of a review."""
        raise NotImplementedError

    def action_review(self) -> None:
        """v: review the lesson that waits longest, or go back from a review to the learner's own file."""
        if self.review is not None:
            self._go_back()
        elif due := self.due():
            self._open_review(due[0])
        else:
            self.notify(say.nothing_due, timeout=3)

    def _open_review(self, lesson: Lesson) -> None:
        try:
            prepared = self.reviews.prepare(lesson, self.workspace.for_review)
        except TutorError as error:
            self.learn_of(error)
            return
        if prepared.is_new:
            self.forget_review(lesson)
        self.leave_for(lesson, prepared.review)
        self.action_show_pane("code")

    def _go_back(self) -> None:
        self.leave_for(self.lesson, None)
        self.action_show_pane("lesson")

    def action_give_up_review(self) -> None:
        """End the review without a pass and go back to the learner's own file."""
        if self.review is None:
            self.notify(say.no_review, timeout=3)
            return
        self.end_review()
        self._go_back()

    def end_review(self) -> None:
        """Count the review as given up, unless it has ended, and say when the lesson comes back."""
        after = self.reviews.give_up(self.lesson.id)
        if after is not None:
            days = after.days_left(self.reviews.clock())
            self.notify(say.review_given_up(days, self.lesson.slug), timeout=8, markup=False)

    def action_history(self) -> None:
        """w: the tries at this lesson, and what changed from one to the next."""
        from tutor.tui.dialogs import History

        self.app.push_screen(History(self.lesson, attempts(self.learned, self.lesson.id), self.size.width))
