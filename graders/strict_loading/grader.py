"""Grades exercises/strict_loading.py."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import torch

from tutor.judge.compare import compare
from tutor.judge.grader import Draw, Given, Grader, Observed
from tutor.report import Difference

grader = Grader()
ITEM = "load_atomic"
COUNTER = "norm.num_batches_tracked"
SHAPES = {
    "conv.weight": (3, 2, 3),
    "conv.bias": (3,),
    "norm.weight": (3,),
    "norm.bias": (3,),
    "norm.running_mean": (3,),
    "norm.running_var": (3,),
    COUNTER: (),
    "block.hidden.weight": (4, 4),
    "block.hidden.bias": (4,),
    "head.weight": (3, 4),
    "head.bias": (3,),
}
"""Every tensor of the network in probe.py."""
NINE_CLASSES = {"head.weight": (9, 4), "head.bias": (9,)}


def given(
    draw: Draw,
    about: str,
    *,
    changed: Mapping[str, tuple[int, ...]] | None = None,
    without: Iterable[str] = (),
    dtype: torch.dtype = torch.float32,
    model_dtype: torch.dtype = torch.float32,
    empty: bool = False,
) -> Given:
    """A state of the network, with other shapes for some names and nothing for others."""
    left_out = set(without)
    shapes = {name: shape for name, shape in {**SHAPES, **(changed or {})}.items() if name not in left_out}
    tensors = {
        name: draw.integers(1, 1000) if name == COUNTER else draw.uniform(*shape, low=2.0, high=3.0, dtype=dtype)
        for name, shape in shapes.items()
    }
    like = [torch.zeros((), dtype=model_dtype)]  # the model's device and dtype; in a list, it is not shown
    return Given(f"load_atomic(model, state_dict), where {about}", state=tensors, like=like, empty=empty)


def in_order(case: Given, names: Iterable[str]) -> Given:
    """The same case with the names of the state in another order."""
    case.inputs["state"] = {name: case.inputs["state"][name] for name in names}
    return case


grader.leave_out(ITEM, "another device", because="It makes no tensors; copying goes to wherever the model is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether the weight has changed although loading failed.",
    distractors=[
        (False, "The error comes after the walk through the model, and by then the weight has been copied."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what a load that is not strict says of a state in which nothing fits.",
    distractors=[
        ("RuntimeError", "Shapes are compared where both sides have a name, and here no name is on both sides."),
        ((0, 0), "Names are compared as a whole. With another beginning they are other names."),
        ((2, 0), "The state has names too, and the model knows none of them."),
        ((0, 2), "The model has names too, and the state has none of them."),
    ],
)


@grader.check("weights", item=ITEM, points=2)
def everything_is_loaded(draw: Draw) -> Iterator[Given]:
    """A state with exactly the model's names and shapes is loaded completely, buffers included."""
    yield given(draw, "state_dict has the model's names and shapes")
    yield in_order(given(draw, "state_dict is in reverse order"), reversed(SHAPES))
    yield given(draw, "model and state_dict are float64", dtype=torch.float64, model_dtype=torch.float64)
    strided = given(draw, "block.hidden.weight of state_dict is a transposed view")
    strided.inputs["state"]["block.hidden.weight"] = draw.uniform(4, 4, low=2.0, high=3.0, dtype=torch.float32).t()
    yield strided
    parameters = given(draw, "the tensors of state_dict require gradients")
    for tensor in parameters.inputs["state"].values():
        tensor.requires_grad_(tensor.is_floating_point())
    yield parameters
    yield given(draw, "model is an activation without tensors, and state_dict is empty", without=SHAPES, empty=True)


ANY_ERROR = ("KeyError", "ValueError")
"""As good as RuntimeError, for those who compare by hand."""


@grader.check("refused", item=ITEM, raises=ANY_ERROR, needs=[everything_is_loaded], points=1)
def a_missing_name_raises(draw: Draw) -> Iterator[Given]:
    """Where the state lacks a name of the model, RuntimeError is raised."""
    yield given(draw, "state_dict has no head.bias", without=["head.bias"])
    yield given(draw, "state_dict has no running statistics", without=["norm.running_mean", "norm.running_var"])
    yield given(draw, "state_dict is empty", without=SHAPES)


@grader.check("refused", item=ITEM, raises=ANY_ERROR, needs=[everything_is_loaded], points=1)
def an_unexpected_name_raises(draw: Draw) -> Iterator[Given]:
    """Where the state has a name that the model lacks, RuntimeError is raised."""
    yield given(draw, "state_dict has a layer more", changed={"extra.weight": (2, 3), "extra.bias": (2,)})
    yield given(draw, "state_dict has a tensor more, without elements", changed={"extra": (0,)})
    yield given(
        draw, "model is an activation, and state_dict has one name", changed={"w": (1,)}, without=SHAPES, empty=True
    )


@grader.check("refused", item=ITEM, raises=ANY_ERROR, needs=[everything_is_loaded], points=1)
def another_shape_raises(draw: Draw) -> Iterator[Given]:
    """Where a shape differs, RuntimeError is raised, also when it could be broadcast or reshaped."""
    yield given(draw, "the head of state_dict has 9 classes instead of 3", changed=NINE_CLASSES)
    yield given(draw, "head.bias of state_dict has one element", changed={"head.bias": (1,)})
    yield given(draw, "head.bias of state_dict is (1, 3)", changed={"head.bias": (1, 3)})
    yield given(draw, "block.hidden.weight of state_dict is (2, 8)", changed={"block.hidden.weight": (2, 8)})
    yield given(draw, "norm.running_var of state_dict has 4 elements", changed={"norm.running_var": (4,)})


def differs(expected: Observed, yours: Observed) -> Difference | None:
    """What is not as it was; told apart is what was written once from what was written again, in vain."""
    for name in ("parameters that changed", "buffers that changed", "parameters are the same objects"):
        if found := compare(name, expected[name], yours.get(name)):
            in_vain = yours.get("something was written twice") is True
            return replace(found, name=f"{name}, although they were written again") if in_vain else found
    return None


@grader.check(
    "untouched",
    item=ITEM,
    compare=differs,
    needs=[a_missing_name_raises, an_unexpected_name_raises, another_shape_raises],
    points=4,
)
def a_refused_state_changes_nothing(draw: Draw) -> Iterator[Given]:
    """After a state was refused, every parameter and buffer of the model has the values from before, as one object."""
    yield given(draw, "the head of state_dict has 9 classes instead of 3", changed=NINE_CLASSES)
    yield given(draw, "head.bias of state_dict has one element", changed={"head.bias": (1,)})
    yield given(draw, "conv.weight of state_dict is (3, 2, 5)", changed={"conv.weight": (3, 2, 5)})
    yield given(draw, "state_dict has no norm.bias", without=["norm.bias"])
    yield given(draw, "state_dict has a layer more", changed={"extra.weight": (2, 3)})
    several = {**NINE_CLASSES, "aux": (4,)}
    yield in_order(
        given(draw, "state_dict has three kinds of misfits", changed=several, without=["conv.bias"]),
        [*reversed([name for name in SHAPES if name != "conv.bias"]), "aux"],
    )


@grader.check("identity", item=ITEM, needs=[everything_is_loaded], points=2)
def the_model_keeps_its_own_tensors(draw: Draw) -> Iterator[Given]:
    """Values go into the model's own parameters: same objects, dtypes and modes, no memory shared with the state."""
    yield given(draw, "state_dict has the model's names and shapes")
    yield given(draw, "state_dict is float64 and the model float32", dtype=torch.float64)
    yield given(draw, "state_dict is bfloat16 and the model float64", dtype=torch.bfloat16, model_dtype=torch.float64)
    yield given(draw, "state_dict is float16", dtype=torch.float16)


@grader.check("callers_state", item=ITEM, needs=[a_missing_name_raises, an_unexpected_name_raises], points=1)
def the_state_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The state keeps its names and values, whether it was loaded or refused."""
    yield given(draw, "state_dict has the model's names and shapes")
    yield given(draw, "state_dict has a layer more", changed={"extra.weight": (2, 3)}, without=["norm.bias"])
