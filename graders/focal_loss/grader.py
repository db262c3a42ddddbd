"""Grades exercises/focal_loss.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
CALL = "FocalLoss(gamma={gamma}, alpha={alpha}, reduction={reduction!r})(pred, true)"


def settings(**options: object) -> dict[str, object]:
    return {"gamma": 2.0, "alpha": 0.25, "reduction": "none"} | options


def given(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32, **options: object) -> Given:
    """Ordinary logits and targets of 0 or 1."""
    chosen = settings(**options)
    pred, true = draw.normal(*shape, dtype=dtype, scale=2.0), draw.bits(*shape, dtype=dtype)
    return Given(CALL.format(**chosen), options=chosen, pred=pred, true=true)


def one_logit(draw: Draw, true: float, **options: object) -> Given:
    """A logit well away from 0, so that p and 1 - p are different, and its target."""
    chosen = settings(**options)
    pred = draw.uniform(low=0.5, high=2.5, dtype=torch.float32) * draw.choice((-1, 1))
    return Given(CALL.format(**chosen), options=chosen, pred=pred, true=torch.tensor(true))


def with_gradient(case: Given) -> Given:
    case.inputs["pred"].requires_grad_()
    return case


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


@grader.check("construction", item="FocalLoss", agree=["accepted"], on_cuda=False)
def an_unknown_reduction_is_refused(draw: Draw) -> Iterator[Given]:
    """A reduction other than "mean", "sum" and "none" raises ValueError."""
    for name in ("mean", "sum", "none", "average", "Mean", "total", ""):
        yield Given(f"FocalLoss(reduction={name!r})", options={"reduction": name})


@grader.check("construction", item="FocalLoss", agree=["parameters"], on_cuda=False)
def nothing_in_it_is_trained(draw: Draw) -> Iterator[Given]:
    """Gamma and alpha are settings: the module has no parameters to train."""
    yield Given("list(FocalLoss(gamma=2.0, alpha=0.75).parameters())", options={"gamma": 2.0, "alpha": 0.75})


@grader.check("loss", item="FocalLoss", agree=["loss"])
def gamma_zero_alpha_half_is_half_the_cross_entropy(draw: Draw) -> Iterator[Given]:
    """With gamma=0 and alpha=0.5, half of the binary cross entropy on logits is left."""
    for true in (1.0, 0.0, 1.0, 0.0):
        yield one_logit(draw, true, gamma=0.0, alpha=0.5)


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[gamma_zero_alpha_half_is_half_the_cross_entropy])
def a_positive_weighs_alpha_and_a_negative_one_minus_alpha(draw: Draw) -> Iterator[Given]:
    """With gamma=0 a positive weighs alpha and a negative weighs 1 - alpha."""
    for true, alpha in ((1.0, 0.25), (0.0, 0.25), (1.0, 0.9), (0.0, 0.9)):
        yield one_logit(draw, true, gamma=0.0, alpha=alpha)


@grader.check(
    "loss",
    item="FocalLoss",
    agree=["loss"],
    needs=[a_positive_weighs_alpha_and_a_negative_one_minus_alpha],
    points=2,
)
def the_focusing_factor_shrinks_as_p_t_grows(draw: Draw) -> Iterator[Given]:
    """Each loss is weighted by (1 - p_t) ** gamma, where p_t is the probability of the true class."""
    for true, gamma in ((1.0, 3.0), (0.0, 3.0), (1.0, 1.5), (0.0, 1.5), (1.0, 0.5), (0.0, 0.5)):
        yield one_logit(draw, true, gamma=gamma)


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[the_focusing_factor_shrinks_as_p_t_grows], points=2)
def every_element_has_its_own_loss(draw: Draw) -> Iterator[Given]:
    """With reduction="none" every element of pred keeps its own loss, whatever the shape."""
    yield given(draw, 7, gamma=1.5, alpha=0.6)
    yield given(draw, 4, 3)
    yield given(draw, 2, 3, 4, 5, gamma=3.0, alpha=0.9)
    yield given(draw, 0, 3)
    turned = given(draw, 5, 4)
    turned.inputs |= {name: turned.inputs[name].t() for name in ("pred", "true")}
    yield turned


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[every_element_has_its_own_loss], points=2)
def mean_and_sum_reduce_over_all_elements(draw: Draw) -> Iterator[Given]:
    """With reduction="mean", the default, or "sum" the loss is one number over all elements."""
    yield given(draw, 4, 3, reduction="mean")
    yield given(draw, 4, 3, reduction="sum")
    yield given(draw, 2, 3, 5, reduction="mean", gamma=1.5)
    yield given(draw, 0, 3, reduction="sum")
    case = given(draw, 4, 3)
    yield Given("FocalLoss()(pred, true)", options={}, pred=case.inputs["pred"], true=case.inputs["true"])


@grader.check("loss", item="FocalLoss", agree=["inputs that changed"], needs=[mean_and_sum_reduce_over_all_elements])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither pred nor true."""
    yield given(draw, 4, 3, reduction="mean")
    yield given(draw, 5)


@grader.check(
    "loss_and_gradient",
    item="FocalLoss",
    agree=["gradient of pred"],
    needs=[mean_and_sum_reduce_over_all_elements],
    points=2,
)
def the_gradient_flows_through_every_factor(draw: Draw) -> Iterator[Given]:
    """The gradient reaches pred through the cross entropy and through (1 - p_t) ** gamma."""
    for reduction in ("none", "mean", "sum"):
        yield with_gradient(given(draw, 4, 3, reduction=reduction))


@grader.check("loss_and_gradient", item="FocalLoss", needs=[the_gradient_flows_through_every_factor], points=2)
def huge_logits_stay_finite(draw: Draw) -> Iterator[Given]:
    """At logits of -200 and 200 the loss and its gradient are finite and right."""
    chosen = settings(reduction="none")
    for true in (1.0, 0.0):
        pred = torch.tensor([200.0, -200.0, 40.0, -40.0])
        yield with_gradient(Given(CALL.format(**chosen), options=chosen, pred=pred, true=torch.full((4,), true)))


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[mean_and_sum_reduce_over_all_elements])
def targets_may_have_any_dtype(draw: Draw) -> Iterator[Given]:
    """Targets may be bool, integer or floating; the loss does not depend on how a 1 is stored."""
    for dtype in (torch.int64, torch.bool, torch.uint8, torch.float64, torch.float16):
        case = given(draw, 5)
        case.inputs["true"] = case.inputs["true"].to(dtype)
        yield case


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[mean_and_sum_reduce_over_all_elements], on_cuda=False)
def the_loss_has_the_dtype_of_pred(draw: Draw) -> Iterator[Given]:
    """The loss has the dtype of pred, in half and in double precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        for reduction in ("none", "mean"):
            yield given(draw, 4, 3, dtype=dtype, reduction=reduction)


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[every_element_has_its_own_loss])
def different_shapes_are_refused(draw: Draw) -> Iterator[Given]:
    """When pred and true differ in shape it raises ValueError; nothing is broadcast."""
    for shape, other in (((3, 1), (3,)), ((4, 3), (3,)), ((4,), ()), ((2, 3), (3, 2))):
        case = given(draw, *shape)
        case.inputs["true"] = draw.bits(*other, dtype=torch.float32)
        yield case


@grader.check("loss", item="FocalLoss", agree=["loss"], needs=[every_element_has_its_own_loss], mode="other_default")
def tensors_made_inside_live_where_pred_lives(draw: Draw) -> Iterator[Given]:
    """With pred and true on the GPU the loss is computed and returned there."""
    yield given(draw, 4, 3)
    yield given(draw, 4, 3, reduction="mean")


@grader.check(
    "loss", item="FocalLoss", agree=["loss"], needs=[mean_and_sum_reduce_over_all_elements], points=2, stretch=True
)
def soft_targets_blend_both_classes(draw: Draw) -> Iterator[Given]:
    """A target between 0 and 1 blends p_t, alpha_t and the cross entropy of the two classes."""
    for gamma in (2.0, 1.5):
        case = given(draw, 6, gamma=gamma)
        case.inputs["true"] = torch.linspace(0.1, 0.9, 6) + draw.uniform(6, high=0.05, dtype=torch.float32)
        yield case


@grader.check("loss_and_gradient", item="FocalLoss", needs=[huge_logits_stay_finite], points=2, stretch=True)
def a_saturated_logit_has_a_finite_gradient(draw: Draw) -> Iterator[Given]:
    """With gamma below 1 an example that is already certain still has a finite gradient."""
    for gamma in (0.5, 0.9):
        chosen = settings(gamma=gamma)
        pred = torch.tensor([20.0, -20.0, 30.0, -30.0])
        true = torch.tensor([1.0, 0.0, 1.0, 0.0])
        yield with_gradient(Given(CALL.format(**chosen), options=chosen, pred=pred, true=true))
