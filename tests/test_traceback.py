"""The whole traceback is there for whoever asks, and out of the way for everyone else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from every_state import RAISED
from tui_pilot import FakeGrader, running

from tutor.cli import main
from tutor.course import Course
from tutor.render import plain, terminal
from tutor.render.capabilities import Capabilities
from tutor.report import Frame, Outcome, Problem
from tutor.tui.draw_result import draw_result
from tutor.tui.result_state import ResultState

DEEP = tuple(Frame(10 + depth, f"step_{depth}", f"return step_{depth + 1}(x)") for depth in range(8))


async def test_t_shows_every_line_and_hides_them_again(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        await app.press("3")
        await app.check()
        assert "return add(a, b)" not in app.results()
        assert "t  every line" in app.results()

        await app.press("t")
        outer, inner = (app.results().index(line) for line in ("│ return add(a, b)", "│ return aa[:, None] + b"))
        assert outer < inner
        assert "outer_sum.py line 12 in outer_sum" in app.results()

        await app.press("t")
        assert "return add(a, b)" not in app.results()


async def test_a_new_result_hides_the_traceback(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        await app.press("3")
        await app.check()
        await app.press("t")
        await app.check()

        assert "return add(a, b)" not in app.results()


def test_an_error_in_a_single_line_offers_no_traceback() -> None:
    (frame,) = sample_reports.syntax_error().problem.frames  # type: ignore[union-attr]
    report = sample_reports.report([], outcome=Outcome.ERROR, problem=Problem("ValueError", "no", (frame,)))
    text = "\n".join(line.plain for line in draw_result(ResultState(report=report), 60, 40).lines)

    assert "every line" not in text


def test_a_line_that_calls_itself_is_shown_once_and_counted() -> None:
    problem = Problem("RecursionError", "too deep", (DEEP[0], *(DEEP[1],) * 11))
    report = sample_reports.report([], outcome=Outcome.ERROR, problem=problem)
    lines = [line.plain for line in draw_result(ResultState(report=report, traceback=True), 60, 40).lines]

    assert sum("step_2(x)" in line for line in lines) == 1
    assert any("the same line 10 more times" in line for line in lines)


@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_the_shell_shows_every_line_only_on_a_wish(form: object) -> None:
    report = replace(RAISED, checks=(), problem=Problem("ValueError", "no", DEEP))
    short = form.render(report, Capabilities())  # type: ignore[attr-defined]
    whole = form.render(report, Capabilities(), traceback=True)  # type: ignore[attr-defined]

    assert all(frame.source in whole for frame in DEEP)
    assert sum(frame.source in short for frame in DEEP) < 3


def test_tutor_check_has_the_wish(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(toy_course.root))
    hand_in = tmp_path / "outer_sum.py"
    hand_in.write_text("def add(a, b):\n    return aa + b\n\n\ndef outer_sum(a, b):\n    return add(a, b)\n")
    assert main(["check", "outer_sum", "--file", str(hand_in)]) == 1
    assert "return add(a, b)" not in capsys.readouterr().out

    assert main(["check", "outer_sum", "--file", str(hand_in), "--traceback"]) == 1
    assert "return add(a, b)" in capsys.readouterr().out
