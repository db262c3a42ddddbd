"""A prediction is answered at its block: chosen or typed, written into the learner's file, saved and checked."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from conftest import Grading
from test_blocks_in_lessons import BlockGrader, asked, reading
from textual.widgets import Input, OptionList
from tui_pilot import Driver

from tutor.course import Course
from tutor.judge.choices import choices
from tutor.judge.grader import Prediction
from tutor.predictions import find_prediction, is_answered, is_literal, spelled
from tutor.tui.prediction_form import PredictionForm
from tutor.tui.wording import say

# Where the file says it


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("PREDICT_1 = ...", "..."),
        ("x = 'é'\nPREDICT_1 = [0.5, 1]  # why", "[0.5, 1]"),
        ("PREDICT_1: list = (\n    1,\n    2,\n)\n", "(\n    1,\n    2,\n)"),
        ("é = PREDICT_1 = 'é', 2\n", "'é', 2"),
        ("def f(:\nPREDICT_1 = ...  # broken elsewhere\n", "..."),
        ("PREDICT_1 = 1\nPREDICT_1 = 2\n", "2"),
    ],
)
def test_the_value_is_found_as_it_is_written(source: str, text: str) -> None:
    found = find_prediction(source, "PREDICT_1")
    assert found is not None and found.text == text
    lines = source.split("\n")
    if found.start[0] == found.end[0]:
        assert lines[found.start[0]][found.start[1] : found.end[1]] == text


@pytest.mark.parametrize(
    "source", ["", "PREDICT_10 = 1", "PREDICT_1 == 2", "def f():\n    PREDICT_1 = 1\n", "# PREDICT_1 = 1"]
)
def test_what_only_looks_like_it_is_not_found(source: str) -> None:
    assert find_prediction(source, "PREDICT_1") is None


def test_the_placeholder_is_no_answer() -> None:
    assert not is_answered("PREDICT_1 = ...", "PREDICT_1")
    assert not is_answered("", "PREDICT_1")
    assert is_answered("PREDICT_1 = None", "PREDICT_1")


@pytest.mark.parametrize("text", ["3", " -0.5", '"a"', "[0.25, (True, None)]", "{'a': 1}", "1e999", "'\\d'"])
def test_python_literals_are_taken(text: str) -> None:
    assert is_literal(text)


@pytest.mark.parametrize("text", ['float("inf")', "[-float('nan'), 1]", "{'a': float('-inf')}"])
def test_infinities_and_nan_are_taken_too(text: str) -> None:
    assert is_literal(text)


@pytest.mark.parametrize(
    "text",
    ["", "...", "x", "1 +", "[1, 2", "torch.ones(2)", "__import__('os')", "(" * 900, "1\n2", "1" * 2000, "{[]: 1}"],
)
def test_anything_else_is_refused(text: str) -> None:
    assert not is_literal(text)


@pytest.mark.parametrize("text", ["inf", "float(x)", "float('1')", "float('inf', 2)", "int('inf')"])
def test_no_other_call_and_no_name_is_taken_for_an_infinity(text: str) -> None:
    assert not is_literal(text)


# What the judge offers


class _Folder:
    def __init__(self, distractors: list[Any]) -> None:
        self.grader = self
        self.lesson = self
        self.id = "toy"
        self.predictions = [Prediction("P", "c", tuple((value, "s") for value in distractors), 1, ())]


class _Expectation:
    def __init__(self, truth: Any, distractors: list[Any]) -> None:
        self.folder = _Folder(distractors)
        self.predictions = {"P": truth}


def offered(truth: Any, distractors: list[Any]) -> list[str]:
    return choices(_Expectation(truth, distractors), "P")  # type: ignore[arg-type]


def test_the_truth_is_among_the_choices_and_cannot_be_told_by_its_looks() -> None:
    assert sorted(offered([0.25, 0.010000000707805157], [(1, 0.2), [0.5, 0.1]])) == [
        "[0.25, 0.01]",
        "[0.5, 0.1]",
        "[1.0, 0.2]",
    ]
    assert sorted(offered((4, "a"), [[2.0, "b"]])) == ["(2, 'b')", "(4, 'a')"]


def test_the_order_is_the_same_whichever_value_is_true() -> None:
    assert offered(1, [2, 3]) == offered(2, [1, 3]) == offered(3, [2, 1])


def test_without_distractors_or_with_values_that_are_no_literals_there_is_no_choice() -> None:
    assert offered(1, []) == offered(1, [1]) == offered(object(), [1.0]) == offered(..., [object()]) == []


def test_what_is_not_finite_is_offered_as_python_reads_it() -> None:
    assert sorted(offered(float("nan"), [1.0, float("-inf")])) == ["1.0", 'float("-inf")', 'float("nan")']
    assert offered([(1, math.inf)], [{"a": math.inf}])[0] in ('[(1, float("inf"))]', "{'a': float(\"inf\")}")
    for value in ((), (1,), [(), {1: (2.5,)}], "inf", {"a": None}):
        assert spelled(value) == repr(value)


def test_the_judge_offers_real_choices_of_a_real_lesson_unmarked(grading: Grading) -> None:
    found = grading.client.choices("focal_loss", "PREDICT_1")
    assert set(found) == {"[0.25, 0.01]", "[0.25, 0.81]", "[1.0, 0.2]", "[0.5, 0.1]"}
    assert grading.client.choices("focal_loss", "PREDICT_9") == ()


def test_every_prediction_of_the_course_that_offers_choices_offers_the_right_one(grading: Grading) -> None:
    for lesson in grading.course.lessons:
        names = [block.info.split()[1] for block in lesson.code_blocks if block.info.startswith("predict ")]
        for name in names:
            for text in grading.client.choices(lesson.id, name):
                assert is_literal(text)


# The form


async def open_form(app: Driver) -> PredictionForm:
    await app.press("]", "]", "]", "enter")
    await app.until(lambda: app.screen.query(PredictionForm))
    return app.screen.query_one(PredictionForm)


def grader(*offered: str) -> BlockGrader:
    return BlockGrader(sample_reports.passed(), offered=offered)


async def test_a_typed_value_is_written_saved_and_checked(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        await open_form(app)
        await app.type("[1, 2]")
        await app.press("enter")
        await app.until(lambda: app.grader.requests and app.screen.runner.running is None, "a check")

        assert "PREDICT_1 = [1, 2]  # a number\n" in app.file.read_text()
        assert app.grader.requests[-1].source == app.file.read_bytes()
        assert not app.screen.query(PredictionForm) and app.screen.pane == "lesson"


async def test_after_the_answer_the_block_runs(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        await open_form(app)
        await app.type("3")
        await app.press("enter", "r")
        await app.until(lambda: say.just_gave in app.shown())
        assert [shows_value for _, _, shows_value in asked(app)] == [True]


async def test_the_answer_can_be_undone_in_the_editor(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        await app.press("2")
        await app.type("# mine\n")
        before = app.editor_text
        await app.press("escape", "1")
        await open_form(app)
        await app.type("3")
        await app.press("enter")
        assert "PREDICT_1 = 3 " in app.editor_text
        app.screen.code.editor.undo()
        assert app.editor_text == before


async def test_a_value_that_is_no_literal_is_refused_in_words_and_nothing_is_written(
    toy_course: Course, tmp_path: Path
) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        before = app.file.read_bytes()
        await open_form(app)
        await app.type("torch.ones(2)")
        await app.press("enter")
        assert " ".join(say.not_a_literal.split()[:5]) in " ".join(app.shown().split())
        assert app.file.read_bytes() == before and app.grader.requests == []


async def test_a_choice_is_written_like_a_typed_value(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader("[1, 2]", "[3, 4]")) as app:
        await open_form(app)
        await app.until(lambda: "[3, 4]" in app.shown())
        await app.press("up", "down", "enter")
        await app.until(lambda: app.grader.requests)
        assert "PREDICT_1 = [3, 4]  # a number\n" in app.file.read_text()


async def test_choices_do_not_take_the_keys_from_someone_who_types(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        form = await open_form(app)
        await app.type("7")
        form.offer(("1", "2"))
        await app.pilot.pause()
        assert form.query_one(OptionList).display and form.query_one(Input).has_focus


async def test_the_choices_say_nothing_of_which_is_right_and_are_kept_nowhere(
    toy_course: Course, tmp_path: Path
) -> None:
    async with reading(toy_course, tmp_path, grader("[11, 2]", "[33, 4]")) as app:
        await open_form(app)
        await app.until(lambda: "[33, 4]" in app.shown())
        kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        assert b"[11, 2]" not in kept and b"[33, 4]" not in kept


async def test_esc_closes_the_form_and_keeps_the_block(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        await open_form(app)
        await app.press("escape")
        assert not app.screen.query(PredictionForm)
        assert say.predict_first_keys[:20] in app.shown()


async def test_a_file_without_the_line_is_told(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        app.screen.code.editor.update_text("x = 1\n")
        await open_form(app)
        await app.type("3")
        await app.press("enter")
        assert "no line that begins with PREDICT_1" in " ".join(app.shown().split())
        assert app.editor_text == "x = 1\n"


async def test_an_answer_never_overwrites_an_edit_made_elsewhere(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        await open_form(app)
        await app.type("3")
        app.file.write_text("# elsewhere\nPREDICT_1 = ...\n")
        await app.press("enter")
        await app.until(lambda: app.screen.code.has_conflict or app.grader.requests)
        assert app.file.read_text().startswith("# elsewhere\n")


async def test_another_answer_begins_with_the_one_there_is(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path, grader()) as app:
        app.screen.code.editor.write_prediction("PREDICT_1", "[1]")
        form = await open_form(app)
        assert form.query_one(Input).value == "[1]"
