"""Grades exercises/outer_sum.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(wall_seconds=3)
CALL = "outer_sum(a, b)"
grader.leave_out(
    "outer_sum",
    *("strided", "empty", "one element", "float16", "bfloat16", "with gradient", "another device"),
    because="The toy is kept small.",
)


@grader.check("table", item="outer_sum", agree=["table"], points=2)
def every_entry_is_a_pair_sum(draw: Draw) -> Iterator[Given]:
    """Entry [i, j] is a[i] + b[j]."""
    yield Given(CALL, a=draw.normal(3), b=draw.normal(5))
    yield Given(CALL, a=draw.normal(4), b=draw.normal(4))


@grader.check("table", item="outer_sum", agree=["table"], needs=[every_entry_is_a_pair_sum])
def the_dtype_is_the_one_torch_would_choose(draw: Draw) -> Iterator[Given]:
    """The table has the dtype that adding the two vectors gives."""
    yield Given(CALL, a=draw.integers(0, 9, 3), b=draw.integers(0, 9, 2))
    yield Given(CALL, a=draw.normal(2, dtype=torch.float32), b=draw.integers(0, 9, 3))


@grader.check("table", item="outer_sum", agree=["inputs that changed"])
def the_inputs_stay_as_they_are(draw: Draw) -> Iterator[Given]:
    """Neither vector is changed."""
    yield Given(CALL, a=draw.normal(4), b=draw.normal(4))
