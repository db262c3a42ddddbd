"""Grades exercises/amp_training_loop.py."""

import math
from collections.abc import Iterator
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
ITEM = "amp_train_step"
STEADY = {"init_scale": 1024.0, "growth_interval": 1000}
GROWING = {"init_scale": 256.0, "growth_interval": 2}


def given(
    draw: Draw,
    steps: int,
    *,
    about: str = "",
    infinite: int | None = None,
    scaler: dict[str, Any] = STEADY,
    options: dict[str, Any] | None = None,
    stale: float = 0.0,
) -> Given:
    size = draw.integer(2, 5)
    batches = [(draw.normal(size, 3), draw.normal(size, 1)) for _ in range(steps)]
    if infinite is not None:
        batches[infinite][0][0, 0] = math.inf
    return Given(
        f"amp_train_step(...), {steps} step{'s' * (steps > 1)}{about}",
        batches=batches,
        scaler=scaler,
        options=options or {},
        stale=stale,
    )


grader.leave_out(ITEM, "empty", because="The mean over a batch without rows is nan.")
grader.leave_out(
    ITEM,
    "float32",
    "float16",
    "bfloat16",
    because="Autocast leaves float64 alone, so that updates can be compared; what it casts to has a check of its own.",
)
grader.leave_out(ITEM, "with gradient", because="Batches are data; gradients are for the model's parameters.")
grader.leave_out(ITEM, "another device", because="It makes no tensors; device_type says where the model is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the dtype of the output, of the loss, and of the weight's gradient.",
    distractors=[
        (
            (torch.bfloat16, torch.bfloat16, torch.bfloat16),
            "That is the note's picture of a half precision copy. The weights are float32, and so are their gradients.",
        ),
        (
            (torch.bfloat16, torch.bfloat16, torch.float32),
            "Autocast widens the inputs of mse_loss, so the loss is float32.",
        ),
        (
            (torch.bfloat16, torch.float32, torch.bfloat16),
            "A gradient has the dtype of its parameter, and autocast never changes that one.",
        ),
        (
            (torch.float32, torch.float32, torch.float32),
            "A linear layer is what autocast is made for: it runs in low precision, and so its output is.",
        ),
    ],
)


@grader.check("losses", item=ITEM)
def the_loss_comes_back_as_a_float(draw: Draw) -> Iterator[Given]:
    """The result is the loss of the batch before scaling, a Python float."""
    yield given(draw, 1)
    turned = given(draw, 1, about=" with x transposed")
    turned.inputs["batches"] = [(draw.normal(3, 4).t(), draw.normal(4, 1))]
    yield turned
    one = given(draw, 1, about=" on one row")
    one.inputs["batches"] = [(draw.normal(1, 3), draw.normal(1, 1))]
    yield one


@grader.check("weights", item=ITEM, needs=[the_loss_comes_back_as_a_float], points=3)
def each_call_is_one_true_step(draw: Draw) -> Iterator[Given]:
    """Each call moves the weights as one step of the same training without a scaler would."""
    yield given(draw, 1)
    yield given(draw, 4)


@grader.check("weights", item=ITEM, needs=[each_call_is_one_true_step], points=1)
def old_gradients_do_not_count(draw: Draw) -> Iterator[Given]:
    """Gradients that are already there when a step begins have no influence."""
    yield given(draw, 2, about=", with gradients from before", stale=3000.0)


@grader.check("precision", item=ITEM, needs=[the_loss_comes_back_as_a_float], points=2)
def forward_and_loss_are_autocast_and_backward_is_not(draw: Draw) -> Iterator[Given]:
    """The forward pass and the loss run under autocast, to the dtype that was asked for; backward runs outside."""
    yield given(draw, 1)
    yield given(draw, 2, about=" with dtype=torch.float16", options={"dtype": torch.float16})


@grader.check("scales", item=ITEM, needs=[each_call_is_one_true_step], points=2)
def the_scaler_is_updated_once_per_step(draw: Draw) -> Iterator[Given]:
    """The given scaler is updated once after each step, so that its scale can grow."""
    yield given(draw, 5, about=", where the scale doubles every two steps", scaler=GROWING)


@grader.check("everything", item=ITEM, needs=[each_call_is_one_true_step], points=2)
def an_overflow_is_skipped_and_remembered(draw: Draw) -> Iterator[Given]:
    """An infinite batch gives its loss, makes no step and halves the scale, and the next step is clean."""
    yield given(draw, 4, about=", where batch 2 overflows", infinite=1)
    yield given(draw, 2, about=", where batch 1 overflows", infinite=0)


@grader.check("everything", item=ITEM, needs=[each_call_is_one_true_step], points=1)
def any_scaler_will_do(draw: Draw) -> Iterator[Given]:
    """With a disabled scaler, as for bfloat16, or with a scale of 1, the steps are the same."""
    yield given(draw, 3, about=" with GradScaler(enabled=False)", scaler={"enabled": False})
    yield given(draw, 3, about=" with a scale of 1", scaler={"init_scale": 1.0})
