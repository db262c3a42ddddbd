"""Grades exercises/backbone_transfer.py."""

from collections.abc import Iterator, Sequence

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "split_backbone"
RESNET = ["conv1", "bn1", "relu", "layer2", "layer1", "avgpool", "fc"]
"""Its stages are not in the order of the alphabet."""
WITH_AUX = ["conv1", "aux", "relu", "layer1", "avgpool", "fc"]
NORMED = ["conv1", "layer1", "fc_norm", "avgpool", "fc"]
WITHOUT_NORM = ["conv1", "relu", "layer1", "layer2", "avgpool", "fc"]
NO_FC = ["conv1", "relu", "layer1", "avgpool"]


def given(cut: str, drop: Sequence[str] | None = None, layers: Sequence[str] = RESNET, data: int = 0) -> Given:
    option = "" if drop is None else f", drop={list(drop)}"
    return Given(
        f"split_backbone(model, {cut!r}{option}), where model has {', '.join(layers)}",
        cut=cut,
        drop=None if drop is None else list(drop),
        layers=list(layers),
        data=data,
        place=[torch.zeros(1, dtype=torch.int64)],  # where the model lives; in a list, it is not shown
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how many names a Sequential without given names has in common with the model.",
    distractors=[
        (4, "The layers are the model's, their names are not: a Sequential that is given layers numbers them."),
        (6, "fc is not in the first half, and the layers that are have other names there."),
        (2, "Neither weights nor biases are found: all names begin with a number."),
    ],
)


@grader.check("kinds", item=ITEM, points=1)
def two_sequentials_come_back(draw: Draw) -> Iterator[Given]:
    """A tuple of two nn.Sequential comes back."""
    yield given("layer1")
    yield given("bn1")


@grader.check("computed", item=ITEM, needs=[two_sequentials_come_back], points=2)
def the_halves_compute_what_the_model_does(draw: Draw) -> Iterator[Given]:
    """The last layer, fed with what features and head make of x, gives the model's own answer, and its gradient."""
    yield given("layer2", data=draw.integer(0, 1_000_000))
    yield given("conv1", data=draw.integer(0, 1_000_000))
    yield given("layer1", layers=WITHOUT_NORM, data=draw.integer(0, 1_000_000))


@grader.check("layers", item=ITEM, needs=[the_halves_compute_what_the_model_does], points=3)
def the_cut_ends_the_features(draw: Draw) -> Iterator[Given]:
    """The features end with the layer at the cut, and the head begins behind it, both in the order of the model."""
    yield given("layer1")
    yield given("layer2")
    yield given("conv1")


@grader.check("fit", item=ITEM, needs=[the_cut_ends_the_features], points=2)
def the_checkpoint_still_fits(draw: Draw) -> Iterator[Given]:
    """Every tensor of both parts is found under its name in a file of the whole model."""
    yield given("layer2")


@grader.check("layers", item=ITEM, needs=[the_cut_ends_the_features], points=2)
def dropped_layers_are_in_neither_part(draw: Draw) -> Iterator[Given]:
    """What is named in drop is left out, before the cut and behind it; nothing else is, whatever it is called."""
    yield given("layer2", ["avgpool", "fc"])
    yield given("relu", layers=NO_FC)
    yield given("layer1", ["aux", "fc"], WITH_AUX)
    yield given("layer1", layers=NORMED)
    yield given("layer1", [])
    yield given("layer1", ["fc", "classifier"])
    yield given("relu", ["conv1", "layer2"])


@grader.check("layers", item=ITEM, needs=[the_cut_ends_the_features], points=1)
def the_head_may_be_empty(draw: Draw) -> Iterator[Given]:
    """A cut at the last layer that is kept leaves a head without layers."""
    yield given("avgpool")
    yield given("fc", [])
    yield given("avgpool", layers=NO_FC)


@grader.check("shared", item=ITEM, needs=[the_cut_ends_the_features], points=1)
def the_layers_are_shared(draw: Draw) -> Iterator[Given]:
    """Both parts hold the model's own layers, and follow when these change."""
    yield given("layer2")


@grader.check("model_afterwards", item=ITEM, needs=[the_cut_ends_the_features], points=1)
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The model keeps its layers, values and modes, and a layer that is added to a part later is not in the model."""
    yield given("layer2")
    yield given("layer1", ["aux", "fc"], WITH_AUX)


@grader.check("refused", item=ITEM, raises=["KeyError"], needs=[the_cut_ends_the_features], points=2)
def a_cut_that_is_not_there_raises(draw: Draw) -> Iterator[Given]:
    """A cut that is no layer directly inside the model raises ValueError."""
    yield given("layer9")
    yield given("layer1.0")
    yield given("layer")
    yield given("")


@grader.check("refused", item=ITEM, raises=["KeyError"], needs=[a_cut_that_is_not_there_raises], points=1)
def a_cut_that_is_dropped_raises(draw: Draw) -> Iterator[Given]:
    """A cut that is dropped raises ValueError as well."""
    yield given("fc")
    yield given("aux", ["aux", "fc"], WITH_AUX)
