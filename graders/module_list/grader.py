"""Grades exercises/module_list.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "ResidualMLP"


def given(draw: Draw, x: Tensor, depth: int) -> Given:
    """Weights of both signs, so that about half of what a block computes is cut off by the ReLU."""
    width = x.shape[-1]
    weights = [draw.normal(width, width, dtype=x.dtype) for _ in range(depth)]
    biases = [draw.normal(width, dtype=x.dtype) for _ in range(depth)]
    return Given(f"ResidualMLP({width}, {depth})(x)", x=x, weights=weights, biases=biases)


grader.leave_out(ITEM, "another device", because="It is given numbers only; its blocks move with .to() as x does.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the number of parameters and of saved tensors of a plain list, a repeated and a proper ModuleList.",
    distractors=[
        ((18, 18), "That counts all nine layers. The plain list is not registered, and b is one layer, three times."),
        ((12, 12), "That lists the layer of b three times; parameters() gives each parameter once."),
        ((8, 8), "state_dict() has a key for every place where a tensor is; it leaves no repetition out."),
    ],
)


@grader.check("registration", item=ITEM, points=3)
def every_block_is_registered(draw: Draw) -> Iterator[Given]:
    """The blocks are linear layers that PyTorch knows as blocks.0, blocks.1, ..., each with parameters of its own."""
    for width, depth in ((2, 1), (4, 3), (3, 0), (1, 12)):
        yield Given(f"ResidualMLP({width}, {depth})", width=width, depth=depth)


@grader.check("first_values", item=ITEM, needs=[every_block_is_registered])
def every_block_starts_with_weights_of_its_own(draw: Draw) -> Iterator[Given]:
    """In a new network no two blocks have the same weights."""
    yield Given("ResidualMLP(4, 3)", width=4, depth=3)


@grader.check("output", item=ITEM, agree=["output"], needs=[every_block_is_registered], points=2)
def one_block_adds_its_change_to_x(draw: Draw) -> Iterator[Given]:
    """One block turns x into x + relu(block(x))."""
    yield given(draw, draw.normal(5, 4), 1)
    yield given(draw, draw.normal(4), 1)


@grader.check("output", item=ITEM, agree=["output"], needs=[one_block_adds_its_change_to_x], points=3)
def each_block_works_on_what_the_one_before_made(draw: Draw) -> Iterator[Given]:
    """With several blocks, each adds its change to the output of the block before it."""
    yield given(draw, draw.normal(4, 3), 2)
    yield given(draw, draw.normal(2, 3, 5), 4)
    yield given(draw, draw.normal(3, 6).t(), 3)
    yield given(draw, draw.normal(0, 3), 2)
    yield given(draw, draw.normal(1, 1), 3)
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, draw.normal(2, 2, dtype=dtype, scale=0.5), 2)


@grader.check("output", item=ITEM, agree=["output"], needs=[every_block_is_registered])
def without_blocks_x_comes_back(draw: Draw) -> Iterator[Given]:
    """With depth 0 the output has the values of x."""
    yield given(draw, draw.normal(3, 4), 0)


@grader.check("output", item=ITEM, agree=["inputs that changed"], needs=[one_block_adds_its_change_to_x])
def the_input_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change x."""
    yield given(draw, draw.normal(4, 3), 1)
    yield given(draw, draw.normal(4, 3), 3)


@grader.check("hooks", item=ITEM, needs=[each_block_works_on_what_the_one_before_made])
def the_blocks_are_called(draw: Draw) -> Iterator[Given]:
    """Every block is called once, as `block(x)`, so that hooks on it fire."""
    yield given(draw, draw.normal(4, 3), 3)


@grader.check("backward", item=ITEM, needs=[each_block_works_on_what_the_one_before_made], points=2)
def gradients_reach_x_and_every_block(draw: Draw) -> Iterator[Given]:
    """Gradients flow through the blocks and around them, to x and to every parameter."""
    yield given(draw, draw.normal(4, 3).requires_grad_(), 1)
    yield given(draw, draw.normal(4, 3).requires_grad_(), 3)
