"""F8 changes the language of everything on the screen, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_reports
from every_state import EVERY_STATE
from rich.cells import cell_len
from tui_pilot import Driver, FakeGrader, running
from turns import of_today

from tutor.cli import main
from tutor.course import Course
from tutor.language import language_of, language_of_app, language_of_command
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui.draw_result import draw_result
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say, speak, spoken, words_in

SIZES = [(80, 24), (120, 36), (200, 50)]
REPORTS: dict[str, Report] = {**EVERY_STATE, **{name: make() for name, make in sample_reports.ALL.items()}}
FROM_ELSEWHERE = "# 张量, written elsewhere\n"


def widths(app: Driver) -> set[int]:
    return {strip.cell_length for strip in app.app.screen._compositor.render_strips()}


def footer(app: Driver) -> list[str]:
    return [str(key.description) for key in app.screen.query("FooterKey")]  # type: ignore[attr-defined]


# Switching


async def test_f8_keeps_the_cursor_the_scrolling_and_what_is_not_saved(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, size=(120, 24)) as app:
        await app.press("1", "space", "j", "2", "down", "down", "end")
        await app.type("# mine")
        editor, pane = app.screen.code.editor, app.screen.lesson_pane
        assert editor is not None
        cursor, scroll, typed = editor.cursor_location, pane.scroll_offset.y, app.editor_text
        assert scroll > 0 and app.screen.code.is_unsaved

        for language in ("zh", "en"):
            await app.press("f8")
            await app.until(lambda language=language: say.check in footer(app) and spoken() == language)
            await app.until(lambda: pane.scroll_offset.y == scroll, "the same place in the lesson")
            assert (editor.cursor_location, app.editor_text) == (cursor, typed)
            assert app.screen.code.is_unsaved and editor.has_focus
            assert typed not in app.file.read_text()


async def test_f8_keeps_the_result_and_the_hint(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.press("3")
        await app.check()
        await app.press("h", "f8")
        await app.until(lambda: "提示 1 / 3" in app.results())

        assert "4 项检查通过 1 项" in app.results()
        assert "结果的哪个维度属于 a" in app.results().replace("\n", "")
        await app.press("f8")
        await app.until(lambda: "Hint 1 of 3" in app.results())
        assert len(app.grader.requests) == 1


@pytest.mark.parametrize("size", of_today(SIZES, a_day=1), ids=str)
async def test_f8_leaves_no_english_word_of_ours_on_the_screen(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(toy_course, tmp_path, size=size) as app:
        await app.press("f8")
        await app.until(lambda: "检查" in footer(app))
        for pane in "1234":
            await app.press(pane)
            shown = app.shown()
            ours = (words_in("en").lesson, words_in("en").results, "Course", "Check", "Help", "saved")
            assert [word for word in ours if word in shown] == []
            assert "Shapes" not in shown and "形状" in shown


async def test_the_choice_is_remembered(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.db")
    async with running(toy_course, tmp_path, progress=progress) as app:
        await app.press("f8")
        await app.until(lambda: "一次算出所有组合" in app.shown())
    speak("en")
    async with running(toy_course, tmp_path, progress=progress) as app:
        assert "一次算出所有组合" in app.shown()
        assert app.screen.lesson.title == "一次算出所有组合"


async def test_a_click_on_the_languages_switches(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        assert "EN·中" in app.shown()
        await app.pilot.click("TopBar", offset=(116, 0))
        await app.until(lambda: spoken() == "zh" and "课文" in app.shown())


async def test_the_palette_offers_the_other_language_in_its_own_words(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("ctrl+p")
        await app.type("中文")
        await app.until(lambda: "Language: 中文" in app.shown())
        await app.press("enter")
        await app.until(lambda: spoken() == "zh")
        await app.press("ctrl+p")
        await app.type("english")
        await app.until(lambda: "语言：English" in app.shown())


async def test_the_welcome_asks_for_the_language_and_speaks_it_at_once(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, welcome=True) as app:
        await app.until(lambda: "Welcome" in app.shown())
        assert "Language · 语言" in app.shown()

        await app.press("f8")
        await app.until(lambda: "欢迎" in app.shown())
        assert "你的文件在" in app.shown()
        await app.press("enter")
        await app.until(lambda: app.app.screen is app.screen)
        assert "课文" in app.shown()


async def test_a_key_of_ones_own_switches_in_the_welcome_too(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_STATE_DIR", str(tmp_path / "settings"))
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text('[keys]\nlanguage = "f9"\n')
    async with running(toy_course, tmp_path, welcome=True) as app:
        await app.until(lambda: "Welcome" in app.shown())
        await app.press("f8")
        assert spoken() == "en"
        await app.press("f9")
        await app.until(lambda: "欢迎" in app.shown())


async def test_a_conflict_is_still_asked_about_after_f8(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2")
        await app.type("x")
        app.file.write_text(FROM_ELSEWHERE)
        await app.until(lambda: app.screen.code.has_conflict)
        await app.press("f8")
        await app.until(lambda: "文件在别处被修改" in app.shown())
        assert "重新载入" in app.shown()


async def test_f8_keeps_an_open_prediction_and_a_search(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, lesson="running_mean", size=(200, 50)) as app:
        await app.press("2", "ctrl+f")
        await app.type("torch")
        await app.press("escape", "escape", "1", "right_square_bracket", "enter")
        await app.until(lambda: app.screen.query("PredictionForm Input"), "the form")
        await app.type("0.7")
        await app.press("f8")
        await app.until(lambda: "你的回答会成为 PREDICT_1" in app.shown())

        assert app.screen.query_one("PredictionForm Input").value == "0.7"  # type: ignore[attr-defined]
        assert app.screen.query_one("FindBar Input").value == "torch"  # type: ignore[attr-defined]
        assert say.predict_keys in app.shown() and "What does it give" not in app.shown()


# A lesson without a Chinese text


async def test_a_lesson_without_a_chinese_text_says_so_in_one_line(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, lesson="running_mean") as app:
        notice = words_in("zh").only_in_english
        assert notice not in app.shown()
        await app.press("f8")
        await app.until(lambda: notice in app.shown())
        assert "A mean that moves" in app.shown()

        await app.press("p")
        await app.until(lambda: "一次算出所有组合" in app.shown() and notice not in app.shown())


# Which language


@pytest.mark.parametrize(
    ("saved", "variables", "of_app", "of_command"),
    [
        (None, {}, "en", "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh", "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "en", "en"),
        (None, {"LANG": "zh_CN.UTF-8", "TUTOR_LANG": "en"}, "en", "en"),
        (None, {"TUTOR_LANG": "zh-Hans"}, "zh", "zh"),
        (None, {"TUTOR_LANG": "klingon", "LANG": "zh_TW"}, "zh", "zh"),
        ("en", {"TUTOR_LANG": "zh", "LANG": "zh_CN"}, "en", "zh"),
        (["zh"], {"TUTOR_LANG": ""}, "en", "en"),
    ],
    ids=str,
)
def test_the_choice_then_the_variable_then_the_locale_decides(
    monkeypatch: pytest.MonkeyPatch, saved: object, variables: dict[str, str], of_app: str, of_command: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert language_of_app(saved) == of_app
    assert language_of_command(saved) == of_command


@pytest.mark.parametrize("name", ["zhuang", "", "e", None, 3, "中文"])
def test_other_names_are_no_language(name: object) -> None:
    assert language_of(name) is None


async def test_an_unknown_language_is_ignored_with_one_notice(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_LANG", "klingon")
    async with running(toy_course, tmp_path) as app:
        await app.until(lambda: len(app.app._notifications) == 1)
        (notice,) = app.app._notifications
        assert notice.message == words_in("en").unknown_language("klingon")
        assert spoken() == "en"


def test_show_prints_the_chinese_text_of_a_lesson(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, toy_course: Course
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(toy_course.root))
    monkeypatch.setenv("TUTOR_LANG", "zh")
    assert main(["show", "outer-sum"]) == 0
    assert "# 一次算出所有组合" in capsys.readouterr().out
    assert main(["show", "running-mean"]) == 0
    assert "# A mean that moves" in capsys.readouterr().out


def test_a_hint_in_two_lines_has_no_space_between_chinese_characters(toy_course: Course) -> None:
    assert toy_course.in_language("zh").lessons[0].hints[-1].text.endswith("互相扩展，得到整张表格。")


# What is drawn fits


@pytest.mark.parametrize("size", of_today(SIZES, a_day=1), ids=str)
async def test_every_state_in_chinese_is_as_wide_as_the_window(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("TUTOR_LANG", "zh")
    async with running(toy_course, tmp_path, size=size) as app:
        assert widths(app) == {size[0]}
        for report in REPORTS.values():
            app.grader.report = report
            await app.press("3")
            await app.check()
            assert widths(app) == {size[0]}
        for key in ("h", "1", "2", "escape", "4", "escape", "f1", "escape", "r", "escape", "w", "escape", "ctrl+p"):
            await app.press(key)
            assert widths(app) == {size[0]}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [40, 78, 120])
def test_every_line_of_a_result_fits_in_chinese(name: str, width: int) -> None:
    speak("zh")
    for view in range(3):
        page = draw_result(ResultState(report=REPORTS[name], view=view, traceback=bool(view)), width, 40)
        assert max(line.cell_length for line in page.lines) <= width


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", of_today(SIZES, a_day=1), ids=str)
async def test_the_footer_shows_every_key_whole(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: str
) -> None:
    monkeypatch.setenv("TUTOR_LANG", language)
    async with running(toy_course, tmp_path, size=size) as app:
        for pane in "123":
            await app.press(pane)
            await app.until(lambda: footer(app))
            last_line = app.shown().splitlines()[-1]
            assert [name for name in footer(app) if name not in last_line] == []
            await app.press("escape")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("in_browser", [False, True])
def test_every_line_of_the_help_fits_its_window(language: str, in_browser: bool) -> None:
    words = words_in(language, in_browser=in_browser)  # type: ignore[arg-type]
    entries = (*words.help_keys_anywhere, *words.help_keys_editor, *words.help_keys_outside)
    assert [meaning for _, meaning in entries if cell_len(meaning) > 58 - 14] == []
