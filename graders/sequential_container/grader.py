"""Grades exercises/sequential_container.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "MiniSequential"
MIXED = ["square", "relu", "other", "tanh"]
NAMES = ["fc1", "act", "fc2", "out"]
TWICE = ["square", "tanh", "other", "tanh", "square"]
"""Two of its layers run a second time."""


def given(
    x: Tensor, layers: list[str], after: str = "", names: list[str] | None = None, made: str = ITEM, **more: Any
) -> Given:
    pairs = zip(names, layers, strict=True) if names else ()
    inside = f"OrderedDict({', '.join(f'{name}={layer}' for name, layer in pairs)})" if names else ", ".join(layers)
    return Given(f"{made}({inside}){after}", layers=layers, names=names, x=x, **more)


grader.leave_out(ITEM, "another device", because="It makes no tensors; everything is where its modules and x are.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the positions, the parameters and the saved tensors of a container with one layer twice.",
    distractors=[
        ((3, 4, 4), "The same object stands at two positions; its two parameters are not copied."),
        ((2, 2, 2), "The container has three positions. Parameters are listed once each, positions and keys are not."),
        ((3, 2, 2), "parameters() lists a tensor once, but state_dict() has a key for every place where it is."),
    ],
)


@grader.check("registration", item=ITEM, points=3)
def every_module_is_registered_under_its_name(draw: Draw) -> Iterator[Given]:
    """Each module is registered in the container itself: by its number, or by its name in an OrderedDict."""
    x = draw.normal(2, 3)
    yield given(x, ["narrow"])
    yield given(x, MIXED)
    yield given(x, MIXED, names=NAMES)
    yield given(x, TWICE)
    yield given(x, ["relu", "square"], names=["relu", "1"])
    yield given(x, [])


@grader.check("construction", item=ITEM, needs=[every_module_is_registered_under_its_name])
def what_is_no_module_is_refused(draw: Draw) -> Iterator[Given]:
    """What is neither an nn.Module nor one single OrderedDict of them raises TypeError at construction."""
    for entry, text in ((3, "3"), ("relu", '"relu"'), ([], "[]")):
        yield Given(f"MiniSequential({text}, nn.ReLU())", entries={"a": entry}, more=1, named=False)
    yield Given('MiniSequential(OrderedDict(a="relu"))', entries={"a": "relu"}, more=0, named=True)
    yield Given("MiniSequential(OrderedDict(), nn.ReLU())", entries={}, more=1, named=True)


@grader.check("output", item=ITEM, needs=[every_module_is_registered_under_its_name], points=3)
def each_module_gets_the_output_of_the_one_before(draw: Draw) -> Iterator[Given]:
    """A call passes x through all the modules, one after the other; without any it returns x."""
    yield given(draw.normal(3, 4), ["square"], "(x)")
    yield given(draw.normal(3, 4), ["square", "tanh", "narrow"], "(x)")
    yield given(draw.normal(2, 3, 5), MIXED, "(x)", names=NAMES)
    yield given(draw.normal(4, 3).t(), MIXED, "(x)")
    yield given(draw.normal(0, 3), MIXED, "(x)")
    yield given(draw.normal(1, 1), ["square", "tanh"], "(x)")
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw.normal(2, 3, dtype=dtype), ["square", "relu"], "(x)")
    yield given(draw.normal(3), [], "(x)")


@grader.check("output", item=ITEM, needs=[each_module_gets_the_output_of_the_one_before], points=2)
def a_module_that_is_there_twice_runs_twice(draw: Draw) -> Iterator[Given]:
    """A module that stands at two positions runs at both of them."""
    yield given(draw.normal(3, 4), ["square", "tanh", "square"], "(x)")
    yield given(draw.normal(3, 4), TWICE, "(x)", names=["a", "b", "c", "d", "e"])


@grader.check("hooks", item=ITEM, needs=[a_module_that_is_there_twice_runs_twice], points=2)
def the_modules_are_called(draw: Draw) -> Iterator[Given]:
    """Modules are called as `module(x)`, so that hooks on them fire."""
    yield given(draw.normal(3, 4), MIXED, "(x)")
    yield given(draw.normal(3, 4), TWICE, "(x)")


@grader.check("backward", item=ITEM, needs=[each_module_gets_the_output_of_the_one_before])
def gradients_flow_through(draw: Draw) -> Iterator[Given]:
    """Gradients reach x and the parameters of every module."""
    yield given(draw.normal(3, 4).requires_grad_(), ["square", "tanh", "other"], "(x)")


@grader.check("length", item=ITEM, needs=[every_module_is_registered_under_its_name])
def len_counts_the_positions(draw: Draw) -> Iterator[Given]:
    """`len` is the number of positions; a module that is there twice counts twice."""
    x = draw.normal(2, 3)
    for layers in ([], ["relu"], ["square", "narrow"], MIXED, TWICE):
        yield given(x, layers)


@grader.check("iteration", item=ITEM, needs=[every_module_is_registered_under_its_name])
def a_loop_sees_the_modules_in_order(draw: Draw) -> Iterator[Given]:
    """A loop over the container gives the modules themselves, in order, and can be repeated."""
    x = draw.normal(2, 3)
    yield given(x, [])
    yield given(x, MIXED)
    yield given(x, MIXED, names=NAMES)
    yield given(x, TWICE)


@grader.check("position", item=ITEM, needs=[every_module_is_registered_under_its_name], points=2)
def an_integer_is_a_position(draw: Draw) -> Iterator[Given]:
    """An integer is a position, whatever the names: the very module is there, also counted from the end."""
    x = draw.normal(2, 3)
    for index in (0, 3, -1, -4):
        yield given(x, MIXED, f"[{index}]", index=index)
    for index in (1, -2):
        yield given(x, MIXED, f"[{index}]", names=NAMES, index=index)
    yield given(x, MIXED[:2], "[0]", names=["1", "0"], index=0)
    yield given(x, TWICE, "[4]", index=4)


@grader.check("position", item=ITEM, needs=[an_integer_is_a_position])
def a_position_that_does_not_exist_is_an_index_error(draw: Draw) -> Iterator[Given]:
    """A position behind the last or before the first module raises IndexError."""
    x = draw.normal(2, 3)
    for index in (4, -5, 17):
        yield given(x, MIXED, f"[{index}]", index=index)
    yield given(x, [], "[0]", index=0)


@grader.check("part", item=ITEM, needs=[an_integer_is_a_position], points=3)
def a_slice_is_a_container_of_the_same_modules(draw: Draw) -> Iterator[Given]:
    """A slice is a new container of the same class, here a subclass Chain: the same modules under their old names."""
    x = draw.normal(2, 3)
    for start, stop, step in (
        (0, 2, None),
        (1, 3, None),
        (1, None, 2),
        (-2, None, None),
        (None, None, -1),
        (2, 2, None),
    ):
        text = ":".join(
            "" if edge is None else str(edge) for edge in ((start, stop) if step is None else (start, stop, step))
        )
        yield given(x, MIXED, f"[{text}]", names=NAMES, made="Chain", slice=[start, stop, step])
    yield given(x, MIXED, "[2:]", made="Chain", slice=[2, None, None])
    yield given(x, TWICE, "[1:4]", made="Chain", slice=[1, 4, None])
