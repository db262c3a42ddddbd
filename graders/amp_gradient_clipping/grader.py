"""Grades exercises/amp_gradient_clipping.py."""

import math
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True)
ITEM = "clipped_step"
STEADY = {"init_scale": 1024.0, "growth_interval": 1000}
CLOSE = Tolerance(1e-4, 1e-6)
"""clip_grad_norm_ adds 1e-6 to the norm, which a factor written by hand may leave out."""
INF = math.inf

grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="Gradients have the dtype of the parameters; the scaler refuses float16 there, and bfloat16 needs none.",
)
grader.leave_out(ITEM, "with gradient", because="The numbers given are the gradients themselves.")
grader.leave_out(
    ITEM, "unchanged", because="Gradients are there to be changed, and the scaler unscales them in any case."
)
grader.leave_out(ITEM, "another device", because="What it computes are single numbers, which may meet any device.")


def of_length(draw: Draw, length: float, *shapes: tuple[int, ...], dtype: torch.dtype = torch.float64) -> list[Tensor]:
    """Gradients that have this norm together, each with a good part of it."""
    made = [draw.normal(*shape) for shape in shapes]
    made = [gradient / gradient.norm() * draw.uniform(low=0.7, high=1.4) for gradient in made]
    total = torch.stack([gradient.norm() for gradient in made]).norm()
    return [(gradient * (length / total)).to(dtype) for gradient in made]


def one(draw: Draw, length: float, **options: Any) -> list[Tensor]:
    return of_length(draw, length, (2, 3), **options)


def many(draw: Draw, length: float, **options: Any) -> list[Tensor]:
    return of_length(draw, length, (2, 3), (4,), (1,), **options)


def given(
    *rounds: list[Tensor],
    max_norm: float = 2.0,
    scaler: dict[str, Any] = STEADY,
    split: int | None = None,
    about: str = "",
) -> Given:
    arguments = ", ".join(f"{name}={value}" for name, value in scaler.items() if name != "growth_interval")
    steps = f", {len(rounds)} times" if len(rounds) > 1 else ""
    return Given(
        f"clipped_step(scaler, optimizer, {max_norm}) with GradScaler({arguments}){steps}{about}",
        rounds=list(rounds),
        max_norm=max_norm,
        scaler=scaler,
        split=len(rounds[0]) if split is None else split,
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the step with clipping after unscaling, and with clipping before it, in thousandths.",
    distractors=[
        (
            ([-600.0, -800.0], [-600.0, -800.0]),
            "In the second case what is clipped to length 1 is 1024 times too long, and is divided by 1024 afterwards.",
        ),
        (
            ([-600.0, -800.0], [-3000.0, -4000.0]),
            "Clipping is not undone: the scaled gradient is cut to length 1, and then the scale is divided out.",
        ),
        (
            ([-3000.0, -4000.0], [-600.0, -800.0]),
            "In the first case the gradient is (3, 4), of length 5, and is cut to length 1.",
        ),
        (
            ([600.0, 800.0], [0.586, 0.781]),
            "The sizes are right. SGD walks against the gradient, so the weights become negative.",
        ),
        (
            ([-0.6, -0.8], [-0.001, -0.001]),
            "Each weight is counted in thousandths, and rounded after that.",
        ),
        (
            ([-600.0, -800.0], [-0.6, -0.8]),
            "The scale is 1024, not 1000.",
        ),
        (
            ([-1000.0, -1000.0], [-0.977, -0.977]),
            "That is clipping by value, each entry by itself. By norm, the direction is kept.",
        ),
    ],
)


@grader.check("norms", item=ITEM, tolerance=CLOSE, points=2)
def the_true_norm_comes_back(draw: Draw) -> Iterator[Given]:
    """The result is the norm of the true gradients before clipping, a float, whether they are clipped or not."""
    yield given(one(draw, 5.0), about=", where the norm is 5")
    yield given(one(draw, 0.5), about=", where the norm is 0.5")
    yield given(many(draw, 7.0), about=", where the norm over three parameters is 7")
    yield given(one(draw, 3.0, dtype=torch.float32), scaler={}, about=", where the norm is 3, in float32")


@grader.check("weights", item=ITEM, tolerance=CLOSE, needs=[the_true_norm_comes_back], points=2)
def a_short_gradient_is_left_as_it_is(draw: Draw) -> Iterator[Given]:
    """A gradient that is not longer than max_norm makes the step it makes without clipping."""
    yield given(one(draw, 1.2), about=", where the norm is 1.2")
    yield given(many(draw, 1.9), about=", where the norm over three parameters is 1.9")
    yield given(one(draw, 9.0), max_norm=INF, about=", where the norm is 9")
    yield given([torch.zeros(2, 3, dtype=torch.float64)], about=", where the norm is 0")


@grader.check("weights", item=ITEM, tolerance=CLOSE, needs=[a_short_gradient_is_left_as_it_is], points=3)
def a_long_gradient_is_cut_to_max_norm(draw: Draw) -> Iterator[Given]:
    """A longer one keeps its direction and becomes max_norm long, however large the scale is."""
    yield given(one(draw, 5.0), about=", where the norm is 5")
    yield given(one(draw, 30.0), max_norm=0.5, about=", where the norm is 30")
    yield given(one(draw, 5.0), scaler={"init_scale": 1.0}, about=", where the norm is 5")
    yield given(one(draw, 5.0), scaler={"init_scale": 2.0**40}, about=", where the norm is 5")
    yield given(one(draw, 4.0, dtype=torch.float32), scaler={}, about=", where the norm is 4, in float32")


@grader.check("weights", item=ITEM, tolerance=CLOSE, needs=[a_long_gradient_is_cut_to_max_norm], points=2)
def all_parameters_share_one_factor(draw: Draw) -> Iterator[Given]:
    """All gradients of all groups are clipped by one norm and one factor, as if they were one long vector."""
    yield given(many(draw, 6.0), about=", where the norm over three parameters is 6")
    yield given(many(draw, 6.0), split=2, about=", where the norm over two groups is 6")
    yield given(of_length(draw, 3.0, (3, 2), (4,)), split=1, about=", where the norm over two groups is 3")
    turned = [draw.normal(3, 2).t() * 3, draw.normal(4, 6)[:, ::2]]
    yield given(turned, split=1, about=", with a transposed parameter")
    yield given([draw.normal(0, 3), draw.normal(4) * 5], about=", with an empty parameter")


@grader.check("scales", item=ITEM, needs=[the_true_norm_comes_back], points=2)
def the_scaler_is_updated_once(draw: Draw) -> Iterator[Given]:
    """After each step the scaler is updated once, so that its scale can grow."""
    growing = {"init_scale": 256.0, "growth_interval": 2}
    yield given(*(one(draw, 4.0) for _ in range(5)), scaler=growing, about=", where the scale doubles every two steps")


@grader.check("leftovers", item=ITEM, needs=[the_scaler_is_updated_once], points=1)
def the_gradients_stay_for_the_caller(draw: Draw) -> Iterator[Given]:
    """After the step the gradients are still there: to clear them is the caller's part."""
    yield given(many(draw, 6.0), many(draw, 1.0), split=2)


@grader.check(
    "everything",
    item=ITEM,
    tolerance=CLOSE,
    needs=[all_parameters_share_one_factor, the_scaler_is_updated_once],
    points=2,
)
def training_goes_on_while_the_scale_changes(draw: Draw) -> Iterator[Given]:
    """In several steps, each is clipped by the same max_norm, while the scale grows and the momentum lasts."""
    growing = {"init_scale": 256.0, "growth_interval": 1}
    yield given(*(many(draw, length) for length in (6.0, 0.5, 3.0, 1.5)), split=2, scaler=growing)


@grader.check("everything", item=ITEM, tolerance=CLOSE, needs=[all_parameters_share_one_factor], points=2)
def an_overflow_is_skipped(draw: Draw) -> Iterator[Given]:
    """Infinite gradients give an infinite norm, or NaN, and no step; the scale halves and the next step is clean."""
    for special in (INF, -INF, math.nan):
        rounds = [many(draw, 3.0), many(draw, 3.0), many(draw, 3.0)]
        rounds[1][1][2] = special
        yield given(*rounds, split=1, about=f", the second with {special}")


@grader.check("everything", item=ITEM, tolerance=CLOSE, needs=[all_parameters_share_one_factor])
def a_disabled_scaler_will_do(draw: Draw) -> Iterator[Given]:
    """With a disabled scaler the gradients are the true ones already, and are clipped as they are."""
    yield given(many(draw, 6.0), many(draw, 1.0), scaler={"enabled": False}, split=2)
