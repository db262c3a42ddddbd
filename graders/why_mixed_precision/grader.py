"""Grades exercises/why_mixed_precision.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "diagnose_cast"
INF, NAN = float("inf"), float("nan")
HALF, BRAIN, SINGLE, DOUBLE = torch.float16, torch.bfloat16, torch.float32, torch.float64
STEP = 2.0**-24
"""The smallest number of float16 above 0."""


def given(x: Tensor | Sequence[float], dtype: torch.dtype = HALF, about: str = "", of: torch.dtype = SINGLE) -> Given:
    call = f"{ITEM}(x, {dtype})"
    if not isinstance(x, Tensor):
        about = about or f"x is {[float(f'{v:.6g}') for v in x]}"
        x = torch.tensor(list(x), dtype=torch.float64).to(of)
    return Given(f"{call}, where {about}" if about else call, x=x, dtype=dtype)


def shuffled(draw: Draw, values: Sequence[float]) -> list[float]:
    order = torch.randperm(len(values), generator=draw.generator).tolist()
    return [values[place] for place in order]


def of_every_kind(draw: Draw, *shape: int, dtype: torch.dtype = SINGLE) -> Tensor:
    """Values from 1e-9 to 1e7, of both signs, of which some are too large for float16 and some too small."""
    size = draw.uniform(*shape, low=-9.0, high=7.0)
    return (10**size * (2 * draw.bits(*shape) - 1)).to(dtype)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what float16 makes of 65519, 65520, 1e-8, 2049 and a third.",
    distractors=[
        (
            ["65504", "nan", "0", "2048", "0.33325"],
            "What is too large becomes an infinity. NaN needs one more operation, such as inf - inf.",
        ),
        (
            ["65504", "inf", "1e-08", "2048", "0.33325"],
            "1e-8 is less than half of the smallest number that float16 has.",
        ),
        (
            ["65504", "inf", "0", "2049", "0.33325"],
            "Above 2048 the step of float16 is 2, so odd numbers are not among its numbers.",
        ),
        (
            ["inf", "inf", "0", "2048", "0.33325"],
            "65519 lies above the largest number, but the cast rounds, and the nearest number is finite.",
        ),
        (
            ["65519", "inf", "0", "2048", "0.33325"],
            "Near 65519 the step of float16 is 32, so 65519 is not among its numbers and moves to the nearest.",
        ),
        (
            ["65504", "65504", "0", "2048", "0.33325"],
            "Nothing is clamped: from halfway to the next step on, the result is infinite.",
        ),
        (
            ["65504", "inf", "0", "2048", "0.33333"],
            "A third is not among the numbers of float16. What is printed is the nearest one that is.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what bfloat16 makes of 65504, 70000, 1e-8 and 257.",
    distractors=[
        (["65504", "inf", "0", "257"], "That is the range of float16. bfloat16 has the range of float32."),
        (
            ["65504", "70000", "1e-08", "257"],
            "The range suffices for all four, but seven bits for digits are too few for the three above 1.",
        ),
        (
            ["65536", "70144", "1e-08", "257"],
            "257 has nine digits in binary. bfloat16 has eight: a first 1 that is never written, and seven bits.",
        ),
        (["65536", "inf", "1e-08", "256"], "70000 is no problem for a dtype that goes up to 3.4e38."),
        (["65536", "70144", "0", "256"], "1e-8 is far above the smallest number of bfloat16."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is 1 plus half a step of float16, and 1 plus a whole step.",
    distractors=[
        (["1.0005", "1.0010"], "The first lies exactly between two numbers of float16, and is neither of them."),
        (["1.0010", "1.0010"], "A tie goes to the number whose last digit is even, and that is 1."),
        (["1.0000", "1.0000"], "The step above 1 is 2 to the power of -10, so the second sum is the next number."),
    ],
)


@grader.check("keys", item=ITEM, points=1)
def the_answer_is_three_whole_numbers(draw: Draw) -> Iterator[Given]:
    """A dict comes back, with the keys "overflow", "underflow" and "rounded" and an int for each."""
    yield given([1.0, 0.5])
    yield given([70000.0, 1e-9, 0.1])


@grader.check("counts", item=ITEM, agree=["overflow"], needs=[the_answer_is_three_whole_numbers], points=2)
def too_large_is_an_overflow(draw: Draw) -> Iterator[Given]:
    """Overflow counts the finite values of either sign that are infinite after the cast."""
    yield given([70000.0, 1.0, 0.25])
    yield given(shuffled(draw, [70000.0, 1e6, -1e9, 3.0, -0.5]))
    yield given([-70000.0])
    yield given([1.0, -2.0, 0.0])


@grader.check("counts", item=ITEM, agree=["underflow"], needs=[the_answer_is_three_whole_numbers], points=2)
def too_small_is_an_underflow(draw: Draw) -> Iterator[Given]:
    """Underflow counts the values other than 0, of either sign, that are 0 after the cast."""
    yield given([1e-9, 1.0, 0.25])
    yield given(shuffled(draw, [1e-9, -1e-12, 1e-30, 3.0, 0.0, -0.5]))
    yield given([-1e-9])
    yield given([0.0, 0.0, 1.0])


@grader.check("counts", item=ITEM, agree=["rounded"], needs=[the_answer_is_three_whole_numbers], points=2)
def between_them_is_rounding(draw: Draw) -> Iterator[Given]:
    """Rounded counts the values that the cast changes and leaves finite and other than 0."""
    yield given([0.1, 0.25, 1.0])
    yield given(shuffled(draw, [0.1, -0.3, 2049.0, 2048.0, 1 / 3]))
    yield given([70000.0, 1e-9, 0.1, 0.5])
    yield given([1 + 2.0**-18])


@grader.check("counts", item=ITEM, needs=[too_large_is_an_overflow], points=2)
def the_upper_border_lies_halfway(draw: Draw) -> Iterator[Given]:
    """From 65520 on float16 is infinite; from 65504 up to there a value is rounded down, and stays finite."""
    yield given([65504.0, 65505.0, 65519.0, 65520.0, 65536.0])
    yield given([-65519.0, -65520.0])


@grader.check("counts", item=ITEM, needs=[too_small_is_an_underflow, between_them_is_rounding], points=2)
def the_lower_border_lies_halfway(draw: Draw) -> Iterator[Given]:
    """Below the smallest normal number of float16 there are subnormal ones, and the last of them is 2 ** -24."""
    yield given([3e-5, 5 * STEP, 6e-8], about="x holds 3e-5, 5 * 2 ** -24 and 6e-8")
    yield given([STEP, 0.75 * STEP, 0.5 * STEP, 0.25 * STEP], about="x is [1, 0.75, 0.5, 0.25], times 2 ** -24")
    yield given([-0.75 * STEP, -0.5 * STEP], about="x is [-0.75, -0.5], times 2 ** -24")


@grader.check("counts", item=ITEM, needs=[too_large_is_an_overflow, between_them_is_rounding], points=2)
def what_is_no_number_before_is_not_counted(draw: Draw) -> Iterator[Given]:
    """Values that are inf or nan already are not counted anywhere."""
    yield given([INF, 1.0])
    yield given([NAN, 0.5])
    yield given(shuffled(draw, [INF, -INF, NAN, 70000.0, 0.1, 1e-9]))


@grader.check("counts", item=ITEM, needs=[too_large_is_an_overflow, too_small_is_an_underflow], points=2)
def every_dtype_has_borders_of_its_own(draw: Draw) -> Iterator[Given]:
    """The counts are those of the dtype that was asked for."""
    yield given([70000.0, 1e-9, 257.0, 256.0, 3.4e38, 1e-40], BRAIN)
    yield given([70000.0, 0.1, 1e-9], SINGLE)
    yield given([70000.0, 0.1, 1e-9], DOUBLE)


@grader.check("counts", item=ITEM, needs=[every_dtype_has_borders_of_its_own], points=1)
def x_may_have_any_floating_dtype(draw: Draw) -> Iterator[Given]:
    """x may be in double or in half precision, wider or narrower than the dtype it is cast to."""
    yield given([1e39, 1e-50, 0.1, 70000.0, 1e-9], SINGLE, of=DOUBLE)
    yield given(of_every_kind(draw, 12, dtype=DOUBLE), HALF)
    yield given(of_every_kind(draw, 12, dtype=DOUBLE), BRAIN)
    yield given(draw.normal(8, dtype=HALF), BRAIN)
    yield given(of_every_kind(draw, 12, dtype=BRAIN), HALF)
    yield given(draw.normal(6, dtype=HALF), DOUBLE)
    yield given(1 + draw.uniform(4, low=1e-12, high=1e-11), HALF, about="x is a little above 1")


@grader.check("counts", item=ITEM, needs=[between_them_is_rounding], points=1)
def any_shape_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """x may have any shape: a matrix, a transposed view, every second column, a single number, nothing at all."""
    yield given(of_every_kind(draw, 3, 4))
    yield given(of_every_kind(draw, 4, 3).t(), about="x is transposed")
    yield given(of_every_kind(draw, 3, 8)[:, ::2], about="x has every second column of a larger tensor")
    yield given(of_every_kind(draw, 2, 3, 2))
    yield given(torch.tensor(0.1))
    yield given(torch.tensor(70000.0))
    yield given(torch.zeros(0))
    yield given(torch.zeros(0, 3, dtype=DOUBLE), BRAIN)


@grader.check("counts", item=ITEM, needs=[any_shape_and_layout_will_do], points=1)
def x_may_require_grad(draw: Draw) -> Iterator[Given]:
    """A parameter, or anything else that requires grad, can be diagnosed as well."""
    yield given(of_every_kind(draw, 3, 4).requires_grad_())


@grader.check("unchanged", item=ITEM, agree=["inputs that changed"], needs=[any_shape_and_layout_will_do], points=1)
def x_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(of_every_kind(draw, 6))
    yield given([INF, NAN, 70000.0, 0.1])


@grader.check("counts", item=ITEM, needs=[any_shape_and_layout_will_do], mode="other_default")
def it_works_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU everything is computed there."""
    yield given(of_every_kind(draw, 3, 4))
