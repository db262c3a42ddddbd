"""Grades exercises/tensor_chunking.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "chunk"
SIZES = ["sizes along dim"]


def given(x: Tensor, *args: int, about: str = "") -> Given:
    """A call whose arguments behind x are `chunks` and, maybe, `dim`."""
    names = zip(("chunks", "dim"), args, strict=False)
    return Given(f"chunk(x, {', '.join(f'{name}={value}' for name, value in names)}){about}", x=x, args=args)


def row(n: int, chunks: int) -> Given:
    """The numbers from 0 to n - 1."""
    return given(torch.arange(float(n)), chunks)


def filled(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
    return draw.normal(*shape, dtype=dtype)


def strided(draw: Draw) -> Iterator[Given]:
    yield given(filled(draw, 4, 7).t(), 3, 0, about=", where x is a transposed view")
    yield given(filled(draw, 7, 4).t(), 2, 1, about=", where x is a transposed view")
    yield given(filled(draw, 2, 10, 3)[:, ::2], 2, 1, about=", where x is every second row")


grader.leave_out(ITEM, "another device", because="A view lives where x lives, so a chunk on another device is a copy.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how long the chunks of 13 elements are when chunk is asked for 6.",
    distractors=[
        ([2, 2, 2, 2, 2, 3], "The size is rounded up, so the last chunk is never longer than the others."),
        ([3, 2, 2, 2, 2, 2], "These are balanced sizes, as tensor_split makes them."),
        ([2, 2, 2, 2, 2, 2, 1], "The size is rounded up: seven chunks would be more than were asked for."),
        ([3, 3, 3, 3, 1, 0], "When nothing is left there are no more chunks, not empty ones."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is how long the parts of 13 elements are when tensor_split is asked for 6.",
    distractors=[
        ([3, 3, 3, 3, 1], "That is chunk. tensor_split makes exactly as many parts as it is asked for."),
        ([2, 2, 2, 2, 2, 3], "The parts that are longer by one come first."),
        ([6, 6, 1], "Six is the number of parts here, not their length."),
    ],
)


@grader.check("cut", item=ITEM, agree=SIZES, points=2)
def the_size_is_rounded_up(draw: Draw) -> Iterator[Given]:
    """Every chunk but the last has the size n / chunks, rounded up; the last has what is left."""
    for n, chunks in ((10, 3), (12, 6), (7, 2), (10, 4), (4, 1), (1, 1)):
        yield row(n, chunks)


@grader.check("cut", item=ITEM, agree=SIZES, needs=[the_size_is_rounded_up], points=2)
def there_may_be_fewer_than_asked_for(draw: Draw) -> Iterator[Given]:
    """When n is used up early there are fewer chunks than asked for, and no empty ones."""
    for n, chunks in ((13, 6), (11, 6), (5, 10), (5, 4)):
        yield row(n, chunks)


@grader.check("pieces", item=ITEM, needs=[the_size_is_rounded_up])
def each_begins_where_the_one_before_ends(draw: Draw) -> Iterator[Given]:
    """The chunks follow each other: joined together they are x."""
    for n, chunks in ((10, 3), (12, 6), (7, 2), (13, 6)):
        yield row(n, chunks)
    yield given(draw.integers(0, 99, 9), 2, about=", where x is int64")
    yield given(draw.bits(9, dtype=torch.bool), 4, about=", where x is bool")


@grader.check("pieces", item=ITEM, needs=[each_begins_where_the_one_before_ends], points=2)
def the_cut_is_along_dim(draw: Draw) -> Iterator[Given]:
    """The cut is along `dim`, which counts from the end when it is negative; the other dimensions stay whole."""
    yield given(filled(draw, 3, 7), 2)
    yield given(filled(draw, 3, 7), 3, 1)
    yield given(filled(draw, 3, 7, dtype=torch.float64), 2, -1)
    yield given(filled(draw, 5, 3, 4, dtype=torch.float16), 2, -2)
    yield given(filled(draw, 5, 3, 4, dtype=torch.bfloat16), 3, -3)


@grader.check("cut", item=ITEM, agree=["type of the result"], needs=[the_size_is_rounded_up])
def the_result_is_a_tuple(draw: Draw) -> Iterator[Given]:
    """The chunks come in a tuple, also when there is only one."""
    yield row(10, 3)
    yield row(4, 1)
    yield given(filled(draw, 3, 7), 2, 1)


@grader.check("written", item=ITEM, needs=[the_cut_is_along_dim], points=2)
def writing_to_a_chunk_changes_x(draw: Draw) -> Iterator[Given]:
    """Chunks are views: what is written to a chunk is found in x."""
    yield row(10, 3)
    yield given(filled(draw, 3, 7), 3, 1)
    yield given(filled(draw, 5, 3, 4), 2, -2)


@grader.check("written", item=ITEM, needs=[writing_to_a_chunk_changes_x])
def views_of_views_are_views(draw: Draw) -> Iterator[Given]:
    """An x that does not lie in memory in reading order is cut into views as well."""
    yield from strided(draw)


@grader.check("cut", item=ITEM, agree=["strides"], needs=[views_of_views_are_views])
def the_strides_are_those_of_x(draw: Draw) -> Iterator[Given]:
    """Every chunk has the strides of x."""
    yield given(filled(draw, 3, 7), 3, 1)
    yield from strided(draw)


@grader.check("whole", item=ITEM, needs=[the_cut_is_along_dim])
def an_empty_dimension_gives_empty_chunks(draw: Draw) -> Iterator[Given]:
    """Along a dimension of size 0 there are `chunks` empty chunks; an empty dimension elsewhere changes nothing."""
    yield given(filled(draw, 0), 3)
    yield given(filled(draw, 2, 0), 4, 1)
    yield given(filled(draw, 5, 0), 2, 0)


@grader.check("cut", item=ITEM, agree=["inputs that changed"], needs=[the_cut_is_along_dim])
def cutting_changes_nothing(draw: Draw) -> Iterator[Given]:
    """The function itself writes to nothing."""
    yield row(10, 3)
    yield given(filled(draw, 3, 7), 2, 1)


@grader.check("backward", item=ITEM, needs=[the_cut_is_along_dim])
def gradients_flow_through_the_chunks(draw: Draw) -> Iterator[Given]:
    """The gradient of every chunk reaches its place in x."""
    yield given(filled(draw, 10, dtype=torch.float64).requires_grad_(), 3)
    yield given(filled(draw, 3, 7, dtype=torch.float64).requires_grad_(), 2, -1)


@grader.check("cut", item=ITEM, agree=SIZES, raises=["RuntimeError"], needs=[the_size_is_rounded_up], on_cuda=False)
def chunks_below_one_are_refused(draw: Draw) -> Iterator[Given]:
    """chunks below 1 raises ValueError or RuntimeError, whatever x is."""
    for n, chunks in ((5, 0), (5, -1), (5, -7), (0, 0), (0, -2)):
        yield row(n, chunks)


@grader.check("functions", item=ITEM, kind="policy", needs=[there_may_be_fewer_than_asked_for], on_cuda=False)
def neither_chunk_nor_tensor_split_is_called(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: neither torch.chunk nor tensor_split is called, under any name."""
    yield row(10, 3)
    yield given(filled(draw, 3, 7), 2, 1)
    yield row(13, 6)
