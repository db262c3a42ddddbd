"""Grades exercises/xavier_initialization.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
BOUND = "xavier_bound"
FILL = "xavier_uniform_"


def bound(*shape: int, **options: float) -> Given:
    words = [f"{shape}", *(f"{name}={value}" for name, value in options.items())]
    return Given(f"xavier_bound({', '.join(words)})", shape=shape, options=options)


def filled(tensor: Tensor, **options: float) -> Given:
    words = ["tensor"]
    words += [f"{name}={value}" for name, value in options.items()]
    return Given(f"xavier_uniform_({', '.join(words)})", tensor=tensor, options=options)


grader.leave_out(FILL, "unchanged", because="Changing its tensor is what it is for.")
grader.leave_out(FILL, "another device", because="The numbers may be drawn anywhere and copied to where the tensor is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the fans of a convolution's weight, the bound, and whether every weight keeps to it.",
    distractors=[
        (
            ((200, 75), 0.1477, True),
            "The fans are exchanged. The weight of a convolution begins with its outputs; fan-in counts inputs.",
        ),
        (
            ((3, 8), 0.7385, True),
            "One output adds up a whole patch of each input channel, so the positions in the kernel count as well.",
        ),
        (((75, 200), 0.1477, False), "A uniform distribution ends at its bounds."),
        (((75, 200), 0.0853, True), "That is the standard deviation of these weights. The bound lies further out."),
        (((75, 8), 0.2689, True), "One input also feeds several positions of each output channel."),
    ],
)


@grader.check("bound", item=BOUND, points=2, on_cuda=False)
def both_fans_of_a_matrix_count(draw: Draw) -> Iterator[Given]:
    """For a matrix it is a plain float, worked out from the sum of both fans."""
    yield bound(10, 1000)
    yield bound(1000, 10)
    yield bound(7, 7)
    yield bound(1, 1)
    yield bound(draw.integer(2, 40), draw.integer(50, 400))


@grader.check("bound", item=BOUND, needs=[both_fans_of_a_matrix_count], points=2, on_cuda=False)
def every_position_of_the_kernel_counts(draw: Draw) -> Iterator[Given]:
    """Both fans of a convolution are multiplied by the number of positions in its kernel, however many axes it has."""
    yield bound(8, 3, 5, 5)
    yield bound(16, 6, 1, 7)
    yield bound(16, 6, 7, 2)
    yield bound(5, 4, 3)
    yield bound(4, 2, 3, 2, 5)
    yield bound(draw.integer(5, 30), draw.integer(2, 5), draw.integer(2, 4), draw.integer(4, 7))


@grader.check("bound", item=BOUND, needs=[every_position_of_the_kernel_counts], on_cuda=False)
def a_group_is_already_in_the_shape(draw: Draw) -> Iterator[Given]:
    """A grouped or depthwise weight needs nothing special: its second dimension is what one filter sees."""
    yield bound(12, 2, 3, 3)
    yield bound(32, 1, 3, 3)
    yield bound(draw.integer(8, 30), 1, draw.integer(2, 9))


@grader.check("bound", item=BOUND, needs=[both_fans_of_a_matrix_count], on_cuda=False)
def the_gain_multiplies_the_weights(draw: Draw) -> Iterator[Given]:
    """The bound grows in proportion to the gain."""
    yield bound(30, 50, gain=5 / 3)
    yield bound(8, 3, 5, 5, gain=0.5)
    yield bound(6, 9, gain=2**0.5)
    yield bound(6, 9, gain=1)
    yield bound(6, 9, gain=0)
    yield bound(9, 4, 3, gain=draw.integer(11, 40) / 8)


@grader.check("bound", item=BOUND, needs=[both_fans_of_a_matrix_count], on_cuda=False)
def fewer_than_two_dimensions_are_refused(draw: Draw) -> Iterator[Given]:
    """A shape of one dimension or none has no fans, and raises ValueError."""
    yield bound(16)
    yield bound(1)
    yield bound()
    yield bound(3, 4)


@grader.check("identity", item=FILL, stretch=True)
def the_tensor_itself_comes_back(draw: Draw) -> Iterator[Given]:
    """The tensor is filled in place and given back; when it requires grad it still does, and nothing is recorded."""
    yield filled(draw.normal(6, 5, dtype=torch.float32))
    yield filled(draw.normal(6, 5, 3).requires_grad_())
    yield filled(draw.normal(5, 6).t())
    yield filled(draw.normal(3, 3, 3, 3, dtype=torch.float16).requires_grad_(), gain=2.0)


@grader.check(
    "spread", item=FILL, tolerance=Tolerance(0.01, 0.03), needs=[the_tensor_itself_comes_back], points=2, stretch=True
)
def the_values_fill_the_whole_range_evenly(draw: Draw) -> Iterator[Given]:
    """Over many values the distribution is uniform: both ends, the mean and the standard deviation agree."""
    for shape, gain in (((400, 500), 30.0), ((100, 50, 7, 6), 90.0), ((600, 350), 20.0)):
        call = f"xavier_uniform_(torch.zeros{shape}, gain={gain})"
        yield Given(call, shape=shape, options={"gain": gain})


@grader.check("ends", item=FILL, tolerance=Tolerance(0.02, 0.001), needs=[the_tensor_itself_comes_back], stretch=True)
def any_dtype_and_layout_is_filled(draw: Draw) -> Iterator[Given]:
    """Every entry is drawn anew, whatever the dtype and layout, and all keep to the bound, which the largest reach."""
    for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
        yield filled(draw.normal(40, 60, dtype=dtype, scale=9.0), gain=8.0)
    yield filled(draw.normal(60, 40, scale=9.0).t(), gain=8.0)
    yield filled(draw.normal(100, 100, scale=9.0)[::2, 1::2], gain=8.0)
    yield filled(draw.normal(40, 60, scale=9.0))
    yield filled(draw.normal(0, 3))


@grader.check("generator", item=FILL, needs=[the_tensor_itself_comes_back], stretch=True)
def the_numbers_come_from_the_generator(draw: Draw) -> Iterator[Given]:
    """The numbers come from the generator, and the global one is left alone; without a generator every call differs."""
    yield filled(draw.normal(4, 5))
    yield filled(draw.normal(3, 2, 3, 3).requires_grad_(), gain=2.0)
    yield filled(draw.normal(1, 1))
