"""Grades exercises/log_softmax.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "log_softmax"
INF = float("inf")


def given(x: Tensor | Sequence[Any], dim: int, about: str = "") -> Given:
    x = x if isinstance(x, Tensor) else torch.tensor(x, dtype=torch.float64)
    call = f"log_softmax(x, {dim})"
    return Given(f"{call}, where {about}" if about else call, x=x, dim=dim)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the log-softmax of 0 and 200.",
    distractors=[
        ([-INF, 0.0], "This takes the logarithm of the softmax, after the small share has been rounded to 0."),
        ([0.0, -200.0], "The larger score has the larger probability, and so the logarithm nearer to 0."),
        ([-100.0, 0.0], "Another loss cuts its logarithms off at -100; a log-softmax does not."),
    ],
)


@grader.check("log_probabilities", item=ITEM, agree=["result"])
def a_vector_becomes_log_probabilities(draw: Draw) -> Iterator[Given]:
    """Each value of a vector becomes the natural logarithm of its share."""
    yield given(draw.normal(3), 0)
    yield given(draw.normal(6, scale=2.0), 0)
    yield given(draw.normal(4, dtype=torch.float32), 0)


@grader.check("log_probabilities", item=ITEM, agree=["result"], needs=[a_vector_becomes_log_probabilities], points=2)
def every_slice_along_dim_is_a_distribution(draw: Draw) -> Iterator[Given]:
    """Every slice along dim is normalized on its own, and each dimension can be asked for, from either end."""
    yield given(draw.normal(3, 4), 1)
    yield given(draw.normal(3, 4), 0)
    yield given(draw.normal(4, 4), 0, "x is square")
    yield given(draw.normal(2, 3, 4), -2)
    yield given(draw.normal(2, 3, 4), -1)


@grader.check(
    "log_probabilities",
    item=ITEM,
    agree=["result"],
    tolerance=Tolerance(3e-2, 3e-2),  # of bfloat16, whose last digit is worth 0.008 in sums that are rounded on the way
    needs=[every_slice_along_dim_is_a_distribution],
)
def the_dtype_of_x_is_kept(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32):
        yield given(draw.normal(3, 4, dtype=dtype), 0)


@grader.check(
    "log_probabilities", item=ITEM, agree=["result"], needs=[every_slice_along_dim_is_a_distribution], points=2
)
def large_values_do_not_overflow(draw: Draw) -> Iterator[Given]:
    """Values around 1000 and -1000 give the same as the same values around 0."""
    yield given([1000.0, 999.0, 998.5], 0)
    yield given([-1000.0, -1001.5], 0)
    yield given(draw.normal(2, 3) + 1000.0, 1)


@grader.check("log_probabilities", item=ITEM, agree=["result"], needs=[large_values_do_not_overflow])
def slices_of_different_size_do_not_touch(draw: Draw) -> Iterator[Given]:
    """A slice of values around 1000 changes nothing in a slice of values around 0."""
    yield given([[1000.0, 999.0, 998.0], [0.5, 0.0, -1.0]], 1)
    yield given([[1000.0, 0.5], [999.0, 0.0]], 0)


@grader.check("log_probabilities", item=ITEM, agree=["result"], needs=[large_values_do_not_overflow], points=3)
def tiny_shares_keep_their_logarithm(draw: Draw) -> Iterator[Given]:
    """A share that is too small for its dtype still has a finite logarithm, and the right one."""
    yield given(torch.tensor([0.0, 200.0]), 0)
    yield given(torch.tensor([0.0, 30.0], dtype=torch.float16), 0)
    yield given([0.0, -800.0, 0.5], 0)
    yield given([[0.0, 1.0], [-40.0, 0.0]], 1)


@grader.check("log_probabilities", item=ITEM, agree=["result"], needs=[large_values_do_not_overflow])
def minus_infinity_stays(draw: Draw) -> Iterator[Given]:
    """A value of -inf has the log-probability -inf, and the others are normalized without it."""
    yield given([1.0, -INF, 0.25], 0)
    yield given([[0.5, -INF], [-INF, -2.0], [1.0, 2.0]], 1)


@grader.check(
    "log_probabilities",
    item=ITEM,
    agree=["inputs that changed"],
    needs=[every_slice_along_dim_is_a_distribution],
)
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(draw.normal(4), 0)
    yield given(draw.normal(3, 4, dtype=torch.float32), 1)


@grader.check("slope", item=ITEM, agree=["gradient of x"], needs=[the_input_is_left_alone], points=2)
def the_gradient_reaches_every_value(draw: Draw) -> Iterator[Given]:
    """The gradient is finite and right, also for a class whose share rounds to 0."""
    yield given(draw.normal(4).requires_grad_(), 0)
    yield given(draw.normal(3, 4).requires_grad_(), 0)
    yield given(torch.tensor([[0.0, 800.0, 799.0]], dtype=torch.float64).requires_grad_(), 1)


@grader.check("log_probabilities", item=ITEM, agree=["result"], needs=[every_slice_along_dim_is_a_distribution])
def any_layout_and_any_size_will_do(draw: Draw) -> Iterator[Given]:
    """x may be a view with another layout in memory, may have no rows, or one value for each slice."""
    yield given(draw.normal(4, 3).t(), 1, "x is transposed")
    yield given(draw.normal(2, 3, 4).transpose(1, 2), 2, "two dimensions are swapped")
    yield given(draw.normal(0, 3), 1)
    yield given(draw.normal(1, 1), 1)


@grader.check(
    "log_probabilities",
    item=ITEM,
    agree=["result"],
    needs=[every_slice_along_dim_is_a_distribution],
    mode="other_default",
)
def the_result_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is computed and returned there."""
    yield given(draw.normal(3, 4), 1)
