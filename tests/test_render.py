"""Every state, in every format, compared with a file: TUTOR_UPDATE_GOLDEN=1 writes the files anew for review."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from every_state import (
    EVERY_STATE,
    FAILED,
    GRADER_ERROR,
    NOT_RUN,
    PASSED,
    PREDICTION,
    RAISED,
    RAISED_PROBLEM,
    SUM,
    SYNTAX_ERROR,
    WRONG_VALUES,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_course import make_course

from tutor.progress import LessonProgress
from tutor.render import json_report, junit, plain, terminal, wording
from tutor.render.capabilities import Capabilities, capabilities_of
from tutor.render.markdown import render as render_markdown
from tutor.render.tensors import entries, panels
from tutor.render.text import (
    cell_width,
    defang_workflow_commands,
    escape_controls,
    first_lines,
    one_line,
    pad,
    wrap,
)
from tutor.report import Difference, Frame, Outcome, Problem, Report, TensorView, View
from tutor.report_json import report_from_dict
from tutor.report_schema import report_schema

GOLDEN = Path(__file__).parent / "golden"
Render = Callable[[Report, Capabilities], str]


def agrees_with_file(text: str, name: str) -> bool:
    path = GOLDEN / name
    if os.environ.get("TUTOR_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("state", EVERY_STATE)
@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_each_state_reads_as_it_should(state: str, form: object) -> None:
    name = form.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
    text = form.render(EVERY_STATE[state], Capabilities())  # type: ignore[attr-defined]
    assert agrees_with_file(text, f"{state}.{name}.txt")


def test_a_narrow_ascii_terminal_still_shows_everything() -> None:
    text = terminal.render(FAILED, Capabilities(width=32, unicode=False))
    assert text.isascii()
    assert agrees_with_file(text, "failed.narrow.txt")


def test_colour_only_adds_escapes() -> None:
    text = terminal.render(FAILED, Capabilities(colour=True))
    assert agrees_with_file(text, "failed.colour.txt")
    for code in ("36;1", "31;1", "33;1", "1", "2", "0"):
        text = text.replace(f"\x1b[{code}m", "")
    assert text == terminal.render(FAILED, Capabilities())


def test_plain_never_colours() -> None:
    assert plain.render(FAILED, Capabilities(colour=True)) == plain.render(FAILED, Capabilities())


def test_json_is_the_report_and_agrees_with_its_schema() -> None:
    text = json_report.render(FAILED)
    assert agrees_with_file(text, "failed.json")
    assert report_from_dict(json.loads(text)) == FAILED
    jsonschema.validate(json.loads(text), report_schema())
    assert text.isascii()


def test_json_of_several_holds_each_report_and_the_untouched() -> None:
    document = json.loads(json_report.render_all([PASSED, FAILED], ["scaling"]))
    assert document["schema"] == "tutor/reports/v1"
    assert [report_from_dict(report) for report in document["reports"]] == [PASSED, FAILED]
    assert document["untouched"] == ["scaling"]
    assert document["score"] == PASSED.score + FAILED.score
    schema = report_schema()
    jsonschema.validate(document, {**schema["$defs"]["Reports"], "$defs": {**schema["$defs"]}})


@pytest.mark.parametrize("reports", [[FAILED], [SYNTAX_ERROR, PASSED, NOT_RUN]], ids=["failed", "several"])
def test_junit_counts_agree_with_its_cases(reports: list[Report], request: pytest.FixtureRequest) -> None:
    text = junit.render(reports)
    assert agrees_with_file(text, f"{request.node.callspec.id}.junit.xml")
    root = ElementTree.fromstring(text)
    for verdict, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert len(root.findall(f".//testcase/{verdict}")) == int(root.attrib[attribute])
    assert len(root.findall(".//testcase")) == int(root.attrib["tests"])


def test_junit_is_well_formed_whatever_a_program_prints() -> None:
    nasty = "".join(map(chr, [*range(0x21), 0x7F, 0x85, 0xFFFE, 0xD800, 0x1F600])) + "]]></system-out>&<"
    report = replace(FAILED, output=nasty, problem=Problem("ValueError", nasty, (Frame(1, nasty, nasty),)))
    root = ElementTree.fromstring(junit.render([report]))
    output = root.findtext(".//system-out") or ""
    assert "]]></system-out>&<" in output
    assert "\x1b" not in output and "\U0001f600" in output


def test_junit_shows_our_fault_as_an_error() -> None:
    root = ElementTree.fromstring(junit.render([GRADER_ERROR]))
    assert root.attrib["errors"] == "1"
    error = root.find(".//testcase/error")
    assert error is not None and error.attrib["type"] == "grader_error"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_nothing_a_program_prints_reaches_a_terminal_raw(text: str) -> None:
    report = replace(
        FAILED,
        output=text,
        checks=(
            replace(WRONG_VALUES, message=text, case=text, problem=Problem("E", text, (Frame(1, text, text, 0, 3),))),
        ),
    )
    for form in (terminal, plain):
        shown = form.render(report, Capabilities())
        assert all(c.isprintable() or c in "\n\u00a0\u3000" for c in shown)


@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_workflow_commands_are_defanged_where_they_would_be_obeyed(form: object) -> None:
    report = replace(FAILED, output="::error::x\n   ::set-output name=a::b\n##[warning]y\n")
    shown = form.render(report, Capabilities(workflow_commands=True))  # type: ignore[attr-defined]
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in shown.splitlines())


def test_what_is_cut_says_so() -> None:
    report = replace(FAILED, output="line\n" * 500, output_cut=False)
    assert "488 more lines are not shown." in terminal.render(report, Capabilities())
    assert "480 more lines was cut" in plain.render(report, Capabilities())
    long_claim = replace(FAILED, checks=(replace(SUM, outcome=Outcome.FAILED, claim="x " * 5000),))
    assert "… (cut)" in terminal.render(long_claim, Capabilities())
    assert len(terminal.render(long_claim, Capabilities())) < 3000


def test_the_caret_stands_under_the_expression() -> None:
    report = replace(
        SYNTAX_ERROR,
        problem=Problem("NameError", "no", (Frame(3, "f", "\tvalue = 变量 + missing", 14, 21),)),
    )
    lines = terminal.render(report, Capabilities()).splitlines()
    (at,) = [n for n, line in enumerate(lines) if "^" in line]
    code, caret = lines[at - 1], lines[at]
    before = cell_width(code[: code.index("missing")])
    assert caret == " " * before + "^" * len("missing")


def test_a_problem_of_the_module_names_no_function() -> None:
    frame = replace(RAISED_PROBLEM.frames[0], function="<module>")
    assert wording.place(frame, "a.py") == "a.py, line 21"


@settings(max_examples=100, deadline=None)
@given(st.text("ab 中文，é\n", max_size=200), st.integers(20, 100))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width, "  ")
    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_width_counts_columns_not_characters() -> None:
    assert cell_width("abc") == 3
    assert cell_width("中文") == 4
    assert cell_width("e\u0301") == 1
    assert pad("中", 4) == "中  "


def test_control_characters_become_visible() -> None:
    assert escape_controls("a\x1b[31m\x07\r\n\u202eb\x9b\ud800") == "a\\x1b[31m\\x07\n\\u202eb\\x9b\\ud800"
    assert one_line("a\n  b\tc") == "a b c"
    assert first_lines("a\nb\nc\n", 2) == (["a", "b"], 1)
    assert defang_workflow_commands("a ::x") == "a ::x"


def tensor_difference(expected: TensorView, yours: TensorView) -> Difference:
    return Difference("y", "values", "They differ.", View("a tensor", expected), View("a tensor", yours))


def vector(*entries: float | int | bool | str, dtype: str = "float64") -> TensorView:
    return TensorView((len(entries),), dtype, "cpu", (entries,))


def test_differences_point_up_down_and_nowhere() -> None:
    difference = tensor_difference(vector(1.0, 2.0, 3.0, "nan", True), vector(1.5, 1.0, 3.0, 0.0, False))
    signs = [entry.sign for entry in entries(difference)[0]]
    assert signs == ["▲", "▼", "·", "≠", "≠"]
    assert [entry.index for entry in entries(difference)[0]][:2] == [(0,), (1,)]


def test_rounding_is_no_difference_but_a_small_mistake_is_told_apart() -> None:
    difference = tensor_difference(vector(1.0, 1.0), vector(1.0 + 1e-12, 1.000001))
    same, other = entries(difference)[0]
    assert same.sign == "·"
    assert (other.sign, other.expected, other.yours) == ("▲", "1", "1.000001")
    single = tensor_difference(vector(1.0, dtype="float32"), vector(1.00001, dtype="float32"))
    assert entries(single)[0][0].sign == "·"


def test_infinities_are_compared() -> None:
    (entry,) = entries(tensor_difference(vector("inf"), vector("-inf")))[0]
    assert (entry.sign, entry.expected, entry.yours) == ("▼", "inf", "-inf")
    assert panels(tensor_difference(vector("inf", "nan"), vector("-inf", "nan")), 80)


def test_a_window_of_a_larger_tensor_says_where_it_is() -> None:
    def block(value: float) -> TensorView:
        return TensorView((4, 3, 2, 2), "float64", "cpu", ((value, 1.0), (1.0, 1.0)), (2, 1))

    difference = tensor_difference(block(1.0), block(2.0))
    assert entries(difference)[0][0].index == (2, 1, 0, 0)
    report = replace(FAILED, checks=(replace(WRONG_VALUES, differences=(difference,)),))
    assert "Shown is [2, 1, :, :]." in terminal.render(report, Capabilities())


@pytest.mark.parametrize("rows", [(), ((),)])
def test_an_empty_tensor_has_nothing_to_show(rows: tuple[tuple[float, ...], ...]) -> None:
    empty = TensorView((0,), "float64", "cpu", rows)
    assert panels(tensor_difference(empty, empty), 80) == []


def test_windows_of_different_size_are_not_subtracted() -> None:
    assert panels(tensor_difference(vector(1.0), vector(1.0, 2.0)), 80) == []


def test_passing_says_what_it_took_and_what_comes_next(tmp_path: Path) -> None:
    course = make_course(tmp_path / "course")
    lesson = course.lessons[0]
    took = LessonProgress("passed", 3, 1, 7, 7, "2026-03-01T09:00:00Z", "2026-03-01T09:11:00Z")
    text = terminal.render(PASSED, Capabilities(), lesson, took, course.after(lesson))
    assert agrees_with_file(text, "passed.lesson.terminal.txt")
    assert "3 tries · 1 hint · 11 min" in text
    spoken = plain.render(PASSED, Capabilities(), lesson, took, course.after(lesson))
    assert "It took 3 tries, 1 hint, 11 min." in spoken
    assert "Next: The mean of rows. Run: tutor show mean-of-rows" in spoken


def test_many_tries_are_not_counted_aloud() -> None:
    assert wording.effort(LessonProgress("passed", 11, 3)) == ""
    assert wording.effort(LessonProgress("passed", 1)) == "1 try"


def test_a_failure_invites_to_a_hint_and_our_fault_does_not(tmp_path: Path) -> None:
    lesson = make_course(tmp_path / "course").lessons[0]
    assert "`tutor hint adding` shows a hint." in terminal.render(RAISED, Capabilities(), lesson)
    assert "tutor hint" not in terminal.render(GRADER_ERROR, Capabilities(), lesson)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_words(outcome: Outcome) -> None:
    report = replace(PASSED, outcome=outcome, checks=(replace(SUM, outcome=outcome),))
    for form in (terminal, plain):
        assert form.render(report, Capabilities()).count("\n") > 1
    ElementTree.fromstring(junit.render([report]))


def test_a_lesson_is_wrapped_but_its_code_and_tables_are_not(tmp_path: Path) -> None:
    lesson = make_course(tmp_path / "course").lessons[0]
    text = render_markdown(lesson.body, Capabilities(width=50))
    assert agrees_with_file(text, "lesson.txt")
    assert all(len(line) <= 50 for line in text.splitlines())


def test_a_bar_in_a_table_is_shown_as_a_bar_and_the_columns_stay() -> None:
    table = "| code    | says |\n| ------- | ---- |\n| `a \\| b` | or \\|  |\n"
    assert render_markdown(table, Capabilities()).splitlines()[2] == "| `a | b`  | or |   |"
    code = "```python\n| a \\| b |\n```\n"
    assert "\\|" in render_markdown(code, Capabilities())


def test_a_lesson_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in render_markdown("# a\x1b]0;title\x07\n\n```\n\x1b[2J\n```\n", Capabilities())


def test_capabilities_follow_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        encoding = "ascii"

        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            raise OSError

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLUMNS", raising=False)
    found = capabilities_of(Stream())  # type: ignore[arg-type]
    assert (found.colour, found.unicode, found.width) == (True, False, 80)
    Stream.encoding = "utf-8"
    assert capabilities_of(Stream()).unicode  # type: ignore[arg-type]
    for name, value in (("NO_COLOR", "1"), ("TUTOR_ASCII", "1"), ("COLUMNS", "33"), ("GITHUB_ACTIONS", "true")):
        monkeypatch.setenv(name, value)
    assert capabilities_of(Stream()) == Capabilities(False, False, 33, True)  # type: ignore[arg-type]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not capabilities_of(Stream()).colour  # type: ignore[arg-type]
    assert capabilities_of(None).colour is False


def test_a_title_that_asks_ends_with_its_own_mark() -> None:
    assert [wording.as_sentence(title) for title in ("Expand", "Where is it?", "At last!")] == [
        "Expand.",
        "Where is it?",
        "At last!",
    ]


@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_a_wrong_prediction_is_told_once(form: object) -> None:
    hidden = Difference("PREDICT_1", "values", "It is not what the snippet gives.", yours=View("[1.0, 2.0]"))
    wrong = replace(PREDICTION, outcome=Outcome.FAILED, message="PREDICT_1 is not what the snippet gives.")
    report = replace(FAILED, checks=(replace(wrong, differences=(hidden,)),))
    text = form.render(report, Capabilities())  # type: ignore[attr-defined]
    assert text.count("not what the snippet gives") == 1
    assert "[1.0, 2.0]" in text
