"""Grades exercises/contiguous_memory.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "channel_shuffle"
OUTPUT = ["output"]
CONTIGUOUS = ["output.is_contiguous()"]


def given(x: Tensor, groups: int, about: str = "") -> Given:
    text = f"channel_shuffle(x, groups={groups}){about}"
    return Given(text, x=x, groups=groups)


def drawn(draw: Draw, *shape: int, groups: int, dtype: torch.dtype = torch.float32) -> Given:
    return given(draw.normal(*shape, dtype=dtype), groups)


def strided(draw: Draw, groups: int) -> Iterator[Given]:
    """Inputs with six channels that do not lie in memory in the order in which they are read."""
    images = draw.normal(2, 6, 3, 4, dtype=torch.float32)
    yield given(images.transpose(2, 3), groups, ", where x is a transposed view")
    yield given(images.to(memory_format=torch.channels_last), groups, ", where x is in channels_last")
    yield given(draw.normal(6, 2, 4, 3, dtype=torch.float32).transpose(0, 1), groups, ", where x is a transposed view")
    yield given(draw.normal(2, 12, 3, 2, dtype=torch.float32)[:, 1::2], groups, ", where x is every second channel")


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how the transpose and its contiguous copy are read, and whether contiguous() always copies.",
    distractors=[
        (
            ((1, 3), False, (2, 1), [0, 1, 2, 3, 4, 5], True),
            "That is the order in the storage. reshape reads y row by row, as one sees it printed.",
        ),
        (
            ((3, 1), False, (2, 1), [0, 3, 1, 4, 2, 5], True),
            "These are the strides of x. The transpose reads the same storage with its two steps swapped.",
        ),
        (
            ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], False),
            "A tensor that is contiguous already needs no copy, and contiguous() makes none.",
        ),
        (
            ((1, 3), False, (1, 3), [0, 3, 1, 4, 2, 5], True),
            "contiguous() keeps the shape and puts the numbers in reading order, so the last step becomes 1.",
        ),
    ],
)


@grader.check("dealt", item=ITEM, points=3)
def channels_are_dealt_out_group_by_group(draw: Draw) -> Iterator[Given]:
    """The output has the first channel of every group, then the second of every group, and so on."""
    for channels, groups in ((6, 2), (6, 3), (12, 4), (10, 5)):
        channel_numbers = torch.arange(float(channels)).reshape(1, channels, 1, 1)
        yield given(channel_numbers, groups, f", where x is {list(range(channels))} as (1, {channels}, 1, 1)")
    yield drawn(draw, 1, 1, 1, 1, groups=1)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[channels_are_dealt_out_group_by_group])
def every_image_of_the_batch_is_shuffled_alone(draw: Draw) -> Iterator[Given]:
    """Channels move as a whole, and never from one image of the batch to another."""
    yield drawn(draw, 1, 8, 3, 2, groups=2)
    for batch in (2, 3):
        yield drawn(draw, batch, 6, 2, 3, groups=2)
    yield drawn(draw, 0, 6, 2, 3, groups=3)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[every_image_of_the_batch_is_shuffled_alone])
def any_number_of_dimensions_may_follow(draw: Draw) -> Iterator[Given]:
    """Behind the channels there may be no dimension, one, two, or three."""
    yield drawn(draw, 2, 6, groups=3)
    yield drawn(draw, 2, 6, 5, groups=2)
    yield drawn(draw, 2, 6, 2, 3, 4, groups=2)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[every_image_of_the_batch_is_shuffled_alone], points=2)
def the_layout_of_x_does_not_matter(draw: Draw) -> Iterator[Given]:
    """An x that is not contiguous gives the same channels as a contiguous one."""
    yield from strided(draw, groups=2)
    yield from strided(draw, groups=3)


@grader.check("shuffled", item=ITEM, agree=CONTIGUOUS, needs=[the_layout_of_x_does_not_matter], points=2)
def the_output_is_contiguous(draw: Draw) -> Iterator[Given]:
    """The output is contiguous, however x lies in memory."""
    yield drawn(draw, 3, 6, 4, 1, groups=2)
    yield drawn(draw, 3, 6, 2, 4, groups=3)
    yield from strided(draw, groups=2)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[every_image_of_the_batch_is_shuffled_alone], on_cuda=False)
def the_dtype_is_kept(draw: Draw) -> Iterator[Given]:
    """The output has the dtype of x: half and double precision, integers, booleans."""
    for dtype in (torch.float64, torch.float16, torch.bfloat16):
        yield drawn(draw, 2, 6, 3, 2, groups=2, dtype=dtype)
    yield given(draw.integers(-9, 9, 2, 6, 3, 2), 2, ", where x is int64")
    yield given(draw.bits(2, 6, 3, 2, dtype=torch.bool), 2, ", where x is bool")


@grader.check(
    "shuffled",
    item=ITEM,
    agree=["inputs that changed"],
    needs=[channels_are_dealt_out_group_by_group],
)
def x_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes nothing in x."""
    yield drawn(draw, 2, 6, 2, 3, groups=2)
    yield drawn(draw, 2, 6, 3, 1, groups=3)


@grader.check("backward", item=ITEM, needs=[every_image_of_the_batch_is_shuffled_alone])
def gradients_find_their_way_back(draw: Draw) -> Iterator[Given]:
    """The gradient of each output channel reaches the channel of x that it came from."""
    for groups in (2, 3):
        yield given(draw.normal(2, 6, 3, 2).requires_grad_(), groups)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[every_image_of_the_batch_is_shuffled_alone], mode="fake_cuda")
def the_output_lives_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the output is there too."""
    yield drawn(draw, 2, 6, 2, 3, groups=2)


@grader.check("shuffled", item=ITEM, agree=OUTPUT, needs=[channels_are_dealt_out_group_by_group], on_cuda=False)
def groups_must_divide_the_channels(draw: Draw) -> Iterator[Given]:
    """groups below 1, or that leave a remainder, raise ValueError."""
    for groups in (4, 5, 12, 0, -2):
        text = f", where x is {(2, 6, 3, 2)}"
        yield given(draw.normal(2, 6, 3, 2, dtype=torch.float32), groups, text)


@grader.check("shuffled", item=ITEM, needs=[the_output_is_contiguous], points=1, stretch=True)
def it_is_contiguous_even_where_nothing_moves(draw: Draw) -> Iterator[Given]:
    """With one group, or one channel in each, nothing moves, and the output is contiguous all the same."""
    for groups in (1, 6):
        yield from strided(draw, groups)
