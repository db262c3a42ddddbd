"""Grades exercises/inference_graph_fusion.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "fold_bn"
ROUGH = Tolerance(1e-3, 1e-3)
"""Too coarse for eps, which has a check of its own."""


def given(
    draw: Draw,
    *,
    out: int = 4,
    inside: int = 3,
    kernel: tuple[int, int] = (3, 3),
    bias: bool = False,
    affine: bool = True,
    eps: float = 1e-5,
    dtype: torch.dtype = torch.float64,
    x: Tensor | None = None,
    **options: Any,
) -> Given:
    """A convolution of `inside` channels per group, and a batch norm far from its initial state."""
    groups = options.get("groups", 1)
    settings = ", ".join([f"{name}={value!r}" for name, value in options.items()])
    about = [f"Conv2d({inside * groups}, {out}, {kernel}{', ' if settings else ''}{settings}, bias={bias})"]
    about += [f"BatchNorm2d({out}, eps={eps:g}{'' if affine else ', affine=False'})"]
    return Given(
        f"fold_bn(conv, bn)(x), where conv is {about[0]} and bn {about[1]}",
        weight=draw.normal(out, inside, *kernel, dtype=dtype),
        bias=draw.uniform(out, low=1.0, high=3.0, dtype=dtype) if bias else None,
        gamma=draw.uniform(out, low=0.5, high=2.0, dtype=dtype) * (1 - 2 * (torch.arange(out) % 2)) if affine else None,
        beta=draw.uniform(out, low=2.0, high=3.0, dtype=dtype) if affine else None,
        mean=draw.uniform(out, low=0.5, high=1.5, dtype=dtype),
        var=draw.uniform(out, low=2.0, high=9.0, dtype=dtype),
        eps=eps,
        options=options,
        x=draw.normal(2, inside * groups, 7, 6, dtype=dtype) if x is None else x,
    )


grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="In half precision two roundings become one, and every way of folding rounds elsewhere.",
)
grader.leave_out(
    ITEM,
    "another device",
    because="Layers are made with device=None, which that cannot see; a check of its own has another default device.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what symmetric int8 quantization keeps of three numbers, and what they are afterwards.",
    distractors=[
        (
            ([-50, 25, 128], [-1.0, 0.5, 2.54]),
            "128 is not an int8. The largest absolute value becomes 127, and the range is symmetric.",
        ),
        (([-1, 0, 3], [-1.0, 0.0, 3.0]), "The numbers are divided by the scale before they are rounded."),
        (([-100, 50, 127], [-1.0, 0.5, 1.27]), "The scale is chosen so that the largest number becomes 127."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what is kept of three small numbers beside an outlier.",
    distractors=[
        ([13, 25, 38, 127], "There is one scale for all of them, and the outlier sets it."),
        ([0, 0, 1, 127], "The scale is 100 / 127, and 0.3 is less than half of that."),
    ],
)


@grader.check("output", item=ITEM, tolerance=ROUGH, points=2)
def each_channel_is_scaled(draw: Draw) -> Iterator[Given]:
    """Without a bias each output channel is scaled and shifted as bn does it, up to three digits."""
    yield given(draw, out=3)
    yield given(draw, out=5, inside=2, kernel=(2, 3))


@grader.check("output", item=ITEM, needs=[each_channel_is_scaled], points=1)
def eps_is_under_the_root(draw: Draw) -> Iterator[Given]:
    """The variance and bn's own eps are added before the root is taken."""
    yield given(draw)
    yield given(draw, eps=0.5)


@grader.check("output", item=ITEM, needs=[each_channel_is_scaled], points=2)
def the_convs_bias_passes_through_the_norm(draw: Draw) -> Iterator[Given]:
    """A bias of the convolution is there before the norm, and is shifted and scaled with the rest."""
    yield given(draw, bias=True)
    yield given(draw, out=5, inside=2, kernel=(1, 1), bias=True)


@grader.check("output", item=ITEM, needs=[each_channel_is_scaled], points=2)
def the_settings_of_the_convolution_stay(draw: Draw) -> Iterator[Given]:
    """Stride, padding, dilation, groups and padding mode are those of conv."""
    yield given(draw, stride=(2, 1), padding=(1, 2))
    yield given(draw, kernel=(3, 2), dilation=(2, 1), bias=True)
    yield given(draw, out=6, inside=2, groups=3)
    yield given(draw, out=3, inside=1, groups=3, bias=True)
    yield given(draw, padding=1, padding_mode="reflect", bias=True)
    yield given(draw, padding="same")


@grader.check("output", item=ITEM, needs=[each_channel_is_scaled], points=1)
def a_norm_without_weights_is_folded(draw: Draw) -> Iterator[Given]:
    """A batch norm with affine=False has no weight and bias, and its statistics count all the same."""
    yield given(draw, affine=False)
    yield given(draw, affine=False, bias=True)


@grader.check("output", item=ITEM, needs=[each_channel_is_scaled], points=1)
def any_batch_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """The result works for any input that conv takes: empty, strided, in float32, of one pixel."""
    yield given(draw, dtype=torch.float32, bias=True)
    yield given(draw, x=draw.normal(0, 3, 5, 5))
    yield given(draw, x=draw.normal(2, 3, 6, 5).transpose(2, 3))
    yield given(draw, inside=1, kernel=(1, 1), x=draw.normal(1, 1, 1, 1))


@grader.check("input_gradient", item=ITEM, needs=[each_channel_is_scaled], points=1)
def gradients_reach_the_input(draw: Draw) -> Iterator[Given]:
    """A gradient goes through the result to x as it went through both layers."""
    case = given(draw, bias=True)
    case.inputs["x"].requires_grad_()
    yield case


@grader.check("ownership", item=ITEM, needs=[each_channel_is_scaled], points=2)
def both_layers_are_left_alone(draw: Draw) -> Iterator[Given]:
    """conv and bn keep their values, and share no memory with the result."""
    yield given(draw)
    yield given(draw, bias=True)
    yield given(draw, affine=False)


@grader.check("placed", item=ITEM, needs=[each_channel_is_scaled], points=1, on_cuda=False)
def everything_is_made_where_the_layers_are(draw: Draw) -> Iterator[Given]:
    """All of the result is on the device of the layers, also when new tensors land elsewhere by default."""
    for options in ({}, {"bias": True}, {"affine": False}):
        yield given(draw, **options)
