"""Grades exercises/weight_initialization.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "init_weights"
CLOSE = Tolerance(0.0, 0.004)
"""More than ten standard errors of what is measured, which is at least 4096 numbers."""

WHERE = [torch.zeros(1, dtype=torch.int64)]
"""Tells the probe which device the model is to be on."""


def given(note: str = "", dtype: str = "float32", frozen: bool = False, **layers: str) -> Given:
    """A model with these layers, each named by its kind."""
    inside = ", ".join(f"{name}={kind}" for name, kind in layers.items())
    call = f"init_weights(model), where model has {inside}{note}"
    return Given(call, layers=layers, dtype=dtype, frozen=frozen, where=WHERE)


def alone(kind: str) -> Given:
    return Given(f"init_weights({kind})", layers={"": kind}, dtype="float32", frozen=False, where=WHERE)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the order in which apply visits the four modules.",
    distractors=[
        (
            ["Sequential", "Linear", "Sequential", "ReLU"],
            "That is the order of modules(), where a module comes before what is inside it.",
        ),
        (["Linear", "ReLU"], "The containers are modules as well, and the function meets them too."),
        (
            ["Linear", "Sequential", "ReLU", "Sequential"],
            "The inner Sequential has a child of its own, which comes before it.",
        ),
        (["Linear", "ReLU", "Sequential"], "There are two containers, and each of them is visited."),
    ],
)


@grader.check("identity", item=ITEM, points=1)
def the_model_keeps_its_parameters(draw: Draw) -> Iterator[Given]:
    """The model itself comes back, and each of its parameters is the object it was, a leaf as before."""
    yield given(conv="Conv2d", norm="BatchNorm2d", fc="Linear")
    yield given(up="ConvTranspose2d", bare="BatchNorm2d without affine")
    yield alone("Conv2d")


@grader.check("statistics", item=ITEM, tolerance=CLOSE, needs=[the_model_keeps_its_parameters], points=2)
def convolutions_begin_near_zero(draw: Draw) -> Iterator[Given]:
    """The weights of a convolution have mean 0 and standard deviation 0.02."""
    yield given(conv="Conv2d")
    yield given(first="Conv2d", second="Conv2d without bias")


@grader.check("statistics", item=ITEM, tolerance=CLOSE, needs=[the_model_keeps_its_parameters], points=2)
def batch_norms_begin_near_one(draw: Draw) -> Iterator[Given]:
    """The weights of a batch norm have mean 1 and standard deviation 0.02; one without weights stays as it is."""
    yield given(norm="BatchNorm2d")
    yield given(norm="BatchNorm2d", bare="BatchNorm2d without affine")


@grader.check(
    "statistics",
    item=ITEM,
    tolerance=CLOSE,
    needs=[convolutions_begin_near_zero, batch_norms_begin_near_one],
    points=2,
)
def every_kind_of_both_counts(draw: Draw) -> Iterator[Given]:
    """It counts for 1, 2 and 3 dimensions, transposed, grouped, synchronized, and for subclasses of any name."""
    for kind in ("Conv1d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d", "Conv2d with groups"):
        yield given(layer=kind)
    for kind in ("BatchNorm1d", "BatchNorm3d", "SyncBatchNorm", "Stem(nn.Conv2d)", "Scale(nn.BatchNorm2d)"):
        yield given(layer=kind)


@grader.check("statistics", item=ITEM, tolerance=CLOSE, needs=[convolutions_begin_near_zero], points=2)
def every_depth_is_reached(draw: Draw) -> Iterator[Given]:
    """A layer may be the model itself, or sit in blocks, whatever the blocks are called."""
    yield alone("Conv2d")
    yield alone("BatchNorm2d")
    yield given(block="Block")
    yield given(block="ConvBlock", other="BatchNormBlock")


@grader.check(
    "outliers",
    item=ITEM,
    tolerance=Tolerance(0.0, 0.02),
    needs=[convolutions_begin_near_zero, batch_norms_begin_near_one],
)
def the_weights_are_normally_distributed(draw: Draw) -> Iterator[Given]:
    """As in a normal distribution, about one weight in twenty lies beyond two standard deviations."""
    yield given(conv="Conv2d", norm="BatchNorm2d with 20000 channels")


@grader.check("biases", item=ITEM, needs=[the_model_keeps_its_parameters])
def every_bias_is_zero(draw: Draw) -> Iterator[Given]:
    """The biases of convolutions and batch norms are 0, and those that are not there are no trouble."""
    yield given(conv="Conv2d", norm="BatchNorm2d")
    yield given(up="ConvTranspose2d", conv="Conv2d without bias", norm="BatchNorm1d")


@grader.check("changed", item=ITEM, needs=[the_model_keeps_its_parameters], points=2)
def all_else_is_left_alone(draw: Draw) -> Iterator[Given]:
    """No other layer changes, nor do running statistics, even where a name resembles one of the two kinds."""
    yield given(conv="Conv2d", fc="Linear", act="PReLU")
    yield given(norm="BatchNorm2d", bare="BatchNorm2d without affine")
    yield given(embed="Embedding", norm="LayerNorm", group="GroupNorm", instance="InstanceNorm2d", norm2="BatchNorm1d")
    yield given(conv="Conv2d", shift="ConvShift", gate="BatchNormGate")


@grader.check("state", item=ITEM, tolerance=CLOSE, needs=[convolutions_begin_near_zero])
def dtypes_and_frozen_parameters_stay(draw: Draw) -> Iterator[Given]:
    """Half and double precision stay, and frozen parameters are filled as well and stay frozen."""
    for dtype in ("float64", "float16", "bfloat16"):
        yield given(f", in {dtype}", dtype=dtype, conv="Conv2d", norm="BatchNorm2d")
    yield given(", frozen", frozen=True, conv="Conv2d", norm="BatchNorm2d", fc="Linear")


@grader.check("randomness", item=ITEM, needs=[the_model_keeps_its_parameters])
def every_draw_is_new(draw: Draw) -> Iterator[Given]:
    """Another call gives other weights, and so does another layer of the same shape."""
    yield given(first="Conv2d", second="Conv2d")
    yield given(first="BatchNorm2d", second="BatchNorm2d")
