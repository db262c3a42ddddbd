"""Grades exercises/publishing_with_hubconf.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(scratch=True)
ITEM = "tiny_mlp"


def given(*positional: Any, about: str = "", **options: Any) -> Given:
    arguments = [*map(repr, positional), 'source="local"', *(f"{name}={value}" for name, value in options.items())]
    call = f'torch.hub.load(folder, "{ITEM}", {", ".join(arguments)})'
    return Given(call + about, positional=list(positional), options=options)


def state(draw: Draw, hidden: int = 8, out: int = 2) -> dict[str, Tensor]:
    """A checkpoint whose values no fresh layer has."""
    shapes = {"0.weight": (hidden, 4), "0.bias": (hidden,), "2.weight": (out, hidden), "2.bias": (out,)}
    return {name: draw.uniform(*shape, low=2.0, high=3.0, dtype=torch.float32) for name, shape in shapes.items()}


def with_checkpoint(draw: Draw, case: Given) -> Given:
    case.inputs["state"] = state(draw)
    return case


grader.leave_out(
    ITEM,
    "strided",
    "empty",
    "one element",
    "float64",
    "float16",
    "bfloat16",
    "with gradient",
    "unchanged",
    "another device",
    because="It is given no tensors: it builds layers and reads a file.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what Python makes of the entry point in the note.",
    distractors=[
        ("ok", "Two signs & are nothing that Python knows in front of a parameter."),
        ("TypeError", "Nothing is called here. The text is only compiled, and that is where it ends."),
        ("NameError", "No name is looked up before the text has been understood."),
    ],
)


@grader.check("built", item=ITEM, points=2, on_cuda=False)
def hub_finds_an_entry_point_that_makes_a_module(draw: Draw) -> Iterator[Given]:
    """torch.hub.load finds tiny_mlp, calls it, and returns a module with two layers of 4 to 8 and 8 to 2 numbers."""
    yield with_checkpoint(draw, given())


@grader.check("untrained", item=ITEM, needs=[hub_finds_an_entry_point_that_makes_a_module], points=1, on_cuda=False)
def without_pretrained_the_weights_are_random(draw: Draw) -> Iterator[Given]:
    """Without `pretrained` every model has random weights of its own."""
    yield with_checkpoint(draw, given(about=", twice"))
    yield with_checkpoint(draw, given(pretrained=False, about=", twice"))


@grader.check("built", item=ITEM, needs=[hub_finds_an_entry_point_that_makes_a_module], points=2, on_cuda=False)
def arguments_reach_the_entry_point(draw: Draw) -> Iterator[Given]:
    """`hidden` and `out` set the sizes; `pretrained` and `progress` are accepted by place and by name."""
    yield with_checkpoint(draw, given(hidden=draw.integer(3, 7)))
    yield with_checkpoint(draw, given(out=draw.integer(3, 7), hidden=draw.integer(9, 14)))
    yield with_checkpoint(draw, given(progress=False))
    yield with_checkpoint(draw, given(False, False, out=5))


@grader.check("output", item=ITEM, needs=[hub_finds_an_entry_point_that_makes_a_module], points=1, on_cuda=False)
def a_relu_is_between_the_layers(draw: Draw) -> Iterator[Given]:
    """With given weights the model computes a linear layer, a ReLU and a linear layer."""
    case = given(about=", then model(x)")
    case.inputs["x"] = draw.normal(5, 4, dtype=torch.float32)
    case.inputs["state"] = {name: tensor - 2.5 for name, tensor in state(draw).items()}
    yield case


@grader.check("pretrained", item=ITEM, needs=[hub_finds_an_entry_point_that_makes_a_module], points=3, on_cuda=False)
def pretrained_has_the_published_weights(draw: Draw) -> Iterator[Given]:
    """With pretrained=True the weights are those of tiny.pt beside the file, while the caller is in another folder."""
    yield with_checkpoint(draw, given(pretrained=True))
    yield with_checkpoint(draw, given(True, hidden=8))


@grader.check("pretrained", item=ITEM, needs=[pretrained_has_the_published_weights], points=1, on_cuda=False)
def weights_of_another_size_raise(draw: Draw) -> Iterator[Given]:
    """pretrained=True with sizes or names that are not those in tiny.pt raises RuntimeError."""
    yield with_checkpoint(draw, given(pretrained=True, hidden=draw.integer(9, 14)))
    yield with_checkpoint(draw, given(pretrained=True, out=draw.integer(3, 7)))
    case = given(pretrained=True, about=", where the names in tiny.pt begin with module.")
    case.inputs["state"] = {f"module.{name}": tensor for name, tensor in state(draw).items()}
    yield case


@grader.check("from_a_gpu", item=ITEM, needs=[pretrained_has_the_published_weights], points=1, on_cuda=False)
def a_file_from_a_gpu_loads_here(draw: Draw) -> Iterator[Given]:
    """A tiny.pt that was saved on a GPU that is not here loads all the same, on the CPU."""
    yield with_checkpoint(draw, given(pretrained=True, about=", where tiny.pt was saved on the device cuda:99"))


@grader.check(
    "parcel",
    item=ITEM,
    needs=[pretrained_has_the_published_weights],
    points=1,
    on_cuda=False,
    raises=["UnpicklingError"],
)
def a_file_that_would_run_code_is_refused(draw: Draw) -> Iterator[Given]:
    """A tiny.pt that would call a function when it is unpickled raises UnpicklingError."""
    yield with_checkpoint(draw, given(pretrained=True, about=", where tiny.pt calls copy.copy when unpickled"))


@grader.check(
    "built",
    item=ITEM,
    needs=[hub_finds_an_entry_point_that_makes_a_module],
    points=1,
    on_cuda=False,
    raises=["TypeError"],
)
def other_arguments_raise(draw: Draw) -> Iterator[Given]:
    """An argument that tiny_mlp does not have raises TypeError."""
    yield with_checkpoint(draw, given(depth=3))
    yield with_checkpoint(draw, given(False, True, 16))


@grader.check("twice", item=ITEM, needs=[hub_finds_an_entry_point_that_makes_a_module], points=1, on_cuda=False)
def each_call_makes_a_new_model(draw: Draw) -> Iterator[Given]:
    """Two calls of tiny_mlp of one imported file return two models."""
    yield Given("tiny_mlp(), twice")


@grader.check(
    "told",
    item=ITEM,
    agree=["torch is in dependencies"],
    needs=[hub_finds_an_entry_point_that_makes_a_module],
    points=1,
    on_cuda=False,
)
def the_file_names_what_it_needs(draw: Draw) -> Iterator[Given]:
    """The file's `dependencies` name torch."""
    yield Given("hubconf.dependencies")


@grader.check(
    "told",
    item=ITEM,
    agree=["torch.hub.help has something to show"],
    needs=[hub_finds_an_entry_point_that_makes_a_module],
    points=1,
    on_cuda=False,
)
def the_entry_point_has_a_docstring(draw: Draw) -> Iterator[Given]:
    """tiny_mlp has a docstring, for torch.hub.help."""
    yield Given(f'torch.hub.help(repository, "{ITEM}")')


@grader.check(
    "told",
    item=ITEM,
    agree=["entry points"],
    needs=[hub_finds_an_entry_point_that_makes_a_module],
    points=1,
    stretch=True,
    on_cuda=False,
)
def nothing_else_is_offered(draw: Draw) -> Iterator[Given]:
    """tiny_mlp is the only entry point: whatever else can be called has an underscore in front."""
    yield Given("torch.hub.list(repository)")
