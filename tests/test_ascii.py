"""Where only ASCII, or only shapes, can be seen, nothing of ours is anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from every_state import EVERY_STATE
from tui_pilot import FakeGrader, running
from turns import of_today

from tutor.course import Course
from tutor.render import plain, terminal
from tutor.render.ascii import to_ascii_cells, wants_ascii
from tutor.render.capabilities import Capabilities, capabilities_of
from tutor.report import Report
from tutor.tui.draw_result import draw_result
from tutor.tui.math import tex_inline, tex_rows
from tutor.tui.result_state import ResultState

REPORTS: dict[str, Report] = {**EVERY_STATE, **{name: make() for name, make in sample_reports.ALL.items()}}


def foreign(text: str, *ours_not: str) -> set[str]:
    """The characters beyond ASCII that are in no text of a lesson or of the learner."""
    return {character for character in text if not character.isascii()} - set("".join(ours_not))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_the_shell_writes_every_state_in_ascii(name: str, form: Any) -> None:
    for width in (40, 100):
        assert foreign(form.render(REPORTS[name], Capabilities(unicode=False, width=width))) == set()


@pytest.mark.parametrize("size", of_today([(80, 24), (200, 50)], a_day=1), ids=str)
async def test_the_app_draws_every_state_in_ascii(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("TUTOR_ASCII", "1")
    async with running(toy_course, tmp_path, size=size) as app:
        not_ours = [app.editor_text, *(lesson.body for lesson in toy_course.lessons)]
        await app.press("3")
        for report in REPORTS.values():
            app.grader.report = report
            await app.check()
            assert foreign(app.shown(), *not_ours) == set()
            assert {strip.cell_length for strip in app.app.screen._compositor.render_strips()} == {size[0]}
        for key in ("h", "1", "2", "escape", "4", "escape", "f1", "escape", "r", "escape", "ctrl+p"):
            await app.press(key)
            assert foreign(app.shown(), *not_ours) == set()


async def test_without_the_wish_the_app_keeps_its_glyphs(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.press("3")
        await app.check()
        assert {"✓", "╭"} <= foreign(app.shown())


@pytest.mark.parametrize(
    ("variables", "ascii_only"),
    [
        ({}, False),
        ({"TUTOR_ASCII": "1"}, True),
        ({"TUTOR_ASCII": "0"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "C.utf8"}, False),
        ({"LANG": "de_DE.ISO-8859-1"}, True),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, False),
    ],
    ids=str,
)
def test_the_locale_or_the_learner_decides(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], ascii_only: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert wants_ascii() is ascii_only
    assert capabilities_of(None).unicode is not ascii_only


def test_a_glyph_keeps_its_width_and_its_shape() -> None:
    assert to_ascii_cells("╭─│━▲▼✓✗▀…") == "+-|=^v+x-."
    assert to_ascii_cells("中文 é") == "中文 é"


def test_formulas_are_spelled_with_hats_and_underscores(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tex_inline("x_i") == "xᵢ"
    monkeypatch.setenv("TUTOR_ASCII", "1")

    assert tex_rows("x_i") is None
    assert tex_inline("x_i") == "x_i"


def test_without_shades_a_large_difference_is_signs_and_numbers() -> None:
    state = ResultState(report=sample_reports.heat_map())
    text = "\n".join(line.plain for line in draw_result(state, 60, 60, shades=False).lines)

    assert "▀" not in text
    assert "▲" in text and "▼" in text and "too high" in text
    assert any(line.cell_length > 60 for line in draw_result(state, 60, 60, shades=False).lines) is False


@pytest.mark.parametrize("variable", ["NO_COLOR", "TUTOR_ASCII"])
async def test_without_colours_the_app_draws_no_heat_map(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.heat_map())) as app:
        await app.press("3")
        await app.check()

        assert "▀" not in app.results()
        assert "▲ too high" in app.results()
        assert "─" in str(app.screen.query_one("TopBar").render()), "the open part of a bar has its own shape"


def test_the_worst_entries_of_a_marked_difference_are_told_as_numbers() -> None:
    (failure,) = [check for check in sample_reports.heat_map().checks if check.differences]
    difference = failure.differences[0]
    assert difference.yours and difference.yours.tensor
    tensor = replace(difference.yours.tensor, wrong=("." * 10 + "x" + "." * 13,) + ("." * 24,) * 23)
    marked = replace(difference, yours=replace(difference.yours, tensor=tensor))
    report = sample_reports.failing(replace(failure, differences=(marked,)))
    text = "\n".join(line.plain for line in draw_result(ResultState(report=report), 80, 60, shades=False).lines)

    assert "[0, 0, 0, 10] is " in text and text.count("it should be") == 1
