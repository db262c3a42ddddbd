"""Grades exercises/grouped_convolution.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
SPEC = "grouped_conv_spec"
CONV = "grouped_conv2d"
WEIGHT = ("filters", "channels", "rows", "columns")
IMAGES = ("batch", "channels", "rows", "columns")

grader.leave_out(
    CONV,
    "empty",
    because="Cutting patches with reshape(n, -1) is a right way, and it cannot work on a batch without images.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the weight's shape, the number of biases and the number of parameters of Conv2d(6, 12, 3, groups=3).",
    distractors=[
        (((4, 2, 3, 3), 4, 76), "This is one of the three groups. The layer holds the filters of all of them."),
        (((12, 6, 3, 3), 12, 660), "This is the layer without groups. In a group a filter is less deep."),
        (((6, 4, 3, 3), 12, 228), "This is how ConvTranspose2d stores its weight: input channels first."),
    ],
)


def asked(in_channels: int, out_channels: int, kernel_size: object, **options: object) -> Given:
    words = [f"{in_channels}", f"{out_channels}", f"{kernel_size}", *(f"{k}={v!r}" for k, v in options.items())]
    call = f"grouped_conv_spec({', '.join(words)})"
    return Given(call, args=(in_channels, out_channels, kernel_size), options=options)


def channels(draw: Draw) -> tuple[int, int, int]:
    """Input channels, output channels and a number of groups that divides both and equals neither."""
    groups = draw.integer(2, 5)
    deep = draw.integer(2, 5)
    return groups * deep, groups * (deep + draw.integer(1, 4)), groups


@grader.check("spec", item=SPEC, agree=["type", "weight_shape"], dims=WEIGHT, points=2, on_cuda=False)
def a_filter_is_as_deep_as_one_group(draw: Draw) -> Iterator[Given]:
    """weight_shape is (filters, channels that one filter sees, kernel rows, kernel columns)."""
    for kernel_size in (1, 3, (2, 5)):
        before, after, groups = channels(draw)
        yield asked(before, after, kernel_size, groups=groups)
    yield asked(6, 10, 3)
    yield asked(5, 15, (3, 1), groups=5)


@grader.check("spec", item=SPEC, agree=["params"], needs=[a_filter_is_as_deep_as_one_group], on_cuda=False)
def every_filter_has_one_bias(draw: Draw) -> Iterator[Given]:
    """params counts all weights, and one bias for each filter unless bias=False."""
    for bias in (True, False):
        before, after, groups = channels(draw)
        yield asked(before, after, (3, 2), groups=groups, bias=bias)
    yield asked(7, 4, 3)


@grader.check("spec", item=SPEC, agree=["params_vs_dense"], needs=[a_filter_is_as_deep_as_one_group], on_cuda=False)
def the_saving_is_measured_on_weights(draw: Draw) -> Iterator[Given]:
    """params_vs_dense is the number of weights, biases left out, over that of the same layer with groups=1."""
    for kernel_size in (1, (3, 5)):
        before, after, groups = channels(draw)
        yield asked(before, after, kernel_size, groups=groups)
    yield asked(4, 6, 3)


@grader.check(
    "spec",
    item=SPEC,
    agree=["macs in the dict", "macs"],
    needs=[a_filter_is_as_deep_as_one_group],
    points=2,
    on_cuda=False,
)
def every_weight_works_at_every_place(draw: Draw) -> Iterator[Given]:
    """macs, only there when out_hw is given, counts each weight once per output position."""
    before, after, groups = channels(draw)
    yield asked(before, after, 3, groups=groups)
    yield asked(before, after, 3, groups=groups, out_hw=(draw.integer(5, 9), draw.integer(10, 14)))
    yield asked(before, after, (1, 4), groups=groups, bias=False, out_hw=(draw.integer(10, 14), draw.integer(5, 9)))
    yield asked(5, 3, 2, out_hw=(4, 7))


@grader.check("spec", item=SPEC, agree=["type"], on_cuda=False)
def groups_divide_both_channel_counts(draw: Draw) -> Iterator[Given]:
    """groups below 1, or that leave a remainder in either channel count, raise ValueError."""
    yield asked(7, 6, 3, groups=3)
    yield asked(6, 7, 3, groups=3)
    yield asked(6, 6, 3, groups=0)
    yield asked(6, 6, 3, groups=-2)
    yield asked(6, 9, 3, groups=3)


def convolved(
    draw: Draw,
    before: int,
    after: int,
    groups: int,
    kernel: tuple[int, int] = (3, 2),
    dtype: torch.dtype = torch.float32,
    **options: object,
) -> Given:
    """A batch of images and a weight that fits it; the bias goes along when the probe asks for one."""
    x = draw.normal(3, before, 7, 9, dtype=dtype)
    return call_of(x, draw.normal(after, before // groups, *kernel, dtype=dtype), None, groups=groups, **options)


def call_of(x: Tensor, weight: Tensor, bias: Tensor | None, **options: object) -> Given:
    settings = "".join(f", {name}={value!r}" for name, value in options.items())
    call = f"grouped_conv2d(x, weight{'' if bias is None else ', bias'}{settings})"
    tensors = {"x": x, "weight": weight} | ({} if bias is None else {"bias": bias})
    return Given(call, options=options, **tensors)


def with_bias(draw: Draw, case: Given) -> Given:
    x, weight = case.inputs["x"], case.inputs["weight"]
    return call_of(x, weight, draw.normal(len(weight), dtype=weight.dtype), **case.inputs["options"])


@grader.check("output", item=CONV, dims=IMAGES, on_cuda=False)
def one_group_is_an_ordinary_convolution(draw: Draw) -> Iterator[Given]:
    """With groups=1, the default, it is the ordinary convolution."""
    yield convolved(draw, 4, 5, groups=1)
    yield call_of(draw.normal(2, 4, 5, 6, dtype=torch.float32), draw.normal(6, 4, 2, 3, dtype=torch.float32), None)
    yield convolved(draw, 3, 2, groups=1, kernel=(1, 1))
    yield call_of(draw.normal(1, 1, 1, 1, dtype=torch.float32), draw.normal(1, 1, 1, 1, dtype=torch.float32), None)


@grader.check("output", item=CONV, dims=IMAGES, needs=[one_group_is_an_ordinary_convolution], points=3, on_cuda=False)
def each_group_sees_its_own_channels(draw: Draw) -> Iterator[Given]:
    """Group g of the filters sees group g of the input channels and makes group g of the output channels."""
    for before, after, groups in ((4, 6, 2), (6, 9, 3), (8, 4, 2), (6, 12, 3)):
        yield convolved(draw, before, after, groups)
    turned = convolved(draw, 4, 6, groups=2)
    turned.inputs["x"] = turned.inputs["x"].transpose(2, 3)
    yield turned


@grader.check("output_with_bias", item=CONV, needs=[each_group_sees_its_own_channels], on_cuda=False)
def each_output_channel_has_its_own_bias(draw: Draw) -> Iterator[Given]:
    """bias[j] is added to every position of output channel j."""
    yield with_bias(draw, convolved(draw, 4, 6, groups=2))
    yield with_bias(draw, convolved(draw, 6, 9, groups=3))


@grader.check("output", item=CONV, dims=IMAGES, needs=[each_group_sees_its_own_channels], points=2, on_cuda=False)
def stride_padding_and_dilation_hold_in_every_group(draw: Draw) -> Iterator[Given]:
    """stride, padding and dilation, each an integer or a pair, mean what they mean without groups."""
    yield convolved(draw, 4, 6, groups=2, stride=2)
    yield convolved(draw, 4, 6, groups=2, padding=1)
    yield convolved(draw, 4, 6, groups=2, dilation=2)
    yield convolved(draw, 6, 9, groups=3, stride=(1, 3), padding=(2, 0), dilation=(1, 3))
    yield convolved(draw, 6, 3, groups=3, kernel=(1, 4), stride=(3, 2), padding=(0, 2), dilation=(4, 1))


@grader.check("output", item=CONV, dims=IMAGES, needs=[each_group_sees_its_own_channels], on_cuda=False)
def a_depthwise_convolution_has_a_group_per_channel(draw: Draw) -> Iterator[Given]:
    """With groups equal to the input channels, channel c makes the K output channels from c * K on."""
    yield convolved(draw, 4, 4, groups=4)
    yield convolved(draw, 4, 8, groups=4)
    yield convolved(draw, 3, 9, groups=3, kernel=(2, 3))


@grader.check("output", item=CONV, dims=IMAGES, needs=[each_group_sees_its_own_channels])
def the_output_has_the_dtype_of_x(draw: Draw) -> Iterator[Given]:
    """The output has the precision of x and weight, double or half."""
    yield convolved(draw, 4, 6, groups=2, dtype=torch.float64)
    yield convolved(draw, 4, 6, groups=1, dtype=torch.float64)
    for dtype in (torch.float16, torch.bfloat16):
        x, weight = (draw.integers(-2, 3, *shape, dtype=dtype) for shape in ((2, 4, 5, 4), (6, 2, 3, 2)))
        yield call_of(x, weight, None, groups=2)  # sums of small integers are exact in any order


@grader.check(
    "output_with_bias",
    item=CONV,
    needs=[
        each_output_channel_has_its_own_bias,
        a_depthwise_convolution_has_a_group_per_channel,
        the_output_has_the_dtype_of_x,
    ],
    points=2,
)
def gradients_reach_x_weight_and_bias(draw: Draw) -> Iterator[Given]:
    """backward() brings the gradients of an ordinary grouped convolution to x, weight and bias."""
    for before, after, groups in ((4, 6, 2), (3, 6, 3)):
        case = with_bias(draw, convolved(draw, before, after, groups, dtype=torch.float64))
        for name in ("x", "weight", "bias"):
            case.inputs[name].requires_grad_()
        yield case


@grader.check("output", item=CONV, dims=IMAGES, needs=[each_group_sees_its_own_channels], mode="fake_cuda")
def tensors_made_inside_live_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x and weight on the GPU the output is there too."""
    yield convolved(draw, 4, 6, groups=2)
    yield convolved(draw, 6, 9, groups=3)


@grader.check("acceptance", item=CONV, needs=[one_group_is_an_ordinary_convolution], points=2, on_cuda=False)
def tensors_that_do_not_fit_are_refused(draw: Draw) -> Iterator[Given]:
    """Channels, filters or biases that do not fit the groups raise ValueError."""
    shapes: list[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], int]] = [
        ((1, 5, 5, 6), (6, 2, 2, 2), (6,), 2),
        ((1, 4, 5, 6), (5, 2, 2, 2), (5,), 2),
        ((1, 4, 5, 6), (6, 4, 2, 2), (6,), 2),
        ((1, 4, 5, 6), (6, 1, 2, 2), (6,), 2),
        ((1, 4, 5, 6), (6, 2, 2, 2), (2,), 2),
        ((1, 4, 5, 6), (6, 2, 2, 2), (3,), 2),
        ((1, 4, 5, 6), (6, 2, 2, 2), (8,), 2),
        ((1, 4, 5, 6), (6, 2, 2, 2), (6,), 0),
        ((1, 4, 5, 6), (6, 2, 2, 2), (6,), 2),
    ]
    for *tensors, groups in shapes:
        x, weight, bias = (draw.normal(*shape, dtype=torch.float32) for shape in tensors)
        yield call_of(x, weight, bias, groups=groups)


@grader.check("operators", item=CONV, kind="policy", needs=[each_group_sees_its_own_channels], on_cuda=False)
def only_convolutions_without_groups_run(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: no convolution with groups above 1 runs."""
    yield convolved(draw, 4, 6, groups=2)
    yield convolved(draw, 3, 6, groups=3)
