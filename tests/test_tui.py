"""What the app does when keys are pressed, files change and reports come in."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from every_state import FURTHER_TO_GO
from tui_pilot import FakeGrader, running

from tutor.conversation import CheckProgress
from tutor.course import Course
from tutor.errors import WorkerError
from tutor.progress import Progress
from tutor.report import Outcome
from tutor.tui.draw_result import draw_result
from tutor.tui.lesson_screen import LessonScreen
from tutor.tui.messages import CheckFinished
from tutor.tui.result_state import ResultState, report_headline
from tutor.tui.wording import say


def save_elsewhere(path: Path, text: str) -> None:
    """Save as most editors do: write a new file, then rename it over the old one."""
    beside = path.with_suffix(".new")
    beside.write_text(text)
    os.replace(beside, path)


# Keys


async def test_a_key_in_the_editor_types_and_does_not_act(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2")
        await app.type("nhq1")

        assert app.editor_text.startswith("nhq1")
        assert app.screen.lesson.id == "outer_sum"


async def test_esc_leaves_the_editor_so_that_keys_act_again(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("i", "escape", "n")
        await app.until(lambda: app.screen.lesson.id == "running_mean")

        assert "A mean that moves" in app.shown()


async def test_ctrl_s_saves_and_checks_what_was_typed(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.press("2")
        await app.type("x = 1\n")
        await app.check()

        assert app.file.read_text().startswith("x = 1\n")
        assert app.grader.requests[-1].source == app.file.read_bytes()
        assert "All 5 checks pass" in app.results()


@pytest.mark.parametrize(("key", "pane"), [("1", "lesson"), ("2", "code"), ("3", "results"), ("4", "course")])
async def test_a_number_brings_a_pane_to_the_front(toy_course: Course, tmp_path: Path, key: str, pane: str) -> None:
    async with running(toy_course, tmp_path, size=(80, 24)) as app:
        await app.press("3" if key == "1" else "1", key)
        await app.until(lambda: app.screen.pane == pane)

        shown = [name for name in ("lesson", "code", "results", "course") if app.screen.query_one(f"#{name}").region]
        assert shown == [pane]


async def test_a_click_on_a_tab_opens_its_pane(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, size=(80, 24)) as app:
        await app.pilot.click("#tabs", offset=(25, 0))
        await app.until(lambda: app.screen.pane == "results")


async def test_m_fills_the_screen_with_one_pane_and_gives_it_back(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("3", "m")
        assert app.screen.maximized is app.screen.query_one("#results")

        await app.press("escape")
        assert app.screen.maximized is None


async def test_the_footer_names_only_keys_that_work_now(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        names = lambda: [key.description for key in app.screen.query("FooterKey")]  # noqa: E731
        await app.until(lambda: say.hint in names())

        await app.press("2")
        await app.until(lambda: say.hint not in names())
        assert say.check in names()
        assert len(names()) <= 8


async def test_help_shows_every_key_and_goes_away(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("f1")
        assert all(meaning in app.shown() for _, meaning in say.help_keys_anywhere)

        await app.press("f1")
        assert app.app.screen is app.screen


async def test_the_palette_opens_a_lesson_by_its_name(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("slash")
        await app.type("mean")
        await app.until(lambda: "2.1 A mean that moves" in app.shown())
        await app.press("enter")
        await app.until(lambda: app.screen.lesson.id == "running_mean")


async def test_the_outline_opens_the_lesson_under_its_cursor(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("f2")
        await app.until(lambda: "Statistics" in app.shown())
        await app.press("down", "down", "enter")
        await app.until(lambda: app.screen.lesson.id == "running_mean")

        assert "Statistics  0/1" not in app.shown()


# Results


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
async def test_every_report_is_drawn_with_lines_of_the_right_width(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(toy_course, tmp_path, size=size) as app:
        await app.press("3")
        for make in sample_reports.ALL.values():
            app.grader.report = make()
            await app.check()

            assert report_headline(app.grader.report).text in app.shown()
            assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {size[0]}


TOLD = (
    ("wrong_values", ["1 of 4 checks pass", "0.31▲", "12 of 16 values differ", say.looks_like]),
    ("wrong_shape", ["15", "16", "one too large"]),
    ("wrong_dtype", ["Its dtype is float32; it should be float64."]),
    ("wrong_exception", ["it should raise ValueError"]),
    ("wrong_trace", ["unscale_", "step", "—"]),
    ("wrong_prediction", [say.your_prediction, "2.0 forgets"]),
    ("error", ["Your code stopped with an error", "NameError", "outer_sum.py line 8", "return aa[:, None] + b"]),
    ("syntax_error", ["Python cannot read line 10 yet", "never closed", say.no_checks_ran]),
    ("not_written", ["outer_sum is not written yet", say.not_counted]),
    ("timeout", ["Stopped", "while True:", say.endless]),
    ("out_of_memory", ["ran out of memory", say.too_much_memory]),
    ("crashed", ["segmentation fault"]),
    ("refused", ["The sandbox would not run this file"]),
    ("not_run", ["Needs a GPU.", say.not_here]),
    ("grader_error", ["The checker itself failed", "not yours"]),
    ("passed", ["All 5 checks pass", say.you_can_now, "build a table of pairs", "next lesson: 2.1", "1/1"]),
)


async def test_every_report_is_told_in_its_own_words(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        for name, words in TOLD:
            app.grader.report = sample_reports.ALL[name]()
            await app.check()

            results = " ".join(app.results().split())
            assert [(name, word) for word in words if " ".join(word.split()) not in results] == []


async def test_our_own_failure_is_never_shown_as_the_learners(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.grader_error())) as app:
        await app.check()

        assert "✗" not in app.results()
        assert "our fault" in app.results()


async def test_control_characters_of_the_learners_output_never_reach_the_terminal(
    toy_course: Course, tmp_path: Path
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.printing())) as app:
        await app.check()

        assert "shape (3, 5)␇" in app.results()
        assert not {"\x1b", "\x07"} & set(app.results())
        assert say.printed_cut in app.results()


async def test_a_check_is_announced_by_its_own_clock_and_not_by_that_of_the_check_before(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks: list[Callable[[], None]] = []
    monkeypatch.setattr(LessonScreen, "set_timer", lambda screen, seconds, ring: clocks.append(ring))
    grader = FakeGrader(sample_reports.passed())
    async with running(toy_course, tmp_path, grader) as app:
        await app.check()
        grader.gate = threading.Event()
        await app.press("ctrl+s")
        await app.until(lambda: len(grader.requests) == 2)

        assert len(clocks) == 2
        clocks[0]()
        assert app.screen.state.checking is None
        clocks[1]()
        assert app.screen.state.checking is not None
        grader.gate.set()
        await app.until(lambda: app.screen.runner.running is None)


async def test_a_lost_worker_is_explained_and_the_lesson_stays_readable(toy_course: Course, tmp_path: Path) -> None:
    grader = FakeGrader(error=WorkerError("PyTorch is not installed here.", "Run `tutor doctor`."))
    async with running(toy_course, tmp_path, grader) as app:
        await app.check()

        assert "! PyTorch is not installed here" in app.results()
        assert "Run tutor doctor for the exact command. You can still read lessons." in " ".join(app.results().split())
        assert "Every pair at once" in app.shown()


async def test_d_shows_the_view_that_did_not_fit(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.check()
        assert say.difference not in app.results()

        await app.press("d")
        assert say.difference in app.results()
        assert say.expected not in app.results().replace(say.difference, "")


async def test_a_pass_is_counted_in_the_top_bar_and_in_the_outline(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), size=(200, 50)) as app:
        assert "0/2" in app.shown()
        await app.check()

        assert "1/2" in app.shown()
        assert "1 Shapes  1/1" in app.shown()


async def test_editing_marks_the_result_as_older_than_the_code(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.check()
        assert say.edited_since not in app.results()

        await app.press("2", "x")
        assert say.edited_since in app.results()

        await app.press("backspace")
        assert say.edited_since not in app.results()


async def test_results_come_forward_only_for_someone_who_was_coding(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values()), size=(80, 24)) as app:
        await app.check()
        assert app.screen.pane == "lesson"
        assert "1 of 4 checks pass" in app.shown()

        await app.press("2")
        await app.check()
        assert app.screen.pane == "results"


# Running checks


async def test_a_slow_check_says_where_it_is_and_esc_stops_it(toy_course: Course, tmp_path: Path) -> None:
    steps = (CheckProgress("running", 3, 5, "Gradients reach both inputs."),)
    grader = FakeGrader(sample_reports.passed(), gate=threading.Event(), progress=steps)
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("ctrl+s")
        await app.until(lambda: "check 4 of 5" in app.results(), "progress")
        assert say.checking in app.results()

        await app.press("escape")
        await app.until(lambda: app.screen.runner.running is None)
        assert say.not_checked in app.results()


async def test_starting_pytorch_is_said_only_when_it_takes_long(toy_course: Course, tmp_path: Path) -> None:
    grader = FakeGrader(sample_reports.passed(), gate=threading.Event(), progress=(CheckProgress("starting"),))
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("ctrl+s")
        assert say.starting not in app.results()

        await app.until(lambda: say.starting in app.results())
        assert grader.gate is not None
        grader.gate.set()
        await app.until(lambda: "All 5 checks pass" in app.results())


async def test_a_save_during_a_check_is_checked_next_and_the_older_result_is_dropped(
    toy_course: Course, tmp_path: Path
) -> None:
    grader = FakeGrader(sample_reports.wrong_values(), gate=threading.Event())
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("ctrl+s")
        await app.until(lambda: len(grader.requests) == 1)
        await app.press("2")
        await app.type("y = 2\n")
        await app.press("ctrl+s")
        await app.until(lambda: len(grader.requests) == 2 and app.screen.runner.running is None)

        assert grader.requests[-1].source.startswith(b"y = 2\n")
        assert "1 of 4 checks pass" in app.results()


async def test_a_result_for_a_lesson_that_was_left_is_not_shown_on_another(toy_course: Course, tmp_path: Path) -> None:
    grader = FakeGrader(sample_reports.wrong_values(), gate=threading.Event())
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("ctrl+s")
        await app.until(lambda: grader.requests)
        await app.press("n")
        await app.until(lambda: app.screen.lesson.id == "running_mean" and app.screen.runner.running is None)

        assert say.not_checked in app.results()


async def test_a_result_that_arrives_late_waits_in_its_own_lesson(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        late = replace(sample_reports.wrong_values(), lesson="running_mean")
        app.screen.post_message(CheckFinished(late))
        await app.pilot.pause()
        assert say.not_checked in app.results()

        await app.press("n")
        await app.until(lambda: "1 of 4 checks pass" in app.results())


# Hints


async def test_hints_come_one_at_a_time_and_are_counted(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    async with running(toy_course, tmp_path, progress=progress) as app:
        assert "Hint" not in app.results()
        await app.press("h")
        assert "Hint 1 of 3" in app.results()

        await app.press("h", "h", "h")
        assert "Hint 3 of 3" in app.results()
        assert progress.lesson("outer_sum").hints_shown == 3


async def test_hints_that_were_shown_are_there_the_next_time(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("h")
    async with running(toy_course, tmp_path) as app:
        assert "Hint 1 of 3" in app.results()
        assert "Hint 2 of 3" not in app.results()


# The file


async def test_a_save_in_another_editor_is_shown_and_checked(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        save_elsewhere(app.file, "# from vim\n")
        await app.until(lambda: app.grader.requests and app.screen.runner.running is None, "a check")

        assert app.editor_text == "# from vim\n"
        assert app.grader.requests[-1].source == b"# from vim\n"


async def test_an_edit_elsewhere_keeps_the_cursor_and_can_be_undone(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        editor = app.screen.code.editor
        assert editor is not None
        before = editor.text
        editor.move_cursor((3, 2))
        save_elsewhere(app.file, before + "# more\n")
        await app.until(lambda: editor.text.endswith("# more\n"))

        assert editor.cursor_location == (3, 2)
        editor.undo()
        assert editor.text == before


async def test_a_touch_without_a_change_runs_no_check(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        os.utime(app.file, (1, 1))
        app.screen.code.look_at_file()
        app.screen.code.look_at_file()
        await app.pilot.pause()

        assert app.grader.requests == []


async def test_an_edit_elsewhere_never_overwrites_what_was_typed_here(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.press("2")
        await app.type("mine\n")
        save_elsewhere(app.file, "theirs\n")
        await app.until(lambda: app.screen.code.has_conflict)

        await app.press("ctrl+s")
        assert app.editor_text.startswith("mine\n")
        assert app.file.read_text() == "theirs\n"
        assert say.changed_outside in app.shown()
        assert app.grader.requests == []


@pytest.mark.parametrize(("key", "winner", "kept"), [("k", "mine", "theirs"), ("r", "theirs", "mine")])
async def test_a_conflict_ends_with_one_version_in_the_file_and_the_other_in_the_backups(
    toy_course: Course, tmp_path: Path, key: str, winner: str, kept: str
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.press("2")
        await app.type("mine\n")
        save_elsewhere(app.file, "theirs\n")
        await app.until(lambda: app.screen.code.has_conflict)
        await app.press("escape", key)
        await app.until(lambda: app.grader.requests and app.screen.runner.running is None)

        assert app.file.read_text().startswith(winner)
        assert app.editor_text == app.file.read_text()
        (backup,) = (app.file.parent / ".backups").iterdir()
        assert backup.read_text().startswith(kept)


async def test_saving_just_after_an_edit_elsewhere_is_a_conflict_too(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2")
        await app.type("mine\n")
        save_elsewhere(app.file, "theirs\n")
        assert not app.screen.code.save()

        assert app.screen.code.has_conflict
        assert app.file.read_text() == "theirs\n"


async def test_what_was_typed_is_saved_when_another_lesson_opens(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        first = app.file
        await app.press("2")
        await app.type("typed\n")
        await app.press("escape", "n")
        await app.until(lambda: app.screen.lesson.id == "running_mean")

        assert first.read_text().startswith("typed\n")
        await app.press("p")
        await app.until(lambda: app.editor_text.startswith("typed\n"))


@pytest.mark.parametrize("key", ["ctrl+q", "q"])
async def test_what_was_typed_is_saved_on_the_way_out(toy_course: Course, tmp_path: Path, key: str) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2")
        await app.type("typed\n")
        await app.press(*(["escape"] if key == "q" else []), key)
        assert app.file.read_text().startswith("typed\n")


async def test_quitting_in_a_conflict_keeps_both_versions(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2")
        await app.type("mine\n")
        save_elsewhere(app.file, "theirs\n")
        await app.until(lambda: app.screen.code.has_conflict)
        await app.press("ctrl+q")

        assert app.file.read_text() == "theirs\n"
        assert app.app.kept_aside is not None
        assert Path(app.app.kept_aside).read_text().startswith("mine\n")


async def test_a_file_that_went_away_comes_back_with_r(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        text = app.editor_text
        app.file.unlink()
        await app.until(lambda: "outer_sum.py is gone" in app.results())

        await app.press("r")
        await app.until(app.file.exists)
        assert app.file.read_text() == text
        await app.until(lambda: "is gone" not in app.results())


async def test_starting_again_asks_first_and_keeps_a_backup(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        stub = app.editor_text
        await app.press("2")
        await app.type("typed\n")
        await app.press("escape", "r", "n")
        assert app.editor_text.startswith("typed\n")

        await app.press("r", "y")
        await app.until(lambda: app.editor_text == stub)
        (backup,) = (app.file.parent / ".backups").iterdir()
        assert backup.read_text().startswith("typed\n")


async def test_a_file_that_is_not_text_is_shown_but_cannot_be_damaged(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        app.file.write_bytes(b"name = '\xff'\n")
        await app.until(lambda: say.read_only in app.shown())
        await app.press("2", "x", "ctrl+s")

        assert app.file.read_bytes() == b"name = '\xff'\n"


async def test_a_file_that_cannot_be_read_is_explained_and_never_overwritten(
    toy_course: Course, tmp_path: Path
) -> None:
    async with running(toy_course, tmp_path) as app:
        app.file.write_bytes(b"#" * (1024 * 1024 + 1))
        await app.until(lambda: "outer_sum.py cannot be read" in app.results())
        await app.press("2", "x", "ctrl+s", "ctrl+q")

        assert app.file.stat().st_size == 1024 * 1024 + 1
        assert app.grader.requests == []


async def test_windows_line_ends_survive_an_edit(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        save_elsewhere(app.file, "")
        app.file.write_bytes(b"a = 1\r\nb = 2\r\n")
        await app.until(lambda: "b = 2" in app.editor_text)
        await app.press("2", "ctrl+home")
        await app.type("c")
        app.screen.code.save_quietly()

        assert app.file.read_bytes() == b"ca = 1\r\nb = 2\r\n"


# Sizes and starts


async def test_any_size_and_back_draws_without_an_exception(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values()), size=(200, 50)) as app:
        await app.check()
        await app.press("2")
        await app.type("kept")
        for size in [(80, 24), (20, 6), (1, 1), (60, 16), (59, 40), (99, 15), (120, 36), (200, 50)]:
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {size[0]}
            is_too_small = size[0] < 60 or size[1] < 16
            assert app.screen.query_one("#too-small").display == is_too_small
        assert app.editor_text.startswith("kept")
        assert "1 of 4 checks pass" in app.results()


async def test_the_welcome_is_shown_once(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, welcome=True) as app:
        await app.until(lambda: say.welcome_title in app.shown())
        await app.press("enter")
        assert app.app.screen is app.screen
    async with running(toy_course, tmp_path, welcome=True) as app:
        assert app.app.screen is app.screen


async def test_the_place_in_a_lesson_is_kept(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        assert app.screen.code.editor is not None
        app.screen.code.editor.move_cursor((6, 4))
        await app.press("1", "G")
        await app.until(lambda: app.screen.lesson_pane.scroll_offset.y > 0)
        depth = app.screen.lesson_pane.scroll_offset.y
        await app.press("q")
    async with running(toy_course, tmp_path) as app:
        assert app.screen.code.editor is not None
        assert app.screen.code.editor.cursor_location == (6, 4)
        await app.until(lambda: app.screen.lesson_pane.scroll_offset.y == depth)


async def test_a_lesson_before_its_needs_opens_all_the_same(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("n")
        await app.until(lambda: "This lesson comes after 1.1" in app.shown())

        assert "A mean that moves" in app.shown()


async def test_a_link_between_lessons_opens_the_lesson(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        document = app.screen.lesson_pane.document
        assert document is not None
        document.post_message(document.LinkClicked(document, "running_mean.md"))
        await app.until(lambda: app.screen.lesson.id == "running_mean")


async def test_a_web_link_is_copied_and_shown(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with running(toy_course, tmp_path) as app:
        document = app.screen.lesson_pane.document
        assert document is not None
        document.post_message(document.LinkClicked(document, "https://pytorch.org/docs/"))
        await app.until(lambda: "https://pytorch.org/docs/" in app.shown())
        assert app.app.clipboard == "https://pytorch.org/docs/"


async def test_a_broken_progress_file_is_said_once_and_stops_nothing(toy_course: Course, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.check()

        assert "All 5 checks pass" in app.results()
        assert "1/2" in app.shown()


async def test_not_written_never_counts_as_a_try(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.not_written()), progress=progress) as app:
        await app.check()

    assert sample_reports.not_written().outcome is Outcome.NOT_WRITTEN
    assert progress.lesson("outer_sum").tries == 0


@pytest.mark.parametrize("is_review", [False, True])
def test_after_a_pass_what_goes_further_is_explained(is_review: bool) -> None:
    page = draw_result(ResultState(report=FURTHER_TO_GO, is_review=is_review), 78, 40)
    shown = "\n".join(line.plain for line in page.lines)
    assert "All 4 checks pass" in shown
    assert "FocalLoss(gamma=2.0, reduction='none')(pred, true)" in shown and "2 of 8 values differ" in shown
