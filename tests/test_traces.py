"""Series of events: recognised by the judge, drawn as a timeline or in lanes, aligned where they part."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import sample_reports
from conftest import Grading
from every_state import FAILED, WRONG_VALUES
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.judge.compare import compare
from tutor.judge.rank_history import difference as difference_of_ranks
from tutor.judge.traces import LONGEST_EVENT, MOST_EVENTS, events_of_ranks
from tutor.render import plain, terminal
from tutor.render.capabilities import Capabilities
from tutor.render.text import cell_width
from tutor.render.timeline import aligned_lines, first_difference, timeline
from tutor.report import Difference, Event, Outcome, Trace
from tutor.report_json import to_dict
from tutor.tui.draw_result import draw_result
from tutor.tui.result_state import ResultState


def differing(expected: object, yours: object) -> Difference:
    found = compare("batches and steps", expected, yours)
    assert found is not None
    return found


def app_lines(difference: Difference, width: int = 58, view: int = 0) -> list[str]:
    check = sample_reports.check("They agree.", Outcome.FAILED, differences=(difference,))
    state = ResultState(hand_in="a.py", report=sample_reports.failing(check), view=view)
    return [line.plain for line in draw_result(state, width, 80).lines]


def shell_lines(difference: Difference, form: object, width: int = 80) -> list[str]:
    report = replace(FAILED, checks=(replace(WRONG_VALUES, differences=(difference,)),))
    return form.render(report, Capabilities(width=width)).splitlines()  # type: ignore[attr-defined,no-any-return]


STEPS = differing("1 2 step 3 4 step", "1 2 3 4 step")
RANKS = difference_of_ranks(
    ("order of the bodies", "Rank 1 started its body before rank 0 had finished."),
    {"events": [[0, "starts"], [0, "ends"], [1, "starts"], [1, "ends"]], "states": ["finished"] * 2},
    {"events": [[0, "starts"], [1, "starts"], [0, "ends"], [1, "ends"]], "states": ["finished"] * 2},
)


@pytest.mark.parametrize(
    ("expected", "yours"),
    [
        ("1 2 step 3", "1 2 3"),
        ("float16, float16, float32", "float32"),
        (["forward", "backward"], ["backward", "forward"]),
        ([[0, "starts"], [1, "starts"]], [[1, "starts"], [0, "starts"]]),
    ],
)
def test_series_of_events_are_recognised(expected: object, yours: object) -> None:
    assert differing(expected, yours).trace is not None


@pytest.mark.parametrize(
    ("expected", "yours"),
    [
        ("Expected 4 channels, got 3.", "Expected 4 channels, got 2."),
        ("mean", "sum"),
        ([1.0, 2.0], [1.0, 3.0]),
        (["a", 1], ["a", 2]),
        ((2, 12, 24), (2, 12, 25)),
        ("x" * 500, "y z w"),
    ],
)
def test_sentences_names_and_numbers_are_no_series_of_events(expected: object, yours: object) -> None:
    assert differing(expected, yours).trace is None


def test_a_long_series_is_cut_and_says_so() -> None:
    found = differing("step " * 5000, "step " * 4000 + "end")
    assert found.trace is not None and found.trace.is_cut
    assert len(found.trace.expected) == len(found.trace.yours) == MOST_EVENTS
    assert len(json.dumps(to_dict(found))) < 300 * MOST_EVENTS

    named = differing(["a" * 9999] * 9, ["b" * 9999] * 9)
    assert named.trace is not None
    assert {len(event.text) for event in named.trace.yours} == {LONGEST_EVENT}


def test_the_first_event_of_a_long_series_that_differs_is_told_instead_of_both_series() -> None:
    assert differing("forward backward " * 20, "forward " * 40).summary == (
        "Event 2 is forward; it should be backward."
    )


def test_the_app_lines_up_both_series_and_marks_where_they_part() -> None:
    expected, yours, mark = app_lines(STEPS)[-4:-1]

    assert expected.split() == ["expected", "1", "2", "step", "3", "4", "step"]
    assert yours.split() == ["yours", "1", "2", "3", "4", "step", "—"]
    assert mark.index("▲") == expected.index("step") == yours.index("3")


@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_the_shell_lines_up_both_series_over_a_caret(form: object) -> None:
    lines = shell_lines(STEPS, form)
    caret = next(place for place, line in enumerate(lines) if line.strip() == "^")

    assert lines[caret].index("^") == lines[caret - 1].index("3") == lines[caret - 2].index("step")


def test_each_rank_has_its_own_lane() -> None:
    lines = app_lines(RANKS, 100)
    heads = next(line for line in lines if "rank 0" in line)
    second = next(line for line in lines if line.startswith("▶"))

    assert heads.count("rank 0") == heads.count("rank 1") == 2
    assert second.split() == ["▶", "2", "ends", "·", "·", "starts"]
    assert second.rindex("starts") == heads.rindex("rank 1")


def test_where_both_sides_do_not_fit_d_shows_the_other_one() -> None:
    first, second = app_lines(RANKS, 34), app_lines(RANKS, 34, view=1)

    assert any("yours" in line for line in first) and any("d  other view" in line for line in first)
    assert any("expected" in line for line in second)


@pytest.mark.parametrize("form", [terminal, plain], ids=["terminal", "plain"])
def test_the_shell_names_the_rank_of_each_event(form: object) -> None:
    text = "\n".join(shell_lines(RANKS, form))

    assert "0:starts  0:ends    1:starts  1:ends" in text
    assert "0:starts  1:starts  0:ends    1:ends" in text


def test_what_one_rank_did_differently_counts_before_the_order_among_ranks() -> None:
    expected = (Event("a", 0), Event("a", 1), Event("b", 1))
    reordered = Trace(expected, (Event("a", 1), Event("a", 0), Event("c", 1)))

    assert first_difference(reordered) == 2
    assert first_difference(Trace(expected, (Event("a", 1), Event("a", 0), Event("b", 1)))) == 0


events = st.lists(st.builds(Event, st.text("ab 中\x1b", max_size=30), st.none() | st.integers(0, 3)), max_size=30)


@settings(max_examples=150, deadline=None)
@given(events, events, st.integers(40, 120))
def test_any_two_series_fit_the_width(expected: list[Event], yours: list[Event], width: int) -> None:
    trace = Trace(tuple(expected), tuple(yours))
    difference = Difference("x", "trace", "They differ.", trace=trace)
    for view in (0, 1):
        assert all(cell_width(line) <= width for line in app_lines(difference, width, view))
    for line in aligned_lines(timeline(trace, width - 10), ("expected", "yours")):
        assert cell_width(line) <= width
        assert "\x1b" not in line


def test_an_older_report_has_its_series_in_words() -> None:
    (failure,) = [check for check in sample_reports.wrong_trace().checks if check.differences]
    lines = app_lines(failure.differences[0])

    assert any(line.split()[:3] == ["expected", "backward", "unscale_"] for line in lines)


@pytest.mark.parametrize(
    ("lesson", "answer"), [("amp_gradient_accumulation", "wrong_drops_the_tail"), ("distributed_barrier", "")]
)
def test_a_real_wrong_answer_brings_its_series(grading: Grading, lesson: str, answer: str) -> None:
    folder = grading.course.root / "graders" / lesson
    names = [answer] if (folder / f"{answer}.py").exists() else sorted(path.stem for path in folder.glob("wrong_*"))
    for name in names:
        report = grading.check(lesson, grading.answer(lesson, name), device="cpu")
        found = [one.trace for check in report.checks for one in check.differences if one.trace]
        if found:
            assert found[0].expected and found[0].yours
            assert ({event.rank for event in found[0].yours} == {None}) == (lesson != "distributed_barrier")
            return
    raise AssertionError("no wrong answer brought a series")


def test_what_only_claims_to_be_a_rank_is_none() -> None:
    assert [event.rank for event in events_of_ranks([(True, "a"), (1, "b")])] == [None, 1]  # type: ignore[list-item]
