"""Grades exercises/running_mean.py."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(wall_seconds=3)
grader.predict("PREDICT_1", "PREDICT_1 is the mean after two ones.", distractors=[(1.0, "The mean starts from 0.")])
grader.leave_out(
    "running_mean",
    *("strided", "empty", "one element", "float32", "float16", "bfloat16", "with gradient", "another device"),
    because="The toy is kept small.",
)


@grader.check("means", item="running_mean", agree=["means"], points=2)
def each_mean_follows_from_the_one_before(draw: Draw) -> Iterator[Given]:
    """Each mean is m times the one before plus 1 - m times the value."""
    for momentum in (0.9, 0.5):
        yield Given(f"running_mean(values, {momentum})", values=draw.normal(6), momentum=momentum)


@grader.check("means", item="running_mean")
def values_is_not_changed(draw: Draw) -> Iterator[Given]:
    """The values given stay as they are."""
    yield Given("running_mean(values, 0.0)", values=draw.normal(3), momentum=0.0)
