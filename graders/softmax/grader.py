"""Grades exercises/softmax.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "softmax"
INF = float("inf")


def given(x: Tensor | Sequence[Any], dim: int, about: str = "") -> Given:
    x = x if isinstance(x, Tensor) else torch.tensor(x, dtype=torch.float64)
    call = f"softmax(x, {dim})"
    return Given(f"{call}, where {about}" if about else call, x=x, dim=dim)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the softmax of 1000 and 0.",
    distractors=[
        (
            [float("nan"), 0.0],
            "The formula gives this when it is computed as it is written; PyTorch does not overflow here.",
        ),
        ([INF, 0.0], "The exponential of 1000 overflows to this, but shares lie between 0 and 1."),
        ([0.5, 0.5], "Equal shares belong to equal values; these two are far apart."),
    ],
)


@grader.check("shares", item=ITEM, agree=["result"])
def a_vector_becomes_shares_of_one(draw: Draw) -> Iterator[Given]:
    """Each value of a vector becomes its exponential, divided by the sum of all exponentials."""
    yield given(draw.normal(3), 0)
    yield given(draw.normal(6, scale=2.0), 0)
    yield given(draw.normal(4, dtype=torch.float32), 0)


@grader.check("shares", item=ITEM, agree=["result"], needs=[a_vector_becomes_shares_of_one], points=2)
def every_slice_along_dim_sums_to_one(draw: Draw) -> Iterator[Given]:
    """In a matrix every slice along dim is normalized on its own: the columns for dim 0, the rows for dim 1."""
    yield given(draw.normal(3, 4), 1)
    yield given(draw.normal(3, 4), 0)
    yield given(draw.normal(4, 4), 0, "x is square")
    yield given(draw.normal(4, 4), 1, "x is square")


@grader.check("shares", item=ITEM, agree=["result"], needs=[every_slice_along_dim_sums_to_one])
def dim_counts_from_either_end(draw: Draw) -> Iterator[Given]:
    """With three dimensions or more, each of them can be asked for, from the front and from the back."""
    for dim in (0, 1, -1, -2):
        yield given(draw.normal(2, 3, 4), dim)
    yield given(draw.normal(2, 3, 2, 4), -3)


@grader.check("shares", item=ITEM, agree=["result"], needs=[every_slice_along_dim_sums_to_one], points=2)
def large_values_do_not_overflow(draw: Draw) -> Iterator[Given]:
    """Values around 1000 and -1000 give the same shares as the same values around 0."""
    yield given([1000.0, 999.0, -2000.0], 0)
    yield given([-1000.0, -1001.5], 0)
    yield given(draw.normal(2, 3) + 1000.0, 1)
    yield given(torch.tensor([[90.0, -90.0, 88.0]]), 1)


@grader.check("shares", item=ITEM, agree=["result"], needs=[large_values_do_not_overflow], points=2)
def slices_of_different_size_do_not_touch(draw: Draw) -> Iterator[Given]:
    """A slice of values around 1000 changes nothing in a slice of values around 0."""
    yield given([[1000.0, 999.0, 998.0], [0.5, 0.0, -1.0]], 1)
    yield given([[1000.0, 0.5, -900.0], [999.0, 0.0, -900.5]], 0)


@grader.check("shares", item=ITEM, agree=["result"], needs=[large_values_do_not_overflow])
def minus_infinity_gets_nothing(draw: Draw) -> Iterator[Given]:
    """A value of -inf gets a share of exactly 0, and the others share the rest."""
    yield given([1.0, -INF, 0.25], 0)
    yield given([[0.5, -INF], [-INF, -2.0], [1.0, 2.0]], 1)


@grader.check("shares", item=ITEM, agree=["inputs that changed"], needs=[every_slice_along_dim_sums_to_one])
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(draw.normal(4), 0)
    yield given(draw.normal(3, 4, dtype=torch.float32), 1)


@grader.check("slope", item=ITEM, agree=["gradient of x"], needs=[the_input_is_left_alone], points=2)
def the_gradient_reaches_every_value(draw: Draw) -> Iterator[Given]:
    """Raising one value raises its own share and lowers the others of its slice; the gradient says by how much."""
    yield given(draw.normal(4).requires_grad_(), 0)
    yield given(draw.normal(3, 4).requires_grad_(), 0)
    yield given((draw.normal(2, 3) + 1000.0).requires_grad_(), 1)


@grader.check("shares", item=ITEM, agree=["result"], needs=[every_slice_along_dim_sums_to_one])
def the_dtype_of_x_is_kept(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32):
        yield given(draw.normal(3, 4, dtype=dtype), 0)


@grader.check("shares", item=ITEM, agree=["result"], needs=[every_slice_along_dim_sums_to_one])
def any_layout_and_any_size_will_do(draw: Draw) -> Iterator[Given]:
    """x may be a view with another layout in memory, may have no rows, or one value for each slice."""
    yield given(draw.normal(4, 3).t(), 1, "x is transposed")
    yield given(draw.normal(2, 3, 4).transpose(1, 2), 2, "two dimensions are swapped")
    yield given(draw.normal(3, 8)[:, ::2], 1, "x has every second column of a larger tensor")
    yield given(draw.normal(0, 3), 1)
    yield given(draw.normal(1, 1), 1)


@grader.check("shares", item=ITEM, agree=["result"], needs=[every_slice_along_dim_sums_to_one], mode="other_default")
def the_result_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is computed and returned there."""
    yield given(draw.normal(3, 4), 1)
