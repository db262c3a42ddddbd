"""Grades exercises/unsqueeze.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "pairwise_sq_dist"
DIMS = ("points of a", "points of b")
Shape = tuple[int, ...]


def given(draw: Draw, a: Shape, b: Shape, dtype: torch.dtype = torch.float64) -> Given:
    return Given("pairwise_sq_dist(a, b)", a=draw.normal(*a, dtype=dtype), b=draw.normal(*b, dtype=dtype))


def with_gradient(case: Given) -> Given:
    for tensor in case.inputs.values():
        tensor.requires_grad_()
    return case


grader.leave_out(
    ITEM, "float16", "bfloat16", because="torch.cdist is a right answer, and has no half precision on the CPU."
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is where three spellings put a new axis into the shape (2, 3).",
    distractors=[
        (
            ((2, 3, 1), (2, 3, 1), (1, 2, 3, 1)),
            "In the first, None stands behind one colon, so one axis comes before the new one and one after it.",
        ),
        (
            ((2, 1, 3), (2, 1, 3), (1, 2, 3, 1)),
            "In the second, -1 would then be the place before the last axis. It is the last axis of the result.",
        ),
        (
            ((2, 1, 3), (2, 3, 1), (1, 2, 1, 3)),
            "In the third, the three dots stand for all axes that are there, so the last None comes behind both.",
        ),
    ],
)


@grader.check("distances", item=ITEM, agree=["shape"], dims=DIMS)
def every_point_of_a_meets_every_point_of_b(draw: Draw) -> Iterator[Given]:
    """N points in a and M points in b give N rows and M columns."""
    for a, b in (((3, 2), (4, 2)), ((5, 3), (2, 3)), ((1, 3), (4, 3)), ((4, 2), (1, 2))):
        yield given(draw, a, b)


@grader.check("distances", item=ITEM, agree=["distances"], needs=[every_point_of_a_meets_every_point_of_b], points=2)
def each_entry_is_a_sum_of_squared_differences(draw: Draw) -> Iterator[Given]:
    """Entry [i, j] is the sum over the coordinates of (a[i] - b[j]) squared."""
    for a, b in (((3, 2), (4, 2)), ((1, 3), (2, 3)), ((1, 1), (1, 1)), ((5, 3), (5, 3))):
        yield given(draw, a, b)
    turned = given(draw, (2, 4), (2, 3))
    turned.inputs = {name: tensor.t() for name, tensor in turned.inputs.items()}
    yield turned


@grader.check(
    "distances",
    item=ITEM,
    agree=["distances"],
    needs=[each_entry_is_a_sum_of_squared_differences],
    points=2,
)
def a_batch_has_distances_of_its_own(draw: Draw) -> Iterator[Given]:
    """With dimensions in front, points meet only the points of the same batch entry."""
    yield given(draw, (5, 3, 2), (5, 4, 2))
    yield given(draw, (2, 3, 2, 4), (2, 3, 5, 4))


@grader.check("distances", item=ITEM, agree=["distances"], needs=[a_batch_has_distances_of_its_own])
def dimensions_in_front_broadcast(draw: Draw) -> Iterator[Given]:
    """A batch can meet one set of points, or another batch of a shape that broadcasts with its own."""
    yield given(draw, (5, 3, 2), (4, 2))
    yield given(draw, (3, 2), (5, 4, 2))
    yield given(draw, (2, 1, 3, 2), (5, 4, 2))
    yield given(draw, (1, 3, 2), (6, 3, 2))


@grader.check("distances", item=ITEM, agree=["distances"], needs=[each_entry_is_a_sum_of_squared_differences])
def no_points_and_no_coordinates_are_fine(draw: Draw) -> Iterator[Given]:
    """No points give no rows or no columns; points without coordinates are 0 apart."""
    yield given(draw, (0, 2), (3, 2))
    yield given(draw, (3, 2), (0, 2))
    yield given(draw, (2, 0), (3, 0))


@grader.check("distances", item=ITEM, agree=["distances"], needs=[each_entry_is_a_sum_of_squared_differences])
def the_dtype_is_that_of_the_points(draw: Draw) -> Iterator[Given]:
    """float32 points give float32 distances, and float64 points float64 ones with all their digits."""
    for dtype in (torch.float32, torch.float64):
        yield given(draw, (3, 2), (4, 2), dtype)


@grader.check("distances", item=ITEM, agree=["inputs that changed"], needs=[each_entry_is_a_sum_of_squared_differences])
def the_points_are_left_alone(draw: Draw) -> Iterator[Given]:
    """a and b keep their shapes and values."""
    yield given(draw, (3, 2), (4, 2))
    yield given(draw, (2, 3, 2), (4, 2))


@grader.check("gradient", item=ITEM, needs=[each_entry_is_a_sum_of_squared_differences], points=2)
def the_gradient_reaches_both_and_is_finite(draw: Draw) -> Iterator[Given]:
    """Both a and b get the gradient of the squared distances, also where two points coincide."""
    yield with_gradient(given(draw, (3, 2), (4, 2)))
    same = given(draw, (3, 2), (4, 2))
    same.inputs["b"][1] = same.inputs["a"][2]
    yield with_gradient(same)
    yield with_gradient(given(draw, (2, 3, 2), (4, 2)))


@grader.check(
    "distances",
    item=ITEM,
    agree=["distances"],
    needs=[each_entry_is_a_sum_of_squared_differences],
    mode="other_default",
)
def the_distances_are_where_the_points_are(draw: Draw) -> Iterator[Given]:
    """With a and b on the GPU the distances are there too."""
    yield given(draw, (3, 2), (4, 2))
    yield given(draw, (2, 3, 2), (4, 2))
