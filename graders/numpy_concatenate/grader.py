"""Grades exercises/numpy_concatenate.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "block_matrix"
MATRIX = ["matrix"]
Layout = list[list[tuple[int, int]]]
SIDE_BY_SIDE: Layout = [[(2, 3), (2, 1), (2, 2)]]
GRID: Layout = [[(2, 3), (2, 1)], [(1, 3), (1, 1)], [(3, 3), (3, 1)]]
WALL: Layout = [[(2, 3), (2, 2)], [(1, 1), (1, 4)], [(2, 2), (2, 1), (2, 2)], [(1, 5)]]


def blocks(draw: Draw, layout: Layout, dtype: torch.dtype = torch.float64) -> list[list[Tensor]]:
    if dtype.is_floating_point:
        return [[draw.normal(*shape, dtype=dtype) for shape in row] for row in layout]
    return [[draw.integers(0, 2 if dtype is torch.bool else 9, *shape, dtype=dtype) for shape in row] for row in layout]


def given(rows: list[list[Tensor]]) -> Given:
    """A call, written with the shape and, where it is not float64, the dtype of every block."""
    text = ", ".join(f"[{', '.join(map(described, row))}]" for row in rows)
    return Given(f"block_matrix([{text}])", rows=rows)


def described(block: Tensor) -> str:
    dtype = "" if block.dtype is torch.float64 else f" {str(block.dtype).removeprefix('torch.')}"
    return f"{tuple(block.shape)}{dtype}"


def drawn(draw: Draw, layout: Layout, dtype: torch.dtype = torch.float64) -> Given:
    return given(blocks(draw, layout, dtype))


grader.leave_out(ITEM, "bfloat16", because="NumPy has no such dtype.")
grader.leave_out(ITEM, "with gradient", "another device", because="Arrays have no gradients and live on the CPU.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what axis=1 does to one-dimensional arrays, and what float32 with int64 gives in NumPy and PyTorch.",
    distractors=[
        (
            ([1, 2, 3], "float64", "torch.float32"),
            "The arrays have one dimension, axis 0. There is no axis 1 to join them along.",
        ),
        (
            ("AxisError", "float32", "torch.float32"),
            "Not every int64 fits into a float32, so NumPy takes a float that holds them.",
        ),
        (
            ("AxisError", "float64", "torch.float64"),
            "In PyTorch an integer never makes a float any wider.",
        ),
    ],
)


@grader.check("built", item=ITEM, agree=["type of the matrix", *MATRIX], points=2, on_cuda=False)
def blocks_of_a_list_stand_side_by_side(draw: Draw) -> Iterator[Given]:
    """The blocks of one inner list stand side by side, in their order, in one NumPy array."""
    yield drawn(draw, SIDE_BY_SIDE)
    yield drawn(draw, [[(2, 2), (2, 2)]])
    yield drawn(draw, [[(3, 1), (3, 4)]])
    yield drawn(draw, [[(1, 1)]])


@grader.check("built", item=ITEM, agree=MATRIX, needs=[blocks_of_a_list_stand_side_by_side], points=2, on_cuda=False)
def the_lists_stand_below_each_other(draw: Draw) -> Iterator[Given]:
    """The inner lists stand below each other, the first one on top."""
    yield drawn(draw, GRID)
    yield drawn(draw, [[(2, 3)], [(1, 3)]])
    yield drawn(draw, [[(2, 2), (2, 2)], [(2, 2), (2, 2)]])


@grader.check("built", item=ITEM, agree=MATRIX, needs=[the_lists_stand_below_each_other], points=2, on_cuda=False)
def every_list_may_be_cut_differently(draw: Draw) -> Iterator[Given]:
    """Every inner list may have blocks of its own widths, and its own number of them."""
    yield drawn(draw, [[(2, 3), (2, 2)], [(1, 1), (1, 4)]])
    yield drawn(draw, [[(2, 5)], [(1, 2), (1, 3)]])
    yield drawn(draw, WALL)


@grader.check("built", item=ITEM, agree=MATRIX, needs=[the_lists_stand_below_each_other], points=2, on_cuda=False)
def the_dtype_is_numpys(draw: Draw) -> Iterator[Given]:
    """The dtype is the one that NumPy promotes all blocks to, wherever they stand."""
    for dtype in (torch.int64, torch.uint8, torch.bool, torch.float32, torch.float16):
        yield drawn(draw, GRID, dtype)
    for left, right in ((torch.float32, torch.int64), (torch.uint8, torch.int8), (torch.int16, torch.float32)):
        one, other = blocks(draw, [[(2, 3)]], left), blocks(draw, [[(2, 3)]], right)
        yield given([one[0] + other[0]])
        yield given(one + other)


@grader.check("built", item=ITEM, agree=MATRIX, needs=[every_list_may_be_cut_differently], on_cuda=False)
def any_layout_and_empty_blocks_will_do(draw: Draw) -> Iterator[Given]:
    """Blocks may be transposed views, and blocks without rows or columns take no room."""
    yield given([[draw.normal(3, 2).t(), draw.normal(2, 2)], [draw.normal(1, 5)]])
    yield given([[draw.normal(2, 6)[:, ::2]], [draw.normal(3, 2).t()]])
    yield drawn(draw, [[(2, 0), (2, 3)], [(1, 3)]])
    yield drawn(draw, [[(2, 3)], [(0, 1), (0, 2)], [(1, 3)]])


@grader.check(
    "built",
    item=ITEM,
    agree=["blocks that share memory with the matrix", "lengths of the lists afterwards", "inputs that changed"],
    needs=[the_lists_stand_below_each_other],
    on_cuda=False,
)
def blocks_and_lists_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The matrix is a new array, and the blocks and the lists are as they were."""
    yield drawn(draw, GRID)
    yield drawn(draw, [[(2, 3)]])
    yield drawn(draw, [[(2, 3)], [(1, 3)]])


@grader.check("built", item=ITEM, agree=MATRIX, needs=[every_list_may_be_cut_differently], points=2, on_cuda=False)
def blocks_that_do_not_fit_are_refused(draw: Draw) -> Iterator[Given]:
    """Blocks of different heights in a list, or lists of different widths, raise ValueError."""
    yield drawn(draw, [[(2, 3), (1, 2)]])
    yield drawn(draw, [[(1, 3), (2, 2)]])
    yield drawn(draw, [[(2, 3)], [(2, 2)]])
    yield drawn(draw, [[(2, 1)], [(2, 2)]])
    yield drawn(draw, [[(2, 2)], [(1, 2), (1, 3)]])
    yield drawn(draw, [[(2, 3), (2, 2)], [(1, 3), (1, 1)]])
    yield drawn(draw, [[(2, 3), (3, 1)], [(2, 3), (1, 1)]])


@grader.check("built", item=ITEM, agree=MATRIX, needs=[the_lists_stand_below_each_other], on_cuda=False)
def nothing_to_join_is_refused(draw: Draw) -> Iterator[Given]:
    """No inner list, or an inner list without blocks, raises ValueError."""
    yield drawn(draw, [])
    yield drawn(draw, [[]])
    yield drawn(draw, [[(2, 3)], []])
    yield drawn(draw, [[], [(2, 3)]])
