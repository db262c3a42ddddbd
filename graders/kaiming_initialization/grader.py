"""Grades exercises/kaiming_initialization.py."""

from collections.abc import Iterator
from typing import Any

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "kaiming_bound"


def bound(*shape: int, **options: Any) -> Given:
    words = [f"{shape}", *(f"{name}={value!r}" for name, value in options.items())]
    return Given(f"kaiming_bound({', '.join(words)})", shape=shape, options=options)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how many times larger the variance is than Xavier's, for a square matrix before a ReLU.",
    distractors=[
        (0.5, "A ReLU throws away half of the signal, so the weights must be larger, not smaller."),
        (1.4, "That is the ratio of the standard deviations. A variance is a square."),
        (1.0, "Xavier takes the activation for a straight line; a ReLU loses something that has to be made up for."),
        (4.0, "The mean square is what a ReLU halves, and the variance is in proportion to it."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is how far from zero the weights of a convolution lie that nobody has initialized.",
    distractors=[
        (0.24, "That is the bound for a ReLU. What a layer draws by itself is made for no activation in particular."),
        (0.5, "One output adds up a whole patch, so the positions in the kernel count in fan-in."),
        (0.05, "That is the fan of the outputs; a layer takes the fan of its inputs unless it is told otherwise."),
        (0.06, "That is the standard deviation. The outermost weights lie at the bound."),
        (0.14, "That is Kaiming's standard deviation for a ReLU, and a layer draws evenly up to a bound by itself."),
    ],
)


@grader.check("bound", item=ITEM, points=2, on_cuda=False)
def the_lost_half_is_made_up_for(draw: Draw) -> Iterator[Given]:
    """For a matrix and the default settings it is a plain float: √3 times the standard deviation √(2 / fan_in)."""
    yield bound(1000, 300)
    yield bound(7, 7)
    yield bound(10, 1)
    yield bound(draw.integer(50, 400), draw.integer(2, 40))


@grader.check("bound", item=ITEM, needs=[the_lost_half_is_made_up_for], on_cuda=False)
def every_position_of_the_kernel_counts(draw: Draw) -> Iterator[Given]:
    """The fan of a convolution is multiplied by the number of positions in its kernel; groups are in the shape."""
    yield bound(8, 3, 5, 5)
    yield bound(16, 6, 1, 7)
    yield bound(16, 6, 7, 2)
    yield bound(5, 4, 3)
    yield bound(4, 2, 3, 2, 5)
    yield bound(12, 2, 3, 3)
    yield bound(draw.integer(8, 30), 1, draw.integer(2, 4), draw.integer(4, 9))


@grader.check("bound", item=ITEM, needs=[every_position_of_the_kernel_counts], points=2, on_cuda=False)
def the_mode_chooses_the_fan(draw: Draw) -> Iterator[Given]:
    """mode="fan_out" counts the outputs instead of the inputs, and the kernel with them."""
    yield bound(1000, 300, mode="fan_out")
    yield bound(300, 1000, mode="fan_in")
    yield bound(8, 3, 5, 4, mode="fan_out")
    yield bound(12, 2, 3, mode="fan_out")
    yield bound(draw.integer(2, 9), draw.integer(10, 40), draw.integer(2, 5), mode="fan_out")


@grader.check("bound", item=ITEM, needs=[the_mode_chooses_the_fan], points=2, on_cuda=False)
def the_slope_counts_for_leaky_relu(draw: Draw) -> Iterator[Given]:
    """A slope a lets a squared of the negative half through, so the weights begin smaller."""
    yield bound(10, 30, a=0.5)
    yield bound(40, 400, a=5**0.5)
    yield bound(8, 3, 5, 5, a=0.01)
    yield bound(6, 50, a=2, nonlinearity="leaky_relu")
    yield bound(6, 50, a=-0.5)
    yield bound(9, 20, a=draw.integer(3, 15) / 16, mode="fan_out")


@grader.check("bound", item=ITEM, needs=[the_slope_counts_for_leaky_relu], on_cuda=False)
def the_slope_means_nothing_for_relu(draw: Draw) -> Iterator[Given]:
    """With nonlinearity="relu" the bound is the same for every a."""
    yield bound(10, 30, nonlinearity="relu")
    yield bound(10, 30, a=0.5, nonlinearity="relu")
    yield bound(8, 3, 5, 5, a=5**0.5, nonlinearity="relu")
    yield bound(9, 20, a=draw.integer(3, 15) / 16, mode="fan_out", nonlinearity="relu")


@grader.check("bound", item=ITEM, needs=[the_lost_half_is_made_up_for], on_cuda=False)
def an_unknown_mode_is_refused(draw: Draw) -> Iterator[Given]:
    """A mode that is neither "fan_in" nor "fan_out" raises ValueError."""
    yield bound(10, 30, mode="fan_avg")
    yield bound(10, 30, mode="in", nonlinearity="relu")
    yield bound(10, 30, mode="")
    yield bound(10, 30, mode="fan_in")


@grader.check("bound", item=ITEM, needs=[the_lost_half_is_made_up_for], on_cuda=False)
def an_unknown_nonlinearity_is_refused(draw: Draw) -> Iterator[Given]:
    """A nonlinearity that is neither "relu" nor "leaky_relu" raises ValueError."""
    yield bound(10, 30, nonlinearity="leak_relu")
    yield bound(10, 30, nonlinearity="tanh", mode="fan_out")
    yield bound(10, 30, nonlinearity="")
    yield bound(10, 30, nonlinearity="leaky_relu")


@grader.check("bound", item=ITEM, needs=[the_lost_half_is_made_up_for], on_cuda=False)
def fewer_than_two_dimensions_are_refused(draw: Draw) -> Iterator[Given]:
    """A shape of one dimension or none has no fans, and raises ValueError."""
    yield bound(16)
    yield bound(16, mode="fan_out")
    yield bound()
    yield bound(3, 4)
