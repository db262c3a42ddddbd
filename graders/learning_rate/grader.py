"""Grades exercises/learning_rate.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
ITEM = "gradient_descent"
DIMS = ("steps + 1", "entries")
FUNCTIONS = {
    "bowl": "half the sum of scale * (w - centre)^2",
    "rows": "half the sum of the squared sums of the rows of w, plus half the sum of w^2",
    "quartic": "the sum of scale * w^4 / 4",
    "valley": "Rosenbrock's valley",
}


def given(
    draw: Draw,
    w0: Tensor,
    *,
    lr: float = 0.1,
    steps: int = 4,
    function: str = "bowl",
    scale: tuple[float, float] = (0.5, 3.0),
    old: float | None = None,
) -> Given:
    """Descent from w0 on one of the functions of probe.py, whose curvatures differ from entry to entry."""
    return Given(
        f"gradient_descent(f, w0, lr={lr}, steps={steps}), where f is {FUNCTIONS[function]}"
        + (f", and w0.grad is {old} everywhere" if old is not None else ""),
        w0=w0,
        lr=lr,
        steps=steps,
        function=function,
        old=old,
        constants=[draw.uniform(*w0.shape, low=scale[0], high=scale[1]), draw.normal(*w0.shape)],
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is where three steps from 1 lead on the square of w, for four learning rates.",
    distractors=[
        ([0.512, 0.0, 0.0, 0.0], "A larger rate is not always faster: beyond the bottom, the step leads up again."),
        (
            [0.512, 0.0, -1.0, 0.001],
            "Where a step overshoots by more than it started with, the next one is longer still.",
        ),
        ([0.729, 0.125, 0.0, -0.001], "The slope of the square of w is 2 w, so each step takes away 2 lr of w."),
        (
            [0.512, 0.0, 1.0, 1.728],
            "A rate of 1.0 or 1.1 crosses the bottom in each step, so the sign changes every time.",
        ),
    ],
)


@grader.check("first_step", item=ITEM, points=1)
def the_first_row_is_the_start(draw: Draw) -> Iterator[Given]:
    """Row 0 is w0, and there is one row more than there are steps."""
    yield given(draw, draw.normal(3), steps=1)
    yield given(draw, draw.normal(2), steps=6)
    yield given(draw, draw.normal(3), steps=0)


@grader.check("trace", item=ITEM, needs=[the_first_row_is_the_start], points=2)
def one_step_goes_down_the_slope(draw: Draw) -> Iterator[Given]:
    """One step takes lr times the gradient away."""
    yield given(draw, draw.normal(3), steps=1)
    yield given(draw, draw.normal(4), steps=1, lr=0.75)
    yield given(draw, draw.normal(2), steps=1, lr=0.01)


@grader.check("trace", item=ITEM, dims=DIMS, needs=[one_step_goes_down_the_slope], points=3)
def each_step_starts_where_the_last_one_ended(draw: Draw) -> Iterator[Given]:
    """Each row is the row before it minus lr times the gradient there, and earlier rows stay as they were."""
    yield given(draw, draw.normal(3), steps=2)
    yield given(draw, draw.normal(3), steps=5)
    yield given(draw, draw.normal(2), steps=8, lr=0.3)
    yield given(draw, draw.normal(3), function="quartic", steps=5)
    yield given(draw, torch.tensor([-0.5, 0.5], dtype=torch.float64), function="valley", lr=0.002, steps=6)


@grader.check("trace", item=ITEM, dims=DIMS, needs=[each_step_starts_where_the_last_one_ended], points=1)
def a_rate_that_is_too_large_diverges(draw: Draw) -> Iterator[Given]:
    """With a learning rate that is too large the trace grows and changes its sign, step by step, and is not stopped."""
    yield given(draw, draw.normal(3), lr=1.1, steps=6, scale=(2.0, 2.5))
    yield given(draw, draw.normal(2), lr=4.0, steps=12, scale=(1.0, 3.0))
    yield given(draw, draw.normal(2), lr=0.0, steps=3)


@grader.check("trace", item=ITEM, needs=[each_step_starts_where_the_last_one_ended], points=1)
def w0_may_have_any_shape(draw: Draw) -> Iterator[Given]:
    """A matrix, a single number, no entry at all: a row of the trace has the shape of w0, in any memory layout."""
    yield given(draw, draw.normal(2, 3), function="rows")
    yield given(draw, draw.normal())
    yield given(draw, draw.normal(1))
    yield given(draw, draw.normal(2, 1, 3))
    yield given(draw, draw.normal(3, 2).t(), function="rows")
    yield given(draw, draw.normal(6)[::2])
    yield given(draw, draw.normal(0))


@grader.check("trace", item=ITEM, needs=[each_step_starts_where_the_last_one_ended], points=1)
def the_trace_has_the_dtype_of_w0(draw: Draw) -> Iterator[Given]:
    """The trace has the dtype of w0, and every step is taken in it."""
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, draw.normal(3, dtype=dtype), steps=3)
    yield given(draw, draw.normal(3, dtype=torch.float32), steps=0)


@grader.check("start", item=ITEM, needs=[the_first_row_is_the_start], points=2)
def w0_is_left_alone(draw: Draw) -> Iterator[Given]:
    """w0 keeps its values, its requires_grad and its .grad, whether that is empty or there from before."""
    yield given(draw, draw.normal(3))
    yield given(draw, draw.normal(3).requires_grad_())
    yield given(draw, draw.normal(2, 3).requires_grad_(), function="rows")
    yield given(draw, draw.normal(2), steps=0)
    yield given(draw, draw.normal(3).requires_grad_(), old=7.0)


@grader.check("attached", item=ITEM, needs=[the_first_row_is_the_start], points=1)
def the_trace_is_plain_numbers(draw: Draw) -> Iterator[Given]:
    """The trace has no graph and no memory in common with w0."""
    yield given(draw, draw.normal(3).requires_grad_())
    yield given(draw, draw.normal(3), steps=1)
    yield given(draw, draw.normal(3).requires_grad_(), steps=0)
    yield given(draw, draw.normal(3), steps=0)


@grader.check("trace", item=ITEM, needs=[each_step_starts_where_the_last_one_ended], mode="other_default")
def tensors_made_inside_live_where_w0_lives(draw: Draw) -> Iterator[Given]:
    """With w0 on the GPU the trace is there, too."""
    yield given(draw, draw.normal(3), steps=2)
    yield given(draw, draw.normal(2, 3), function="rows", steps=2)
