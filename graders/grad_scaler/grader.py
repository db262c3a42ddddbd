"""Grades exercises/grad_scaler.py."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
ITEM = "MiniGradScaler"
INF, NAN = math.inf, math.nan
LONG = {"init_scale": 1024.0, "growth_interval": 1000}

grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="Parameters stay in float32 or float64; torch.amp.GradScaler refuses float16 gradients.",
)
grader.leave_out(ITEM, "with gradient", because="The numbers given are the gradients themselves.")
grader.leave_out(
    ITEM, "unchanged", because="Changing gradients is what it is for; the loss it leaves alone is observed."
)
grader.leave_out(ITEM, "another device", because="What it remembers are single numbers, which may meet any device.")


def rounds(draw: Draw, *specials: float | None, dtype: torch.dtype = torch.float64) -> list[list[Tensor]]:
    """For each round a gradient of two parameters, with one entry that is inf or nan where one is named."""
    made = []
    for special in specials:
        first, second = draw.normal(2, 3, dtype=dtype), draw.normal(4, dtype=dtype)
        if special is not None:
            second[1] = special
        made.append([first, second])
    return made


def given(
    gradients: Sequence[Sequence[Tensor]],
    options: dict[str, Any] = LONG,
    *,
    between: str = "nothing",
    about: str = "",
    **others: Any,
) -> Given:
    arguments = ", ".join(f"{name}={value}" for name, value in options.items())
    count = f"{len(gradients)} round{'s' * (len(gradients) > 1)}"
    steps = f", with unscale_, then {between}," if between.startswith("clip") else ""
    return Given(
        f"{count} with MiniGradScaler({arguments}){steps}{about}",
        rounds=[list(pair) for pair in gradients],
        options=options,
        between=between,
        **others,
    )


def loss_of(weight: Tensor, options: dict[str, Any]) -> Given:
    arguments = ", ".join(f"{name}={value}" for name, value in options.items())
    return Given(f"MiniGradScaler({arguments}).scale(loss)", weight=weight, options=options)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the weight and the scale after each step: clean, overflow, clean, clean.",
    distractors=[
        (
            [(-1.0, 8.0), (-INF, 4.0), (-INF, 4.0), (-INF, 8.0)],
            "The step with the infinite gradient is not made, so the weight stays finite.",
        ),
        (
            [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 8.0), (-3.0, 8.0)],
            "Only clean steps in a row count. The overflow sets the count back to 0.",
        ),
        (
            [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 4.0), (-3.0, 4.0)],
            "Steps 3 and 4 are two clean steps in a row, which is the interval, and update() comes before the look.",
        ),
        (
            [(-8.0, 8.0), (-8.0, 4.0), (-12.0, 4.0), (-16.0, 8.0)],
            "The optimizer sees the gradient 1, not 1 times the scale: step() unscales first.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the scale after step(), and after update(), when the gradient is infinite.",
    distractors=[
        ((4.0, 4.0), "Step finds the overflow and skips. It has no part in changing the scale."),
        ((4.0, 2.0), "One overflow halves the scale once, and only one of the two calls does that."),
        ((8.0, 8.0), "Somebody has to react to the overflow, or the next step is skipped as well."),
    ],
)


@grader.check("scale_at_first", item=ITEM)
def the_scale_begins_where_it_is_told(draw: Draw) -> Iterator[Given]:
    """A new scaler has init_scale as its scale, a float, and 65536 if nothing is said."""
    for options in ({}, {"init_scale": 1024.0}, {"init_scale": 8.0}, {"init_scale": 0.5}):
        arguments = ", ".join(f"{name}={value}" for name, value in options.items())
        yield Given(f"MiniGradScaler({arguments}).get_scale()", options=options)


@grader.check("scaled_loss", item=ITEM, needs=[the_scale_begins_where_it_is_told])
def a_scaled_loss_has_scaled_gradients(draw: Draw) -> Iterator[Given]:
    """scale(loss) is the loss times the scale, its gradients are as many times larger, and the loss stays."""
    yield loss_of(draw.normal(3), {"init_scale": 1024.0})
    yield loss_of(draw.normal(4, dtype=torch.float32), {"init_scale": 8.0})
    yield loss_of(draw.normal(2), {})


@grader.check("true_gradients", item=ITEM, needs=[a_scaled_loss_has_scaled_gradients], points=2)
def unscaled_gradients_are_the_true_ones(draw: Draw) -> Iterator[Given]:
    """After unscale_ every parameter of every group has the gradient it has without a scaler, and no step is made."""
    yield given(rounds(draw, None), about=" up to unscale_")
    yield given(rounds(draw, None, dtype=torch.float32), {}, about=" up to unscale_, in float32")
    turned = [[draw.normal(3, 2).t(), draw.normal(4, 6)[:, ::2]]]
    yield given(turned, about=" up to unscale_, with a transposed parameter")
    yield given([[draw.normal(0, 3), draw.normal(1)]], about=" up to unscale_, with an empty parameter")


@grader.check("steps", item=ITEM, needs=[a_scaled_loss_has_scaled_gradients], points=2)
def the_optimizer_steps_on_true_gradients(draw: Draw) -> Iterator[Given]:
    """Without unscale_ the optimizer makes the steps that it makes without a scaler."""
    yield given(rounds(draw, None))
    yield given(rounds(draw, None, None, None))
    yield given(rounds(draw, None, None, dtype=torch.float32), {})


@grader.check(
    "steps",
    item=ITEM,
    needs=[unscaled_gradients_are_the_true_ones, the_optimizer_steps_on_true_gradients],
    points=2,
)
def gradients_are_unscaled_once(draw: Draw) -> Iterator[Given]:
    """After unscale_ the step uses the gradients as they are, clipped if somebody clipped them."""
    yield given(rounds(draw, None), between="unscale", about=" and unscale_")
    yield given(rounds(draw, None, None, None), between="clip the norm")
    yield given(rounds(draw, None, None), between="clip the values")


@grader.check("again", item=ITEM, needs=[gradients_are_unscaled_once])
def a_second_unscale_raises(draw: Draw) -> Iterator[Given]:
    """Gradients that are unscaled already make unscale_ raise RuntimeError, until the next update."""
    yield given(rounds(draw, None), after="unscale_", about=", then unscale_, unscale_")
    yield given(rounds(draw, None, None), after="step", about=", then step, unscale_")


@grader.check("steps", item=ITEM, needs=[the_optimizer_steps_on_true_gradients], points=2)
def an_infinite_gradient_skips_the_step(draw: Draw) -> Iterator[Given]:
    """With one infinite entry the optimizer is not called, so weights and momentum stay; the next step is made."""
    yield given(rounds(draw, None, INF, None), about=", the second with inf")
    yield given(rounds(draw, INF, -INF, None, None), about=", the first with inf, the second with -inf")
    first = [[pair[1], pair[0]] for pair in rounds(draw, None, INF, None)]
    yield given(first, about=", the second with inf in the first parameter")


@grader.check("steps", item=ITEM, needs=[the_optimizer_steps_on_true_gradients])
def a_nan_skips_the_step(draw: Draw) -> Iterator[Given]:
    """With one NaN among the gradients the optimizer is not called either."""
    yield given(rounds(draw, None, NAN, None), about=", the second with nan")
    yield given(rounds(draw, NAN, None), about=", the first with nan")


@grader.check("scales", item=ITEM, needs=[the_optimizer_steps_on_true_gradients], points=2)
def clean_steps_in_a_row_grow_the_scale(draw: Draw) -> Iterator[Given]:
    """After growth_interval clean steps update() multiplies the scale by 2, and the count begins anew."""
    yield given(rounds(draw, *[None] * 7), {"init_scale": 8.0, "growth_interval": 3})
    yield given(rounds(draw, *[None] * 3), {"init_scale": 8.0, "growth_interval": 1})


@grader.check("scales", item=ITEM, needs=[an_infinite_gradient_skips_the_step], points=2)
def an_overflow_shrinks_the_scale_in_update(draw: Draw) -> Iterator[Given]:
    """After an overflow, in however many parameters, update() multiplies the scale by 0.5; step() leaves it alone."""
    yield given(rounds(draw, None, INF, None), about=", the second with inf")
    yield given(rounds(draw, INF, INF, INF, None), about=", the first three with inf")
    yield given(rounds(draw, INF, NAN, None), {"init_scale": 1.0}, about=", the first two not finite")
    both = rounds(draw, None, INF, None)
    both[1][0][0, 2] = -INF
    yield given(both, about=", the second with inf in both parameters")


@grader.check(
    "scales",
    item=ITEM,
    needs=[an_overflow_shrinks_the_scale_in_update, clean_steps_in_a_row_grow_the_scale],
    points=2,
)
def an_overflow_begins_the_count_anew(draw: Draw) -> Iterator[Given]:
    """Clean steps before an overflow do not count towards growth."""
    options = {"init_scale": 1024.0, "growth_interval": 3}
    yield given(rounds(draw, None, None, INF, None, None, None, None), options, about=", the third with inf")
    yield given(rounds(draw, None, INF, None, None, NAN, None), options, about=", the second and fifth not finite")


@grader.check("scales", item=ITEM, needs=[an_overflow_begins_the_count_anew])
def the_factors_are_those_it_was_given(draw: Draw) -> Iterator[Given]:
    """growth_factor and backoff_factor decide how far the scale goes."""
    options = {"init_scale": 64.0, "growth_factor": 4.0, "backoff_factor": 0.125, "growth_interval": 2}
    yield given(rounds(draw, None, None, INF, None, None), options, about=", the third with inf")


@grader.check("steps", item=ITEM, needs=[gradients_are_unscaled_once, an_infinite_gradient_skips_the_step])
def an_overflow_is_found_before_clipping_hides_it(draw: Draw) -> Iterator[Given]:
    """unscale_ finds inf and NaN; a gradient that is made finite afterwards does not bring the step back."""
    yield given(rounds(draw, None, INF, None), between="clip the values", about=" the second with inf")
    yield given(rounds(draw, None, INF, None), between="clip the norm", about=" the second with inf")


@grader.check("patience", item=ITEM, needs=[clean_steps_in_a_row_grow_the_scale], on_cuda=False)
def by_default_it_waits_for_2000_clean_steps(draw: Draw) -> Iterator[Given]:
    """Without arguments the scale doubles after 2000 clean steps in a row."""
    yield given(rounds(draw, None), {}, about=", repeated")
