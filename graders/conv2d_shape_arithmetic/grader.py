"""Grades exercises/conv2d_shape_arithmetic.py."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "conv2d_output_shape"
DIMS = ("batch", "channels", "rows", "columns")


def given(in_shape: tuple[int, ...], out_channels: int, kernel_size: object, **options: object) -> Given:
    words = [f"{in_shape}", f"{out_channels}", f"{kernel_size}", *(f"{k}={v!r}" for k, v in options.items())]
    call = f"conv2d_output_shape({', '.join(words)})"
    return Given(call, in_shape=in_shape, out_channels=out_channels, args=(kernel_size,), options=options)


def image(draw: Draw, low: int = 20, high: int = 40) -> tuple[int, ...]:
    """A batch of 2 to 5 images of 6 or more channels, clearly taller than wide."""
    height = draw.integer(low, high)
    return draw.integer(2, 6), draw.integer(6, 12), height + draw.integer(7, 12), height


def filters(draw: Draw) -> int:
    """A number of filters that no `image` has as its channels."""
    return draw.integer(12, 70)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape of the first feature map of a ResNet when the image is 225 rows by 224 columns.",
    distractors=[
        ((1, 64, 112, 112), "225 rows would then behave like 224. Count the places for each axis on its own."),
        (
            (1, 64, 113, 113),
            "The columns do not divide evenly, and what is left over does not count.",
        ),
        (
            (1, 64, 110, 109),
            "This is what comes out without padding; here there are 3 zeros at each end of an axis.",
        ),
    ],
)


@grader.check("answer", item=ITEM, on_cuda=False)
def the_answer_is_four_integers(draw: Draw) -> Iterator[Given]:
    """The answer is a tuple of four integers: batch, filters, rows, columns."""
    for _ in range(3):
        yield given(image(draw), filters(draw), 1)


@grader.check("output_shape", item=ITEM, dims=DIMS, needs=[the_answer_is_four_integers], on_cuda=False)
def the_kernel_counts_only_where_it_fits_whole(draw: Draw) -> Iterator[Given]:
    """With stride 1 and no padding an axis of length L has L - k + 1 places for a kernel of size k."""
    for kernel_size in (3, 2, draw.integer(4, 8)):
        yield given(image(draw), filters(draw), kernel_size)


@grader.check("output_shape", item=ITEM, dims=DIMS, needs=[the_kernel_counts_only_where_it_fits_whole], on_cuda=False)
def padding_lengthens_both_ends(draw: Draw) -> Iterator[Given]:
    """padding=p adds p zeros at both ends of an axis."""
    for kernel_size, padding in ((3, 1), (5, 1), (draw.integer(4, 8), draw.integer(2, 4))):
        yield given(image(draw), filters(draw), kernel_size, padding=padding)


@grader.check("output_shape", item=ITEM, dims=DIMS, needs=[the_kernel_counts_only_where_it_fits_whole], on_cuda=False)
def dilation_widens_the_kernel(draw: Draw) -> Iterator[Given]:
    """dilation=d spreads the k taps of a kernel, d apart, so that the kernel reaches further."""
    for kernel_size, dilation in ((3, 2), (2, 3), (draw.integer(3, 5), draw.integer(2, 4))):
        yield given(image(draw), filters(draw), kernel_size, dilation=dilation)


@grader.check("output_shape", item=ITEM, dims=DIMS, needs=[padding_lengthens_both_ends], points=2, on_cuda=False)
def a_stride_keeps_only_whole_steps(draw: Draw) -> Iterator[Given]:
    """stride=s keeps the first place and every s-th one after it; a last partial step does not count."""
    for length in (9, 10, 11, 12, 13, 14):
        yield given((2, 3, length + 7, length), filters(draw), 3, stride=2)
        yield given((2, 3, length + 7, length), filters(draw), 2, stride=3, padding=1)
    for _ in range(4):
        stride, padding = draw.integer(2, 6), draw.integer(0, 4)
        yield given(image(draw), filters(draw), draw.integer(2, 6), stride=stride, padding=padding)


@grader.check(
    "output_shape",
    item=ITEM,
    dims=DIMS,
    needs=[a_stride_keeps_only_whole_steps, dilation_widens_the_kernel],
    points=2,
    on_cuda=False,
)
def a_pair_is_rows_then_columns(draw: Draw) -> Iterator[Given]:
    """Each setting is one integer for both axes, or a tuple or list of (rows, columns)."""
    square = (4, 3, 24, 24)
    yield given(square, filters(draw), (5, 2))
    yield given(square, filters(draw), 3, stride=(1, 3))
    yield given(square, filters(draw), 3, padding=[3, 1])
    yield given(square, filters(draw), [3, 4], dilation=(3, 1))
    yield given(image(draw), filters(draw), (2, 7), stride=[3, 2], padding=(0, 2), dilation=[4, 1])


@grader.check("output_shape", item=ITEM, dims=DIMS, needs=[a_pair_is_rows_then_columns], on_cuda=False)
def same_keeps_the_size_and_valid_pads_nothing(draw: Draw) -> Iterator[Given]:
    """padding="same" keeps rows and columns as they are; padding="valid" adds nothing."""
    for kernel_size, dilation in ((3, 1), (4, 1), ((2, 5), 1), (3, (1, 4))):
        yield given(image(draw), filters(draw), kernel_size, padding="same", dilation=dilation)
    yield given(image(draw), filters(draw), 3, padding="valid")
    yield given(image(draw), filters(draw), (4, 2), stride=(2, 3), padding="valid")


@grader.check(
    "output_shape",
    item=ITEM,
    dims=DIMS,
    raises=["RuntimeError"],
    needs=[same_keeps_the_size_and_valid_pads_nothing],
    on_cuda=False,
)
def same_padding_refuses_a_stride(draw: Draw) -> Iterator[Given]:
    """padding="same" with a stride other than 1 on either axis raises ValueError."""
    for stride in (2, (1, 2), (2, 1), (3, 1), (1, 1)):
        yield given(image(draw), filters(draw), 3, stride=stride, padding="same")


@grader.check(
    "output_shape",
    item=ITEM,
    dims=DIMS,
    raises=["RuntimeError"],
    needs=[a_stride_keeps_only_whole_steps, dilation_widens_the_kernel],
    points=2,
    on_cuda=False,
)
def a_kernel_that_does_not_fit_is_refused(draw: Draw) -> Iterator[Given]:
    """A kernel that reaches further than the padded input raises ValueError; one that just fits gives 1."""
    channels = filters(draw)
    yield given((1, 3, 9, 4), channels, 5)
    yield given((1, 3, 4, 9), channels, 5)
    yield given((1, 3, 4, 9), channels, 6, padding=1)
    yield given((1, 3, 9, 4), channels, 7, padding=1, stride=3)
    yield given((1, 3, 9, 5), channels, 3, dilation=3)
    yield given((1, 3, 9, 6), channels, 4, dilation=2, padding=1)
