"""Grades exercises/in_place_operations.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "clamp_norm_"
DIMS = ("rows", "columns")
CLOSE = Tolerance(1e-5, 1e-6)
"""`renorm_` adds 1e-7 to every length, which double precision would see."""

grader.leave_out(ITEM, "unchanged", because="Changing its input is what it is for.")


def rows(draw: Draw, *lengths: float, columns: int = 4, dtype: torch.dtype = torch.float32) -> Tensor:
    """One row of each length, in a random direction."""
    directions = draw.normal(len(lengths), columns)
    scale = torch.tensor(lengths, dtype=torch.float64)[:, None] / directions.norm(dim=1, keepdim=True)
    return (directions * scale).to(dtype)


def long(draw: Draw, count: int) -> list[float]:
    return [2.5 + 2 * draw.uniform().item() for _ in range(count)]


def short(draw: Draw, count: int) -> list[float]:
    return [0.3 + draw.uniform().item() for _ in range(count)]


def mixed(draw: Draw) -> list[float]:
    """Lengths on both sides of 2, the shorter ones first and last."""
    return [*short(draw, 1), *long(draw, 2), *short(draw, 2)]


def given(x: Tensor, max_norm: float = 2.0) -> Given:
    return Given(f"clamp_norm_(x, {max_norm})", x=x, max_norm=max_norm)


def part_of(base: Tensor, rows: Sequence[int | None], columns: Sequence[int | None], turned: bool = False) -> Given:
    texts = (":".join("" if end is None else str(end) for end in part) for part in (rows, columns))
    call = f"clamp_norm_(base[{', '.join(texts)}]{'.t()' if turned else ''}, 2.0)"
    return Given(call, base=base, part=[list(rows), list(columns)], turned=turned, max_norm=2.0)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the gradient behind an exp whose output was overwritten, or RuntimeError.",
    distractors=[
        ([1.0, 2.7183], "The slope of exp is its own output, and that output is not what it was."),
        ([2.0, 3.7183], "Autograd does not compute with the new value: it has kept count of the writes."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the gradient behind a multiplication whose output was overwritten, or RuntimeError.",
    distractors=[
        ("RuntimeError", "The slope of x * 2 is 2, whatever became of its output: autograd never kept that output."),
        ([3.0, 3.0], "Adding a constant in place has slope 1, as it has out of place."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is a leaf that requires grad after an in-place addition, or RuntimeError.",
    distractors=[
        ([1.0, 2.0], "The leaf is where gradients are collected; autograd lets no recorded operation overwrite it."),
        ([0.0, 1.0], "Nothing is skipped in silence here."),
    ],
)
grader.predict(
    "PREDICT_4",
    "PREDICT_4 is what the two names hold after one line that makes a tensor and one that writes into one.",
    distractors=[
        (([6.0, 6.0], [6.0, 6.0]), "`a = a + 1` makes a new tensor, so from there on the two names hold two tensors."),
        (([1.0, 1.0], [6.0, 6.0]), "b still holds the old tensor, to which nothing had been added."),
        (([6.0, 6.0], [5.0, 5.0]), "`b += 5` writes into the tensor of b, and a holds another one by then."),
    ],
)
grader.predict(
    "PREDICT_5",
    "PREDICT_5 is the gradient behind an exp whose output was overwritten through .data, or RuntimeError.",
    distractors=[
        ("RuntimeError", "That is what a write that is counted gives. A write through .data is not counted."),
        ([1.0, 2.7183], "The output of exp holds zeros now, and its slope is read from there."),
    ],
)


@grader.check("returned", item=ITEM, dims=DIMS, points=2)
def a_long_row_is_scaled_to_max_norm(draw: Draw) -> Iterator[Given]:
    """A row longer than max_norm keeps its direction and gets the length max_norm."""
    yield given(rows(draw, *long(draw, 1)))
    yield given(rows(draw, *long(draw, 3), columns=5))
    yield given(rows(draw, *long(draw, 3), columns=3), max_norm=0.5)
    yield given(rows(draw, *long(draw, 4), columns=2))


@grader.check("returned", item=ITEM, dims=DIMS, needs=[a_long_row_is_scaled_to_max_norm], points=2)
def a_short_row_stays_as_it_is(draw: Draw) -> Iterator[Given]:
    """A row that is not longer than max_norm keeps its values."""
    yield given(rows(draw, *short(draw, 2)))
    yield given(rows(draw, *mixed(draw)))
    yield given(rows(draw, *short(draw, 1), columns=1))
    yield given(rows(draw, *mixed(draw)), max_norm=9.0)
    yield given(torch.zeros(0, 3))


@grader.check("returned", item=ITEM, dims=DIMS, needs=[a_short_row_stays_as_it_is])
def a_row_of_zeros_stays_zero(draw: Draw) -> Iterator[Given]:
    """A row of zeros has length 0 and stays as it is."""
    yield given(rows(draw, 0.0))
    yield given(torch.cat([rows(draw, *long(draw, 2)), torch.zeros(1, 4), rows(draw, *short(draw, 1))]))


@grader.check("in_place", item=ITEM, dims=DIMS, needs=[a_short_row_stays_as_it_is], tolerance=CLOSE, points=2)
def the_caller_holds_the_shortened_rows(draw: Draw) -> Iterator[Given]:
    """The tensor that was passed holds the new values, and is what comes back."""
    yield given(rows(draw, *mixed(draw)))
    yield given(rows(draw, *short(draw, 6)))
    yield given(rows(draw, *mixed(draw), dtype=torch.float64))


@grader.check("base", item=ITEM, dims=DIMS, needs=[the_caller_holds_the_shortened_rows], points=2)
def a_view_writes_into_its_base(draw: Draw) -> Iterator[Given]:
    """Shortening a view changes the tensor it looks into: there, and nowhere else."""
    yield part_of(rows(draw, *mixed(draw)), [1, 4], [None, None])
    yield part_of(rows(draw, *mixed(draw)).t().contiguous().t(), [0, 3], [None, None])
    yield part_of(rows(draw, *mixed(draw), *mixed(draw), columns=6) * 2, [None, None, 2], [1, 6, 2])
    yield part_of(rows(draw, *mixed(draw), *mixed(draw), columns=3) * 2, [None, None], [None, None], turned=True)
    yield part_of(rows(draw, *mixed(draw), columns=5) * 2, [None, None, 3], [2, 4], turned=True)


@grader.check("grad_mode", item=ITEM, needs=[the_caller_holds_the_shortened_rows])
def autograd_is_as_it_was(draw: Draw) -> Iterator[Given]:
    """After the call autograd records again, if it did before, and only then."""
    for recording in (True, False):
        case = given(rows(draw, *long(draw, 2)))
        case.call += f", while torch.is_grad_enabled() is {recording}"
        case.inputs["recording"] = recording
        yield case


@grader.check("parameter", item=ITEM, needs=[the_caller_holds_the_shortened_rows], points=2)
def a_parameter_is_shortened_and_stays_a_leaf(draw: Draw) -> Iterator[Given]:
    """A parameter that requires grad, or a part of one, is accepted, and can be trained further."""
    for first in (0, 1):
        weight = rows(draw, *mixed(draw))
        name = f"weight[{first}:]" if first else "weight"
        call = f"clamp_norm_({name}, 2.0), where weight is an nn.Parameter"
        yield Given(call, weight=weight, first=first, max_norm=2.0)


@grader.check("saved", item=ITEM, needs=[a_parameter_is_shortened_and_stays_a_leaf])
def autograd_learns_of_the_write(draw: Draw) -> Iterator[Given]:
    """A loss that needs the rows as they were refuses backward(), instead of using the new rows for the old ones."""
    for lengths in (long(draw, 1), mixed(draw)):
        yield given(rows(draw, *lengths).requires_grad_())


@grader.check("in_place", item=ITEM, dims=DIMS, needs=[the_caller_holds_the_shortened_rows], on_cuda=False)
def half_precision_has_room_for_the_length(draw: Draw) -> Iterator[Given]:
    """In half precision a row is shortened whenever its length can be written, though the square of it cannot."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given(rows(draw, *mixed(draw), dtype=dtype))
        yield given(rows(draw, 900.0, 1.5, 400.0, dtype=dtype))


@grader.check("in_place", item=ITEM, dims=DIMS, needs=[the_caller_holds_the_shortened_rows], mode="other_default")
def tensors_made_inside_live_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU everything happens there."""
    yield given(rows(draw, *mixed(draw)))
