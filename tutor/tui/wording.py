"""Every sentence the app shows, in one place, so that another language is one more class."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime

from tutor.report import Outcome


class English:
    """The app's words in English."""

    app = "tutor"
    lesson, code, results, course = "Lesson", "Code", "Results", "Course"
    too_small = "Make the window a little larger\n(at least 60×16), or run `tutor watch`."
    needs_terminal = "The app needs an interactive terminal."
    needs_terminal_advice = "Run `tutor watch` for plain text."

    # Keys, as the footer names them
    check, help, editor, hint, next, previous = "Check", "Help", "Editor", "Hint", "Next", "Previous"
    edit, quit, commands, again = "Edit code", "Quit", "Commands", "Start again"
    full_screen, other_view, find, go_to_line = "Full screen", "Other view", "Find a lesson", "Go to the line"
    reload, keep_mine = "Reload", "Keep mine"

    # The code pane
    saved = "saved · checks when you save"
    edited = "● edited — Ctrl+S to save and check"
    read_only = "not UTF-8 text: edit it in your own editor"
    changed_outside = "This file changed outside the tutor."
    conflict_keys = "Esc, then"

    find_label = "Find"
    find_keys = "Enter next · ↑ previous · Esc close"
    no_match = "no match"

    def match_of(self, place: int, total: int) -> str:
        """Which match is selected; a place of 0 is none of them."""
        return f"{place} of {total}" if place else _count(total, "match", "matches")

    # Nothing checked yet, and checking
    not_checked = "Not checked yet"
    idle = (
        "Press Ctrl+S to save and check your code.",
        "The first check takes a few seconds while PyTorch starts; later checks are quick.",
        "Use your own editor if you like: this file is watched, so saving it anywhere runs the checks here.",
    )
    starting = "Starting PyTorch…"
    checking = "Checking…"

    def waiting_for(self, others: int) -> str:
        return f"Waiting for {_count(others, 'other', 'others')}…"

    stopped = "Stopped"
    stop_key = "Esc  stop"
    hint_key = "h  next hint"
    edited_since = "edited since this check"

    # Checking while typing
    live = "live"
    live_waiting = "live · waiting for Python to be able to read it"
    live_counts = "save it and count it"
    live_on = "Check while typing is on. In each lesson it begins after your first Ctrl+S."
    live_off = "Check while typing is off."

    def live_paused(self, seconds: float) -> str:
        return f"Live checks pause for this lesson: the last one took {seconds:.1f} s. Ctrl+S checks as ever."

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
        return f"{_count(count, 'lesson is', 'lessons are')} due for review"

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
        return f"{_count(count, 'more line is', 'more lines are')} not shown."

    def earlier_tries(self, count: int) -> str:
        return f"{_count(count, 'earlier check is', 'earlier checks are')} in `tutor history`."

    # A block of the lesson, run or predicted
    just_printed = "it printed, just now"
    just_gave = "it gives, just now"
    printed_nothing = "it ran just now and printed nothing"
    block_runs = "running…"
    run_keys = "r  run this block · Esc  leave it"
    run_or_change_keys = "r  run it · Enter  change your prediction · Esc  leave it"
    predict_first_keys = "Enter  write down your prediction; then it can run · Esc  leave it"
    no_blocks = "This lesson has no block to run."
    predict_placeholder = 'a Python value, such as 3, "text" or [0.5, True]'
    predict_keys = "Enter  write it into your file and check · Esc  not now"
    predict_or_choose_keys = "↑↓  choose · Enter  write it into your file and check · Esc  not now"
    not_a_literal = 'Write one Python value: a number, a "text", True, None, or a list, tuple or dict of those.'

    def predict_title(self, name: str) -> str:
        return f"What does it give? Your answer becomes {name}."

    def no_prediction_line(self, hand_in: str, name: str) -> str:
        return f"{hand_in} has no line that begins with {name} =. Add one, or start this exercise again (r)."

    def cannot_write(self, hand_in: str) -> str:
        return f"{hand_in} cannot be edited here."

    def line_of_block(self, line: int) -> str:
        return f"line {line} of this block"

    def line_of_earlier_block(self, line: int) -> str:
        return f"line {line} of an earlier block of this lesson"

    # Passed
    you_can_now = "You can now"
    course_done = "You finished the course"
    worker_lost = "The checks cannot run now"
    hint_none = "This lesson has no hints."
    hint_last = "That was the last hint."

    callout_names = {  # noqa: RUF012  # a constant
        "note": "ⓘ Note",
        "tip": "✦ Tip",
        "warning": "! Watch out",
        "important": "◆ Key idea",
        "caution": "! Careful",
    }

    def fence_label(self, info: Sequence[str]) -> str:
        """What the words after a fence's language mean to a reader; empty for an ordinary block."""
        match info:
            case ["predict", *_]:
                return "what does this give?"
            case ["run", *_]:
                return "runs here: ] then r"
            case ["output", *_]:
                return "it prints"
        return ""

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
        parts = [_count(tries, "try", "tries")]
        parts += [_count(hints, "hint", "hints")] if hints else []
        parts += [f"{minutes} min"] if minutes and minutes <= 180 else []
        return " · ".join(parts)

    def hint_of(self, number: int, total: int) -> str:
        return f"Hint {number} of {total}"

    def line(self, hand_in: str, line: int) -> str:
        return f"{hand_in} line {line}"

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
        return f"the same line {_count(times, 'more time', 'more times')}"

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

    # Short notices
    def backup(self, path: str) -> str:
        return f"The other version is kept in {path}."

    def kept_aside(self, path: str) -> str:
        return f"The file changed elsewhere meanwhile. What you typed here is kept in {path}."

    def opened_outside(self, editor: str) -> str:
        return f"Opened in {editor}. Save there, and the checks run here."

    def web_link(self, address: str) -> str:
        return f"{address}\nThe address is copied."

    no_editor = "Set $EDITOR to the editor you like, for example: export EDITOR=nano"
    no_suspend = "Your own editor cannot open inside a browser; open the file beside it."
    first_lesson = "This is the first lesson."
    last_lesson = "This is the last lesson."

    def comes_after(self, names: str) -> str:
        return f"This lesson comes after {names}. You can still read and solve it now."

    def editor_failed(self, editor: str, reason: str) -> str:
        return f"{editor} did not start: {reason}."

    def crash(self, kept: str, trace: str) -> str:
        where = f"What you typed is kept in {kept}. " if kept else "Your files are saved. "
        return f"The tutor stopped. That is our mistake. {where}The details are in {trace}; please send us that file."

    # Dialogs
    again_title = "Start this exercise again?"
    again_body = "The starting file comes back. Your version is kept in the .backups folder."
    again_yes, again_no = "start again", "leave it as it is"
    welcome_title = "Welcome"
    start_key = "start"

    def welcome(self, folder: str) -> tuple[str, ...]:
        return (
            "You will read a little, write a little code, and see at once if it works.",
            f"Your files live in {folder}. They stay yours: open them with any editor.",
            "i goes to your code, Ctrl+S saves and checks it, Esc comes back. F1 shows every key.",
        )

    compare_key = "compare with other right ways"
    compare_title = "Other right ways"
    compare_keys = "[ ]  previous · next   d  whole   Esc  close"
    compare_early_title = "This lesson is not passed yet."
    compare_early_body = "Show the answers all the same? `h` shows a hint instead."
    compare_in_review_title = "This ends the review."
    compare_in_review_body = "The lesson comes back soon. Show the answers all the same?"
    compare_yes, compare_no = "show the answers", "not yet"
    reference, theirs = "our answer", "another right way"

    def way_of(self, number: int, total: int) -> str:
        return f"{number} of {total}"

    def same_lines(self, count: int) -> str:
        return f"… {count} lines are the same …" if count > 1 else "… 1 line is the same …"

    settings = "settings.toml"

    def no_such_action(self, action: str, nearest: str) -> str:
        return f"No action is called {action}." + (f" Did you mean {nearest}?" if nearest else "")

    def no_such_key(self, action: str, key: str) -> str:
        return f"{key!r} is no key, so {action} keeps its own. Keys look like x, f5, ctrl+up or question_mark."

    def typed_key(self, action: str, key: str) -> str:
        return f"{action} works in the editor too, where {key!r} is typed, so it keeps its own key. Try ctrl+{key}."

    def key_taken(self, action: str) -> str:
        return f"The key of {action} now does something else. Choose another one for it in [keys]."

    help_anywhere = "Anywhere"
    help_editor = "In the editor"
    help_outside = "When the cursor is not in the editor"
    help_leave = "(Esc leaves it)"
    help_keys_anywhere: tuple[tuple[str, str], ...] = (
        ("Ctrl+S", "save and check"),
        ("Esc", "leave the editor, or stop a running check"),
        ("F1", "this help"),
        ("F2", "course outline"),
        ("F4", "open the file in your own editor"),
        ("Ctrl+F", "find in the file"),
        ("Ctrl+P", "all commands"),
        ("Ctrl+Q", "quit (your work and your place are kept)"),
    )
    help_keys_editor: tuple[tuple[str, str], ...] = (
        ("Ctrl+/", "make lines a comment, or code again"),
        ("Ctrl+Z", "undo, also past a check; Ctrl+Y: redo"),
        ("Tab", "indent; press Esc first to move on with Tab"),
    )
    help_keys_outside = (
        ("1 2 3 4", "lesson · code · results · course"),
        ("i  Enter", "edit the code"),
        ("h", "next hint"),
        ("[  ]", "in the lesson: choose a block; then r runs it"),
        ("d", "expected · yours · difference"),
        ("g", "in the results: go to their line"),
        ("[  ]", "in the results: other slices of a tensor"),
        ("t", "the whole traceback of an error"),
        ("c", "other right ways (after a pass)"),
        ("n  p", "next / previous lesson"),
        ("m", "make this pane full screen"),
        ("/", "find a lesson"),
        ("w", "what changed between your tries"),
        ("v", "review what is due, or go back from it"),
        ("r", "start this exercise again"),
        ("q", "quit"),
    )

    # The command palette
    palette_placeholder = "Type the name of a command or a lesson"
    find_placeholder = "Type the name of a lesson, or words of its text"

    def open_lesson(self, number: str, title: str) -> str:
        return f"{number} {title}"

    command_compare = "Compare with other right ways"
    command_check = "Save and check"
    command_hint = "Show the next hint"
    command_next = "Next lesson"
    command_previous = "Previous lesson"
    command_course = "Course outline"
    command_history = "What changed between tries"
    command_review = "Review the lesson that is due, or go back from it"
    command_give_up = "Give up this review"
    command_again = "Start this exercise again"
    command_editor = "Open the file in your own editor"
    command_comment = "Make lines a comment, or code again"
    command_find_in_file = "Find in the file"
    command_line = "Go to the line that the result is about"
    command_run_block = "Run a block of the lesson"
    command_help = "Help: every key"

    def command_live(self, is_on: bool) -> str:
        return f"Check while typing: turn {'off' if is_on else 'on'} (it is {'on' if is_on else 'off'})"

    command_light = "Light or dark colours"
    command_quit = "Quit"


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


class EnglishInBrowser(English):
    """What differs where the files are on the computer that serves the page."""

    too_small = "Make the window a little larger, or the letters smaller\n(at least 60×16)."
    idle = (*English.idle[:2], "Your file is kept on the computer that serves this page. Reloading loses nothing.")
    help_keys_anywhere = tuple(key for key in English.help_keys_anywhere if key[0] != "F4")
    help_keys_editor = (
        *English.help_keys_editor,
        ("Ctrl+C", "copy what is selected here; Ctrl+V: paste it"),
        ("Ctrl+Shift+V", "paste from another program"),
    )

    def welcome(self, folder: str) -> tuple[str, ...]:
        first, _, last = super().welcome(folder)
        return (
            first,
            f"Your files are kept on the computer that serves this page, in {folder}. "
            "This browser finds them again; a private window would not.",
            last,
        )


say: English = EnglishInBrowser() if os.environ.get("TUTOR_IN_BROWSER") else English()
