"""What the app says of results, in English: checks, failures, passes, reviews and the tries before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tutor.report import Outcome


class EnglishResults:
    """The words of the results pane and of the history."""

    # Nothing checked yet, and checking
    not_checked = "Not checked yet"
    idle = (
        "Press Ctrl+S to save and check your code.",
        "The first check takes a few seconds while PyTorch starts; later checks are quick.",
        "Use your own editor if you like: this file is watched, so saving it anywhere runs the checks here.",
    )
    idle_file_in_browser = "Your file is kept on the computer that serves this page. Reloading loses nothing."
    starting = "Starting PyTorch…"
    checking = "Checking…"

    def waiting_for(self, others: int) -> str:
        return f"Waiting for {counted(others, 'other', 'others')}…"

    stopped = "Stopped"
    stop_key = "Esc  stop"
    hint_key = "h  next hint"
    next_key = "n  next lesson"
    edited_since = "edited since this check"

    # Failures
    expected, yours, difference = "expected", "yours", "yours − expected"
    your_prediction = "your prediction"
    axis = "axis"
    looks_like = "What this looks like"
    printed = "Your program printed"
    printed_cut = "Only the first part of the output is shown."
    go_to_line_key = "g  go there"
    no_problem_line = "This result is about no line of your file."
    no_checks_ran = "No checks ran."
    other_view_key = "d  other view"
    not_counted = "This does not count as a try."
    write_here = "Replace the placeholder with your code, then press Ctrl+S."
    endless = "Look for a loop that never ends."
    too_much_memory = "Look for a tensor that grows in a loop, or a shape with one size too many."
    our_fault = "This is our fault, not yours. Your file is saved and your progress is kept."
    not_here = "It counts neither as passed nor as failed."
    optional = "optional"

    # Reviews
    review = "review"
    due_word = "due"
    idle_in_review = (
        "This is a review: the file starts from the beginning, and your own solution stays as it is.",
        "Write it again, then press Ctrl+S. It is checked on inputs you have not seen.",
    )
    leave_review = "back to your own file"
    nothing_due = "Nothing is due for review today."
    no_review = "This is your own file; there is no review to give up."

    def due(self, count: int) -> str:
        return f"{counted(count, 'lesson is', 'lessons are')} due for review"

    def comes_back(self, days: int) -> str:
        return f"This lesson comes back {'tomorrow' if days == 1 else f'in {days} days'}."

    def review_given_up(self, days: int, slug: str) -> str:
        return f"{self.comes_back(days)} `tutor solution {slug}` shows a solution."

    # The tries at a lesson
    history = "History"
    no_tries = "No tries yet. Press Ctrl+S to save and check your code."
    misconception = "Misconception"
    not_kept = "What changed is not known: a file was not kept."

    def tries_at(self, title: str) -> str:
        return f"Your tries at {title}"

    def try_number(self, number: int) -> str:
        return f"Try {number}" if number else "Not a try"

    def when(self, at: str) -> str:
        """A moment as the learner's clock showed it."""
        try:
            return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
        except ValueError:
            return "at an unknown time"

    def try_outcome(self, outcome: Outcome) -> str:
        known = {Outcome.PASSED: "Passed", Outcome.NOT_WRITTEN: "Not written yet"}
        return known.get(outcome) or self.outcome(outcome)

    def points(self, score: float, most: float) -> str:
        return f"{score:g} of {most:g} points"

    def unchanged(self, is_first: bool) -> str:
        return f"Nothing changed since {self._since(is_first)}."

    def changed_since(self, is_first: bool) -> str:
        return f"Changed since {self._since(is_first)}:"

    def _since(self, is_first: bool) -> str:
        return "the starting file" if is_first else "the check before"

    def more_lines(self, count: int) -> str:
        return f"{counted(count, 'more line is', 'more lines are')} not shown."

    def earlier_tries(self, count: int) -> str:
        return f"{counted(count, 'earlier check is', 'earlier checks are')} in `tutor history`."

    # Passed
    you_can_now = "You can now"
    course_done = "You finished the course"
    no_torch = "PyTorch is not installed here"
    no_torch_advice = "Run `tutor doctor` for the exact command. You can still read lessons."
    worker_lost = "The checks cannot run now"
    hint_none = "This lesson has no hints."
    hint_last = "That was the last hint."

    def progress(self, done: int, total: int) -> str:
        return f"{done}/{total}"

    def checks_pass(self, passed: int, total: int) -> str:
        return f"{passed} of {total} checks pass"

    def all_pass(self, total: int) -> str:
        return "The check passes" if total == 1 else f"All {total} checks pass"

    def passes(self, count: int) -> str:
        return f"{count} pass"

    def do_not_pass(self, count: int) -> str:
        return f"{count} do not pass"

    def waiting(self, count: int) -> str:
        return f"{count} waiting"

    def check_of(self, number: int, total: int, claim: str) -> str:
        return f"check {number} of {total} · {claim}"

    def seconds(self, seconds: float) -> str:
        return f"{seconds:.1f} s"

    def effort(self, tries: int, hints: int, minutes: int | None) -> str:
        """How it went; no numbers when they would only sting."""
        if not 0 < tries <= 10:
            return ""
        parts = [counted(tries, "try", "tries")]
        parts += [counted(hints, "hint", "hints")] if hints else []
        parts += [f"{minutes} min"] if minutes and minutes <= 180 else []
        return " · ".join(parts)

    def hint_of(self, number: int, total: int) -> str:
        return f"Hint {number} of {total}"

    def line(self, hand_in: str, line: int) -> str:
        return f"{hand_in} line {line}"

    def was_running(self, hand_in: str, line: int) -> str:
        return f"{hand_in} line {line} was running when it stopped"

    def called_from(self, line: int, function: str) -> str:
        return f"called from line {line} in {function}" if function else f"called from line {line}"

    def cannot_read(self, line: int | None) -> str:
        return "Python cannot read this file yet" if line is None else f"Python cannot read line {line} yet"

    def not_written(self, item: str) -> str:
        return f"{item} is not written yet" if item else "Nothing is written here yet"

    def block_size(self, rows: int, columns: int) -> str:
        return f"each square is {rows}×{columns} values; the worst one is shown"

    def window(self, index: Sequence[str]) -> str:
        return f"the part at [{', '.join(index)}]"

    def slice(self, index: Sequence[int], number: int, total: int) -> str:
        return f"slice {list(index)} · {number} of {total} that differ"

    def slices_shown(self, count: int) -> str:
        return f"the first {count} can be shown"

    other_slice_keys = "other slices"

    def instead(self, place: Sequence[int], yours: str, expected: str) -> str:
        return f"{list(place) if place else 'It'} is {yours}; it should be {expected}."

    glyphs = "▲ too high   ▼ too low   ≠ another kind of value   · as expected"
    numbers_in_words = {"nan": "nan, not a number", "inf": "infinity", "-inf": "minus infinity"}  # noqa: RUF012

    traceback = "Traceback of your file, outermost first"
    traceback_key = "t  every line"
    traceback_hide_key = "t  hide the traceback"

    def line_in(self, hand_in: str, line: int, function: str) -> str:
        return f"{hand_in} line {line} in {function}" if function else f"{hand_in} line {line}"

    def repeated(self, times: int) -> str:
        return f"the same line {counted(times, 'more time', 'more times')}"

    first_difference = "the first difference"

    def rank(self, rank: int) -> str:
        return f"rank {rank}"

    def outcome(self, outcome: Outcome) -> str:
        """The title of a result that is neither passed nor simply wrong."""
        return {
            Outcome.ERROR: "Your code stopped with an error",
            Outcome.TIMEOUT: "Stopped: a check ran too long",
            Outcome.OUT_OF_MEMORY: "The check ran out of memory",
            Outcome.CRASHED: "Python stopped in the middle of a check",
            Outcome.REFUSED: "The sandbox would not run this file",
            Outcome.NOT_RUN: "This machine cannot run these checks",
            Outcome.GRADER_ERROR: "The checker itself failed",
            Outcome.BLOCKED: "The checks wait for something else",
        }.get(outcome, "Not passed yet")

    def you_can_now_in(self, unit: str) -> str:
        return f"{self.you_can_now} · {unit}"

    def next_lesson(self, name: str) -> str:
        return f"next lesson: {name}"

    def unit_done(self, number: int) -> str:
        return f"Unit {number} complete"

    def gone(self, hand_in: str) -> str:
        return f"{hand_in} is gone"

    def gone_body(self, folder: str) -> str:
        return f"The file is no longer in {folder}."

    restore_key = "bring back the starting file"
    restore_typed_key = "save what is in the editor again"

    def unreadable(self, hand_in: str) -> str:
        return f"{hand_in} cannot be read"


def counted(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"
