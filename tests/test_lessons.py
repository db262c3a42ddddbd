"""Lessons are true: their code runs on the installed torch and prints what they say it prints."""

import contextlib
import io
import re
from itertools import pairwise

import pytest
import torch

from tutor.audit.lesson_text import headings
from tutor.course import Lesson, read_course
from tutor.tui.math import tex_rows

COURSE = read_course()
LESSONS = COURSE.lessons


def test_every_heading_of_the_notes_has_a_lesson():
    assert set(headings(COURSE)) == {heading for lesson in LESSONS for heading in lesson.mirrors}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_examples_print_what_the_lesson_shows(lesson: Lesson):
    torch.manual_seed(0)
    names: dict[str, object] = {"__name__": "lesson"}
    shown = 0
    for block, following in pairwise((*lesson.code_blocks, None)):
        if block is None or block.info != "run":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block.code, str(lesson.path), "exec"), names)
        assert following is not None and following.info == "output", f"no output follows: {block.code[:60]}"
        assert printed.getvalue().strip() == following.code.strip()
        shown += 1
    assert shown >= 1, "a lesson has a worked example"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_output_block_belongs_to_an_example(lesson: Lesson):
    for before, block in pairwise((None, *lesson.code_blocks)):
        if block is not None and block.info == "output":
            assert before is not None and before.info == "run"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_is_short_enough_to_be_read(lesson: Lesson):
    prose = lesson.body
    for block in lesson.code_blocks:
        prose = prose.replace(block.code, "")
    assert 250 <= len(prose.split()) <= 900


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_formula_is_drawn_and_none_falls_back_to_its_source(lesson: Lesson):
    prose = lesson.body
    for block in lesson.code_blocks:
        prose = prose.replace(block.code, "")
    for formula in re.findall(r"\$\$(.+?)\$\$", prose, re.DOTALL):
        assert tex_rows(formula), formula
    for formula in re.findall(r"(?<!`)\$([^$\n]+)\$", re.sub(r"\$\$.+?\$\$", "", prose, flags=re.DOTALL)):
        assert len(tex_rows(formula) or ()) == 1, f"inline formulas have one row: {formula}"
