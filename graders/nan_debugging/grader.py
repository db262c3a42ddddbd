"""Grades exercises/nan_debugging.py."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True)
CLIP, STEP = "clip_grad_norm_", "guarded_step"
CLOSE = Tolerance(1e-4, 1e-6)
"""PyTorch adds 1e-6 to the norm, which a factor written by hand may leave out."""
COARSE = Tolerance(2e-2, 2e-3)
GRADIENTS = [f"gradient of params[{place}]" for place in range(3)]
INF, NAN = math.inf, math.nan

grader.leave_out(
    STEP,
    "strided",
    "empty",
    "one element",
    "float16",
    "bfloat16",
    "with gradient",
    "unchanged",
    "another device",
    because="It calls the optimizer and the clipping, which is tried on all of them; weights are there to change.",
)


def of_norm(draw: Draw, norm: float, *shapes: tuple[int, ...], dtype: torch.dtype = torch.float64) -> list[Tensor]:
    """Gradients that have this Euclidean norm together, each with a good part of it."""
    made = [draw.normal(*shape) for shape in shapes]
    made = [gradient / gradient.norm() * draw.uniform(low=0.7, high=1.4) for gradient in made]
    total = torch.stack([gradient.norm() for gradient in made]).norm()
    return [(gradient * (norm / total)).to(dtype) for gradient in made]


def clip(
    grads: Sequence[Tensor | None],
    max_norm: float = 2.0,
    about: str = "",
    once: bool = False,
    dtype: torch.dtype = torch.float64,
    **options: Any,
) -> Given:
    """One call; the parameters are zeros of the shapes of their gradients."""
    params = [torch.ones(2, dtype=dtype) if g is None else torch.ones_like(g) for g in grads]
    words = "".join(f", {name}={value}" for name, value in options.items())
    return Given(
        f"clip_grad_norm_(params, {max_norm}{words}){about}",
        grads=list(grads),
        params=[parameter.requires_grad_() for parameter in params],
        max_norm=max_norm,
        once=once,
        options=options,
    )


def turn(grads: list[Tensor], added: float = 0.0, gradient: str = "", where: int = 0) -> dict[str, Any]:
    """What one step sees: its gradients, what is added to the loss, and which gradient becomes nan or inf."""
    return {"grads": grads, "added": added, "gradient": gradient, "where": where}


def train(*rounds: dict[str, Any], about: str, max_norm: float = 50.0, split: int = 9, stale: bool = False) -> Given:
    times = f", {len(rounds)} times" if len(rounds) > 1 else ""
    return Given(
        f"guarded_step(loss, optimizer, {max_norm}){times}{about}",
        rounds=list(rounds),
        max_norm=max_norm,
        split=split,
        stale=stale,
    )


def plain(draw: Draw, norm: float = 3.0, dtype: torch.dtype = torch.float64) -> list[Tensor]:
    return of_norm(draw, norm, (2, 2), (3,), dtype=dtype)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is two strings: a loss that is multiplied by 0, and the gradient that comes through the root of 0.",
    distractors=[
        (("0.0", "0.0"), "The loss is fine, but the root has no finite slope at 0, and 0 times infinity is not 0."),
        (("nan", "nan"), "The root of 0 is 0, and 0 times 0 is 0. The trouble begins on the way back."),
        (("0.0", "inf"), "The slope of the root is inf there. On its way it is multiplied by the 0 of `* 0`."),
        (("0.0", "None"), "x is a leaf that requires a gradient, and the loss depends on it."),
    ],
)


@grader.check("clipped", item=CLIP, agree=["type of the norm", "norm"], tolerance=CLOSE, points=2)
def the_norm_before_clipping_comes_back(draw: Draw) -> Iterator[Given]:
    """The result is the norm before clipping, in a tensor without dimensions, whether it is clipped or not."""
    yield clip(of_norm(draw, 5.0, (2, 3)), about=", where the norm is 5")
    yield clip(of_norm(draw, 0.5, (4,)), about=", where the norm is 0.5")


@grader.check(
    "clipped",
    item=CLIP,
    agree=GRADIENTS,
    tolerance=CLOSE,
    needs=[the_norm_before_clipping_comes_back],
    points=2,
)
def short_gradients_stay(draw: Draw) -> Iterator[Given]:
    """Gradients whose norm is below max_norm stay as they are."""
    yield clip(of_norm(draw, 1.2, (2, 3)), about=", where the norm is 1.2")
    yield clip(of_norm(draw, 8.0, (3,), (2,)), max_norm=100.0, about=", where the norm is 8")
    yield clip([torch.zeros(3, dtype=torch.float64)], about=", where the norm is 0")


@grader.check(
    "clipped",
    item=CLIP,
    agree=[*GRADIENTS, "inputs that changed"],
    tolerance=CLOSE,
    needs=[short_gradients_stay],
    points=2,
)
def long_gradients_are_shortened(draw: Draw) -> Iterator[Given]:
    """A longer gradient keeps its direction and gets the norm max_norm; the parameters keep their values."""
    yield clip(of_norm(draw, 5.0, (2, 3)), about=", where the norm is 5")
    yield clip(of_norm(draw, 30.0, (4,)), max_norm=0.5, about=", where the norm is 30")


@grader.check(
    "clipped",
    item=CLIP,
    agree=["norm", *GRADIENTS],
    tolerance=CLOSE,
    needs=[long_gradients_are_shortened],
    points=2,
)
def all_gradients_share_one_norm(draw: Draw) -> Iterator[Given]:
    """There is one norm over all gradients, and one factor for all of them."""
    yield clip(of_norm(draw, 6.0, (2, 3), (4,), (2,)), about=", where the norm over three gradients is 6")
    yield clip(of_norm(draw, 2.5, (3, 2), (5,)), about=", where the norm over two gradients is 2.5")


@grader.check(
    "clipped",
    item=CLIP,
    agree=["gradients that are other tensors now"],
    needs=[long_gradients_are_shortened],
)
def gradients_are_scaled_in_place(draw: Draw) -> Iterator[Given]:
    """Each parameter still has the same tensor in `.grad`."""
    yield clip(of_norm(draw, 6.0, (2, 3), (4,)), about=", where the norm is 6")


@grader.check(
    "clipped",
    item=CLIP,
    agree=["type of the norm", "norm", *GRADIENTS],
    tolerance=CLOSE,
    needs=[all_gradients_share_one_norm],
)
def parameters_without_a_gradient_are_skipped(draw: Draw) -> Iterator[Given]:
    """Where `.grad` is None nothing happens; when there is no gradient at all, the norm is 0."""
    one, other = of_norm(draw, 6.0, (2, 3), (4,))
    yield clip([one, None, other], about=", with params[1].grad None")
    yield clip([None, other], about=", with params[0].grad None")
    yield clip([None, None], about=", with no gradient")


@grader.check("clipped", item=CLIP, agree=["norm", *GRADIENTS], tolerance=CLOSE, needs=[all_gradients_share_one_norm])
def a_generator_will_do(draw: Draw) -> Iterator[Given]:
    """params may be something that can be gone through once, such as model.parameters()."""
    yield clip(of_norm(draw, 6.0, (2, 3), (4,)), about=", where params is a generator", once=True)


@grader.check(
    "clipped",
    item=CLIP,
    agree=["norm", *GRADIENTS],
    tolerance=CLOSE,
    needs=[all_gradients_share_one_norm],
    points=2,
)
def norm_type_chooses_the_norm(draw: Draw) -> Iterator[Given]:
    """norm_type is the p of the norm: 1 adds absolute values, inf takes the largest of all."""
    for norm_type in (1.0, INF, 3.0):
        yield clip(of_norm(draw, 9.0, (2, 3), (4,)), max_norm=1.5, norm_type=norm_type)
    yield clip(of_norm(draw, 3.0, (2, 3), (4,)), max_norm=20.0, norm_type=INF)


@grader.check("clipped", item=CLIP, tolerance=CLOSE, needs=[all_gradients_share_one_norm])
def any_shape_and_layout(draw: Draw) -> Iterator[Given]:
    """float32, transposed gradients, one entry, no entry and no dimensions work."""
    yield clip(of_norm(draw, 5.0, (2, 3), (4,), dtype=torch.float32), dtype=torch.float32, about=", in float32")
    yield clip([draw.normal(3, 2).t() * 4, draw.normal(4, 6)[:, ::2]], about=", with transposed gradients")
    yield clip([draw.normal(1) * 9 + 30, draw.normal(0, 3), draw.normal() * 5], about=", with an empty gradient")


@grader.check("clipped", item=CLIP, tolerance=COARSE, needs=[all_gradients_share_one_norm])
def half_precision_too(draw: Draw) -> Iterator[Given]:
    """Gradients in float16 and bfloat16 are clipped, and keep their dtype."""
    for dtype in (torch.float16, torch.bfloat16):
        yield clip(of_norm(draw, 6.0, (2, 3), (4,), dtype=dtype), dtype=dtype, about=f", in {dtype}")


@grader.check("clipped", item=CLIP, tolerance=CLOSE, needs=[all_gradients_share_one_norm], mode="other_default")
def everything_stays_where_the_gradients_are(draw: Draw) -> Iterator[Given]:
    """With gradients on the GPU the norm is computed there."""
    yield clip(of_norm(draw, 6.0, (2, 3), (4,)), about=", where the norm is 6")


@grader.check("trained", item=STEP, tolerance=CLOSE, points=1)
def an_ordinary_step_is_made(draw: Draw) -> Iterator[Given]:
    """When everything is finite, one step is made with the gradients of this loss, and the answer is "stepped"."""
    yield train(turn(plain(draw)), about=", with a finite loss")
    yield train(turn(plain(draw, dtype=torch.float32)), about=", with a finite loss, in float32")


@grader.check("trained", item=STEP, tolerance=CLOSE, needs=[an_ordinary_step_is_made], points=2)
def old_gradients_are_cleared(draw: Draw) -> Iterator[Given]:
    """Gradients of an earlier batch have no part in the step."""
    yield train(turn(plain(draw)), stale=True, about=", with old gradients in .grad")
    yield train(*(turn(plain(draw)) for _ in range(3)), about=", one after the other")


@grader.check("trained", item=STEP, tolerance=CLOSE, needs=[an_ordinary_step_is_made], points=2)
def long_gradients_are_clipped_before_the_step(draw: Draw) -> Iterator[Given]:
    """The step is made with the gradients of all groups together clipped to max_norm."""
    yield train(turn(plain(draw, 6.0)), max_norm=2.0, about=", where the norm is 6")
    yield train(turn(plain(draw, 6.0)), max_norm=2.0, split=1, about=", where the norm over two groups is 6")
    yield train(turn(plain(draw, 1.5)), max_norm=2.0, split=1, about=", where the norm over two groups is 1.5")


@grader.check("trained", item=STEP, tolerance=CLOSE, needs=[an_ordinary_step_is_made], points=2)
def a_loss_that_is_not_finite_stops_the_step(draw: Draw) -> Iterator[Given]:
    """A loss of nan, inf or -inf gives "nonfinite_loss" without a backward, and the weights stay."""
    for added in (NAN, INF, -INF):
        yield train(turn(plain(draw), added), about=f", where the loss is {added}")


@grader.check("trained", item=STEP, agree=["answers", "weight 1", "weight 2"], tolerance=CLOSE, points=3)
def a_gradient_that_is_not_finite_stops_the_step(draw: Draw) -> Iterator[Given]:
    """A finite loss with nan or inf in one of the gradients gives "nonfinite_grad", and the weights stay."""
    for kind in ("nan", "inf"):
        yield train(turn(plain(draw), gradient=kind), about=f", where a gradient is {kind}")
        yield train(
            turn(plain(draw), gradient=kind, where=1), split=1, about=f", where one in the second group is {kind}"
        )


@grader.check("trained", item=STEP, tolerance=CLOSE, needs=[a_gradient_that_is_not_finite_stops_the_step])
def no_bad_gradient_is_left(draw: Draw) -> Iterator[Given]:
    """After "nonfinite_grad" no gradient holds nan or inf."""
    yield train(turn(plain(draw), gradient="nan"), about=", where a gradient is nan")
    yield train(turn(plain(draw), gradient="inf", where=1), split=1, about=", where one in the second group is inf")


@grader.check(
    "trained",
    item=STEP,
    agree=["answers", "weight 1", "weight 2"],
    tolerance=CLOSE,
    needs=[
        old_gradients_are_cleared,
        long_gradients_are_clipped_before_the_step,
        a_loss_that_is_not_finite_stops_the_step,
        a_gradient_that_is_not_finite_stops_the_step,
    ],
    points=2,
)
def training_goes_on_as_if_nothing_had_happened(draw: Draw) -> Iterator[Given]:
    """A step that is left out changes neither the weights nor the momentum, and the next one is sound."""
    bad = turn(plain(draw), gradient="nan")
    yield train(turn(plain(draw)), bad, turn(plain(draw)), about=", the second with a gradient that is nan")
    worse = turn(plain(draw), INF)
    yield train(
        turn(plain(draw, 6.0)), worse, turn(plain(draw, 6.0)), max_norm=2.0, about=", the second with a loss of inf"
    )
