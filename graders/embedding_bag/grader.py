"""Grades exercises/embedding_bag.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "embedding_bag"
DIMS = ("bags", "columns")
MODES = ("sum", "mean", "max")
NOTE = [1, 2, 4, 5, 4, 3, 2, 9]


def given(weight: Tensor, ids: list[int], starts: list[int], mode: str | None = None, about: str = "") -> Given:
    """Bags of ids; without a mode the argument is left out."""
    setting = "" if mode is None else f", mode={mode!r}"
    call = f"embedding_bag(weight, torch.tensor({ids}), torch.tensor({starts}){setting})"
    return Given(
        f"{call}, where {about}" if about else call,
        weight=weight,
        input=torch.tensor(ids, dtype=torch.int64),
        offsets=torch.tensor(starts, dtype=torch.int64),
        options={} if mode is None else {"mode": mode},
    )


def table(draw: Draw, v: int, d: int) -> Tensor:
    return draw.normal(v, d, dtype=torch.float32)


def below_zero(draw: Draw, v: int, d: int) -> Tensor:
    return draw.uniform(v, d, low=-3.0, high=-0.5, dtype=torch.float32)


def whole(draw: Draw, v: int, d: int, dtype: torch.dtype) -> Tensor:
    """Small whole numbers, whose sums are exact in half precision, in any order."""
    return draw.integers(-4, 5, v, d, dtype=dtype)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape of the bags when two of them begin at the same place, and what the middle one holds.",
    distractors=[
        (((2, 3), ["0.0", "0.0", "0.0"]), "Every offset begins a bag, also where nothing is left for it to hold."),
        (
            ((3, 3), ["nan", "nan", "nan"]),
            "The mean of nothing would be 0 / 0. For a bag without ids the layer has a rule instead.",
        ),
        ("RuntimeError", "Offsets may repeat. They may not decrease, and the first of them must be 0."),
    ],
)


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, points=2)
def a_bag_reaches_from_its_offset_to_the_next(draw: Draw) -> Iterator[Given]:
    """Bag i holds the ids from offsets[i] up to, but not including, offsets[i + 1]."""
    yield given(table(draw, 10, 3), NOTE, [0, 4], "sum")
    yield given(table(draw, 10, 3), [3, 7, 1, 0, 8, 5], [0, 1, 4], "sum")
    yield given(table(draw, 6, 4), [5, 2, 0, 3, 1], [0, 3, 4], "sum")


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next])
def the_last_bag_runs_to_the_end(draw: Draw) -> Iterator[Given]:
    """The last bag holds all the ids that are left; a single bag holds all there are, and is still a row."""
    yield given(table(draw, 10, 3), [3, 7, 1, 0, 8, 5], [0, 2], "sum")
    yield given(table(draw, 10, 3), [3, 7, 1, 0], [0], "sum")
    yield given(table(draw, 10, 3), [6], [0], "sum")


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next])
def an_id_counts_as_often_as_it_occurs(draw: Draw) -> Iterator[Given]:
    """An id that stands twice in a bag is added twice; one that stands in two bags is in both."""
    yield given(table(draw, 6, 3), [2, 2, 5, 2, 5], [0, 3], "sum")
    yield given(table(draw, 6, 3), [4, 4, 4, 1, 4], [0, 4], "sum")


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next], points=2)
def the_mean_divides_by_the_size_of_its_own_bag(draw: Draw) -> Iterator[Given]:
    """With mode="mean" the sum of a bag is divided by how many ids that bag holds."""
    yield given(table(draw, 10, 3), [3, 7, 1, 0, 8, 5], [0, 1, 4], "mean")
    yield given(table(draw, 10, 2), [9, 9, 1, 4, 6], [0, 4], "mean")
    yield given(table(draw, 10, 3), NOTE, [0, 4], "mean")


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next], points=2)
def the_maximum_is_taken_column_by_column(draw: Draw) -> Iterator[Given]:
    """With mode="max" every column has its own largest value, which may be negative."""
    yield given(table(draw, 10, 4), [3, 7, 1, 0, 8, 5], [0, 1, 4], "max")
    yield given(below_zero(draw, 6, 3), [5, 2, 0, 3, 1], [0, 3], "max")
    yield given(table(draw, 10, 4), NOTE, [0, 4], "max")


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next])
def the_mode_is_sum_unless_given(draw: Draw) -> Iterator[Given]:
    """Without a mode the bags are sums."""
    yield given(table(draw, 10, 3), [3, 7, 1, 0, 8, 5], [0, 1, 4])


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[the_last_bag_runs_to_the_end], points=2)
def a_bag_without_ids_gives_zeros(draw: Draw) -> Iterator[Given]:
    """In the middle, at the start or at the end, a bag without ids gives zeros, in every mode."""
    for mode in MODES:
        weight = below_zero(draw, 8, 3)
        yield given(weight, [3, 7, 1, 0], [0, 2, 2, 3], mode)
        yield given(weight, [3, 7, 1], [0, 1, 3], mode)
        yield given(weight, [3, 7, 1], [0, 0, 2], mode)
        yield given(weight, [6, 2, 5], [0, 2, 2, 2, 3, 3], mode)
    yield given(table(draw, 5, 2), [], [0, 0], "mean")


@grader.check("bags", item=ITEM, agree=["inputs that changed"], needs=[a_bag_reaches_from_its_offset_to_the_next])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither weight nor input nor offsets."""
    for mode in MODES:
        yield given(table(draw, 6, 3), [5, 2, 0, 3, 1], [0, 3], mode)


@grader.check("bags", item=ITEM, agree=["bags"], dims=DIMS, needs=[a_bag_reaches_from_its_offset_to_the_next])
def the_dtype_and_the_layout_of_the_table_are_free(draw: Draw) -> Iterator[Given]:
    """The bags have the dtype of weight, which may be half precision, a transposed view, or very small."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        for mode in MODES:
            yield given(whole(draw, 6, 3, dtype), [5, 2, 0, 3, 1], [0, 4, 5], mode)
    yield given(table(draw, 3, 6).t(), [5, 2, 0, 3], [0, 3], "sum", "weight is transposed")
    yield given(table(draw, 6, 6)[:, ::2], [5, 2, 0, 3], [0, 3], "max", "weight has every second column of a table")
    yield given(table(draw, 1, 1), [0, 0, 0], [0, 2], "mean")
    yield given(table(draw, 4, 0), [3, 1], [0, 1], "sum", "weight has no columns")


@grader.check("slope", item=ITEM, agree=["gradient of weight"], needs=[an_id_counts_as_often_as_it_occurs], points=2)
def every_row_learns_its_share(draw: Draw) -> Iterator[Given]:
    """Backward, "sum" passes a bag's gradient on to each id in it, "mean" its share, "max" to the largest alone."""
    for mode in MODES:
        weight = draw.normal(6, 3).requires_grad_()
        yield given(weight, [5, 2, 2, 3, 1, 2], [0, 3, 3], mode)
    yield given(draw.normal(5, 2).requires_grad_(), [4, 0, 4, 1], [0, 1], "mean")


@grader.check(
    "bags",
    item=ITEM,
    agree=["bags"],
    dims=DIMS,
    needs=[a_bag_reaches_from_its_offset_to_the_next],
    mode="other_default",
)
def the_bags_live_where_the_table_lives(draw: Draw) -> Iterator[Given]:
    """With weight, input and offsets on the GPU the bags are computed and returned there."""
    for mode in MODES:
        yield given(table(draw, 6, 3), [5, 2, 0, 3, 1], [0, 3, 3], mode)
