"""What each host reads: every report keeps its contract, a hostile one stays text, and our faults cost nobody points.

TUTOR_UPDATE_GOLDEN=1 writes the files in tests/golden/hosts anew for review.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sample_reports
from hostile_text import NASTY, hostile_report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.render import github, github_classroom
from tutor.render.formats import FORMATS
from tutor.render.occasion import Occasion
from tutor.report import CheckResult, Outcome, Problem, Report

GOLDEN = Path(__file__).parent / "golden/hosts"
SCHEMAS = {
    path.stem.replace("_", "-"): json.loads(path.read_text()) for path in (Path(__file__).parent / "schemas").iterdir()
}
HOST_NAMES = [name for name, form in FORMATS.items() if form.is_for_host]
OCCASION = Occasion({"CLASSROOM": "c", "ASSIGNMENT": "a"}, {"outer_sum": "exercises/outer_sum.py"}, token="t" * 32)
OURS = ("grader_error", "not_run")


def rendered(name: str, report: Report) -> str:
    return FORMATS[name].render([report], OCCASION)


def document(name: str, report: Report) -> Any:
    """The document, checked against its schema."""
    text = rendered(name, report)
    assert text.isascii() and text.endswith("\n")
    if name == "github-classroom":
        text = base64.b64decode(text, validate=False).decode("ascii")
    found = json.loads(text)
    jsonschema.validate(found, SCHEMAS[name])
    if name == "github-classroom":
        assert all(isinstance(test["score"], int | float) for test in found["tests"])
    return found


def stretched(points: float = 0.0) -> Report:
    """A report that passes though its stretch check does not."""
    report = sample_reports.passed()
    extra = sample_reports.check("It is fast.", Outcome.FAILED, stretch=True, points=points, max_points=2.0)
    return replace(report, checks=(*report.checks, extra))


def partial() -> Report:
    checks = [
        sample_reports.check("Half of it.", Outcome.FAILED, points=1.5, max_points=3.0),
        sample_reports.check("A third of it.", Outcome.FAILED, points=1 / 3, max_points=1.0),
        sample_reports.check("All of it.", Outcome.PASSED, points=2.0, max_points=2.0),
    ]
    return sample_reports.report(checks)


EVERY: dict[str, Callable[[], Report]] = {**sample_reports.ALL, "stretched": stretched, "partial": partial}


@pytest.mark.parametrize("state", EVERY)
@pytest.mark.parametrize("name", SCHEMAS)
def test_every_report_keeps_the_contract_of_every_host(name: str, state: str) -> None:
    document(name, EVERY[state]())


@pytest.mark.parametrize("state", ["passed", "wrong_values", "syntax_error", "grader_error", "partial"])
@pytest.mark.parametrize("name", HOST_NAMES)
def test_documents_are_as_reviewed(name: str, state: str) -> None:
    text = rendered(name, EVERY[state]())
    if name == "github-classroom":
        text = base64.b64decode(text).decode()
    if name == "github":
        text += "\n" + github.summary([EVERY[state]()])
    path = GOLDEN / f"{state}.{name}.{'txt' if name == 'github' else 'json'}"
    if os.environ.get("TUTOR_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


# Any report at all

TEXTS = st.text(max_size=40) | st.just(NASTY)
POINTS = st.sampled_from([0.0, 0.25, 0.5, 1 / 3, 1.0, 2.0])


@st.composite
def checks(draw: st.DrawFn) -> CheckResult:
    most, outcome = draw(POINTS), draw(st.sampled_from(Outcome))
    points = most if outcome is Outcome.PASSED else min(most, draw(POINTS))
    ids, claim, message = draw(st.sampled_from("abc")), draw(TEXTS) or "claim", draw(TEXTS)
    needs = tuple(draw(st.lists(st.sampled_from("abc"), max_size=2)))
    return CheckResult(
        ids, draw(TEXTS), claim, outcome, points, most, message=message, needs=needs, stretch=draw(st.booleans())
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(checks(), max_size=5), TEXTS, st.booleans())
def test_any_report_keeps_every_contract(made: list[CheckResult], text: str, has_problem: bool) -> None:
    problem = Problem("ValueError", text) if has_problem or not made else None
    details: dict[str, object] = {"outcome": Outcome.ERROR} if not made else {}
    report = sample_reports.report(made, output=text, hand_in=text or "a.py", problem=problem, **details)
    for name in SCHEMAS:
        document(name, report)
    github.summary([report])
    rendered("github", report)


# Points


def test_partial_credit_is_kept_where_a_host_has_fractions() -> None:
    report = partial()
    assert sum(test["score"] for test in document("gradescope", report)["tests"]) == pytest.approx(
        report.score, abs=1e-5
    )
    assert document("prairielearn", report)["score"] == pytest.approx(report.score / report.max_score, abs=1e-5)


def test_classroom_50_gets_whole_numbers_a_hundred_times_as_large_and_the_points_beside_them() -> None:
    found = document("classroom50", partial())
    assert (found["score"], found["max-score"]) == (150 + 33 + 200, 600)
    assert [test["points"] for test in found["tests"]] == [1.5, 0.333333, 2]


@pytest.mark.parametrize("state", [state for state in EVERY if state not in OURS])
def test_the_old_reporters_table_and_its_total_agree(state: str) -> None:
    report = EVERY[state]()
    found = document("github-classroom", report)
    tests = found["tests"]
    in_table = sum(test["status"] == "pass" for test in tests) / len(tests) * found["max_score"]
    assert in_table == pytest.approx(sum(test["score"] for test in tests), abs=1e-4)
    assert in_table == pytest.approx(report.score, abs=1e-3)


def test_points_of_too_many_units_still_add_up_for_the_old_reporter() -> None:
    awkward = sample_reports.check("x", Outcome.FAILED, points=0.123, max_points=7.0)
    tests = document("github-classroom", sample_reports.report([awkward]))["tests"]
    assert len(tests) == 1 and tests[0]["score"] == 0.123


def test_the_old_reporters_value_fits_an_environment_variable() -> None:
    many = [replace(c, id=str(n)) for n in range(20) for c in hostile_report().checks]
    text = rendered("github-classroom", sample_reports.report(many, output="x" * 1_000_000))
    assert len(text) < 128 * 1024 and github_classroom.LARGEST < 96 * 1024


def test_a_stretch_check_never_stands_in_the_way() -> None:
    report = stretched(0.5)
    assert document("exercism", report)["status"] == "pass"
    assert all(test["status"] == "pass" for test in document("exercism", report)["tests"])
    assert document("github-classroom", report)["status"] == "pass"
    assert "::error" not in rendered("github", report)
    assert document("gradescope", report)["tests"][-1]["max_score"] == 2
    assert document("classroom50", report)["tests"][-1]["test-name"].startswith("outer_sum 6: stretch:")


# Our own faults


@pytest.mark.parametrize("state", OURS)
def test_our_fault_is_nobodys_bad_grade(state: str) -> None:
    report = EVERY[state]()
    gradescope = document("gradescope", report)
    assert "score" not in gradescope and not any("score" in t or "status" in t for t in gradescope["tests"])
    assert "Not graded" in gradescope["output"]
    prairielearn = document("prairielearn", report)
    assert prairielearn["gradable"] is False and "Not graded" in prairielearn["format_errors"][0]
    exercism = document("exercism", report)
    assert exercism["status"] == "error" and "Not graded" in exercism["message"] and "tests" not in exercism
    check50 = document("check50", report)
    assert "results" not in check50 and "Not graded" in check50["error"]["value"]
    legacy = document("github-classroom", report)
    assert (legacy["status"], legacy["max_score"]) == ("error", 0)
    assert document("classroom50", report)["max-score"] == 0
    assert "::error" not in rendered("github", report)
    assert "Not graded" in github.summary([report]).replace("\\", "") and "❌" not in github.summary([report])


def test_one_report_that_is_not_graded_withholds_the_score_of_all_on_gradescope() -> None:
    found = json.loads(FORMATS["gradescope"].render([EVERY["passed"](), EVERY["grader_error"]()], OCCASION))
    assert not any("score" in test for test in found["tests"]) and "score" not in found


def test_a_check_this_machine_cannot_run_is_neither_right_nor_wrong() -> None:
    good = sample_reports.passed()
    report = replace(good, checks=(*good.checks, sample_reports.check("On a GPU.", Outcome.NOT_RUN, device="cuda")))
    assert "status" not in document("gradescope", report)["tests"][-1]
    assert document("prairielearn", report)["score"] == 1
    assert document("prairielearn", report)["tests"][-1]["max_points"] == 0
    assert document("check50", report)["results"][-1]["passed"] is None
    assert len(document("exercism", report)["tests"]) == len(good.checks)
    assert document("github-classroom", report)["max_score"] == good.max_score
    assert document("classroom50", report)["max-score"] == 100 * good.max_score


def test_what_waits_for_another_check_is_undecided_and_says_for_which() -> None:
    first = sample_reports.check("first", Outcome.FAILED)
    waits = sample_reports.check("second", Outcome.BLOCKED, needs=("first",), message="Waits for: first")
    result = document("check50", sample_reports.report([first, waits]))["results"][1]
    assert result["passed"] is None and result["dependency"] == "first"


def test_no_visibility_that_would_hide_the_total_is_ever_set() -> None:
    for make in EVERY.values():
        assert '"visibility"' not in rendered("gradescope", make())


# Hostile text, one test for each sink


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for entry in (*value, *value.values()) for text in strings(entry)]
    return [text for entry in value for text in strings(entry)] if isinstance(value, list) else []


STATES = ["wrong_values", "error", "syntax_error", "refused", "grader_error", "not_run"]
FORMAT_CHARACTERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2028\u2029\ufffe\uffff]")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", SCHEMAS)
def test_no_control_character_or_surrogate_reaches_a_host_in_json(name: str, state: str) -> None:
    found = document(name, hostile_report(state))
    assert not [text for text in strings(found) if FORMAT_CHARACTERS.search(text)]


LARGEST = {"prairielearn": 1_000_000, "exercism": 500_000, "gradescope": 1_000_000, "classroom50": 1_000_000}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_megabyte_of_output_still_fits(name: str) -> None:
    report = hostile_report()
    report = replace(report, checks=tuple(replace(c, id=str(n)) for n in range(12) for c in report.checks))
    assert len(rendered(name, report)) <= LARGEST.get(name, 1_000_000)
    document(name, report)


def test_gradescope_is_told_that_all_of_it_is_plain_text() -> None:
    found = document("gradescope", hostile_report())
    formats = {found[key] for key in ("output_format", "test_output_format", "test_name_format")}
    assert formats == {"text"} and "<script>" in found["tests"][1]["output"]


def test_exercism_gets_500_characters_of_output_with_a_note() -> None:
    outputs = [test["output"] for test in document("exercism", hostile_report())["tests"] if test["output"]]
    assert len(outputs) == 1 and len(outputs[0]) <= 500 and "(the rest was cut)" in outputs[0]


@pytest.mark.parametrize("state", STATES)
def test_githubs_log_obeys_only_our_own_commands(state: str) -> None:
    """Reads the log as the runner does: a command starts a line, and none is obeyed until the token comes."""
    stopped, obeyed = "", []
    for line in re.split("\r\n|\r|\n|\x85|\u2028", rendered("github", hostile_report(state))):
        if stopped:
            stopped = "" if line.strip() == f"::{stopped}::" else stopped
        elif line.lstrip().startswith("::stop-commands::"):
            stopped = line.split("::")[-1]
            assert stopped == OCCASION.token
        elif match := re.match(r"\s*::([\w-]+)", line):
            obeyed.append(match[1])
        else:
            assert "##[" not in line
    assert not stopped
    assert set(obeyed) <= {"error", "warning", "notice", "group", "endgroup"}
    assert max(obeyed.count(kind) for kind in ("error", "warning", "notice")) <= 10


def test_githubs_annotations_keep_their_own_properties() -> None:
    (first,) = [line for line in rendered("github", hostile_report("error")).splitlines() if line.startswith("::error")]
    assert first.startswith("::error file=exercises/outer_sum.py,title=")
    assert first.count("::") >= 2 and ",line=3,endLine=3,col=2,endColumn=3::" in first
    assert "\n" not in first and "%0A" in first


def test_the_token_cannot_be_guessed() -> None:
    tokens = {Occasion().token for _ in range(50)}
    assert len(tokens) == 50 and all(len(token) == 32 for token in tokens)


def test_more_than_ten_annotations_become_ten() -> None:
    failed = [sample_reports.check(f"claim {n}", Outcome.FAILED, message="no") for n in range(25)]
    lines = rendered("github", sample_reports.report(failed)).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10 and errors[-1] == "::error::16 more like these are in the log above."


def html_of(markdown: str) -> str:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")
    return str(parser.render(markdown))


@pytest.mark.parametrize("state", STATES)
def test_a_summary_shows_hostile_text_as_text(state: str) -> None:
    page = html_of(github.summary([hostile_report(state)]))
    tags = set(re.findall(r"<(/?\w+)", page))
    plain = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "pre", "code", "strong"}
    assert {tag.lstrip("/") for tag in tags} <= plain
    assert not FORMAT_CHARACTERS.search(page)


def test_a_summary_never_exceeds_what_is_left_for_it() -> None:
    reports = [hostile_report()] * 20
    for largest in (github.LARGEST_SUMMARY, 20_000, 100):
        assert len(github.summary(reports, largest).encode()) <= largest
