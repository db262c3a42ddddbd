"""Grades exercises/sgd_momentum.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
STEP, EMA = "sgd_step", "ema"


def given(
    draw: Draw,
    *,
    shapes: Sequence[tuple[int, ...]] = ((3,), (2, 2)),
    dtype: torch.dtype = torch.float64,
    steps: int = 4,
    rates: Sequence[float] = (),
    none_at: Sequence[tuple[int, int]] = (),
    **options: Any,
) -> Given:
    """Some steps on parameters of these shapes, each with gradients of its own."""
    params = [draw.normal(*shape, dtype=dtype).requires_grad_() for shape in shapes]
    grads = [[draw.normal(*shape, dtype=dtype) for shape in shapes] for _ in range(steps)]
    return steps_of(params, grads, rates=rates, none_at=none_at, **options)


def steps_of(
    params: list[Tensor],
    grads: list[list[Tensor]],
    *,
    rates: Sequence[float] = (),
    none_at: Sequence[tuple[int, int]] = (),
    **options: Any,
) -> Given:
    words = ", ".join(f"{name}={value}" for name, value in options.items())
    about = "".join(f", grads[{place}] is None in step {step + 1}" for step, place in none_at)
    rate = f"lr={rates[0]}" if len(set(rates)) == 1 else "lr=" + " then ".join(map(str, rates)) if rates else "lr=0.1"
    many = f"{len(grads)} times " if len(grads) > 1 else ""
    return Given(
        f"{many}sgd_step(params, grads, bufs, {', '.join(filter(None, [rate, words]))}){about}",
        params=params,
        grads=grads,
        rates=list(rates) or [0.1] * len(grads),
        none_at=[list(pair) for pair in none_at],
        options=options,
    )


def averaged(values: list[float], beta: float, **options: Any) -> Given:
    words = "".join(f", {name}={value}" for name, value in options.items())
    return Given(f"ema({[round(v, 2) for v in values]}, {beta}{words})", values=values, beta=beta, options=options)


def numbers(draw: Draw, count: int) -> list[float]:
    return [round(value, 2) for value in draw.uniform(count, low=-3.0, high=5.0).tolist()]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the way of SGD with momentum down the square of w, in three steps.",
    distractors=[
        ([0.8, 0.64, 0.512], "That is the way without momentum: each step knows only its own gradient."),
        (
            [0.98, 0.9424, 0.8897],
            "That is the note's formula, with (1 - 0.9) before the gradient. PyTorch takes it whole.",
        ),
        ([0.8, 0.604, 0.4155], "The first step is right. From the second on, the gradient counts in full as well."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the same way with the note's formula.",
    distractors=[
        ([0.8, 0.46, 0.062], "That is PyTorch's formula. Here the first gradient already counts a tenth only."),
        ([0.8, 0.64, 0.512], "That is the way without momentum."),
        ([0.8, 0.604, 0.4155], "The average begins at 0, so already the first step is shortened."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is a buffer with dampening 0.9, and a moving average, of three gradients of 1.",
    distractors=[
        (
            ([0.1, 0.19, 0.271], [0.1, 0.19, 0.271]),
            "Dampening is not the average: PyTorch puts the first gradient into the buffer undamped.",
        ),
        (([1.0, 1.0, 1.0], [1.0, 1.0, 1.0]), "The average begins at 0 and takes its time to reach 1."),
        (([1.0, 1.9, 2.71], [0.1, 0.19, 0.271]), "That is the buffer without dampening."),
    ],
)


@grader.check("weights", item=STEP, points=1)
def without_momentum_it_is_plain_descent(draw: Draw) -> Iterator[Given]:
    """Without options a step takes lr times the gradient away, in the tensors that were given."""
    yield given(draw, steps=1)
    yield given(draw, steps=3)
    yield given(draw, shapes=((4,),), steps=2, rates=(0.5, 0.5))


@grader.check("result", item=STEP, needs=[without_momentum_it_is_plain_descent], points=1)
def it_works_in_place(draw: Draw) -> Iterator[Given]:
    """The parameters keep their memory and stay leaves that require a gradient, V has no graph, nothing is returned."""
    yield given(draw, steps=2)
    yield given(draw, steps=3, momentum=0.9)


@grader.check("weights", item=STEP, needs=[without_momentum_it_is_plain_descent], points=3)
def the_velocity_adds_whole_gradients(draw: Draw) -> Iterator[Given]:
    """With momentum V = momentum * V + gradient, beginning with the first gradient, and lr times V is taken away."""
    yield given(draw, momentum=0.9, steps=2)
    yield given(draw, momentum=0.9)
    yield given(draw, momentum=0.5, rates=(0.2, 0.2, 0.2, 0.2))


@grader.check("buffers", item=STEP, needs=[the_velocity_adds_whole_gradients], points=2)
def bufs_keep_the_velocity(draw: Draw) -> Iterator[Given]:
    """After each step bufs holds V for each parameter; without momentum it still holds None."""
    yield given(draw, momentum=0.9, steps=3)
    yield given(draw, momentum=0.9, steps=1)
    yield given(draw, steps=2)


@grader.check("buffers", item=STEP, needs=[the_velocity_adds_whole_gradients], points=2)
def the_rate_is_no_part_of_the_velocity(draw: Draw) -> Iterator[Given]:
    """The learning rate multiplies V when it is taken away; when it changes, the whole of V is scaled anew."""
    yield given(draw, momentum=0.9, rates=(0.1, 0.1, 0.01, 0.01))
    yield given(draw, momentum=0.5, rates=(0.01, 0.3, 0.1), steps=3)


@grader.check("buffers", item=STEP, needs=[the_velocity_adds_whole_gradients], points=2)
def dampening_spares_the_first_gradient(draw: Draw) -> Iterator[Given]:
    """Dampening takes its share off every gradient that joins V, but the first one becomes V undamped."""
    yield given(draw, momentum=0.9, dampening=0.9)
    yield given(draw, momentum=0.5, dampening=0.25, steps=2)
    yield given(draw, dampening=0.5, steps=2)


@grader.check("buffers", item=STEP, needs=[the_velocity_adds_whole_gradients], points=2)
def weight_decay_is_part_of_the_gradient(draw: Draw) -> Iterator[Given]:
    """weight_decay * parameter is added to the gradient before anything else happens to it."""
    yield given(draw, weight_decay=0.3, steps=2)
    yield given(draw, momentum=0.9, weight_decay=0.3)
    yield given(draw, momentum=0.9, dampening=0.5, weight_decay=0.1)


@grader.check("buffers", item=STEP, needs=[weight_decay_is_part_of_the_gradient], points=2)
def nesterov_looks_ahead(draw: Draw) -> Iterator[Given]:
    """With nesterov lr times (gradient + momentum * V) is taken away, V being the new one."""
    yield given(draw, momentum=0.9, nesterov=True, steps=1)
    yield given(draw, momentum=0.9, nesterov=True)
    yield given(draw, momentum=0.5, nesterov=True, weight_decay=0.2)


@grader.check(
    "buffers",
    item=STEP,
    needs=[dampening_spares_the_first_gradient, weight_decay_is_part_of_the_gradient],
    points=2,
)
def a_parameter_without_gradient_is_skipped(draw: Draw) -> Iterator[Given]:
    """Where the gradient is None, the parameter and its buffer stay as they are."""
    yield given(draw, momentum=0.9, none_at=[(1, 0)], steps=3)
    yield given(draw, momentum=0.9, none_at=[(0, 0)], steps=3)
    yield given(draw, momentum=0.9, none_at=[(0, 1)], steps=3)
    yield given(draw, momentum=0.9, weight_decay=0.5, none_at=[(2, 1)])
    yield given(draw, none_at=[(0, 0), (0, 1)], steps=2)
    yield given(draw, momentum=0.9, dampening=0.5, none_at=[(0, 0), (0, 1)], steps=3)


@grader.check("reused", item=STEP, needs=[weight_decay_is_part_of_the_gradient], points=2)
def gradients_may_be_reused(draw: Draw) -> Iterator[Given]:
    """The gradients stay as they are, and V does not change when the caller fills them with new values."""
    yield given(draw, momentum=0.9, steps=3)
    yield given(draw, momentum=0.9, weight_decay=0.1, steps=3)
    yield given(draw, momentum=0.9, nesterov=True, steps=2)
    yield given(draw, weight_decay=0.1, steps=2)


@grader.check("weights", item=STEP, needs=[the_velocity_adds_whole_gradients], points=1)
def any_dtype_shape_and_layout(draw: Draw) -> Iterator[Given]:
    """Any dtype, shape and layout will do: a transposed parameter, one entry, no entry, and no parameters at all."""
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, dtype=dtype, momentum=0.5, steps=2)
    yield given(draw, shapes=((1,), (), (0,), (2, 0)), momentum=0.9, steps=2)
    yield given(draw, shapes=(), momentum=0.9, steps=1)
    turned = draw.normal(2, 3).t().requires_grad_()
    yield steps_of([turned], [[draw.normal(3, 2)], [draw.normal(2, 3).t()]], momentum=0.9)
    plain = draw.normal(3, 2)  # requires no gradient
    yield steps_of([plain], [[draw.normal(3, 4)[:, ::2]], [draw.normal(3, 2)]], momentum=0.9, nesterov=True)


@grader.check(
    "weights",
    item=STEP,
    needs=[dampening_spares_the_first_gradient, weight_decay_is_part_of_the_gradient],
    mode="other_default",
)
def buffers_live_where_the_parameters_live(draw: Draw) -> Iterator[Given]:
    """With parameters on the GPU everything happens there."""
    yield given(draw, shapes=((3,),), momentum=0.9, dampening=0.1, weight_decay=0.1, steps=2)
    yield given(draw, shapes=((3,),), momentum=0.9, nesterov=True, steps=2)


@grader.check("averages", item=EMA, on_cuda=False)
def one_float_for_each_value(draw: Draw) -> Iterator[Given]:
    """A list comes back with a float for each value, and the values stay as they are."""
    yield averaged(numbers(draw, 3), 0.5)
    yield averaged([], 0.9)
    yield averaged([draw.integer(2, 9), draw.integer(2, 9)], 0.5)


@grader.check("averages", item=EMA, needs=[one_float_for_each_value], points=2, on_cuda=False)
def it_begins_at_zero(draw: Draw) -> Iterator[Given]:
    """V = beta * V + (1 - beta) * value, and V is 0 before the first value."""
    yield averaged(numbers(draw, 1), 0.9)
    yield averaged(numbers(draw, 4), 0.9)
    yield averaged(numbers(draw, 6), 0.25)
    yield averaged(numbers(draw, 3), 0.0)


@grader.check("averages", item=EMA, needs=[it_begins_at_zero], points=2, on_cuda=False)
def the_correction_makes_up_for_the_start(draw: Draw) -> Iterator[Given]:
    """With bias_correction the t-th average, counted from 1, is divided by 1 - beta^t, and goes on uncorrected."""
    yield averaged(numbers(draw, 1), 0.9, bias_correction=True)
    yield averaged(numbers(draw, 5), 0.9, bias_correction=True)
    yield averaged(numbers(draw, 4), 0.25, bias_correction=True)
    yield averaged([], 0.5, bias_correction=True)
    yield averaged(numbers(draw, 2), 0.0, bias_correction=True)
