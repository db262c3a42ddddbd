"""Grades exercises/amp_unscaled_gradients.py."""

import math
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True)
ITEM = "true_grad_norms"
STEADY = {"init_scale": 1024.0, "growth_interval": 1000}
CLOSE = Tolerance(1e-6, 1e-9)
INF = math.inf
Groups = list[list[Tensor]]
ONE: Any = [[(2, 3)]]
"""An optimizer with one group of one parameter of this shape, besides one that never has a gradient."""
TWO_GROUPS: Any = [[(2, 3), (4,)], [(3, 2)]]
NONE: Any = []

grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="Gradients have the dtype of the parameters; the scaler refuses float16 there, and bfloat16 needs none.",
)
grader.leave_out(ITEM, "with gradient", because="The numbers given are the gradients themselves.")
grader.leave_out(
    ITEM, "unchanged", because="unscale_ may change gradients; what the next step does with them is observed."
)
grader.leave_out(ITEM, "another device", because="What it computes are single numbers, which may meet any device.")


def gradients(draw: Draw, *shapes: Any, dtype: torch.dtype = torch.float64) -> list[Groups]:
    """For each optimizer its groups, with a gradient for each parameter."""
    return [[[draw.normal(*shape, dtype=dtype) for shape in group] for group in groups] for groups in shapes]


def given(*rounds: list[Groups], scaler: dict[str, Any] = STEADY, about: str = "") -> Given:
    arguments = ", ".join(f"{name}={value}" for name, value in scaler.items() if name != "growth_interval")
    count = len(rounds[0])
    optimizers = "one optimizer" if count == 1 else f"{count or 'no'} optimizers"
    steps = f", {len(rounds)} steps" if len(rounds) > 1 else ""
    return Given(
        f"true_grad_norms(scaler, optimizers) with {optimizers} and GradScaler({arguments}){steps}{about}",
        rounds=list(rounds),
        scaler=scaler,
        device=[torch.zeros(())],  # where it is says where to train; in a list, it is not shown as an argument
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what comes of unscaling the same gradients twice.",
    distractors=[
        (196608.0, "unscale_ divides; nothing multiplies the gradients a second time."),
        (3.0, "A second call is not ignored. It would be a mistake in the loop, and the scaler says so."),
        (0.0000457763671875, "That is 3 over 65536: a second division is what the scaler refuses."),
        (
            "ValueError",
            "No value is wrong here. It is the order of the calls, and for that there is another exception.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the gradient before and after unscale_.",
    distractors=[
        ((65536.0, 1.0), "That is the scale. The gradient is the slope, 3, times the scale."),
        ((3.0, 3.0), "After scale(loss).backward() the gradient is scaled: every slope was multiplied on its way."),
        ((196608.0, 196608.0), "unscale_ writes into .grad, as the underscore says; it makes no copy."),
        ((3.0, 0.0000457763671875), "The first gradient is already multiplied by 65536, and unscale_ takes that out."),
    ],
)


@grader.check("norms", item=ITEM, tolerance=CLOSE, points=2)
def each_optimizer_has_the_norm_of_its_true_gradients(draw: Draw) -> Iterator[Given]:
    """The result is a list with one float for each optimizer: the Euclidean norm of its gradients without the scale."""
    yield given(gradients(draw, ONE))
    yield given(gradients(draw, ONE, [[(5,)]]))
    yield given(gradients(draw, [[(4,)]]), scaler={}, about=", whose scale is 65536")
    yield given(gradients(draw, ONE, dtype=torch.float32), about=", in float32")
    yield given(gradients(draw))


@grader.check("norms", item=ITEM, tolerance=CLOSE, needs=[each_optimizer_has_the_norm_of_its_true_gradients], points=2)
def all_parameters_of_all_groups_make_one_norm(draw: Draw) -> Iterator[Given]:
    """All gradients of an optimizer count together as one long vector, whichever group and shape they have."""
    yield given(gradients(draw, [[(2, 3), (4,), (1,)]]), about=", which has three parameters")
    yield given(gradients(draw, TWO_GROUPS), about=", which has two groups")
    turned = gradients(draw, ONE, TWO_GROUPS)
    turned[0][0][0] = draw.normal(3, 2).t()
    turned[1][1][0] = draw.normal(3, 4)[:, ::2]
    yield given(turned, about=", and transposed parameters")
    yield given(gradients(draw, [[(0, 3), (2,)]]), about=", one of whose parameters is empty")


@grader.check("afterwards", item=ITEM, needs=[each_optimizer_has_the_norm_of_its_true_gradients], points=3)
def the_steps_are_what_they_would_have_been(draw: Draw) -> Iterator[Given]:
    """The caller's steps and updates have the results that they have without asking for norms."""
    yield given(gradients(draw, ONE))
    yield given(gradients(draw, ONE, TWO_GROUPS))
    yield given(*(gradients(draw, TWO_GROUPS, ONE) for _ in range(3)))


@grader.check("everything", item=ITEM, tolerance=CLOSE, needs=[the_steps_are_what_they_would_have_been], points=2)
def the_scale_of_now_is_taken_out(draw: Draw) -> Iterator[Given]:
    """While the scale grows and shrinks, the norms do not."""
    growing = {"init_scale": 256.0, "growth_interval": 1}
    yield given(*(gradients(draw, ONE, ONE) for _ in range(3)), scaler=growing, about=", where the scale doubles")
    yield given(gradients(draw, TWO_GROUPS), scaler={"init_scale": 1.0}, about=", whose scale is 1")


@grader.check("everything", item=ITEM, tolerance=CLOSE, needs=[the_steps_are_what_they_would_have_been], points=2)
def an_overflow_is_shown_and_skipped_where_it_is(draw: Draw) -> Iterator[Given]:
    """Infinite gradients give an infinite norm, or NaN; that optimizer skips its step, and the others make theirs."""
    for number, special in ((0, INF), (1, -INF), (1, math.nan)):
        first = gradients(draw, ONE, TWO_GROUPS)
        first[number][0][0][1, 0] = special
        yield given(
            first, gradients(draw, ONE, TWO_GROUPS), about=f", the first with {special} in optimizer {number + 1}"
        )


@grader.check("norms", item=ITEM, tolerance=CLOSE, needs=[each_optimizer_has_the_norm_of_its_true_gradients])
def an_optimizer_without_gradients_has_norm_zero(draw: Draw) -> Iterator[Given]:
    """Where no parameter has a gradient the norm is 0.0, and the other optimizers have theirs."""
    yield given(gradients(draw, ONE, NONE), about=", the second without gradients")
    yield given(gradients(draw, NONE, ONE), about=", the first without gradients")


@grader.check("everything", item=ITEM, tolerance=CLOSE, needs=[the_steps_are_what_they_would_have_been])
def a_disabled_scaler_has_nothing_to_take_out(draw: Draw) -> Iterator[Given]:
    """With a disabled scaler the gradients are the true ones already."""
    disabled = {"enabled": False}
    yield given(*(gradients(draw, ONE, TWO_GROUPS) for _ in range(2)), scaler=disabled)
