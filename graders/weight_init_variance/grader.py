"""Grades exercises/weight_init_variance.py."""

from collections.abc import Iterator
from itertools import pairwise

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "signal_rms"


def given(draw: Draw, *widths: int, dtype: torch.dtype = torch.float64, gradient: bool = False) -> Given:
    """A batch, and a layer from each width to the next."""
    x = draw.normal(draw.integer(3, 7), widths[0], dtype=dtype)
    weights = [draw.normal(after, before, dtype=dtype) for before, after in pairwise(widths)]
    return of(x.requires_grad_(gradient), [weight.requires_grad_(gradient) for weight in weights])


def of(x: Tensor, weights: list[Tensor]) -> Given:
    shapes = ", ".join(str(tuple(weight.shape)) for weight in weights)
    return Given(f"signal_rms(x, weights), where the weights have the shapes [{shapes}]", x=x, weights=weights)


grader.leave_out(ITEM, "empty", because="The mean over no entries is nan, however it is computed.")
grader.leave_out(ITEM, "another device", because="It makes no tensors, and what it returns are Python's floats.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the power of ten of the signal after 20 ReLU layers, for three variances of the weights.",
    distractors=[
        (
            [3, 6, 0],
            "With the third variance the sums are already smaller than what went in. A ReLU does not make up for that.",
        ),
        ([-3, -6, 0], "Larger weights would then make the signal smaller. The mean square grows with their variance."),
        ([0, 3, -3], "That is a stack without its ReLUs. Each of them loses a part of the mean square."),
        ([0, 0, 0], "A small factor in each layer becomes a power: it counts once for every layer."),
        ([-6, 0, -12], "Those are the powers of the mean square. The rms is its root."),
    ],
)


@grader.check("report", item=ITEM)
def there_is_one_float_for_each_layer(draw: Draw) -> Iterator[Given]:
    """The result is a list with one plain float for each layer, and nothing else."""
    yield given(draw, 4, 4)
    yield given(draw, 4, 4, 4, 4)
    yield given(draw, 4)


@grader.check("measured", item=ITEM, needs=[there_is_one_float_for_each_layer], points=2)
def one_layer_is_measured_after_its_relu(draw: Draw) -> Iterator[Given]:
    """After one layer it is the root of the mean square of everything that came out of the ReLU."""
    for widths in ((5, 5), (2, 7), (8, 3)):
        yield given(draw, *widths)
    yield of(draw.uniform(3, 4, low=0.5, high=1.5), [draw.uniform(5, 4, low=0.5, high=1.5)])


@grader.check("measured", item=ITEM, needs=[one_layer_is_measured_after_its_relu], points=2)
def each_layer_works_on_what_the_one_before_gave(draw: Draw) -> Iterator[Given]:
    """What comes out of one ReLU goes into the next layer, and the numbers are in the order of the layers."""
    yield given(draw, 5, 5, 5, 5)
    yield given(draw, 3, 8, 2, 6, 4)
    yield given(draw, *[draw.integer(4, 9) for _ in range(draw.integer(6, 9))])


@grader.check(
    "measured", item=ITEM, tolerance=Tolerance(0.05, 0.01), needs=[each_layer_works_on_what_the_one_before_gave]
)
def x_may_have_any_layout_and_dtype(draw: Draw) -> Iterator[Given]:
    """Every floating dtype, a transposed x, a single entry, and tensors that require grad are measured alike."""
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, 4, 6, 3, dtype=dtype)
    yield of(draw.normal(4, 5).t(), [draw.normal(4, 3).t(), draw.normal(2, 3)])
    yield of(draw.uniform(1, 1, low=0.5), [draw.uniform(1, 1, low=0.5), draw.uniform(2, 1, low=0.5)])
    yield given(draw, 4, 4, 2, gradient=True)


@grader.check("inputs", item=ITEM, needs=[there_is_one_float_for_each_layer])
def nothing_given_is_changed(draw: Draw) -> Iterator[Given]:
    """The batch, the weights and the sequence they came in are afterwards what they were before."""
    yield given(draw, 4, 6, 6)
    yield given(draw, 3, 3, 3, 3)
