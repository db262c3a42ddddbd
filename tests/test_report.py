"""What a report says must survive the trip through JSON, and nothing malformed may come back as a report."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.client import CheckRequest
from tutor.report import (
    CheckResult,
    Diagnosis,
    Difference,
    Frame,
    Outcome,
    Problem,
    Report,
    SandboxGrade,
    TensorView,
    View,
    overall_outcome,
)
from tutor.report_json import from_dict, report_from_dict, report_to_dict, to_dict
from tutor.report_schema import report_schema

numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.booleans() | st.text(max_size=4)
sizes = st.integers(0, 99)
shapes = st.lists(sizes, max_size=4).map(tuple)
finite = st.floats(allow_nan=False, allow_infinity=False, width=32)
texts = st.text(max_size=12)

tensors = st.builds(
    TensorView,
    shape=shapes,
    dtype=texts,
    device=texts,
    rows=st.lists(st.lists(numbers, max_size=3).map(tuple), max_size=3).map(tuple),
    index=shapes,
    block=st.tuples(sizes, sizes),
)
views = st.builds(View, text=texts, tensor=st.none() | tensors)
differences = st.builds(
    Difference,
    name=texts,
    kind=st.sampled_from(["values", "shape", "dtype", "device", "type", "raised", "missing", "trace"]),
    summary=texts,
    expected=st.none() | views,
    yours=st.none() | views,
    differing=sizes,
    total=sizes,
    largest=st.none() | finite | st.sampled_from(["nan", "inf", "-inf"]),
    largest_at=shapes,
)
frames = st.builds(Frame, line=sizes, function=texts, source=texts, column=st.none() | sizes)
problems = st.builds(Problem, kind=texts, message=texts, frames=st.lists(frames, max_size=2).map(tuple), advice=texts)
checks = st.builds(
    CheckResult,
    id=texts,
    item=texts,
    claim=texts,
    outcome=st.sampled_from(Outcome),
    points=finite,
    max_points=finite,
    kind=st.sampled_from(["behaviour", "prediction", "policy"]),
    stretch=st.booleans(),
    differences=st.lists(differences, max_size=2).map(tuple),
    diagnosis=st.none() | st.builds(Diagnosis, name=texts, sentence=texts),
    problem=st.none() | problems,
    needs=st.lists(texts, max_size=2).map(tuple),
)
reports = st.builds(
    Report,
    lesson=texts,
    outcome=st.sampled_from(Outcome),
    checks=st.lists(checks, max_size=3).map(tuple),
    hand_in=texts,
    sha256=texts,
    seed=st.integers(),
    devices=st.dictionaries(texts, st.sampled_from(Outcome), max_size=2),
    sandbox=st.builds(SandboxGrade, grade=st.sampled_from("ABCDE"), layers=st.lists(texts, max_size=2).map(tuple)),
    output=texts,
    output_cut=st.booleans(),
    problem=st.none() | problems,
    seconds=finite,
    versions=st.dictionaries(texts, texts, max_size=2),
)

MINIMAL = Report("focal_loss", Outcome.PASSED, (), "focal_loss.py", "ab", 0)
SCHEMA_FILE = Path(__file__).parent.parent / "docs" / "report.schema.json"


@settings(max_examples=60, deadline=None)
@given(reports)
def test_a_report_survives_the_trip_through_json(report: Report) -> None:
    text = json.dumps(report_to_dict(report), allow_nan=False)
    assert report_from_dict(json.loads(text)) == report


@settings(max_examples=30, deadline=None)
@given(reports)
def test_every_report_agrees_with_the_published_schema(report: Report) -> None:
    jsonschema.validate(json.loads(json.dumps(report_to_dict(report))), report_schema())


@settings(max_examples=30, deadline=None)
@given(st.binary(), texts, st.none() | st.integers())
def test_a_request_survives_the_trip_through_json(source: bytes, name: str, seed: int | None) -> None:
    request = CheckRequest("focal_loss", source, name, seed, "all", "B")
    assert from_dict(CheckRequest, json.loads(json.dumps(to_dict(request)))) == request


def test_the_schema_in_the_docs_is_the_one_of_the_dataclasses() -> None:
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == report_schema(), (
        "run: python -m tutor.report_schema > docs/report.schema.json"
    )


def test_the_schema_is_a_valid_schema_and_refuses_unknown_outcomes() -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())
    data = report_to_dict(MINIMAL)
    data["outcome"] = "superb"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, report_schema())


def test_nan_and_infinities_become_strings() -> None:
    view = TensorView((3,), "float32", "cpu", ((math.nan, math.inf, -math.inf),))
    assert to_dict(view)["rows"] == [["nan", "inf", "-inf"]]


def test_the_sums_come_with_the_report() -> None:
    check = CheckResult("a", "f", "It adds.", Outcome.FAILED, 0.5, 2.0)
    data = report_to_dict(replace(MINIMAL, checks=(check, check)))
    assert (data["score"], data["max_score"]) == (1.0, 4.0)
    assert next(iter(data)) == "schema"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"schema": "tutor/report/v9"}, "schema: this tutor reads 'tutor/report/v1', not 'tutor/report/v9'"),
        ({"outcome": "superb"}, "outcome: expected one of passed, "),
        ({"seed": True}, "seed: expected a whole number, got True"),
        ({"seed": 1.5}, "seed: expected a whole number, got 1.5"),
        ({"seconds": math.nan}, "seconds: expected a finite number, got nan"),
        ({"seconds": "fast"}, "seconds: expected a finite number, got 'fast'"),
        ({"checks": {}}, "checks: expected a list, got {}"),
        ({"checks": [3]}, "checks[0]: expected an object, got 3"),
        ({"checks": [{}]}, "checks[0].id: missing"),
        ({"sandbox": {"grade": 1}}, "sandbox.grade: expected a string, got 1"),
        ({"devices": {"cuda": "warm"}}, "devices['cuda']: expected one of"),
        ({"verdict": "passed"}, "verdict: Report has no such field"),
        ({"score": 3.0}, "score: 3.0 is not the sum over the checks, 0"),
        ({"problem": []}, "problem: expected an object, got []"),
        ({"output": None}, "output: expected a string, got None"),
    ],
)
def test_a_malformed_report_is_refused_by_the_name_of_its_field(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError) as refusal:
        report_from_dict(report_to_dict(MINIMAL) | change)
    assert complaint in str(refusal.value)


@pytest.mark.parametrize("junk", [None, 3, [], "text", {}])
def test_what_is_no_report_at_all_is_refused(junk: Any) -> None:
    with pytest.raises(ValueError):
        report_from_dict(junk)


def test_a_long_bad_value_is_quoted_in_part() -> None:
    with pytest.raises(ValueError) as refusal:
        report_from_dict(report_to_dict(MINIMAL) | {"seed": "9" * 5000})
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("junk", [3, "not base64!", "é"])
def test_bytes_that_are_no_base64_are_refused(junk: Any) -> None:
    data = to_dict(CheckRequest("a", b"x", "a.py")) | {"source": junk}
    with pytest.raises(ValueError, match="source: expected base64 text"):
        from_dict(CheckRequest, data)


def test_the_worst_outcome_that_counts_decides() -> None:
    def check(outcome: Outcome, stretch: bool = False) -> CheckResult:
        return CheckResult("a", "f", "It adds.", outcome, 0, 1, stretch=stretch)

    assert overall_outcome([check(Outcome.PASSED), check(Outcome.FAILED)]) is Outcome.FAILED
    assert overall_outcome([check(Outcome.PASSED), check(Outcome.NOT_RUN)]) is Outcome.PASSED
    assert overall_outcome([check(Outcome.PASSED), check(Outcome.ERROR, stretch=True)]) is Outcome.PASSED
    assert overall_outcome([check(Outcome.NOT_RUN)]) is Outcome.NOT_RUN
    assert overall_outcome([]) is Outcome.NOT_RUN
