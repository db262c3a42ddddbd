"""Grades exercises/transposed_convolution.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
SHAPE = "conv_transpose2d_shape"
CONV = "conv_transpose2d"
SIZE = ("rows", "columns")
IMAGES = ("batch", "channels", "rows", "columns")

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the number of rows after a layer that doubles, and after three that differ in padding.",
    distractors=[
        ((10, [7, 9, 11]), "Padding crops the output of a transposed convolution; it does not enlarge it."),
        ((9, [7, 5, 3]), "The last argument of the first layer is output_padding, and it adds a row."),
        ((11, [7, 5, 3]), "output_padding extends the output on one side only."),
        ((3, [3, 5, 7]), "These are the sizes of the ordinary convolution, which goes the other way."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what comes of an output_padding as large as the stride.",
    distractors=[
        (11, "The formula gives 11, but with stride 2 there are only two sizes to choose from: 9 and 10."),
        (
            "ValueError",
            "The layer is built without complaint; it is the operator underneath that refuses, in its own way.",
        ),
        (10, "PyTorch does not make a setting smaller to make it fit."),
    ],
)


def asked(size: object, kernel_size: object, **options: object) -> Given:
    words = [f"{size}", f"{kernel_size}", *(f"{name}={value}" for name, value in options.items())]
    return Given(f"conv_transpose2d_shape({', '.join(words)})", args=(size, kernel_size), options=options)


def map_size(draw: Draw) -> tuple[int, int]:
    """Rows and columns that differ."""
    rows = draw.integer(6, 20)
    return rows, rows + draw.integer(3, 9)


@grader.check("shape", item=SHAPE, dims=SIZE, on_cuda=False)
def a_stamp_reaches_beyond_its_pixel(draw: Draw) -> Iterator[Given]:
    """With stride 1 the output is larger than the input: every pixel stamps a whole kernel."""
    for kernel_size in (3, 1, draw.integer(4, 8)):
        yield asked(map_size(draw), kernel_size)


@grader.check("shape", item=SHAPE, dims=SIZE, needs=[a_stamp_reaches_beyond_its_pixel], points=2, on_cuda=False)
def stride_sets_the_stamps_apart(draw: Draw) -> Iterator[Given]:
    """stride=s puts neighbouring stamps s positions apart, whether they overlap, touch or leave gaps."""
    for kernel_size, stride in ((3, 2), (2, 3), (draw.integer(3, 6), draw.integer(2, 6))):
        yield asked(map_size(draw), kernel_size, stride=stride)


@grader.check("shape", item=SHAPE, dims=SIZE, needs=[stride_sets_the_stamps_apart], points=2, on_cuda=False)
def padding_crops_both_ends(draw: Draw) -> Iterator[Given]:
    """padding=p takes p rows or columns away at both ends of an axis."""
    for kernel_size, stride, padding in ((3, 1, 1), (4, 2, 1), (5, draw.integer(2, 4), 3)):
        yield asked(map_size(draw), kernel_size, stride=stride, padding=padding)


@grader.check("shape", item=SHAPE, dims=SIZE, needs=[padding_crops_both_ends], on_cuda=False)
def output_padding_adds_at_one_end(draw: Draw) -> Iterator[Given]:
    """output_padding=q makes every axis longer by q, at one end only."""
    for kernel_size, stride, padding, more in ((3, 2, 1, 1), (2, 3, 0, 2), (5, 4, draw.integer(0, 3), 3)):
        yield asked(map_size(draw), kernel_size, stride=stride, padding=padding, output_padding=more)


@grader.check("shape", item=SHAPE, dims=SIZE, needs=[stride_sets_the_stamps_apart], on_cuda=False)
def dilation_widens_the_stamp(draw: Draw) -> Iterator[Given]:
    """dilation=d spreads the k taps of a stamp, d apart."""
    for kernel_size, dilation in ((3, 2), (2, 3), (draw.integer(3, 5), draw.integer(2, 4))):
        yield asked(map_size(draw), kernel_size, dilation=dilation)


@grader.check(
    "shape",
    item=SHAPE,
    dims=SIZE,
    needs=[output_padding_adds_at_one_end, dilation_widens_the_stamp],
    on_cuda=False,
)
def a_pair_is_rows_then_columns(draw: Draw) -> Iterator[Given]:
    """Each setting, and the size too, is one integer for both axes or a pair (rows, columns)."""
    length = draw.integer(6, 20)
    yield asked(length, 3)
    yield asked((length, length), (5, 2))
    yield asked((length, length), 3, stride=(1, 3))
    yield asked((length, length), 5, padding=(2, 1))
    yield asked((length, length), 3, stride=2, output_padding=(1, 0))
    yield asked((length, length), 3, dilation=(1, 3))
    yield asked(map_size(draw), (2, 5), stride=(3, 2), padding=(0, 1), output_padding=(2, 1), dilation=(4, 2))


@grader.check(
    "shape", item=SHAPE, raises=["RuntimeError"], needs=[a_pair_is_rows_then_columns], points=2, on_cuda=False
)
def output_padding_only_chooses_among_sizes(draw: Draw) -> Iterator[Given]:
    """An output_padding that is not smaller than stride or dilation, whichever is larger, raises ValueError."""
    yield asked(map_size(draw), 3, stride=2, padding=1, output_padding=2)
    yield asked(map_size(draw), 3, output_padding=1)
    yield asked(map_size(draw), 3, stride=2, output_padding=(3, 0))
    yield asked(map_size(draw), 3, stride=(2, 1), output_padding=(1, 1))
    yield asked(map_size(draw), 3, dilation=3, output_padding=2)
    yield asked(map_size(draw), 3, stride=4, dilation=2, output_padding=3)


@grader.check("shape", item=SHAPE, raises=["RuntimeError"], needs=[a_pair_is_rows_then_columns], on_cuda=False)
def something_must_be_left(draw: Draw) -> Iterator[Given]:
    """A padding that crops everything away raises ValueError; one position may be left."""
    yield asked((2, 9), 3, padding=2)
    yield asked((9, 2), 3, padding=(0, 3))
    yield asked((3, 9), 3, padding=2)
    yield asked((1, 9), 3, stride=2, padding=2, output_padding=1)


def given(x: Tensor, weight: Tensor, about: str = "", *, bias: Tensor | None = None, **options: object) -> Given:
    settings = "".join(f", {name}={value!r}" for name, value in options.items())
    call = f"conv_transpose2d(x, weight{'' if bias is None else ', bias'}{settings})"
    tensors = {"x": x, "weight": weight} | ({} if bias is None else {"bias": bias})
    return Given(f"{call}, where {about}" if about else call, options=options, **tensors)


def stamped(
    draw: Draw,
    channels: tuple[int, int] = (2, 3),
    kernel: tuple[int, int] = (3, 3),
    size: tuple[int, int] = (4, 5),
    dtype: torch.dtype = torch.float32,
    with_bias: bool = False,
    **options: object,
) -> Given:
    """Two maps and a weight that fits them."""
    x, weight = draw.normal(2, channels[0], *size, dtype=dtype), draw.normal(*channels, *kernel, dtype=dtype)
    return given(x, weight, bias=draw.normal(channels[1], dtype=dtype) if with_bias else None, **options)


@grader.check("output", item=CONV, dims=IMAGES, agree=["output"], on_cuda=False)
def one_pixel_stamps_the_kernel(draw: Draw) -> Iterator[Given]:
    """One pixel gives the kernel, times the pixel, the right way round."""
    for kernel in ((1, 3), (3, 2)):
        yield stamped(draw, (1, 1), kernel, (1, 1))
    yield given(draw.normal(1, 1, 1, 1, dtype=torch.float32), draw.normal(1, 1, 1, 1, dtype=torch.float32))


@grader.check("output", item=CONV, dims=IMAGES, agree=["output"], needs=[one_pixel_stamps_the_kernel], on_cuda=False)
def every_pair_of_channels_has_its_kernel(draw: Draw) -> Iterator[Given]:
    """Output channel o sums over the input channels c, each with the kernel weight[c, o]."""
    for channels in ((3, 2), (2, 3), (2, 2)):
        yield stamped(draw, channels, (1, 2), (1, 1))


@grader.check(
    "output",
    item=CONV,
    dims=IMAGES,
    agree=["output"],
    needs=[every_pair_of_channels_has_its_kernel],
    points=2,
    on_cuda=False,
)
def overlapping_stamps_add_up(draw: Draw) -> Iterator[Given]:
    """Where the stamps of several pixels overlap, their values are added."""
    yield stamped(draw, (1, 1), (1, 2), (1, 3))
    yield stamped(draw)
    yield stamped(draw, (3, 2), (2, 4), (5, 3))


@grader.check(
    "output", item=CONV, dims=IMAGES, agree=["output"], needs=[overlapping_stamps_add_up], points=2, on_cuda=False
)
def stride_leaves_zeros_between(draw: Draw) -> Iterator[Given]:
    """stride=s, an integer or a pair, puts the stamps s positions apart, with zeros where no stamp reaches."""
    yield stamped(draw, (1, 1), (1, 1), (2, 3), stride=2)
    yield stamped(draw, stride=2)
    yield stamped(draw, kernel=(2, 2), stride=3)
    yield stamped(draw, kernel=(3, 2), stride=(2, 1))


@grader.check("output", item=CONV, dims=IMAGES, agree=["output"], needs=[stride_leaves_zeros_between], on_cuda=False)
def padding_crops_every_side(draw: Draw) -> Iterator[Given]:
    """padding=p, an integer or a pair, takes p rows or columns away on every side."""
    yield stamped(draw, padding=1)
    yield stamped(draw, kernel=(4, 4), stride=2, padding=1)
    yield stamped(draw, kernel=(4, 3), stride=2, padding=(3, 0))


@grader.check(
    "output", item=CONV, dims=IMAGES, agree=["output"], needs=[padding_crops_every_side], points=2, on_cuda=False
)
def output_padding_keeps_more_at_the_far_end(draw: Draw) -> Iterator[Given]:
    """output_padding=q, an integer or a pair, adds q rows below and q columns on the right, with what belongs there."""
    yield stamped(draw, stride=2, padding=1, output_padding=1)
    yield stamped(draw, kernel=(4, 4), stride=3, padding=1, output_padding=2)
    yield stamped(draw, kernel=(2, 2), stride=3, output_padding=(0, 2))


@grader.check(
    "output_with_bias",
    item=CONV,
    dims=IMAGES,
    agree=["output"],
    needs=[output_padding_keeps_more_at_the_far_end],
    on_cuda=False,
)
def each_output_channel_has_its_own_bias(draw: Draw) -> Iterator[Given]:
    """bias[o] is added once to every position of output channel o, also where no stamp reaches."""
    yield stamped(draw, stride=2, padding=1, output_padding=1, with_bias=True)
    yield stamped(draw, kernel=(2, 2), stride=3, output_padding=2, with_bias=True)


@grader.check("output", item=CONV, dims=IMAGES, agree=["output"], needs=[padding_crops_every_side])
def any_layout_and_an_empty_batch_are_fine(draw: Draw) -> Iterator[Given]:
    """x and weight may be views with gaps in memory, and there may be no map at all."""
    case = stamped(draw, size=(5, 4), stride=2, padding=1)
    x, weight = case.inputs["x"], case.inputs["weight"]
    yield given(x.transpose(2, 3), weight, "x is transposed", stride=2, padding=1)
    yield given(x[:, :, ::2], weight.transpose(2, 3), "x has every second row of a larger tensor", stride=2)
    yield given(x[:0], weight, "the batch is empty", stride=2, padding=1)


@grader.check("output", item=CONV, agree=["inputs that changed"], needs=[one_pixel_stamps_the_kernel], on_cuda=False)
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call writes neither into x nor into weight."""
    yield stamped(draw, stride=2, padding=1)
    yield stamped(draw, kernel=(1, 2), size=(2, 3))


@grader.check("output", item=CONV, dims=IMAGES, agree=["output"], needs=[stride_leaves_zeros_between])
def the_output_has_the_dtype_of_x(draw: Draw) -> Iterator[Given]:
    """The output has the precision of x and weight, double or half."""
    yield stamped(draw, dtype=torch.float64, stride=2)
    for dtype in (torch.float16, torch.bfloat16):
        x, weight = (draw.integers(-2, 3, *shape, dtype=dtype) for shape in ((2, 2, 3, 4), (2, 3, 3, 2)))
        yield given(x, weight, stride=2)  # sums of small integers are exact in any order


@grader.check(
    "output_with_bias",
    item=CONV,
    needs=[each_output_channel_has_its_own_bias, the_output_has_the_dtype_of_x],
    points=2,
)
def gradients_reach_x_weight_and_bias(draw: Draw) -> Iterator[Given]:
    """backward() brings the gradients of a transposed convolution to x, weight and bias."""
    for settings in ({"stride": 2, "padding": 1, "output_padding": 1}, {"padding": (0, 1)}):
        case = stamped(draw, dtype=torch.float64, with_bias=True, **settings)
        for name in ("x", "weight", "bias"):
            case.inputs[name].requires_grad_()
        yield case


@grader.check(
    "output_with_bias",
    item=CONV,
    dims=IMAGES,
    agree=["output"],
    needs=[stride_leaves_zeros_between],
    mode="other_default",
)
def tensors_made_inside_live_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With the tensors on the GPU the output is there too."""
    yield stamped(draw, stride=2, padding=1, with_bias=True)


@grader.check("operators", item=CONV, kind="policy", needs=[one_pixel_stamps_the_kernel], on_cuda=False)
def no_transposed_convolution_runs(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: no transposed convolution runs, not even to find out the size."""
    yield stamped(draw)
    yield stamped(draw, (1, 2), stride=2, padding=1)
