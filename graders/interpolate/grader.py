"""Grades exercises/interpolate.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "resize_bilinear"
IMAGES = ("batch", "channels", "rows", "columns")
Size = tuple[int, int]


def given(x: Tensor, size: Size, align_corners: bool | None = None, about: str = "") -> Given:
    options = {} if align_corners is None else {"align_corners": align_corners}
    setting = "" if align_corners is None else f", align_corners={align_corners}"
    call = f"resize_bilinear(x, {size}{setting})"
    return Given(f"{call}, where {about}" if about else call, x=x, size=size, options=options)


def images(draw: Draw, rows: int, columns: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Two images of three channels; values far enough apart that a wrong neighbour shows."""
    return draw.uniform(2, 3, rows, columns, low=-5.0, high=5.0, dtype=dtype)


def row(draw: Draw, columns: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """One image of one row."""
    return draw.uniform(1, 1, 1, columns, low=-5.0, high=5.0, dtype=dtype)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what two pixels, 0 and 10, become when they are stretched to four with the edges meeting.",
    distractors=[
        ([0.0, 3.3333, 6.6667, 10.0], "Here the centres of the corner pixels meet; that is align_corners=True."),
        ([0.0, 5.0, 10.0, 10.0], "These places are i * 2 / 4, without the half pixels."),
        ([0.0, 0.0, 10.0, 10.0], "These are the nearest pixels; linear blends two of them."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the shape of a (2, 3, 5, 5) batch resized by the factors 1.5 and 2.",
    distractors=[
        ((2, 3, 8, 10), "The size 7.5 is not rounded up."),
        ((3, 6, 5, 5), "Batch and channels are not resized; the factors are for rows and columns."),
        ((2, 3, 10, 7), "The factors come in the order of the axes: rows first."),
    ],
)


@grader.check("shape", item=ITEM)
def the_size_is_rows_and_columns(draw: Draw) -> Iterator[Given]:
    """The result has the batch and the channels of x, and `size` as its rows and columns."""
    yield given(images(draw, 3, 4), (5, 7))
    yield given(images(draw, 6, 5), (2, 3))


@grader.check("resized", item=ITEM, agree=["result"], dims=IMAGES, needs=[the_size_is_rows_and_columns], points=3)
def the_edges_meet(draw: Draw) -> Iterator[Given]:
    """By default the edges of the images meet; a place beyond the last centre has the value of the border pixel."""
    yield given(row(draw, 2), (1, 4))
    yield given(row(draw, 3), (1, 7))
    yield given(draw.uniform(1, 1, 4, 2, low=-5.0, high=5.0, dtype=torch.float32), (10, 5))
    yield given(row(draw, 3), (1, 5), align_corners=False)


@grader.check("resized", item=ITEM, agree=["result"], dims=IMAGES, needs=[the_edges_meet], points=2)
def rows_and_columns_each_have_their_own_neighbours(draw: Draw) -> Iterator[Given]:
    """In an image both axes are resized, each on its own; every image and channel gets the same treatment."""
    yield given(images(draw, 2, 2), (4, 4))
    yield given(images(draw, 3, 4), (8, 5))
    yield given(images(draw, 2, 5), (3, 5))
    yield given(images(draw, 4, 2), (4, 6))


@grader.check("resized", item=ITEM, agree=["result"], dims=IMAGES, needs=[the_edges_meet], points=2)
def the_corner_centres_meet(draw: Draw) -> Iterator[Given]:
    """With align_corners=True the corner pixels keep their values, and the others lie evenly between them."""
    yield given(images(draw, 2, 2), (2, 4), align_corners=True)
    yield given(images(draw, 2, 4), (2, 9), align_corners=True)
    yield given(images(draw, 3, 4), (8, 5), align_corners=True)


@grader.check(
    "resized",
    item=ITEM,
    agree=["result"],
    dims=IMAGES,
    needs=[rows_and_columns_each_have_their_own_neighbours, the_corner_centres_meet],
    points=2,
)
def shrinking_looks_at_two_neighbours_only(draw: Draw) -> Iterator[Given]:
    """A smaller result is blended from two neighbours along each axis; what lies between is skipped."""
    yield given(row(draw, 9), (1, 3))
    yield given(images(draw, 9, 7), (4, 2))
    yield given(images(draw, 8, 6), (3, 9))
    yield given(images(draw, 9, 8), (2, 3), align_corners=True)


@grader.check("resized", item=ITEM, agree=["result"], dims=IMAGES, needs=[shrinking_looks_at_two_neighbours_only])
def one_pixel_is_a_size_too(draw: Draw) -> Iterator[Given]:
    """A size of 1 works: one pixel is repeated, and a result of one pixel shows the middle, or the first corner."""
    yield given(images(draw, 1, 1), (3, 2))
    yield given(images(draw, 1, 1), (1, 1))
    yield given(row(draw, 1), (1, 4), align_corners=True)
    yield given(row(draw, 5), (1, 1))
    yield given(row(draw, 4), (1, 1))
    yield given(images(draw, 5, 4), (1, 1), align_corners=True)


@grader.check("resized", item=ITEM, agree=["result"], dims=IMAGES, needs=[shrinking_looks_at_two_neighbours_only])
def every_layout_and_an_empty_batch_will_do(draw: Draw) -> Iterator[Given]:
    """A transposed x, one with gaps in memory, channels-last images and a batch without images are resized too."""
    yield given(images(draw, 4, 3).transpose(2, 3), (5, 2), about="x is transposed")
    yield given(images(draw, 4, 6)[..., ::2], (3, 5), about="x has every second column of a larger tensor")
    yield given(images(draw, 3, 4).to(memory_format=torch.channels_last), (5, 2), about="x is channels-last")
    yield given(draw.normal(0, 3, 4, 5, dtype=torch.float32), (3, 2))


@grader.check("resized", item=ITEM, agree=["inputs that changed"], needs=[shrinking_looks_at_two_neighbours_only])
def x_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(images(draw, 3, 4), (5, 7))
    yield given(images(draw, 3, 4), (3, 4), align_corners=True)


@grader.check("backward", item=ITEM, needs=[shrinking_looks_at_two_neighbours_only], points=2)
def gradients_reach_every_neighbour(draw: Draw) -> Iterator[Given]:
    """Each pixel of x gets, as its gradient, its share in the pixels that it was blended into; others get 0."""
    for size, corners in (((4, 8), False), ((2, 2), False), ((5, 7), True)):
        yield given(images(draw, 3, 4, torch.float64).requires_grad_(), size, corners)


@grader.check("resized", item=ITEM, agree=["result"], needs=[shrinking_looks_at_two_neighbours_only], on_cuda=False)
def the_result_has_the_dtype_of_x(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16):
        for corners in (False, True):
            yield given(draw.uniform(1, 2, 3, 4, dtype=dtype), (5, 7), corners)


@grader.check("resized", item=ITEM, agree=["result"], needs=[the_result_has_the_dtype_of_x], on_cuda=False)
def places_are_precise_in_half_precision(draw: Draw) -> Iterator[Given]:
    """In a long bfloat16 image, places beyond 256 are found as exactly as in float32."""
    for corners in (False, True):
        yield given(draw.uniform(1, 1, 1, 400, dtype=torch.bfloat16), (1, 300), corners)


@grader.check("resized", item=ITEM, agree=["result"], needs=[shrinking_looks_at_two_neighbours_only])
def double_precision_is_not_lost(draw: Draw) -> Iterator[Given]:
    """With a float64 x the weights have the digits of float64 as well."""
    yield given(images(draw, 3, 5, torch.float64), (7, 11))
    yield given(images(draw, 5, 6, torch.float64), (8, 4), align_corners=True)


@grader.check("resized", item=ITEM, agree=["result"], needs=[shrinking_looks_at_two_neighbours_only], mode="fake_cuda")
def the_result_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is computed and returned there."""
    yield given(images(draw, 3, 4), (5, 7))
    yield given(images(draw, 3, 4), (5, 7), align_corners=True)
