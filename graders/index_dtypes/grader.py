"""Grades exercises/index_dtypes.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "take_points"
DIMS = ("coordinates", "points")


def given(points: Tensor, values: Any, dtype: torch.dtype | None = torch.int64, form: str = "tensor") -> Given:
    """An index as a list (dtype None), or as a tensor or an array of some dtype."""
    shown = str(values).replace("nan", 'float("nan")')
    if dtype is None:
        return Given(f"take_points(points, {shown})", points=points, index=values, form="list")
    short = str(dtype).removeprefix("torch.")
    made = f"np.array({shown}, dtype=np.{short})" if form == "array" else f"torch.tensor({shown}, dtype=torch.{short})"
    index = torch.tensor(values, dtype=dtype)
    return Given(f"take_points(points, {made})", points=points, index=index, form=form)


def points(draw: Draw, d: int, n: int, dtype: torch.dtype = torch.float32) -> Tensor:
    return draw.normal(d, n, dtype=dtype)


def order(draw: Draw, n: int) -> list[int]:
    """Columns of n in no order, one of them twice, not as many as there are."""
    mixed = torch.randperm(n, generator=draw.generator).tolist()
    return [*mixed[: n - 3], mixed[0]]


grader.leave_out(
    ITEM,
    "another device",
    because="Only the index is made inside, and a tensor on the GPU may be indexed with one on the CPU.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what comes of an index too many, of a good index, and of a floating index.",
    distractors=[
        (
            ["IndexError: too many indices", (2,), "IndexError: too many indices"],
            "A wrong dtype has an error of its own; the number of positions is right in the third line.",
        ),
        (
            [(2,), (2,), "IndexError: tensors used as"],
            "A tensor with one dimension has one position to index, and [0, i] names two.",
        ),
        (
            ["IndexError: too many indices", (2,), (2,)],
            "Indexing never casts: a floating tensor is refused even if its numbers are whole.",
        ),
        (
            ["IndexError: too many indices", (2, 2), "IndexError: tensors used as"],
            "The 0 picks one row and removes that dimension; only the two entries of i are left.",
        ),
    ],
)


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, points=2)
def whole_columns_are_taken(draw: Draw) -> Iterator[Given]:
    """Every entry of the index gives one whole point: a column with all of its D coordinates."""
    yield given(points(draw, 2, 5), [1, 3, 4])
    yield given(points(draw, 3, 7), [0, 1, 4, 6])
    yield given(points(draw, 4, 6), [2])


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[whole_columns_are_taken], points=2)
def order_and_repeats_are_kept(draw: Draw) -> Iterator[Given]:
    """The points come in the order of the index, and as often as it names them."""
    yield given(points(draw, 2, 5), [4, 0, 2])
    yield given(points(draw, 2, 5), [1, 1, 3])
    yield given(points(draw, 3, 8), order(draw, 8))


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[order_and_repeats_are_kept])
def negative_entries_count_from_the_end(draw: Draw) -> Iterator[Given]:
    """-1 is the last point, and -N the first."""
    yield given(points(draw, 2, 5), [-1, 0, -5])
    yield given(points(draw, 3, 6), [-2, 4, 4, -6])


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[order_and_repeats_are_kept], points=2)
def every_integer_dtype_is_an_index(draw: Draw) -> Iterator[Given]:
    """int8 to int64 and uint8 all hold positions; a uint8 of 0 and 1 is not a mask."""
    for dtype in (torch.int32, torch.int16, torch.int8, torch.uint8):
        yield given(points(draw, 2, 6), [4, 0, 4, 2], dtype)
    yield given(points(draw, 2, 4), [1, 0, 0, 1], torch.uint8)
    yield given(points(draw, 2, 250), [200, 3, 130], torch.uint8)


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[order_and_repeats_are_kept], points=2)
def lists_and_arrays_are_indices_too(draw: Draw) -> Iterator[Given]:
    """The index may be a list or a NumPy array as well as a tensor."""
    yield given(points(draw, 2, 5), [4, 0, 2], None)
    yield given(points(draw, 3, 7), [-1, 5, 5], None)
    yield given(points(draw, 2, 6), [4, 0, 4, 2], torch.int64, "array")
    yield given(points(draw, 2, 6), [4, 0, 4, 2], torch.uint8, "array")
    yield given(points(draw, 2, 6), [4, -3, 4, 2], torch.int16, "array")


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[lists_and_arrays_are_indices_too])
def whole_floating_numbers_are_indices(draw: Draw) -> Iterator[Given]:
    """3.0 is position 3: a file or an arange often brings whole numbers as floats."""
    yield given(points(draw, 2, 5), [4.0, 0.0, -1.0], torch.float32)
    yield given(points(draw, 2, 5), [3.0, 3.0], torch.float64, "array")
    yield given(points(draw, 2, 5), [4.0, -5.0, 2.0], None)
    yield given(points(draw, 2, 5), [4.0, 1.0], torch.float16)


@grader.check(
    "taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[whole_floating_numbers_are_indices], points=2
)
def fractions_are_refused(draw: Draw) -> Iterator[Given]:
    """A number that is not whole raises TypeError: there is no point 0.5."""
    yield given(points(draw, 2, 5), [0.5, 1.0], torch.float32)
    yield given(points(draw, 2, 5), [2.0, 1.75], None)
    yield given(points(draw, 2, 5), [-0.25], torch.float64, "array")
    yield given(points(draw, 2, 5), [float("nan"), 1.0], torch.float64)


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[fractions_are_refused], points=2)
def masks_and_complex_numbers_are_refused(draw: Draw) -> Iterator[Given]:
    """bool and complex numbers raise TypeError: True is a yes, not position 1."""
    yield given(points(draw, 2, 4), [True, False, True, False], torch.bool)
    yield given(points(draw, 2, 4), [True, False], None)
    yield given(points(draw, 2, 4), [False, True, True, False], torch.bool, "array")
    yield given(points(draw, 2, 4), [1 + 0j, 2 + 0j], torch.complex64)


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[lists_and_arrays_are_indices_too])
def the_index_has_one_dimension(draw: Draw) -> Iterator[Given]:
    """An index with no dimension, or with two, raises ValueError."""
    yield given(points(draw, 2, 5), [[1, 2], [0, 3]])
    yield given(points(draw, 2, 5), [[1, 2]], None)
    yield given(points(draw, 2, 5), 3)


@grader.check(
    "taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[negative_entries_count_from_the_end], on_cuda=False
)
def entries_out_of_range_are_refused(draw: Draw) -> Iterator[Given]:
    """An entry below -N or above N - 1 raises IndexError."""
    yield given(points(draw, 2, 5), [0, 5])
    yield given(points(draw, 2, 5), [-6, 1])
    yield given(points(draw, 2, 5), [2, 40, 1], None)


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[lists_and_arrays_are_indices_too])
def an_empty_index_takes_nothing(draw: Draw) -> Iterator[Given]:
    """An index without entries, of whatever dtype, gives a tensor of shape (D, 0)."""
    yield given(points(draw, 2, 5), [], torch.int64)
    yield given(points(draw, 3, 5), [], None)
    yield given(points(draw, 2, 0), [], torch.int16)
    yield given(points(draw, 2, 5), [], torch.float64, "array")


@grader.check("taken", item=ITEM, agree=["points taken"], dims=DIMS, needs=[order_and_repeats_are_kept])
def points_keep_their_dtype_in_any_layout(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of points, which may be a transposed or sliced view."""
    for dtype in (torch.float64, torch.float16, torch.bfloat16):
        yield given(points(draw, 3, 5, dtype), [4, 0, 4])
    yield given(points(draw, 5, 3).t(), [4, 0, 4, 1])
    yield given(points(draw, 2, 10)[:, ::2], [4, 0, 2])
    yield given(points(draw, 1, 1), [0, 0])


@grader.check("slope", item=ITEM, needs=[order_and_repeats_are_kept])
def gradients_reach_the_points(draw: Draw) -> Iterator[Given]:
    """The gradient of a point is the sum over every time it was taken, and 0 if it was not."""
    yield given(points(draw, 2, 5, torch.float64).requires_grad_(), [3, 0, 3])


@grader.check("taken", item=ITEM, agree=["inputs that changed"], needs=[negative_entries_count_from_the_end])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither points nor index."""
    yield given(points(draw, 2, 5), [-1, 3, -5])
    yield given(points(draw, 2, 5), [-1, 3, 0], torch.int64, "array")
