"""Grades exercises/nn_module_vs_functional.py."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "Projection"
SIZES = (3, 5)
"""in_features and out_features; they differ, so that a transposed weight cannot hide."""


def given(draw: Draw, x: Tensor, p: float = 0.5, about: str = ".eval()(x)", **more: Tensor) -> Given:
    """Everything a Projection is made of, in the dtype of x; no output is 0, so a 0 is a dropped value."""
    inputs, outputs = x.shape[-1], SIZES[1]
    options = {"out_features": outputs, "p": p}
    tensors = {
        "mean": draw.uniform(inputs, low=-1.5, high=-0.5, dtype=x.dtype),
        "weight": draw.uniform(outputs, inputs, low=0.25, high=1.0, dtype=x.dtype),
        "bias": draw.uniform(outputs, low=0.25, high=1.0, dtype=x.dtype),
    }
    return Given(f"Projection(mean, {outputs}, p={p}){about}", options=options, x=x, **tensors, **more)


def inputs(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return draw.uniform(*shape, low=0.0, high=2.0, dtype=dtype)


grader.leave_out(
    ITEM, "another device", because="the_parameters_are_made_where_mean_is has a mean on the meta device instead."
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what F.dropout with p=1.0 leaves of three ones in a network in eval mode.",
    distractors=[
        (
            [1.0, 1.0, 1.0],
            "eval() sets an attribute of the modules. A function is no module, and its default is training=True.",
        ),
        (
            [math.inf, math.inf, math.inf],
            "What is kept is divided by 1 - p, and at p=1 nothing is kept: what is dropped is 0 and stays 0.",
        ),
    ],
)


@grader.check("state", item=ITEM, points=2)
def it_keeps_two_parameters_and_a_buffer(draw: Draw) -> Iterator[Given]:
    """`weight` and `bias` are its parameters and `mean` its buffer; all three are saved, and nothing else."""
    yield given(draw, inputs(draw, 1, 3), about="")
    yield given(draw, inputs(draw, 2, 4, dtype=torch.float32), about="")


@grader.check("sizes", item=ITEM, needs=[it_keeps_two_parameters_and_a_buffer])
def the_parameters_fit_the_mean(draw: Draw) -> Iterator[Given]:
    """`weight` is (out_features, in_features) and `bias` (out_features,), in the dtype of mean."""
    yield given(draw, inputs(draw, 1, 3), about="")
    yield given(draw, inputs(draw, 2, 4, dtype=torch.float32), about="")
    yield given(draw, inputs(draw, 2, 1, dtype=torch.float16), about="")


@grader.check("in_eval_mode", item=ITEM, agree=["output"], needs=[the_parameters_fit_the_mean], points=3)
def in_eval_mode_nothing_is_dropped(draw: Draw) -> Iterator[Given]:
    """In eval mode the output is (x - mean) projected by weight and bias, and every value is kept."""
    yield given(draw, inputs(draw, 4, 3))
    yield given(draw, inputs(draw, 3), p=0.9)
    yield given(draw, inputs(draw, 2, 2, 3))
    yield given(draw, inputs(draw, 3, 4).t())
    yield given(draw, inputs(draw, 0, 3))
    yield given(draw, inputs(draw, 1, 1))
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, inputs(draw, 2, 3, dtype=dtype))


@grader.check("in_eval_mode", item=ITEM, agree=["inputs that changed"], needs=[in_eval_mode_nothing_is_dropped])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither x nor mean."""
    yield given(draw, inputs(draw, 4, 3))


@grader.check("inside_a_network", item=ITEM, needs=[in_eval_mode_nothing_is_dropped], points=2)
def the_mode_is_that_of_the_network(draw: Draw) -> Iterator[Given]:
    """Its mode follows eval() and train() of the network that it is a part of."""
    yield given(draw, inputs(draw, 40, 3), about=" inside nn.Sequential")


@grader.check("in_training_mode", item=ITEM, needs=[the_mode_is_that_of_the_network], points=2)
def at_p_one_all_and_at_p_zero_nothing_is_dropped(draw: Draw) -> Iterator[Given]:
    """In training mode p=1 gives zeros and p=0 keeps every value."""
    for p in (1.0, 0.0):
        yield given(draw, inputs(draw, 4, 3), p=p, about="(x)")


@grader.check("survivors", item=ITEM, needs=[at_p_one_all_and_at_p_zero_nothing_is_dropped], points=2)
def what_is_kept_is_scaled_up(draw: Draw) -> Iterator[Given]:
    """In training mode each value is, on its own, either 0 or divided by 1 - p; p is 0.5 unless it is given."""
    for p in (0.75, 0.5, 0.2):
        yield given(draw, inputs(draw, 40, 3), p=p, about="(x)")
    case = given(draw, inputs(draw, 40, 3))
    yield Given("Projection(mean, 5)(x)", **case.inputs | {"options": {"out_features": SIZES[1]}})


@grader.check("checkpoint", item=ITEM, agree=["output"], needs=[in_eval_mode_nothing_is_dropped], points=2)
def a_checkpoint_brings_its_own_mean(draw: Draw) -> Iterator[Given]:
    """After load_state_dict the mean of the checkpoint is the one that is subtracted."""
    about = ".eval()(x), after loading a checkpoint"
    yield given(draw, inputs(draw, 4, 3), about=about, saved_mean=draw.normal(3))


@grader.check("backward", item=ITEM, needs=[in_eval_mode_nothing_is_dropped], points=2)
def gradients_reach_the_input_and_the_parameters(draw: Draw) -> Iterator[Given]:
    """Gradients flow to x, to weight and to bias."""
    yield given(draw, inputs(draw, 4, 3).requires_grad_())
    yield given(draw, inputs(draw, 2, 2, 3).requires_grad_())


@grader.check("whereabouts", item=ITEM, needs=[it_keeps_two_parameters_and_a_buffer])
def the_parameters_are_made_where_mean_is(draw: Draw) -> Iterator[Given]:
    """The parameters are made on the device of mean, whichever that is."""
    yield given(draw, inputs(draw, 4, 3), about=', where mean is on the device "meta"')
