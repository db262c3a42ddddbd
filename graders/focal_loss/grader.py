"""Grades exercises/focal_loss.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
CALL = "FocalLoss(gamma={gamma}, alpha={alpha}, reduction={reduction!r})(pred, true)"


def given(draw: Draw, shape: tuple[int, ...], dtype: torch.dtype = torch.float64, **options: object) -> Given:
    settings = {"gamma": 2.0, "alpha": 0.25, "reduction": "none"} | options
    pred = draw.normal(*shape, dtype=dtype, scale=2.0).requires_grad_()
    return Given(CALL.format(**settings), options=settings, pred=pred, true=draw.bits(*shape, dtype=dtype))


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how much of the cross entropy is left at p_t = 0.5 and at p_t = 0.9.",
    distractors=[
        ([0.25, 0.81], "These are p_t ** gamma. The factor is built from 1 - p_t, so it shrinks as p_t grows."),
        ([1.0, 0.2], "These are gamma * (1 - p_t). Gamma is an exponent."),
        ([0.5, 0.1], "These are 1 - p_t alone. Gamma is missing."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what the three `reduction` attributes hold after wrapping one criterion twice.",
    distractors=[
        (("mean", "mean", "mean"), "Each wrapper would need a criterion of its own for that; a module is not copied."),
        (("mean", "mean", "none"), "The second wrapper reads the attribute after the first one has overwritten it."),
    ],
)


@grader.check("construction", item="FocalLoss", points=1)
def an_unknown_reduction_is_refused(draw: Draw) -> Iterator[Given]:
    """A reduction other than "mean", "sum" and "none" raises ValueError."""
    for name in ("mean", "sum", "none", "average", "Mean", ""):
        yield Given(f"FocalLoss(reduction={name!r})", options={"reduction": name})


@grader.check("loss", item="FocalLoss", agree=["loss"], points=3)
def every_element_has_its_own_loss(draw: Draw) -> Iterator[Given]:
    """With reduction="none" each element's loss is its cross entropy times alpha_t times (1 - p_t) ** gamma."""
    yield given(draw, (4, 3))
    yield given(draw, (7,), gamma=1.5, alpha=0.6)
    yield given(draw, (2, 3, 4, 5), gamma=3.0, alpha=0.9)


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[every_element_has_its_own_loss], points=1)
def mean_and_sum_reduce_over_all_elements(draw: Draw) -> Iterator[Given]:
    """With reduction="mean" or "sum" the loss is one number over all elements."""
    yield given(draw, (4, 3), reduction="mean")
    yield given(draw, (4, 3), reduction="sum")
