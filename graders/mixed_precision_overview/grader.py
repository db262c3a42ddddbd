"""Grades exercises/mixed_precision_overview.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "scaled_gradients"
TINY = Tolerance(1e-6, 0.0)
"""Gradients of 1e-8 are compared, so no difference is too small to count; what is scaled by powers of two is exact."""
HALF, BRAIN, SINGLE, DOUBLE = torch.float16, torch.bfloat16, torch.float32, torch.float64


def given(
    parameters: Sequence[Tensor],
    *,
    region: torch.dtype = SINGLE,
    small: float = 1.0,
    scale: float | None = None,
    unused: Sequence[int] = (),
    about: str = "",
    stale: bool = False,
    one_by_one: bool = False,
) -> Given:
    """Parameters that take part in a loss through a region of some dtype, each times a coefficient."""
    coefficients = [torch.linspace(0.5, 2.0, max(p.numel(), 1))[: p.numel()].reshape(p.shape) for p in parameters]
    name = str(region).removeprefix("torch.")
    shapes = ", ".join(f"{tuple(p.shape)} {str(p.dtype).removeprefix('torch.')}" for p in parameters)
    call = f"{ITEM}(loss, parameters, {scale})" if scale else f"{ITEM}(loss, parameters)"
    return Given(
        f"{call}, where the graph leads through {name}{about}; parameters {shapes or 'none'}",
        parameters=[p.requires_grad_() for p in parameters],
        coefficients=coefficients,
        region=region,
        small=small,
        unused=list(unused),
        options={"scale": scale} if scale else {},
        stale=stale,
        one_by_one=one_by_one,
    )


def weights(draw: Draw, *shapes: tuple[int, ...], dtype: torch.dtype = SINGLE) -> list[Tensor]:
    return [draw.uniform(*shape, low=0.5, high=1.5).to(dtype) for shape in shapes]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what arrives of a gradient of 1e-8 behind a float16 region: as it is, and scaled by 65536.",
    distractors=[
        (
            ((torch.float32, "1.0e-08"), (torch.float32, "1.0e-08")),
            "1e-8 is less than half of the smallest float16 above 0, and no later conversion brings it back.",
        ),
        (
            ((torch.float32, "0.0e+00"), (torch.float32, "0.0e+00")),
            "Times 65536 it is 6.6e-4 in the float16 region, which is no problem there; the division is in float32.",
        ),
        (
            ((torch.float16, "0.0e+00"), (torch.float16, "1.0e-08")),
            "A gradient has the dtype of its parameter, and w is float32. Only the region in between is float16.",
        ),
        (
            ((torch.float32, "0.0e+00"), (torch.float32, "6.6e-04")),
            "That is what arrives in .grad. The function divides it by the scale again.",
        ),
    ],
)


@grader.check("kinds", item=ITEM, points=1)
def one_gradient_for_each_parameter(draw: Draw) -> Iterator[Given]:
    """A list comes back, with one tensor for each parameter, of its shape."""
    yield given(weights(draw, (3,)))
    yield given(weights(draw, (2, 3), (2,), (4,)))


@grader.check(
    "found", item=ITEM, agree=["gradients"], needs=[one_gradient_for_each_parameter], tolerance=TINY, points=2
)
def the_scale_cancels_out(draw: Draw) -> Iterator[Given]:
    """Where nothing is lost the gradients are the plain ones, in the order of the parameters."""
    yield given(weights(draw, (3,)))
    yield given(weights(draw, (2, 3), (2,), (2, 3)))
    yield given(weights(draw, (4,), (1,)), small=3.0, scale=1024.0)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], tolerance=TINY, points=3)
def tiny_gradients_survive_float16(draw: Draw) -> Iterator[Given]:
    """Gradients around 1e-8 come through a float16 region, and so do those of an ordinary size."""
    yield given(weights(draw, (3,)), region=HALF, small=1e-8)
    yield given(weights(draw, (2, 3), (2,)), region=HALF, small=3e-8)
    yield given(weights(draw, (3,)), region=HALF, small=1e-3)
    yield given(weights(draw, (3,)), region=HALF, small=0.45)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[tiny_gradients_survive_float16], tolerance=TINY, points=1)
def the_scale_is_the_one_asked_for(draw: Draw) -> Iterator[Given]:
    """With a scale that is too small a tiny gradient is still lost, and with a larger one it is not."""
    yield given(weights(draw, (3,)), region=HALF, small=1e-8, scale=1.0)
    yield given(weights(draw, (3,)), region=HALF, small=1e-8, scale=2.0)
    yield given(weights(draw, (3,)), region=HALF, small=1e-11, scale=2.0**24)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[tiny_gradients_survive_float16], tolerance=TINY, points=2)
def infinite_gradients_stay_infinite(draw: Draw) -> Iterator[Given]:
    """A scale that is too large makes gradients infinite or nan, and they come back as that."""
    yield given(weights(draw, (3,)), region=HALF, small=0.4, scale=2.0**17)
    yield given(weights(draw, (3,)), region=HALF, small=1.0, scale=2.0**40)
    yield given(weights(draw, (2,)), small=float("nan"), about=" and the loss is nan")


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], tolerance=TINY, points=2)
def half_precision_parameters_get_float32(draw: Draw) -> Iterator[Given]:
    """For a parameter in float16 or bfloat16 the gradient is divided in float32, and stays float32."""
    yield given(weights(draw, (3,), dtype=HALF), small=1e-8)
    yield given(weights(draw, (2, 2), dtype=BRAIN), small=1e-8)
    yield given([*weights(draw, (2,), dtype=HALF), *weights(draw, (2,), dtype=SINGLE)], small=1e-8)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], tolerance=TINY, points=1)
def double_precision_parameters_keep_theirs(draw: Draw) -> Iterator[Given]:
    """The gradient of a parameter in float64 is divided in float64 and stays float64, whatever the others have."""
    yield given(weights(draw, (2, 3), (2,), dtype=DOUBLE), region=DOUBLE)
    yield given([*weights(draw, (2,), dtype=SINGLE), *weights(draw, (2,), dtype=DOUBLE)], region=DOUBLE, small=1e-8)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], tolerance=TINY, points=1)
def an_unused_parameter_gets_none(draw: Draw) -> Iterator[Given]:
    """Where the loss does not depend on a parameter, its entry is None, and the others keep their places."""
    yield given(weights(draw, (2,), (3,), (2,)), unused=[1], about=" and parameters[1] takes no part")
    yield given(weights(draw, (2,), (3,)), unused=[0], about=" and parameters[0] takes no part")


@grader.check("grads", item=ITEM, needs=[the_scale_cancels_out], tolerance=TINY, points=2)
def grad_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The `.grad` of each parameter is as it was, None or a gradient from before."""
    yield given(weights(draw, (3,)))
    yield given(weights(draw, (3,), (2,)), about=" and each .grad is full of 3000", stale=True)


@grader.check("found", item=ITEM, agree=["inputs that changed", "loss afterwards"], needs=[the_scale_cancels_out])
def loss_and_parameters_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The loss still has its value, and so have the parameters."""
    yield given(weights(draw, (3,)))
    yield given(weights(draw, (2, 3), (2,)), region=HALF)


@grader.check("from_a_generator", item=ITEM, needs=[the_scale_cancels_out], tolerance=TINY)
def parameters_may_come_from_a_generator(draw: Draw) -> Iterator[Given]:
    """The parameters may come from a generator, which can be read once."""
    yield given(weights(draw, (3,), (2,)), about=" and parameters is a generator")
    yield given(weights(draw, (2,), (3,), (2,)), unused=[1], about=" and parameters is a generator")


@grader.check("without_parameters", item=ITEM, needs=[parameters_may_come_from_a_generator])
def there_may_be_no_parameters(draw: Draw) -> Iterator[Given]:
    """Without parameters the list that comes back is empty, for a list as for a generator that gives nothing."""
    yield given([])
    yield given([], about=" and parameters is a generator", one_by_one=True)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], tolerance=TINY)
def any_shape_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """A parameter may be a single number, may have no elements, or any order of its elements in memory."""
    yield given(weights(draw, ()))
    yield given(weights(draw, (0, 3), (2,)))
    yield given([weights(draw, (4, 3))[0].t()], region=HALF, small=1e-8)


@grader.check("found", item=ITEM, agree=["gradients"], needs=[the_scale_cancels_out], mode="other_default")
def gradients_live_where_the_parameters_live(draw: Draw) -> Iterator[Given]:
    """With the parameters on the GPU the gradients are there too."""
    yield given(weights(draw, (2, 3), (2,)))
