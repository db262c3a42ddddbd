"""Grades exercises/generalized_iou.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "giou"
DIMS = ("boxes1", "boxes2")
UNIT = (0.0, 0.0, 1.0, 1.0)

grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="Boxes are kept in float32: in float16 the area of 300 x 300 pixels is already infinite.",
)
grader.leave_out(ITEM, "one element", because="A set of boxes has four numbers for each of them, or none.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the GIoU of two unit squares with a gap of one between them.",
    requires=["torchvision"],
    distractors=[
        (0.0, "That is the IoU. The gap between the squares counts too."),
        (-0.5, "The gap is divided by the union, 2, for that. It is a share of the enclosing box, 3."),
        (0.6667, "The gap makes the score worse, not better; and without overlap the IoU is 0."),
        (1.3333, "That is the loss, 1 - GIoU."),
    ],
)


def given(boxes1: Tensor, boxes2: Tensor, about: str = "") -> Given:
    return Given(
        f"giou(boxes1, boxes2), where {about}" if about else "giou(boxes1, boxes2)", boxes1=boxes1, boxes2=boxes2
    )


def pair(draw: Draw, one: Sequence[float], other: Sequence[float], about: str) -> Given:
    """Two boxes as drawn on paper, of another size and at another place."""
    size = draw.uniform(low=1.5, high=4.0, dtype=torch.float32)
    place = draw.uniform(2, low=-8.0, high=8.0, dtype=torch.float32).repeat(2)
    return given(torch.tensor([one]) * size + place, torch.tensor([other]) * size + place, about)


def boxes(draw: Draw, count: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Boxes of many sizes and places, some of which overlap."""
    corner = draw.normal(count, 2, dtype=dtype, scale=3.0)
    return torch.cat([corner, corner + draw.uniform(count, 2, low=1.5, high=5.0, dtype=dtype)], dim=1)


@grader.check("scores", item=ITEM, agree=["shape"])
def one_row_and_one_column_for_each_box(draw: Draw) -> Iterator[Given]:
    """The result is a matrix: one row for each box of boxes1, one column for each box of boxes2."""
    for rows, columns in ((1, 1), (1, 3), (2, 1), (3, 2)):
        yield given(boxes(draw, rows), boxes(draw, columns), f"there are {rows} and {columns} of them")


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[one_row_and_one_column_for_each_box], points=2)
def without_empty_space_it_is_the_iou(draw: Draw) -> Iterator[Given]:
    """Where two boxes fill their enclosing box, the score is the overlap over the union: 1 for equal boxes."""
    yield pair(draw, UNIT, UNIT, "they are equal")
    yield pair(draw, (0.0, 0.0, 2.0, 2.0), (0.5, 0.25, 1.5, 2.0), "the second lies inside the first")
    yield pair(draw, (0.0, 0.0, 2.0, 1.0), (0.5, 0.0, 2.75, 1.0), "they are side by side and overlap")
    yield pair(draw, (0.0, 1.0, 1.0, 3.0), (0.0, 0.0, 1.0, 2.5), "one is above the other and they overlap")


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[without_empty_space_it_is_the_iou], points=2)
def the_empty_part_of_the_enclosing_box_is_subtracted(draw: Draw) -> Iterator[Given]:
    """From the IoU comes off the share of the enclosing box that belongs to neither box."""
    yield pair(draw, (0.0, 0.0, 3.0, 2.0), (0.5, 0.25, 3.25, 2.5), "they overlap by a corner")
    yield pair(draw, (0.0, 0.5, 4.0, 2.5), (1.0, 0.0, 3.5, 3.0), "they cross")
    yield pair(draw, (0.0, 0.0, 2.0, 3.0), (-0.5, 0.5, 1.75, 2.5), "one reaches out of the other")


@grader.check(
    "scores",
    item=ITEM,
    agree=["giou"],
    dims=DIMS,
    needs=[the_empty_part_of_the_enclosing_box_is_subtracted],
    points=3,
)
def boxes_apart_are_negative(draw: Draw) -> Iterator[Given]:
    """Without overlap the IoU is 0 and only the empty share is left, whichever way the boxes are apart."""
    yield pair(draw, UNIT, (2.0, 0.0, 3.0, 1.0), "the second is to the right")
    yield pair(draw, UNIT, (0.25, -9.0, 2.0, -7.0), "the second is far above")
    yield pair(draw, UNIT, (3.0, 4.0, 5.0, 5.0), "they are apart in both directions")
    yield pair(draw, UNIT, (-40.0, 30.0, -39.0, 32.0), "they are very far apart")
    yield pair(draw, UNIT, (1.0, 0.0, 2.0, 1.0), "they touch")


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[boxes_apart_are_negative], points=2)
def every_box_meets_every_other(draw: Draw) -> Iterator[Given]:
    """Entry [i, j] is the score of box i of boxes1 and box j of boxes2, and of nothing else."""
    yield given(boxes(draw, 3), boxes(draw, 4))
    yield given(boxes(draw, 5), boxes(draw, 2))


@grader.check("scores", item=ITEM, agree=["inputs that changed"], needs=[every_box_meets_every_other])
def the_boxes_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither boxes1 nor boxes2."""
    yield given(boxes(draw, 3), boxes(draw, 2))


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[every_box_meets_every_other])
def the_scale_does_not_matter(draw: Draw) -> Iterator[Given]:
    """In pixels or in fractions of the image, the score is the same."""
    yield given(boxes(draw, 3) * 200, boxes(draw, 2) * 200, "the boxes have hundreds of pixels")
    yield given(boxes(draw, 3) / 2000, boxes(draw, 2) / 2000, "the boxes are a thousandth of the image wide")


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[every_box_meets_every_other])
def any_dtype_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """The scores have the dtype of the boxes, which may be columns of a larger table or a transposed view."""
    yield given(boxes(draw, 3, torch.float64), boxes(draw, 2, torch.float64), "they are float64")
    table = torch.cat([boxes(draw, 4), draw.uniform(4, 2, dtype=torch.float32)], dim=1)
    yield given(table[:, :4], boxes(draw, 2), "boxes1 are columns of a table")
    yield given(boxes(draw, 3).t().contiguous().t(), boxes(draw, 2).t().contiguous().t(), "both are transposed views")


@grader.check("scores_and_gradients", item=ITEM, needs=[every_box_meets_every_other], points=2)
def boxes_apart_are_pulled_together(draw: Draw) -> Iterator[Given]:
    """The gradient reaches both sets, from boxes that overlap and from boxes that do not."""
    one = boxes(draw, 3, torch.float64)
    other = one[1:] + draw.uniform(2, 4, low=0.1, high=0.6)
    yield given(one.requires_grad_(), other.requires_grad_(), "some overlap")
    one, other = boxes(draw, 1, torch.float64), boxes(draw, 2, torch.float64) + 20.0
    yield given(one.requires_grad_(), other.requires_grad_(), "they are far apart")


@grader.check("scores", item=ITEM, agree=["giou"], dims=DIMS, needs=[every_box_meets_every_other])
def an_empty_set_gives_an_empty_matrix(draw: Draw) -> Iterator[Given]:
    """Without boxes in a set the matrix has no rows, or no columns: its shape is (0, M) or (N, 0)."""
    for rows, columns in ((0, 3), (2, 0), (0, 0)):
        yield given(boxes(draw, rows), boxes(draw, columns), f"there are {rows} and {columns} of them")


@grader.check("scores", item=ITEM, agree=["giou"], needs=[every_box_meets_every_other], mode="other_default")
def the_scores_live_where_the_boxes_live(draw: Draw) -> Iterator[Given]:
    """With the boxes on the GPU the scores are computed and returned there."""
    yield given(boxes(draw, 3), boxes(draw, 2))
