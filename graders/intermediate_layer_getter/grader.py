"""Grades exercises/intermediate_layer_getter.py."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import torch

from tutor.judge.compare import compare
from tutor.judge.grader import Draw, Given, Grader, Observed
from tutor.report import Difference

grader = Grader()
ITEM = "IntermediateLayerGetter"
KEYS = "keys of state_dict()"
CHILDREN = ["stem", "pool", "block2", "block1", "fc"]
"""In neither direction in the order of the alphabet."""


def dense(draw: Draw, return_layers: dict[str, Any], names: list[str] = CHILDREN, call: str = "") -> Given:
    x = draw.normal(draw.integer(2, 5), 4).requires_grad_()
    return given(names, return_layers, x, call)


def conv(draw: Draw, return_layers: dict[str, Any], dtype: torch.dtype = torch.float64) -> Given:
    x = draw.normal(draw.integer(2, 4), 2, 9, 7, dtype=dtype).requires_grad_()
    return given(CHILDREN, return_layers, x, "(x)")


def given(names: list[str], return_layers: dict[str, Any], x: torch.Tensor, call: str) -> Given:
    text = f"IntermediateLayerGetter(model, {return_layers}){call}, where model runs {' > '.join(names)}"
    return Given(text, children=names, return_layers=return_layers, x=x)


grader.leave_out(ITEM, "another device", because="It makes no tensors; everything is where the model and x are.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the order of the outputs, and the children the getter keeps.",
    distractors=[
        (
            (["z", "y"], ["a", "b", "c"]),
            "That is the order of the dict. The outputs come in the order of the layers.",
        ),
        (
            (["y", "z"], ["a", "c"]),
            "The input of c is the output of b, so b is needed although nobody asked for it.",
        ),
        ((["y", "z"], ["a", "b", "c", "d"]), "After c every requested layer has been seen, so nothing needs d."),
        (
            (["z", "y"], ["a", "c"]),
            "The layers decide both: the outputs come in their order, and the input of c is the output of b.",
        ),
        (
            (["z", "y"], ["a", "b", "c", "d"]),
            "The layers decide both: the outputs come in their order, and after c nothing needs d.",
        ),
    ],
    requires=["torchvision"],
)
grader.predict(
    "PREDICT_2",
    'PREDICT_2 is what is left in the dict under "norm".',
    distractors=[
        ([-1.0, 2.0], "The dict holds the tensor itself, not a copy, and the next layer writes into that very tensor."),
    ],
)


@grader.check("construction", item=ITEM, points=2)
def an_unknown_name_is_refused(draw: Draw) -> Iterator[Given]:
    """A name that is not a direct child of the model raises ValueError when the getter is built."""
    yield dense(draw, {"block1": "features"})
    yield dense(draw, {"blok1": "features"})
    yield dense(draw, {"stem": "low", "layer4": "high"})
    yield dense(draw, {"block2.0": "linear"})
    yield dense(draw, {"stem.0.weight": "filters"})
    yield dense(draw, {"forward": "output"})
    yield dense(draw, {"": "everything"})


@grader.check("callers_dict", item=ITEM, points=1)
def the_callers_dict_is_left_alone(draw: Draw) -> Iterator[Given]:
    """Building a getter leaves the caller's `return_layers` as it was."""
    yield dense(draw, {"block1": "high"})
    yield dense(draw, {"pool": "low", "stem": "lowest"})


@grader.check("ownership", item=ITEM, points=2)
def the_layers_are_the_models_own(draw: Draw) -> Iterator[Given]:
    """The getter is a module, and its layers are the model's own modules: one set of weights, one mode."""
    yield dense(draw, {"block2": "features"})
    yield conv(draw, {"stem": "low", "block1": "high"})


@grader.check("children", item=ITEM, needs=[the_layers_are_the_models_own], points=2)
def it_keeps_the_children_up_to_the_last_requested(draw: Draw) -> Iterator[Given]:
    """The getter keeps every child up to the last requested one, and none behind it."""
    yield dense(draw, {"stem": "features"})
    yield dense(draw, {"block2": "features"})
    yield dense(draw, {"stem": "low", "block1": "high"})
    yield conv(draw, {"block1": "high"})
    yield dense(draw, {"fc": "logits"})


def keys_fault(expected: Observed, yours: Observed) -> Difference | None:
    """Whether the keys differ; keys that only have the name of some container in front are a fault of their own."""
    found = compare(KEYS, expected[KEYS], yours.get(KEYS))
    theirs, mine = str(yours.get(KEYS)).split(", "), expected[KEYS].split(", ")
    container = theirs[0].removesuffix(mine[0])
    if found and container and theirs == [container + key for key in mine]:
        return replace(found, name=f"container in the {KEYS}")
    return found


@grader.check(
    "parameter_names",
    item=ITEM,
    compare=keys_fault,
    needs=[it_keeps_the_children_up_to_the_last_requested],
    points=1,
)
def parameters_keep_their_names(draw: Draw) -> Iterator[Given]:
    """`state_dict()` gives each kept tensor the key it has in the model, so that checkpoints fit both."""
    yield dense(draw, {"pool": "features"}, call=".state_dict()")
    yield conv(draw, {"stem": "features"})


@grader.check("output_names", item=ITEM, points=2)
def the_output_is_a_dict_of_new_names(draw: Draw) -> Iterator[Given]:
    """The output is a dict whose keys are the values of `return_layers`, whatever their type."""
    yield dense(draw, {"stem": "low"}, call="(x)")
    yield dense(draw, {"pool": "low", "block1": "high"}, call="(x)")
    yield dense(draw, {"stem": 4, "block2": 8}, call="(x)")
    yield dense(draw, {"stem": "low", "block2": 8, "block1": "high"}, call="(x)")


@grader.check("features", item=ITEM, needs=[the_output_is_a_dict_of_new_names], points=3)
def each_layer_gets_the_output_of_the_one_before(draw: Draw) -> Iterator[Given]:
    """The features of a layer are computed from the output of the layer before it, back to the input."""
    yield dense(draw, {"stem": "low"}, call="(x)")
    yield dense(draw, {"block2": "high"}, call="(x)")
    yield dense(draw, {"pool": "low", "block1": "high", "fc": "logits"}, call="(x)")
    yield conv(draw, {"stem": "low", "block1": "high"})
    yield conv(draw, {"pool": "low", "block2": "high"}, dtype=torch.float32)
    yield dense(draw, {"only": "all"}, names=["only"], call="(x)")
    for x in (draw.normal(1, 1), draw.normal(0, 3), draw.normal(4, 3).t()):
        yield given(CHILDREN, {"pool": "low", "block1": "high"}, x, "(x)")
    for dtype in (torch.float16, torch.bfloat16):
        yield given(CHILDREN, {"block2": "features"}, draw.normal(2, 3, dtype=dtype), "(x)")


@grader.check(
    "children_and_features",
    item=ITEM,
    needs=[it_keeps_the_children_up_to_the_last_requested, each_layer_gets_the_output_of_the_one_before],
    points=2,
)
def the_order_of_the_dict_says_nothing(draw: Draw) -> Iterator[Given]:
    """The order of `return_layers` says nothing: the model's order decides what is kept and how it comes out."""
    yield dense(draw, {"block2": "high", "stem": "low"}, call="(x)")
    yield dense(draw, {"block2": "middle", "fc": "logits", "pool": "low"}, call="(x)")
    yield conv(draw, {"block1": "high", "pool": "low"})


@grader.check("execution", item=ITEM, needs=[each_layer_gets_the_output_of_the_one_before], points=2)
def each_layer_runs_once(draw: Draw) -> Iterator[Given]:
    """One call of the getter calls each kept layer exactly once, in the model's order, so that hooks on it fire."""
    yield dense(draw, {"block2": "features"}, call="(x)")
    yield conv(draw, {"stem": "low", "block2": "middle", "block1": "high"})


@grader.check(
    "backward",
    item=ITEM,
    needs=[the_layers_are_the_models_own, each_layer_gets_the_output_of_the_one_before],
    points=2,
)
def gradients_reach_the_model(draw: Draw) -> Iterator[Given]:
    """Gradients flow from the features to the input and to the model's parameters."""
    yield dense(draw, {"pool": "features"}, call="(x)")
    yield dense(draw, {"stem": "low", "block1": "high"}, call="(x)")
    yield conv(draw, {"block2": "features"})


@grader.check("two_calls", item=ITEM, needs=[each_layer_gets_the_output_of_the_one_before], points=1)
def every_call_starts_afresh(draw: Draw) -> Iterator[Given]:
    """A second call returns all the features again, computed from its own input."""
    yield dense(draw, {"stem": "low", "block2": "high"}, call=", called twice")
