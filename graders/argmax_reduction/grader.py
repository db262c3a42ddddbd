"""Grades exercises/argmax_reduction.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "heatmap_peaks"
CALL = "heatmap_peaks(h)"
DIMS = ("images", "heatmaps", "coordinates")


def given(h: torch.Tensor, about: str = "") -> Given:
    return Given(f"{CALL}, where {about}" if about else CALL, h=h)


def one_peak(draw: Draw, *shape: int, low: float = 1.0) -> torch.Tensor:
    """Zeros with one positive value in each heatmap, away from the first row and column."""
    n, k, height, width = shape
    h = torch.zeros(shape)
    for image in range(n):
        for heatmap in range(k):
            h[image, heatmap, draw.integer(1, height), draw.integer(1, width)] = low + heatmap
    return h


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what argmax gives without dim, along dim 1, and along dim 0 with keepdim=True.",
    distractors=[
        ((7, [1, 0], (1, 3)), "7 is the largest value. argmax gives its place, counted through all rows."),
        ((0, [1, 0], (1, 3)), "Without dim the place is counted through the whole tensor, row after row."),
        (
            (3, [2, 2], (1, 3)),
            "Both rows hold their largest value twice, and argmax gives the first of the two places.",
        ),
        ((3, [2, 0], (1, 3)), "The first row has its largest value twice; argmax gives the first of the two places."),
        ((3, [1, 0], (2, 1)), "dim=0 is the dimension that is reduced; keepdim leaves it there with size 1."),
        ((3, [1, 0], (3,)), "keepdim=True leaves the reduced dimension there with size 1."),
    ],
)


@grader.check("peaks", item=ITEM, agree=["shape of the peaks"], dims=DIMS)
def every_heatmap_has_one_pair(draw: Draw) -> Iterator[Given]:
    """N images with K heatmaps each have peaks of shape (N, K, 2)."""
    yield given(draw.normal(3, 5, 4, 6))
    yield given(draw.normal(1, 1, 1, 1))


@grader.check("peaks", item=ITEM, agree=["dtype of the peaks"], needs=[every_heatmap_has_one_pair])
def coordinates_are_int64(draw: Draw) -> Iterator[Given]:
    """A place is two whole numbers: the dtype is int64, as for every index in PyTorch."""
    yield given(draw.normal(2, 3, 4, 6, dtype=torch.float32))


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[coordinates_are_int64], points=2)
def a_lonely_peak_is_found_at_x_y(draw: Draw) -> Iterator[Given]:
    """The one bright pixel of a dark heatmap is found, column x first and row y second."""
    yield given(one_peak(draw, 1, 1, 3, 8), "one value is larger than the others")
    yield given(one_peak(draw, 1, 1, 9, 4), "one value is larger than the others")
    yield given(one_peak(draw, 2, 3, 5, 7), "one value of each heatmap is larger than the others")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[a_lonely_peak_is_found_at_x_y], points=2)
def the_largest_value_of_all_wins(draw: Draw) -> Iterator[Given]:
    """The peak is the largest single value of the heatmap, whatever the rest looks like and whatever the sign."""
    yield given(draw.normal(2, 3, 6, 5))
    yield given(draw.normal(2, 2, 4, 9, dtype=torch.float32) - 20, "all values are negative")
    ridge = torch.zeros(1, 1, 5, 7)
    ridge[0, 0, 3, :5], ridge[0, 0, :4, 2], ridge[0, 0, 1, 6] = 2.0, 2.0, 3.0
    yield given(ridge, "the brightest row and column do not hold the largest value")
    yield given(draw.uniform(1, 2, 5, 3, high=0.1, dtype=torch.float32), "all values are below 0.1")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins], points=2, on_cuda=False)
def the_first_of_equal_values_counts(draw: Draw) -> Iterator[Given]:
    """Of equal largest values the first in reading order counts: the topmost row, then the leftmost column."""
    h = draw.uniform(1, 2, 4, 6, dtype=torch.float32)
    h[0, 0, 1, 4] = h[0, 0, 2, 1] = h[0, 0, 2, 3] = 5.0
    h[0, 1, 3, 2] = h[0, 1, 3, 5] = 5.0
    yield given(h, "the largest value stands in several places")
    yield given(draw.integers(0, 3, 2, 2, 7, 5, dtype=torch.float32), "there are only three different values")
    yield given(torch.full((1, 2, 3, 4), -1.5), "all values are equal")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_first_of_equal_values_counts], on_cuda=False)
def a_nan_counts_as_the_largest(draw: Draw) -> Iterator[Given]:
    """A NaN counts as the largest value, so that a broken heatmap points at what broke it."""
    h = draw.normal(1, 2, 4, 5, dtype=torch.float32)
    h[0, 0, 2, 3] = float("nan")
    h[0, 1, 1, 4] = h[0, 1, 3, 0] = float("nan")
    h[0, 1, 0, 2] = float("inf")
    yield given(h, "some values are NaN, and one is infinite")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins])
def the_memory_layout_does_not_matter(draw: Draw) -> Iterator[Given]:
    """A permuted or sliced heatmap has the peaks of the values it shows."""
    yield given(draw.normal(2, 5, 4, 3).permute(0, 3, 2, 1), "h is a permuted view")
    yield given(draw.normal(2, 3, 4, 10)[..., ::2], "h has every second column of a larger tensor")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins])
def every_precision_is_read_exactly(draw: Draw) -> Iterator[Given]:
    """Values are compared in the precision they have, from half to double."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32):
        yield given(draw.normal(2, 2, 4, 6, dtype=dtype))
    close = torch.ones(1, 1, 4, 5, dtype=torch.float64)
    close[0, 0, 2, 1], close[0, 0, 0, 3] = 1 + 2e-12, 1 + 1e-12
    yield given(close, "the values differ by 1e-12")


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins])
def an_empty_batch_has_no_peaks(draw: Draw) -> Iterator[Given]:
    """A batch of no images, or of no heatmaps, gives peaks of shape (0, K, 2) or (N, 0, 2)."""
    yield given(draw.normal(0, 3, 4, 5))
    yield given(draw.normal(2, 0, 4, 5))


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins])
def a_heatmap_in_training_is_read_too(draw: Draw) -> Iterator[Given]:
    """A heatmap that requires a gradient is read like any other."""
    yield given(draw.normal(1, 2, 3, 4).requires_grad_(), "h requires a gradient")


@grader.check("peaks", item=ITEM, agree=["inputs that changed"], needs=[the_largest_value_of_all_wins])
def the_heatmaps_are_left_alone(draw: Draw) -> Iterator[Given]:
    """Looking for the peaks leaves the heatmaps as they were."""
    yield given(draw.normal(2, 2, 3, 4))


@grader.check("peaks", item=ITEM, agree=["peaks"], needs=[the_largest_value_of_all_wins], mode="other_default")
def the_peaks_live_where_h_lives(draw: Draw) -> Iterator[Given]:
    """With heatmaps on the GPU the peaks are returned there."""
    yield given(draw.normal(2, 3, 4, 5))
