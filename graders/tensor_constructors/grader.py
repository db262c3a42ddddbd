"""Grades exercises/tensor_constructors.py."""

from collections.abc import Iterator, Sequence

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "column"
DIMS = ("rows", "columns")


def given(numbers: Sequence[object], dtype: torch.dtype | None = None) -> Given:
    call = f"column({numbers}, dtype={dtype})" if dtype else f"column({numbers})"
    return Given(call, numbers=list(numbers), dtype=[dtype] if dtype else [])


def floats(draw: Draw, count: int) -> list[float]:
    """Numbers that are not whole and that float32 cannot hold exactly."""
    return [round(value, 3) + 0.0007 for value in draw.uniform(count, low=-9.0, high=9.0).tolist()]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape of torch.Tensor(2, 3), and the dtypes of torch.Tensor([2, 3]) and torch.tensor([2, 3]).",
    distractors=[
        (
            ((2,), torch.float32, torch.int64),
            "The first shape would be that of the data [2, 3]. Without the brackets, 2 and 3 mean something else.",
        ),
        (
            ((2, 3), torch.int64, torch.int64),
            "Both dtypes would then come from the data. Only one of the two factories looks at it.",
        ),
        (
            ((2, 3), torch.float32, torch.float32),
            "Both dtypes would then be the default one. One of the two factories keeps whole numbers whole.",
        ),
    ],
)


@grader.check("made", item=ITEM, dims=DIMS, on_cuda=False)
def one_number_in_each_row(draw: Draw) -> Iterator[Given]:
    """N numbers make a column: N rows of one number, in the order given."""
    for count in (4, 3, 1):
        yield given(floats(draw, count))
    yield given([-3.0, 2.0])


@grader.check("made", item=ITEM, dims=DIMS, needs=[one_number_in_each_row], points=2, on_cuda=False)
def the_dtype_is_inferred_from_the_numbers(draw: Draw) -> Iterator[Given]:
    """Without a dtype whole numbers give int64, truth values bool, and one float among them the default float dtype."""
    yield given(draw.integers(-50, 50, 4).tolist())
    yield given([True, False, True])
    yield given([1, 2.5, 3])
    yield given([-7])


@grader.check("made", item=ITEM, needs=[the_dtype_is_inferred_from_the_numbers], points=2, on_cuda=False)
def a_given_dtype_is_kept(draw: Draw) -> Iterator[Given]:
    """With a dtype the column has that dtype, whatever the numbers are."""
    for dtype in (torch.float64, torch.float16, torch.bfloat16, torch.int32, torch.bool):
        yield given(draw.integers(-9, 0, 3).tolist(), dtype)
    yield given([1.75, -2.5, 0.0], torch.int64)


@grader.check("made", item=ITEM, needs=[a_given_dtype_is_kept], points=2, on_cuda=False)
def no_digit_is_lost_on_the_way(draw: Draw) -> Iterator[Given]:
    """Numbers that float32 cannot hold arrive whole where the dtype can hold them."""
    large = 2**24 + 1 + 2 * draw.integer(0, 1000)
    yield given([large, -large])
    yield given([large, -5], torch.float64)
    yield given([2**53 + 1, 2**60 + 1])
    yield given(floats(draw, 3), torch.float64)


@grader.check("made", item=ITEM, dims=DIMS, needs=[one_number_in_each_row], on_cuda=False)
def no_numbers_give_no_rows(draw: Draw) -> Iterator[Given]:
    """No numbers give a column of shape (0, 1), in the default float dtype or in the one asked for."""
    yield given([])
    yield given([], torch.int64)


@grader.check("sequences", item=ITEM, dims=DIMS, needs=[the_dtype_is_inferred_from_the_numbers], on_cuda=False)
def any_sequence_will_do(draw: Draw) -> Iterator[Given]:
    """A tuple and a range are sequences of numbers like a list."""
    for count in (3, 1, 5):
        case = Given("column(tuple(numbers)) and column(range(count))", count=count, numbers=floats(draw, 4))
        yield case
