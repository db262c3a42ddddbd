"""Reports as the grader would send them, one for each thing that can become of a hand-in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from math import exp

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

HAND_IN = "outer_sum.py"
CLAIMS = (
    "outer_sum of 3 and 5 numbers has shape (3, 5).",
    "Entry [i, j] is a[i] + b[j].",
    "The result keeps the dtype of its inputs.",
    "Gradients reach both inputs.",
    "The inputs stay as they were.",
)


def check(claim: str, outcome: Outcome, **details: object) -> CheckResult:
    points = 1.0 if outcome is Outcome.PASSED else 0.0
    given = {"id": claim.lower().replace(" ", "_"), "item": "outer_sum", "claim": claim, "outcome": outcome}
    return CheckResult(**{**given, "points": points, "max_points": 1.0, **details})  # type: ignore[arg-type]


def report(checks: Sequence[CheckResult], **details: object) -> Report:
    given: dict[str, object] = {
        "lesson": "outer_sum",
        "outcome": overall_outcome(checks),
        "checks": tuple(checks),
        "hand_in": HAND_IN,
        "sha256": hashlib.sha256(b"").hexdigest(),
        "seed": 1,
        "devices": {"cpu": overall_outcome(checks)},
        "sandbox": SandboxGrade("B"),
        "seconds": 0.1,
        "started_at": "2026-01-02T03:04:05Z",
    }
    return Report(**{**given, **details})  # type: ignore[arg-type]


def window(
    rows: Sequence[Sequence[float | str | bool]], shape: tuple[int, ...], dtype: str = "float64", **more: object
) -> View:
    tensor = TensorView(shape, dtype, "cpu", tuple(tuple(row) for row in rows), **more)  # type: ignore[arg-type]
    return View(f"tensor of shape {shape}, {dtype}", tensor)


def failing(failure: CheckResult, before: int = 1, waiting: int = 2) -> Report:
    """A report in which `before` checks pass, one fails and the others wait."""
    passed = [check(claim, Outcome.PASSED) for claim in CLAIMS[:before]]
    blocked = [check(claim, Outcome.BLOCKED, message="Waits.") for claim in CLAIMS[before + 1 : before + 1 + waiting]]
    return report([*passed, failure, *blocked])


def passed() -> Report:
    return report([check(claim, Outcome.PASSED) for claim in CLAIMS])


_EXPECTED = ((0.12, 0.45, 0.38, 0.2), (0.51, 0.88, 0.73, 0.31), (0.47, 0.79, 0.66, 0.28), (0.18, 0.36, 0.29, 0.09))
_YOURS = ((0.31, 0.62, 0.55, 0.42), (0.69, 0.88, 0.73, 0.52), (0.63, 0.79, 0.66, 0.45), (0.4, 0.55, 0.47, 0.3))
VALUES = Difference(
    name="sum",
    kind="values",
    summary="12 of 16 values differ; the largest difference is +0.22 at [0, 3].",
    expected=window(_EXPECTED, (4, 4)),
    yours=window(_YOURS, (4, 4)),
    differing=12,
    total=16,
    largest="+0.22",
    largest_at=(0, 3),
)


def wrong_values() -> Report:
    diagnosis = Diagnosis("adds_twice", "Only border entries are wrong, all too high. `b` is added twice there.")
    return failing(check(CLAIMS[1], Outcome.FAILED, case="outer_sum(a, b)", differences=(VALUES,), diagnosis=diagnosis))


def heat_map() -> Report:
    expected = [[0.08 + 0.9 * exp(-((i - 10) ** 2 + (j - 12) ** 2) / 30) for j in range(24)] for i in range(24)]
    yours = [[row[max(0, j - 2)] for j in range(24)] for row in expected]
    difference = Difference(
        name="sum",
        kind="values",
        summary="412 of 576 values differ; the largest difference is +0.34 at [0, 0, 10, 16].",
        expected=window(expected, (1, 1, 24, 24), index=(0, 0)),
        yours=window(yours, (1, 1, 24, 24), index=(0, 0)),
        differing=412,
        total=576,
    )
    return failing(check(CLAIMS[1], Outcome.FAILED, case="outer_sum(image, 0)", differences=(difference,)))


def wrong_shape() -> Report:
    difference = Difference(
        name="sum",
        kind="shape",
        summary="Its shape is (1, 8, 16, 16); it should be (1, 8, 15, 15).",
        expected=View("tensor of shape (1, 8, 15, 15), float32"),
        yours=View("tensor of shape (1, 8, 16, 16), float32"),
    )
    diagnosis = Diagnosis("rounds_up", "Height and width are both one too large. The last window does not fit.")
    return failing(
        check(CLAIMS[0], Outcome.FAILED, case="outer_sum(a, b)", differences=(difference,), diagnosis=diagnosis), 0, 4
    )


def wrong_dtype() -> Report:
    difference = Difference(
        name="sum",
        kind="dtype",
        summary="Its dtype is float32; it should be float64.",
        expected=View("tensor of shape (3, 5), float64"),
        yours=View("tensor of shape (3, 5), float32"),
    )
    return failing(check(CLAIMS[2], Outcome.FAILED, case="outer_sum(a, b)", differences=(difference,)), 2, 0)


def wrong_exception() -> Report:
    difference = Difference("exception", "raised", "No exception was raised; it should raise ValueError.")
    return failing(check("A matrix is refused.", Outcome.FAILED, case="outer_sum(m, b)", differences=(difference,)))


def wrong_trace() -> Report:
    difference = Difference(
        name="order of calls",
        kind="trace",
        summary="At [1]: it is 'step'; it should be 'unscale_'.",
        expected=View("['backward', 'unscale_', 'clip', 'step', 'update']"),
        yours=View("['backward', 'step', 'update']"),
    )
    return failing(check("Gradients are unscaled before they are clipped.", Outcome.FAILED, differences=(difference,)))


def error() -> Report:
    frames = (
        Frame(12, "outer_sum", "return add(a, b)", 7, 16),
        Frame(8, "add", "return aa[:, None] + b", 7, 9),
    )
    problem = Problem("NameError", "name 'aa' is not defined", frames, "Look for a spelling mistake in `aa`.")
    message = "NameError: name 'aa' is not defined"
    failure = check(CLAIMS[0], Outcome.ERROR, case="outer_sum(a, b)", message=message, problem=problem)
    return failing(failure, 0, 4)


def syntax_error() -> Report:
    frame = Frame(10, "", "return a[:, None + b", 8, 9)
    problem = Problem("SyntaxError", "'[' was never closed", (frame,), "Count the brackets on this line.")
    return report([], outcome=Outcome.ERROR, problem=problem)


def not_written() -> Report:
    checks = [check(claim, Outcome.NOT_WRITTEN, message="outer_sum is not written yet.") for claim in CLAIMS]
    return report(checks)


def timeout() -> Report:
    problem = Problem("timeout", "Stopped after 10 s.", (Frame(9, "outer_sum", "while True:"),))
    return failing(
        check(CLAIMS[1], Outcome.TIMEOUT, message="Stopped after 10 s.", problem=problem, case="outer_sum(a, b)")
    )


def out_of_memory() -> Report:
    problem = Problem("memory", "The code asked for more than 2 GB.")
    return failing(check(CLAIMS[1], Outcome.OUT_OF_MEMORY, message=problem.message, problem=problem))


def crashed() -> Report:
    problem = Problem("signal", "Python ended with a segmentation fault.", (Frame(9, "outer_sum", "crash()"),))
    return failing(check(CLAIMS[1], Outcome.CRASHED, message=problem.message, problem=problem))


def refused() -> Report:
    problem = Problem("output", "What came back was no answer to the question.", advice="Remove `sys.stdout.write`.")
    return report([], outcome=Outcome.REFUSED, problem=problem)


def not_run() -> Report:
    return report([check(claim, Outcome.NOT_RUN, message="Needs a GPU.") for claim in CLAIMS])


def grader_error() -> Report:
    return report([], outcome=Outcome.GRADER_ERROR, problem=Problem("KeyError", "'sum'"))


def wrong_prediction() -> Report:
    hidden = Difference("PREDICT_1", "values", "It is not what the snippet gives.", yours=View("2.0"))
    diagnosis = Diagnosis("predict_1", "2.0 forgets that the mean starts from 0.")
    failure = check(
        "PREDICT_1 is what the snippet prints.",
        Outcome.FAILED,
        item="PREDICT_1",
        kind="prediction",
        differences=(hidden,),
        diagnosis=diagnosis,
        message="PREDICT_1 is not what the snippet gives.",
    )
    return failing(failure)


def printing() -> Report:
    """Wrong values, from a program that prints colours, a bell and more than is kept."""
    wrong = wrong_values()
    output = "\x1b[31mshape\x1b[0m (3, 5)\x07\nlast line\x1b]0;title\x07\n"
    return report(wrong.checks, output=output, output_cut=True)


_PARTS = ("check", "report", "window", "failing")
ALL = {
    name: make
    for name, make in list(globals().items())
    if callable(make) and getattr(make, "__module__", "") == __name__ and name not in _PARTS
}
