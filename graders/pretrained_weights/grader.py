"""Grades exercises/pretrained_weights.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "replace_head"


def given(
    num_classes: int,
    freeze: bool | None = None,
    *,
    classes: int = 7,
    bias: bool = True,
    dtype: torch.dtype = torch.float32,
    device: str = "here",
    frozen: tuple[str, ...] = (),
) -> Given:
    """A classifier with some classes, and how many it is to have."""
    option = "" if freeze is None else f", freeze={freeze}"
    details = [] if bias else ["no bias"]
    if dtype != torch.float32:
        details.append(f"dtype {str(dtype).removeprefix('torch.')}")
    if device != "here":
        details.append(f"device {device}")
    about = f" with {' and '.join(details)}" if details else ""
    tail = f"; frozen: {', '.join(frozen)}" if frozen else ""
    return Given(
        f"replace_head(model, {num_classes}{option}), where model.fc has {classes} classes{about}{tail}",
        num_classes=num_classes,
        freeze=freeze,
        classes=classes,
        bias=bias,
        device=device,
        frozen=list(frozen),
        like=[torch.zeros((), dtype=dtype)],  # the model's device and dtype; in a list, it is not shown
    )


grader.leave_out(
    ITEM,
    "strided",
    "empty",
    "with gradient",
    "unchanged",
    "another device",
    because="It is given a model and no tensors; what the model keeps is looked at by checks of its own.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether torchvision warns of pretrained=, and how.",
    distractors=[
        ((True, "DeprecationWarning"), "Python hides that kind from users by default, and these are meant to be seen."),
        ((True, "FutureWarning"), "The text speaks of the future, and the kind is the most ordinary one."),
        ((False, "none"), "The argument still works, and it is deprecated: nobody need call it quietly."),
        ("TypeError", "The argument is still there. It is translated into weights=None."),
    ],
    requires=["torchvision"],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the shape of an output, and of a weight, after out_features was changed.",
    distractors=[
        (((1, 2), (2, 8)), "Nothing is built anew when an attribute changes; the weight was made by the constructor."),
        (((1, 2), (5, 8)), "The output comes from the weight alone, and out_features is not asked."),
        (((1, 5), (8, 5)), "The weight has one row for each output: outputs first, inputs second."),
    ],
)


@grader.check("head", item=ITEM, points=2)
def fc_is_a_new_linear_layer(draw: Draw) -> Iterator[Given]:
    """model.fc is one nn.Linear with the old number of inputs and num_classes outputs, and a weight of that shape."""
    yield given(draw.integer(2, 6))
    yield given(draw.integer(8, 12))
    yield given(1)
    yield given(3, False, classes=1)


@grader.check("returned", item=ITEM, needs=[fc_is_a_new_linear_layer], points=1)
def the_model_itself_comes_back(draw: Draw) -> Iterator[Given]:
    """The model that was given is changed in place and returned."""
    yield given(3)


@grader.check("head", item=ITEM, needs=[fc_is_a_new_linear_layer], points=1)
def no_bias_stays_no_bias(draw: Draw) -> Iterator[Given]:
    """Where the old head has no bias, the new one has none."""
    yield given(3, bias=False)
    yield given(9, False, bias=False)


@grader.check("head", item=ITEM, needs=[fc_is_a_new_linear_layer], points=1)
def the_dtype_stays(draw: Draw) -> Iterator[Given]:
    """The new head has the dtype of the old one."""
    for dtype in (torch.float64, torch.float16, torch.bfloat16):
        yield given(3, dtype=dtype)


@grader.check("head", item=ITEM, needs=[fc_is_a_new_linear_layer], points=1)
def the_device_stays(draw: Draw) -> Iterator[Given]:
    """The new head is on the device of the old one: on the meta device here, on a GPU elsewhere."""
    yield given(3, device="meta")
    yield given(3, False, device="meta", bias=False)


@grader.check("trainable", item=ITEM, needs=[fc_is_a_new_linear_layer], points=3)
def only_the_head_is_trainable(draw: Draw) -> Iterator[Given]:
    """With freeze, which is the default, exactly the parameters of the new head require a gradient."""
    yield given(3)
    yield given(3, True)
    yield given(3, True, frozen=("body.conv",))


@grader.check("trainable", item=ITEM, needs=[only_the_head_is_trainable], points=2)
def without_freeze_the_rest_stays(draw: Draw) -> Iterator[Given]:
    """Without freeze every other parameter is as trainable as it was."""
    yield given(3, False)
    yield given(3, False, frozen=("body.conv",))


@grader.check("trainable", item=ITEM, needs=[without_freeze_the_rest_stays], points=1)
def the_new_head_is_always_trainable(draw: Draw) -> Iterator[Given]:
    """The new head requires gradients also where the old one did not."""
    yield given(3, False, frozen=("fc",))
    yield given(3, False, frozen=("body", "fc"))
    yield given(3, True, frozen=("fc",))


BODY = [
    "names in the state dict",
    "tensors of the body that changed",
    "modules of the body that were replaced",
    "modules that are in eval mode",
]
HEAD = ["fc is the old layer", "fc has old weights"]


@grader.check("values", item=ITEM, agree=BODY, needs=[fc_is_a_new_linear_layer], points=2)
def the_body_keeps_its_values_and_names(draw: Draw) -> Iterator[Given]:
    """The body keeps its modules, values and modes, and the state dict its names."""
    yield given(3)
    yield given(9, False)


@grader.check("values", item=ITEM, agree=HEAD, needs=[the_body_keeps_its_values_and_names], points=1)
def the_head_begins_anew(draw: Draw) -> Iterator[Given]:
    """The new head has weights of its own, also where the number of classes stays the same."""
    yield given(7)
    yield given(7, False)
