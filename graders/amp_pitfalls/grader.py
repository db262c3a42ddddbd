"""Grades exercises/amp_pitfalls.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "safe_l2_normalize"
INF, NAN = float("inf"), float("nan")
HALF, BRAIN = torch.float16, torch.bfloat16
CLOSE = Tolerance(1e-5, 1e-7)
"""Does not see what eps adds to a length around 1; a check of its own does."""
ONE_STEP = Tolerance(0.0, 6e-4)
"""The numbers of float16 below 1 are at most 2 ** -11, about 5e-4, apart."""
ROUGH = Tolerance(1e-2, 2e-3)
"""For shapes, layouts and devices."""


def given(x: Tensor, about: str = "", **options: Any) -> Given:
    arguments = "".join(f", {name}={value}" for name, value in options.items())
    kind = str(x.dtype).removeprefix("torch.")
    return Given(f"safe_l2_normalize(x{arguments}) with x in {kind}{about}", x=x, options=options)


def around(draw: Draw, size: float, *shape: int, dtype: torch.dtype) -> Tensor:
    """Values of this size, up to a third more or less, of either sign."""
    return (draw.uniform(*shape, low=0.7, high=1.3) * size * (draw.bits(*shape) * 2 - 1)).to(dtype)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what float16 makes of 1e-7 and 1e-8, in units of 1e-8, and 0 divided by the second.",
    distractors=[
        (([10.0, 1.0], 0.0), "Neither number can be written in float16, whose smallest is about 6e-8."),
        (([11.9, 0.0], 0.0), "An epsilon of 0 leaves 0 / 0, which is not 0."),
        (([11.9, 0.0], INF), "0 / 0 has no value, not even an infinite one."),
        (([11.9, 1.0], 0.0), "The nearest float16 number to 1e-8 is 0: the next one is about 6e-8."),
        (([10.0, 1.0], NAN), "Neither number can be written in float16, whose smallest is about 6e-8."),
        (([0.0, 0.0], NAN), "1e-7 is nearest to two steps of 2 ** -24, and not to 0."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the sum, the mean, and the sum in float32, of 70000 ones in float16.",
    distractors=[
        ((65504.0, 1.0, 70000.0), "A sum does not stop at the largest number. What lies beyond becomes infinite."),
        ((70000.0, 1.0, 70000.0), "Above 65504 float16 has no finite number."),
        ((INF, INF, 70000.0), "The mean is divided before it is rounded to float16, and 1 can be written there."),
        ((2048.0, 1.0, 70000.0), "The sum is not rounded after each one that is added, only at the end."),
        ((INF, 1.0, INF), "With dtype=torch.float32 the adding itself happens in float32, where there is room."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is what torch.amp makes of the note's register_float_function.",
    distractors=[
        ("registered", "The function belongs to NVIDIA's Apex, and torch.amp has none of that name."),
        ("ModuleNotFoundError", "The module is there; it is the function that is missing in it."),
        ("NameError", "A name is looked up in a module here, behind a dot, and that has another exception."),
        ("NotImplementedError", "Nobody promised it: torch.amp has no such name at all."),
    ],
)


@grader.check("unit_vectors", item=ITEM, agree=["result"], tolerance=CLOSE)
def each_vector_gets_length_one(draw: Draw) -> Iterator[Given]:
    """Each vector along the last dimension is divided by its Euclidean length, whether it was long or short."""
    yield given(draw.normal(4))
    yield given(draw.normal(3, 5))
    yield given(around(draw, 0.1, 3, 4, dtype=torch.float64), ", values around 0.1")
    yield given(draw.normal(2, 3, 4, scale=5.0))


@grader.check("unit_vectors", item=ITEM, agree=["result"], tolerance=CLOSE, needs=[each_vector_gets_length_one])
def dim_says_along_which_dimension(draw: Draw) -> Iterator[Given]:
    """The vectors lie along dim, counted from the front or from the back, and no other dimension is mixed in."""
    yield given(draw.normal(3, 4), dim=0)
    yield given(draw.normal(4, 4), dim=0)
    yield given(draw.normal(2, 3, 4), dim=1)
    yield given(draw.normal(2, 3, 4), dim=-3)


@grader.check("unit_vectors", item=ITEM, agree=["result"], needs=[each_vector_gets_length_one])
def the_dtype_of_x_is_kept(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, and float64 all its digits."""
    for dtype in (HALF, BRAIN, torch.float32):
        yield given(draw.normal(3, 4, dtype=dtype))
    yield given(draw.normal(3, 4), eps=1e-20)


@grader.check("unit_vectors", item=ITEM, agree=["result"], needs=[each_vector_gets_length_one], points=2)
def a_vector_of_zeros_stays_zero(draw: Draw) -> Iterator[Given]:
    """A vector of zeros is divided by eps, not by its length, in every dtype, and stays zeros."""
    for dtype in (torch.float32, HALF, BRAIN):
        x = draw.normal(3, 4, dtype=dtype)
        x[1] = 0
        yield given(x, ", one row of zeros")


@grader.check(
    "unit_vectors", item=ITEM, agree=["result"], tolerance=CLOSE, needs=[each_vector_gets_length_one], points=2
)
def eps_is_the_smallest_divisor(draw: Draw) -> Iterator[Given]:
    """A vector shorter than eps is divided by eps; a longer one by its length, to which nothing is added."""
    yield given(torch.tensor([[3.0, 4.0], [3e-4, 4e-4], [0.0, 0.0]], dtype=torch.float64), eps=0.01)
    yield given(torch.tensor([[3.0, 4.0], [3e-4, 4e-4]]), eps=0.25)
    yield given(torch.tensor([[3e-9, 4e-9], [3e-12, 4e-12]], dtype=torch.float64))


@grader.check("unit_vectors", item=ITEM, agree=["result"], needs=[each_vector_gets_length_one], points=2)
def squares_may_be_larger_than_the_dtype(draw: Draw) -> Iterator[Given]:
    """Values whose squares overflow are no trouble, up to the largest number of float16."""
    yield given(torch.tensor([[300.0, 400.0], [-400.0, 300.0]], dtype=HALF))
    yield given(around(draw, 350.0, 3, 4, dtype=HALF), ", values of 250 to 450")
    yield given(torch.tensor([6e4, -6e4, 6e4, 65504.0], dtype=HALF))
    yield given(around(draw, 1e14, 2, 3, dtype=BRAIN), ", values around 1e14")
    mixed = torch.tensor([[3e4, 4e4], [0.3, 0.4]], dtype=HALF)
    yield given(mixed)


@grader.check("unit_vectors", item=ITEM, agree=["result"], needs=[each_vector_gets_length_one], points=2)
def short_vectors_become_as_long_as_others(draw: Draw) -> Iterator[Given]:
    """Values whose squares vanish give vectors of length 1 too."""
    yield given(torch.tensor([[3e-5, 4e-5], [6e-5, 0.0]], dtype=HALF))
    yield given(torch.tensor([6e-8, 0.0, -6e-8], dtype=HALF))
    yield given(around(draw, 1e-4, 3, 4, dtype=HALF), ", values around 1e-4")
    yield given(torch.tensor([[3e-7, 4e-7]]))


@grader.check("unit_vectors", item=ITEM, agree=["result"], needs=[squares_may_be_larger_than_the_dtype])
def a_vector_may_be_very_long(draw: Draw) -> Iterator[Given]:
    """The squares of 70000 values add up to more than float16 can hold, and to more than bfloat16 can count."""
    yield given(around(draw, 2.0, 70000, dtype=HALF), ", 70000 values")
    yield given(2 * (draw.bits(70000, dtype=HALF) * 2 - 1), ", 70000 times 2 or -2")
    yield given(around(draw, 2.0, 2, 70000, dtype=BRAIN), ", 70000 values in each row")


@grader.check(
    "unit_vectors",
    item=ITEM,
    agree=["result"],
    tolerance=ONE_STEP,
    needs=[short_vectors_become_as_long_as_others, a_vector_may_be_very_long],
)
def nothing_is_rounded_but_the_result(draw: Draw) -> Iterator[Given]:
    """In float16 the values are as close as float16 allows: no step on the way is rounded to fewer digits."""
    yield given(draw.normal(100, 2, dtype=HALF), ", 100 vectors of two values")
    yield given(draw.normal(3, 50, dtype=HALF), ", 50 vectors of three values", dim=0)


@grader.check("unit_vectors", item=ITEM, agree=["inputs that changed"], needs=[each_vector_gets_length_one])
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x, in whatever dtype it is."""
    for dtype in (torch.float64, torch.float32, HALF):
        yield given(draw.normal(3, 4, dtype=dtype))


@grader.check("slope", item=ITEM, tolerance=CLOSE, needs=[the_input_is_left_alone], points=2)
def gradients_flow_through_the_length(draw: Draw) -> Iterator[Given]:
    """The gradient reaches x, and knows that a longer x has a longer length."""
    yield given(draw.normal(4).requires_grad_())
    yield given(draw.normal(3, 4).requires_grad_(), dim=0)
    yield given(draw.normal(2, 3, dtype=torch.float32).requires_grad_())


@grader.check("unit_vectors", item=ITEM, tolerance=ROUGH, agree=["result"], needs=[dim_says_along_which_dimension])
def any_layout_and_any_size_will_do(draw: Draw) -> Iterator[Given]:
    """x may be a view with another layout in memory, may have no rows, or one value in each vector."""
    yield given(draw.normal(4, 3).t(), ", transposed")
    yield given(draw.normal(3, 8, dtype=HALF)[:, ::2], ", every second column")
    yield given(draw.normal(2, 3, 4).transpose(0, 2), ", transposed", dim=1)
    yield given(draw.normal(0, 3), ", without rows")
    yield given(draw.normal(3, 1), ", one value in each row")
    yield given(torch.tensor([-7.0]))


@grader.check(
    "unit_vectors",
    item=ITEM,
    tolerance=ROUGH,
    agree=["result"],
    needs=[each_vector_gets_length_one],
    mode="other_default",
)
def the_result_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is computed and returned there."""
    yield given(draw.normal(3, 4))
    yield given(draw.normal(3, 4, dtype=HALF), dim=0)
