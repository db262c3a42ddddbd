"""Grades exercises/partial_state_dict_loading.py."""

from collections.abc import Iterable, Iterator, Mapping

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "load_matching"
COUNTER = "norm.num_batches_tracked"
SHAPES = {
    "conv.weight": (3, 2, 3, 3),
    "conv.bias": (3,),
    "norm.weight": (3,),
    "norm.bias": (3,),
    "norm.running_mean": (3,),
    "norm.running_var": (3,),
    COUNTER: (),
    "hidden1.weight": (4, 4),
    "hidden1.bias": (4,),
    "block.hidden2.weight": (4, 4),
    "block.hidden2.bias": (4,),
    "head.weight": (5, 4),
    "head.bias": (5,),
}
"""Every tensor of the network in probe.py."""
BIGGER_HEAD = {"head.weight": (9, 4), "head.bias": (9,)}


def checkpoint(
    draw: Draw, changed: Mapping[str, tuple[int, ...]], without: Iterable[str], dtype: torch.dtype
) -> dict[str, Tensor]:
    """A checkpoint of the network, with other shapes for some names and nothing for others."""
    shapes = {name: shape for name, shape in {**SHAPES, **changed}.items() if name not in without}
    return {
        name: draw.integers(1, 1000) if name == COUNTER else draw.uniform(*shape, low=2.0, high=3.0, dtype=dtype)
        for name, shape in shapes.items()
    }


def given(
    draw: Draw,
    about: str,
    *,
    changed: Mapping[str, tuple[int, ...]] | None = None,
    without: Iterable[str] = (),
    dtype: torch.dtype = torch.float32,
    model_dtype: torch.dtype = torch.float32,
) -> Given:
    tensors = checkpoint(draw, changed or {}, without, dtype)
    call = f"load_matching(model, pretrained), where {about}"
    like = [torch.zeros((), dtype=model_dtype)]  # the model's device and dtype; in a list, it is not shown
    return Given(call, checkpoint=tensors, like=like)


def in_order(case: Given, names: Iterable[str]) -> Given:
    """The same case with the names of the checkpoint in another order."""
    case.inputs["checkpoint"] = {name: case.inputs["checkpoint"][name] for name in names}
    return case


grader.leave_out(ITEM, "another device", because="It makes no tensors; copying goes to wherever the model is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what load_state_dict does about a head of another size with strict=False.",
    distractors=[
        ("<All keys matched successfully>", "All names do match, but PyTorch also compares shapes."),
        ("KeyError", "Each name of the checkpoint exists in the model; it is the shapes that do not agree."),
        (
            "_IncompatibleKeys(missing_keys=['1.weight', '1.bias'], unexpected_keys=[])",
            "That would be the answer to missing names. A shape that does not fit is another kind of failure.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is how many tensors pass the filter, and what PyTorch says afterwards.",
    distractors=[
        (
            (2, "<All keys matched successfully>"),
            'Names are compared as a whole, and "module." is part of them.',
        ),
        (
            (0, "RuntimeError"),
            "The dict that is loaded has every name of the model, with the model's own values.",
        ),
        (
            (0, "_IncompatibleKeys(missing_keys=['weight', 'bias'], unexpected_keys=[])"),
            "No name is missing: the dict began as the model's own state, and only updates to it were lost.",
        ),
    ],
)


@grader.check("weights", item=ITEM, points=2)
def every_matching_tensor_is_copied(draw: Draw) -> Iterator[Given]:
    """A checkpoint of the same network is copied completely: parameters, and buffers such as running means."""
    yield given(draw, "pretrained has the model's names and shapes")
    yield given(
        draw,
        "model and pretrained are float64",
        dtype=torch.float64,
        model_dtype=torch.float64,
    )
    strided = given(draw, "hidden1.weight of pretrained is a transposed view")
    strided.inputs["checkpoint"]["hidden1.weight"] = draw.uniform(4, 4, low=2.0, high=3.0, dtype=torch.float32).t()
    yield strided
    parameters = given(draw, "the tensors of pretrained require gradients")
    for tensor in parameters.inputs["checkpoint"].values():
        tensor.requires_grad_(tensor.is_floating_point())
    yield parameters


@grader.check("weights", item=ITEM, needs=[every_matching_tensor_is_copied], points=1)
def tensors_are_matched_by_name(draw: Draw) -> Iterator[Given]:
    """Tensors are matched by name; the order of the checkpoint says nothing."""
    yield in_order(given(draw, "pretrained is in reverse order"), reversed(SHAPES))
    yield in_order(given(draw, "pretrained is in alphabetical order"), sorted(SHAPES))


@grader.check("weights", item=ITEM, needs=[tensors_are_matched_by_name], points=2)
def names_on_one_side_only_are_skipped(draw: Draw) -> Iterator[Given]:
    """Names that only the model or only the checkpoint has are skipped, and the rest is still copied."""
    yield given(draw, "pretrained has no head", without=["head.weight", "head.bias"])
    yield given(draw, "pretrained has a layer more", changed={"extra.weight": (2, 3), "extra.bias": (2,)})
    yield given(
        draw,
        "pretrained calls the head fc",
        changed={"fc.weight": (5, 4), "fc.bias": (5,)},
        without=["head.weight", "head.bias"],
    )
    yield given(draw, "pretrained is empty", without=SHAPES)


@grader.check("weights", item=ITEM, needs=[names_on_one_side_only_are_skipped], points=2)
def tensors_of_another_size_are_skipped(draw: Draw) -> Iterator[Given]:
    """A tensor with the right name and another size is skipped as a whole, and the rest is still copied."""
    yield given(draw, "the head of pretrained has 9 classes instead of 5", changed=BIGGER_HEAD)
    yield given(
        draw,
        "the head of pretrained has 2 classes instead of 5",
        changed={"head.weight": (2, 4), "head.bias": (2,), "extra": (3,)},
    )


@grader.check("weights", item=ITEM, needs=[tensors_of_another_size_are_skipped], points=2)
def shapes_must_be_equal(draw: Draw) -> Iterator[Given]:
    """Shapes must be equal: neither the same number of elements nor a shape that broadcasts is enough."""
    yield given(draw, "hidden1.weight of pretrained is (2, 8)", changed={"hidden1.weight": (2, 8)})
    yield given(draw, "head.weight of pretrained is transposed", changed={"head.weight": (4, 5)})
    yield given(draw, "head.bias of pretrained has one element", changed={"head.bias": (1,)})
    yield given(draw, "head.bias of pretrained is (1, 5)", changed={"head.bias": (1, 5)})
    yield given(draw, "conv.weight of pretrained is (3, 1, 3, 3)", changed={"conv.weight": (3, 1, 3, 3)})


@grader.check("report", item=ITEM, needs=[tensors_of_another_size_are_skipped], points=3)
def the_report_has_each_name_once(draw: Draw) -> Iterator[Given]:
    """The report has every name in exactly one of its four lists, and each list is sorted."""
    yield given(draw, "pretrained has the model's names and shapes")
    yield given(draw, "pretrained calls the head fc", changed={"fc.weight": (5, 4)}, without=["head.weight"])
    yield given(draw, "the head of pretrained has 9 classes instead of 5", changed=BIGGER_HEAD)
    yield given(
        draw,
        "pretrained has three kinds of misfits",
        changed={**BIGGER_HEAD, "zoom.weight": (0,), "aux.weight": (4, 4), "block.hidden2.weight": (4, 3)},
        without=["norm.weight", "norm.bias", "conv.bias"],
    )
    first = given(draw, "the first names do not fit", changed={"aux.weight": (4, 4), "conv.weight": (3, 2, 1, 1)})
    yield in_order(first, ["aux.weight", *SHAPES])
    yield given(
        draw,
        "only the counter of the norm has a name the model knows",
        changed={f"module.{name}": shape for name, shape in SHAPES.items()},
        without=[name for name in SHAPES if name != COUNTER],
    )


@grader.check("callers_checkpoint", item=ITEM, needs=[names_on_one_side_only_are_skipped], points=1)
def the_checkpoint_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The checkpoint keeps all its names and values."""
    yield given(draw, "pretrained has the model's names and shapes")
    yield given(draw, "pretrained has a layer more", changed={"extra.weight": (2, 3)}, without=["norm.bias"])


@grader.check("identity", item=ITEM, needs=[every_matching_tensor_is_copied], points=3)
def the_model_keeps_its_own_tensors(draw: Draw) -> Iterator[Given]:
    """Values go into the model's own parameters: same objects, same dtype, no memory shared with the checkpoint."""
    yield given(draw, "pretrained has the model's names and shapes")
    yield given(draw, "pretrained is float64 and the model float32", dtype=torch.float64)
    yield given(draw, "pretrained is bfloat16 and the model float64", dtype=torch.bfloat16, model_dtype=torch.float64)
    yield given(draw, "pretrained is float16", dtype=torch.float16)


@grader.check("report", item=ITEM, needs=[the_report_has_each_name_once], points=1, stretch=True)
def a_counter_that_is_not_there_is_missing(draw: Draw) -> Iterator[Given]:
    """A batch norm counter that the checkpoint lacks is missing, although PyTorch forgives exactly that one."""
    yield given(draw, f"pretrained lacks {COUNTER}", without=[COUNTER])
    yield given(draw, "pretrained is empty", without=SHAPES)
