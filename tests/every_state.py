"""One Report for every state a learner can be in, for the tests of whatever draws them."""

from __future__ import annotations

from dataclasses import replace

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
)

SHAPE = CheckResult(
    "loss_is_a_scalar", "FocalLoss", "The loss is a scalar with reduction='mean'.", Outcome.PASSED, 1, 1
)
SUM = CheckResult(
    "sum_adds_all",
    "FocalLoss",
    "With reduction='sum' the loss is the sum over all elements.",
    Outcome.PASSED,
    2,
    2,
    needs=("loss_is_a_scalar",),
)
GRADIENT = CheckResult(
    "gradients_agree", "FocalLoss", "Gradients reach the predictions.", Outcome.PASSED, 2, 2, needs=("sum_adds_all",)
)
PREDICTION = CheckResult(
    "PREDICT_1", "PREDICT_1", "PREDICT_1 is the loss of a certain guess.", Outcome.PASSED, 1, 1, kind="prediction"
)
STRETCH = CheckResult("large_logits", "FocalLoss", "Logits of 200 do not overflow.", Outcome.PASSED, 1, 1, stretch=True)

PASSED = Report(
    lesson="focal_loss",
    outcome=Outcome.PASSED,
    checks=(SHAPE, SUM, GRADIENT, PREDICTION, STRETCH),
    hand_in="focal_loss.py",
    sha256="ab" * 32,
    seed=7,
    devices={"cpu": Outcome.PASSED},
    sandbox=SandboxGrade("A", ("namespaces", "landlock", "seccomp", "limits")),
    seconds=0.42,
    versions={"torch": "2.13.0", "python": "3.11.7"},
    started_at="2026-03-01T09:30:00Z",
)


def _tensor(rows: tuple[tuple[float | str, ...], ...], shape: tuple[int, ...], index: tuple[int, ...] = ()) -> View:
    return View(f"tensor of shape {shape}, float64", TensorView(shape, "float64", "cpu", rows, index))


WRONG_VALUES = replace(
    SUM,
    outcome=Outcome.FAILED,
    points=0,
    message="Loss: 2 of 8 values differ; the largest difference is +0.5 at [1, 2].",
    case="FocalLoss(gamma=2.0, reduction='none')(pred, true)",
    differences=(
        Difference(
            "loss",
            "values",
            "2 of 8 values differ; the largest difference is +0.5 at [1, 2].",
            _tensor(((0.25, 1.0, -3.5, 0.125), (2.0, 0.75, 0.5, 12.0)), (2, 4)),
            _tensor(((0.25, 1.0, -3.5, "nan"), (2.0, 0.75, 1.0, 12.0)), (2, 4)),
            2,
            8,
            "+0.5",
            (1, 2),
        ),
    ),
    diagnosis=Diagnosis(
        "alpha_on_every_element", "Every element is weighted by alpha, also those of the negative class."
    ),
)
FAILED = replace(
    PASSED,
    outcome=Outcome.FAILED,
    checks=(
        SHAPE,
        WRONG_VALUES,
        replace(
            GRADIENT,
            outcome=Outcome.BLOCKED,
            points=0,
            message="Waits for: With reduction='sum' the loss is the sum over all elements.",
        ),
        replace(PREDICTION, outcome=Outcome.NOT_WRITTEN, points=0, message="PREDICT_1 is still `...`."),
        STRETCH,
    ),
    devices={"cpu": Outcome.FAILED, "cuda": Outcome.NOT_RUN},
    sandbox=SandboxGrade("C", ("seccomp", "limits"), ("namespaces", "landlock")),
    output="before the loss\n\x1b[31mred\x1b[0m \u202ereversed\n::error file=a.py::forged\n",
    output_cut=True,
)
LARGE_TENSOR = replace(
    FAILED,
    checks=(
        replace(
            WRONG_VALUES,
            diagnosis=None,
            differences=(
                Difference(
                    "gradient of pred",
                    "values",
                    "400 of 400 values differ; the largest difference is -3 at [0, 0].",
                    _tensor(((1.0,) * 20,) * 20, (20, 20)),
                    _tensor(((-2.0,) * 20,) * 20, (20, 20)),
                ),
            ),
        ),
    ),
    output="",
)
WRONG_SHAPE = replace(
    FAILED,
    checks=(
        replace(
            SHAPE,
            outcome=Outcome.FAILED,
            points=0,
            message="Loss: its shape is (5, 3); it should be (3, 5).",
            differences=(
                Difference(
                    "loss",
                    "shape",
                    "Its shape is (5, 3); it should be (3, 5).",
                    View("tensor of shape (3, 5), float32"),
                    View("tensor of shape (5, 3), float32"),
                ),
            ),
        ),
    ),
    devices={"cpu": Outcome.FAILED},
    sandbox=SandboxGrade("B"),
    output="",
)
RAISED_PROBLEM = Problem(
    "AttributeError",
    "'Tensor' object has no attribute 'sgimoid'",
    (
        Frame(21, "forward", "        return self.loss(pred, true)", 15, 36),
        Frame(12, "loss", "        p = pred.sgimoid()", 12, 24),
    ),
    "A Tensor has no `sgimoid`. `dir(x)` lists what it has.",
)
RAISED = replace(
    PASSED,
    outcome=Outcome.ERROR,
    checks=(
        SHAPE,
        replace(
            SUM,
            outcome=Outcome.ERROR,
            points=0,
            message="AttributeError: 'Tensor' object has no attribute 'sgimoid'",
            case="FocalLoss(reduction='sum')(pred, true)",
            problem=RAISED_PROBLEM,
        ),
    ),
    devices={"cpu": Outcome.ERROR},
)
SYNTAX_ERROR = replace(
    PASSED,
    outcome=Outcome.ERROR,
    checks=(),
    problem=Problem(
        "SyntaxError",
        "'(' was never closed",
        (Frame(12, "", "        p = torch.sigmoid(pred", 25, 26),),
        "Count the brackets on this line and on the one above it.",
    ),
    devices={"cpu": Outcome.ERROR},
    seconds=0.01,
)
NOT_WRITTEN = replace(
    PASSED,
    outcome=Outcome.NOT_WRITTEN,
    checks=tuple(
        replace(c, outcome=Outcome.NOT_WRITTEN, points=0, message="FocalLoss is not written yet.")
        for c in (SHAPE, SUM, GRADIENT)
    ),
    devices={"cpu": Outcome.NOT_WRITTEN},
)
TIMEOUT = replace(
    PASSED,
    outcome=Outcome.TIMEOUT,
    checks=(
        SHAPE,
        replace(
            SUM,
            outcome=Outcome.TIMEOUT,
            points=0,
            message="A check was still running after 10 s and was stopped.",
            problem=Problem(
                "timeout",
                "A check was still running after 10 s and was stopped.",
                (Frame(14, "loss", "        while True:"),),
                "Look for a loop that never ends.",
            ),
        ),
    ),
    devices={"cpu": Outcome.TIMEOUT},
    seconds=10.2,
)
GRADER_ERROR = replace(
    PASSED,
    outcome=Outcome.GRADER_ERROR,
    checks=(),
    problem=Problem("internal", "The reference of focal_loss could not be run."),
    devices={},
)
NOT_RUN = replace(
    PASSED,
    outcome=Outcome.NOT_RUN,
    checks=(
        replace(
            SHAPE,
            outcome=Outcome.NOT_RUN,
            points=0,
            message="Needs torchvision, which does not import here; see `tutor doctor`.",
        ),
    ),
    devices={"cpu": Outcome.NOT_RUN},
)
REFUSED = replace(
    PASSED,
    outcome=Outcome.REFUSED,
    checks=(),
    problem=Problem("sandbox", "This machine reaches sandbox grade C; B was required.", (), "Run `tutor doctor`."),
    sandbox=SandboxGrade("C", ("seccomp",), ("namespaces", "landlock")),
)

FURTHER_TO_GO = replace(
    PASSED,
    checks=(
        *(SHAPE, SUM, GRADIENT, PREDICTION),
        replace(WRONG_VALUES, id=STRETCH.id, claim=STRETCH.claim, max_points=1, needs=(), stretch=True, diagnosis=None),
    ),
)
"""A pass, with a check left that goes further than the exercise asks."""
EVERY_STATE = {
    "passed": PASSED,
    "further_to_go": FURTHER_TO_GO,
    "failed": FAILED,
    "large_tensor": LARGE_TENSOR,
    "wrong_shape": WRONG_SHAPE,
    "raised": RAISED,
    "syntax_error": SYNTAX_ERROR,
    "not_written": NOT_WRITTEN,
    "timeout": TIMEOUT,
    "grader_error": GRADER_ERROR,
    "not_run": NOT_RUN,
    "refused": REFUSED,
}
