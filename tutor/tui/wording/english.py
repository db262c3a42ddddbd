"""Every sentence the app shows, in English; another language says the same in a class made from this one."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.tui.wording.english_results import EnglishResults, counted


class English(EnglishResults):
    """The app's words in English."""

    app = "tutor"
    lesson, code, results, course = "Lesson", "Code", "Results", "Course"
    too_small = "Make the window a little larger\n(at least 60×16), or run `tutor watch`."
    too_small_in_browser = "Make the window a little larger, or the letters smaller\n(at least 60×16)."
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
        return f"{place} of {total}" if place else counted(total, "match", "matches")

    # Checking while typing
    live = "live"
    live_waiting = "live · waiting for Python to be able to read it"
    live_counts = "save it and count it"
    live_on = "Check while typing is on. In each lesson it begins after your first Ctrl+S."
    live_off = "Check while typing is off."

    def live_paused(self, seconds: float) -> str:
        return f"Live checks pause for this lesson: the last one took {seconds:.1f} s. Ctrl+S checks as ever."

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

    # The lesson

    only_in_english = "This lesson has no Chinese text yet; here it is in English."
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

    def opens_anyway(self, numbers: str) -> str:
        return f"after {numbers} · Enter opens it"

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
    welcome_files = "Your files live in {folder}. They stay yours: open them with any editor."
    welcome_files_in_browser = (
        "Your files are kept on the computer that serves this page, in {folder}. "
        "This browser finds them again; a private window would not."
    )
    welcome_language, welcome_language_in_ascii = "Language · 语言", "Language"
    close_key = "Esc  close"
    start_key = "start"

    def welcome(self, folder: str) -> tuple[str, ...]:
        return (
            "You will read a little, write a little code, and see at once if it works.",
            self.welcome_files.format(folder=folder),
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

    def unknown_language(self, value: str) -> str:
        return f"TUTOR_LANG={value} names no language of the tutor. Set it to en or zh; F8 switches."

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
        ("F8", "Chinese or English"),
        ("Ctrl+F", "find in the file"),
        ("Ctrl+P", "all commands"),
        ("Ctrl+Q", "quit (your work and your place are kept)"),
    )
    help_keys_editor: tuple[tuple[str, str], ...] = (
        ("Ctrl+/", "make lines a comment, or code again"),
        ("Ctrl+Z", "undo, also past a check; Ctrl+Y: redo"),
        ("Tab", "indent; press Esc first to move on with Tab"),
    )
    help_keys_editor_in_browser: tuple[tuple[str, str], ...] = (
        ("Ctrl+C", "copy what is selected here; Ctrl+V: paste it"),
        ("Ctrl+Shift+V", "paste from another program"),
    )
    help_keys_outside = (
        ("1 2 3 4", "lesson · code · results · course"),
        ("i  Enter", "edit the code"),
        ("h", "next hint"),
        ("[  ]", "in the lesson: choose a block; r runs it"),
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

    command_language, command_language_in_ascii = "Language: 中文", "Language: Chinese"
    command_light = "Light or dark colours"
    command_quit = "Quit"
