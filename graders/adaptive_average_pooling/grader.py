"""Grades exercises/adaptive_average_pooling.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "adaptive_avg_pool2d"
MAPS = ("batch", "channels", "rows", "columns")

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what five numbers become when three are asked for.",
    distractors=[
        ([0.0, 1.5, 3.5], "The end of a bin is rounded up, so a value on the border of two bins counts in both."),
        ([0.5, 2.5, 4.0], "The bins are laid out evenly, from one end to the other, even if they have to overlap."),
        ([0.0, 2.0, 4.0], "Pooling averages every value of a bin; it does not pick one of them."),
        ([1.0, 2.0, 3.0], "No window of one size and step is slid along: the bins have different sizes here."),
    ],
)


def given(x: Tensor, output_size: tuple[int, int], about: str = "") -> Given:
    call = f"adaptive_avg_pool2d(x, {output_size})"
    return Given(f"{call}, where {about}" if about else call, x=x, output_size=output_size)


def maps(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
    return draw.normal(*shape, dtype=dtype)


@grader.check("pooled", item=ITEM, dims=MAPS, agree=["output"])
def one_value_for_each_channel(draw: Draw) -> Iterator[Given]:
    """With output size (1, 1) every channel of every map becomes its mean, and keeps both dimensions."""
    yield given(maps(draw, 2, 3, 4, 5), (1, 1))
    yield given(maps(draw, 1, 4, 3, 2), (1, 1))
    yield given(maps(draw, 1, 1, 1, 1), (1, 1))


@grader.check("pooled", item=ITEM, dims=MAPS, agree=["output"], needs=[one_value_for_each_channel], points=2)
def sizes_that_divide_give_equal_bins(draw: Draw) -> Iterator[Given]:
    """Where rows and columns divide evenly, every bin is a block of equal size; (rows, columns) comes in this order."""
    yield given(maps(draw, 2, 3, 4, 6), (2, 3))
    yield given(maps(draw, 1, 2, 6, 4), (2, 1))
    yield given(maps(draw, 2, 2, 3, 8), (1, 4))
    yield given(maps(draw, 1, 2, 3, 2), (3, 2))


@grader.check("pooled", item=ITEM, dims=MAPS, agree=["output"], needs=[sizes_that_divide_give_equal_bins], points=3)
def bins_overlap_where_sizes_do_not_divide(draw: Draw) -> Iterator[Given]:
    """Where they do not, the start of a bin is rounded down and its end rounded up, so that neighbours overlap."""
    yield given(maps(draw, 1, 1, 1, 3), (1, 2))
    yield given(maps(draw, 1, 1, 5, 1), (3, 1))
    yield given(maps(draw, 1, 2, 4, 7), (3, 4))
    yield given(maps(draw, 2, 2, 7, 5), (4, 2))
    yield given(maps(draw, 1, 1, 8, 11), (5, 3))


@grader.check(
    "pooled", item=ITEM, dims=MAPS, agree=["output"], needs=[bins_overlap_where_sizes_do_not_divide], points=2
)
def the_output_may_be_larger(draw: Draw) -> Iterator[Given]:
    """More bins than values is no mistake: a value is then in several bins."""
    yield given(maps(draw, 1, 1, 1, 3), (1, 5))
    yield given(maps(draw, 1, 2, 2, 3), (4, 3))
    yield given(maps(draw, 1, 2, 3, 4), (7, 2))


@grader.check("pooled", item=ITEM, dims=MAPS[1:], agree=["output"], needs=[sizes_that_divide_give_equal_bins])
def a_single_map_needs_no_batch(draw: Draw) -> Iterator[Given]:
    """x may be (channels, rows, columns), and then the output has three dimensions too."""
    yield given(maps(draw, 3, 4, 6), (2, 3))
    yield given(maps(draw, 2, 5, 3), (2, 1))


@grader.check("pooled", item=ITEM, dims=MAPS, agree=["output"], needs=[bins_overlap_where_sizes_do_not_divide])
def any_layout_and_an_empty_batch_are_fine(draw: Draw) -> Iterator[Given]:
    """x may be a view with gaps in memory, and there may be no map at all."""
    yield given(maps(draw, 2, 3, 5, 4).transpose(2, 3), (3, 2), "x is transposed")
    yield given(maps(draw, 2, 4, 5, 3).permute(0, 3, 1, 2), (2, 3), "the channels were last")
    yield given(maps(draw, 1, 2, 4, 6)[..., ::2], (2, 2), "x has every second column of a larger tensor")
    yield given(maps(draw, 0, 3, 4, 5), (2, 3), "the batch is empty")


@grader.check("pooled", item=ITEM, agree=["inputs that changed"], needs=[one_value_for_each_channel])
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into x."""
    yield given(maps(draw, 2, 3, 4, 5), (2, 2))
    yield given(maps(draw, 2, 3, 4), (3, 4))


@grader.check("pooled", item=ITEM, dims=MAPS, agree=["output"], needs=[bins_overlap_where_sizes_do_not_divide])
def the_dtype_of_x_is_kept(draw: Draw) -> Iterator[Given]:
    """The output has the precision of x, double or half."""
    yield given(maps(draw, 1, 2, 5, 4, dtype=torch.float64), (3, 3))
    for dtype in (torch.float16, torch.bfloat16):  # means of 2, 4 or 8 small integers are exact
        yield given(draw.integers(-4, 5, 1, 2, 3, 8, dtype=dtype), (2, 2))


@grader.check("slope", item=ITEM, needs=[the_dtype_of_x_is_kept], points=2)
def every_value_gets_its_share_of_the_gradient(draw: Draw) -> Iterator[Given]:
    """backward() shares each output's gradient evenly among its bin; a value in several bins gets a share of each."""
    yield given(maps(draw, 2, 2, 4, 6, dtype=torch.float64).requires_grad_(), (2, 3))
    yield given(maps(draw, 1, 2, 5, 3, dtype=torch.float64).requires_grad_(), (3, 4))


@grader.check(
    "pooled",
    item=ITEM,
    dims=MAPS,
    agree=["output"],
    needs=[bins_overlap_where_sizes_do_not_divide],
    mode="other_default",
)
def tensors_made_inside_live_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the output is there too."""
    yield given(maps(draw, 1, 2, 5, 7), (3, 4))
