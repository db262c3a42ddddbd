"""Grades exercises/torch_where.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "safe_log"


def given(x: Tensor | Sequence[float], about: str = "", *, fill: float | None = None) -> Given:
    x = x if isinstance(x, Tensor) else torch.tensor(x, dtype=torch.float64)
    options = {} if fill is None else {"fill": fill}
    call = "safe_log(x)" if fill is None else f"safe_log(x, fill={fill})"
    return Given(f"{call}, where {about}" if about else call, x=x, options=options)


def positive(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return draw.uniform(*shape, low=0.1, high=5.0, dtype=dtype)


def mixed(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    """Positive values, negative ones and zeros."""
    x = positive(draw, *shape, dtype=dtype) * (2 * draw.bits(*shape, dtype=dtype) - 1)
    if x.numel() > 2:
        x[(0,) * x.dim()] = 0.0
    return x


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the gradient of a square root that is chosen only where x is positive.",
    distractors=[
        (
            ["0.0", "0.25"],
            "The branch that was not chosen is computed and differentiated too: its gradient is 0 times something.",
        ),
        (["inf", "0.25"], "The slope of the square root at 0 is infinite, but it is multiplied by the 0 of where."),
        (["nan", "nan"], "Each element has its own gradient; at 4 nothing goes wrong."),
    ],
)


@grader.check("logarithm", item=ITEM, agree=["result"])
def positive_values_have_their_logarithm(draw: Draw) -> Iterator[Given]:
    """Where x is positive the result is its natural logarithm."""
    yield given(positive(draw, 1))
    yield given(positive(draw, 6))
    yield given(positive(draw, 5, dtype=torch.float32), fill=2.0)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[positive_values_have_their_logarithm], points=2)
def everything_else_is_fill(draw: Draw) -> Iterator[Given]:
    """Where x is 0 or negative the result is fill: 0 unless another one is given, which may be infinite."""
    yield given([2.0, -0.5, 3.0, -4.0, 0.25])
    yield given([2.0, 0.0, 3.0, -0.0, 0.25])
    for fill in (-9.0, 2.5, float("-inf")):
        yield given(mixed(draw, 6), fill=fill)
    yield given([-1.0, 0.0], "nothing is positive", fill=7.0)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[everything_else_is_fill])
def tiny_values_are_positive(draw: Draw) -> Iterator[Given]:
    """The smallest positive numbers have their own logarithm: nothing is cut off or added."""
    yield given([1e-300, 1e-30, 1e-9, 0.0])
    yield given(torch.tensor([1e-37, 1e-12, 1e-8, -1e-12]), fill=-1.0)


@grader.check("logarithm", item=ITEM, agree=["inputs that changed"], needs=[everything_else_is_fill])
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(mixed(draw, 6))
    yield given(mixed(draw, 3, 2, dtype=torch.float32), fill=-9.0)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[everything_else_is_fill])
def the_result_has_the_shape_of_x(draw: Draw) -> Iterator[Given]:
    """The result has the shape of x: any number of dimensions, empty, or a view with gaps in memory."""
    for shape in ((3, 4), (2, 3, 2), (), (0, 3)):
        yield given(mixed(draw, *shape))
    yield given(mixed(draw, 4, 3).t(), "x is transposed", fill=-9.0)
    yield given(mixed(draw, 3, 6)[:, ::2], "x has every second column of a larger tensor")


@grader.check("slope", item=ITEM, agree=["gradient of x"], needs=[the_input_is_left_alone], points=3)
def the_gradient_is_zero_where_fill_stands(draw: Draw) -> Iterator[Given]:
    """The gradient is 1 / x where x is positive, and exactly 0 where fill stands."""
    yield given(positive(draw, 3).requires_grad_())
    yield given(torch.tensor([2.0, 0.0, -1.5, 0.25, -0.0], dtype=torch.float64).requires_grad_())
    yield given(mixed(draw, 3, 4).requires_grad_(), fill=-9.0)


@grader.check("slope", item=ITEM, needs=[the_gradient_is_zero_where_fill_stands])
def a_nan_is_not_positive(draw: Draw) -> Iterator[Given]:
    """A NaN gives fill, with a gradient of 0."""
    for fill in (None, -9.0):
        x = torch.tensor([2.0, float("nan"), -1.0, float("nan")], dtype=torch.float64)
        yield given(x.requires_grad_(), "two values are NaN", fill=fill)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[everything_else_is_fill])
def infinity_is_positive(draw: Draw) -> Iterator[Given]:
    """The logarithm of infinity is infinity; minus infinity gives fill."""
    yield given([float("inf"), 2.0, float("-inf")])
    yield given(torch.tensor([float("-inf"), float("inf")]), fill=-9.0)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[everything_else_is_fill])
def the_dtype_of_x_is_kept(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given(mixed(draw, 7, dtype=dtype))
        yield given(mixed(draw, 2, 3, dtype=dtype), fill=-9.0)


@grader.check("logarithm", item=ITEM, agree=["result"], needs=[everything_else_is_fill], mode="other_default")
def the_result_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is computed and returned there."""
    yield given(mixed(draw, 6), fill=-9.0)
