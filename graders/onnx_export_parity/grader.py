"""Grades exercises/onnx_export_parity.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "parity_gap"
ALL = ["", "norm", "block", "block.drop", "block.inner", "act", "head"]
KINDS = {
    "linear": "is a linear layer",
    "normed": "has batch norms and a dropout",
    "in_place": "begins with an activation that works in place",
    "identity": "returns its input",
}


def given(
    batches: Sequence[Tensor],
    faults: Sequence[Tensor | None] = (),
    *,
    kind: str = "linear",
    training: Sequence[str] = (),
    about: str = "the exported form is exact",
    **more: Any,
) -> Given:
    """A network in some modes, and what its exported form adds to each batch's output."""
    inputs = {"is_generator": False, "shape": [], "raises_at": -1, **more}
    return Given(
        f"{ITEM}(model, exported, batches), where model {KINDS[kind]} and {about}",
        batches=list(batches),
        faults=list(faults),
        kind=kind,
        training=list(training),
        **inputs,
    )


def fault(draw: Draw, rows: int, largest: float, columns: int = 2) -> Tensor:
    """Small differences of both signs, and one that is larger than all others."""
    values = draw.uniform(rows, columns, low=0.001, high=0.004) * (2 * draw.bits(rows, columns) - 1)
    values[draw.integer(0, rows), draw.integer(0, columns)] = largest
    return values


def batch(draw: Draw, rows: int = 4) -> Tensor:
    return draw.normal(rows, 3)


grader.leave_out(ITEM, "empty", because="The exercise promises at least one value in each batch.")
grader.leave_out(ITEM, "another device", because="An exported model takes arrays, and those are on the CPU.")
grader.leave_out(
    ITEM, "bfloat16", because="NumPy has no bfloat16, so an exported model cannot take or give it this way."
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what a batch norm has noted down after one comparison in training mode: two means, two variances.",
    distractors=[
        ([0.0, 0.0, 1.0, 1.0], "In training mode the call itself updates the running statistics."),
        ([1.0, 2.0, 2.0, 8.0], "They move a tenth of the way to the batch's own, which is what momentum says."),
        ([0.1, 0.2, 1.0, 1.3], "The variance that is noted down is the unbiased one, divided by N - 1."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the list of changes to the PyTorch side that make it agree with the exported form.",
    distractors=[
        ([], "One of them does. Look at which numbers the batch norm uses on either side."),
        (["float64"], "Rounding explains differences in the seventh digit, and these are in the first."),
        (["no_grad"], "Whether gradients are recorded changes no number of the forward pass."),
        (["float64", "eval"], "With more digits the batch norm still uses the statistics of the batch."),
        (["no_grad", "eval"], "Whether gradients are recorded changes no number of the forward pass."),
    ],
)


@grader.check("gap", item=ITEM, on_cuda=False, agree=["gap"], points=2)
def the_largest_difference_is_found(draw: Draw) -> Iterator[Given]:
    """For one batch the result is the largest absolute difference, of either sign, as a float."""
    yield given([batch(draw)], [fault(draw, 4, 0.25)], about="the exported form is up to 0.25 too large")
    yield given([batch(draw, 3)], [fault(draw, 3, -0.5)], about="the exported form is up to 0.5 too small")
    strided = given([draw.normal(3, 5).t()], [fault(draw, 5, 0.125)], about="the batch is a transposed view")
    strided.inputs["batches"][0].requires_grad_()
    yield strided
    yield given([batch(draw, 1)[:, :1]], [torch.tensor([[0.75]])], kind="identity", about="the batch is one value")
    yield given([batch(draw)])


@grader.check(
    "gap",
    item=ITEM,
    on_cuda=False,
    agree=["gap", "calls of the exported model"],
    needs=[the_largest_difference_is_found],
    points=2,
)
def all_batches_count(draw: Draw) -> Iterator[Given]:
    """The result is the largest of all batches, whichever it is in; the exported form is called once for each."""
    for largest in ((0.5, 0.25, 0.125), (0.125, 0.5, 0.25), (0.125, 0.25, 0.5)):
        faults = [fault(draw, rows, size) for rows, size in zip((4, 2, 3), largest, strict=True)]
        batches = [batch(draw, rows) for rows in (4, 2, 3)]
        yield given(batches, faults, about=f"the exported form is up to {', '.join(map(str, largest))} too large")
    yield given(
        [batch(draw), batch(draw)], [None, fault(draw, 4, 0.5)], about="batches are a generator", is_generator=True
    )
    yield given([], about="there are no batches")


@grader.check("gap", item=ITEM, on_cuda=False, agree=["gap"], needs=[the_largest_difference_is_found], points=3)
def the_model_is_asked_in_eval_mode(draw: Draw) -> Iterator[Given]:
    """An exact export has no gap, whatever mode the model and its modules came in."""
    yield given([batch(draw, 6)], kind="normed", training=ALL, about="came in training mode, the export is exact")
    yield given([batch(draw, 6)], kind="normed", training=["block", "block.drop"], about="only its dropout trains")
    yield given([batch(draw, 6)], kind="normed", training=["norm"], about="only its first norm trains")
    yield given([batch(draw, 6)], kind="normed", about="came in eval mode, the export is exact")


@grader.check("afterwards", item=ITEM, on_cuda=False, needs=[the_model_is_asked_in_eval_mode], points=2)
def the_model_is_given_back(draw: Draw) -> Iterator[Given]:
    """Afterwards each module has the mode that it came in, and no parameter or running statistic has moved."""
    yield given([batch(draw, 6)], kind="normed", training=ALL, about="came in training mode")
    yield given([batch(draw, 6)], kind="normed", about="came in eval mode")
    frozen = [name for name in ALL if name != "norm"]
    yield given(
        [batch(draw, 6), batch(draw, 5)], kind="normed", training=frozen, about="only its first norm is in eval mode"
    )


@grader.check("gap", item=ITEM, on_cuda=False, needs=[the_largest_difference_is_found], points=2)
def both_sides_get_the_same_numbers(draw: Draw) -> Iterator[Given]:
    """A model whose first layer works in place changes no batch, and the exported form is given what the model was."""
    yield given([batch(draw)], kind="in_place")
    yield given(
        [batch(draw), batch(draw, 2)], [fault(draw, 4, 0.25)], kind="in_place", about="the export is 0.25 too large"
    )


@grader.check("gap", item=ITEM, on_cuda=False, agree=["gap"], needs=[the_largest_difference_is_found], points=1)
def differences_are_computed_in_float64(draw: Draw) -> Iterator[Given]:
    """Half-precision outputs that lie far apart have a finite gap, and float32 outputs one with all digits."""
    far = torch.tensor([[60000.0, -3.0, 1.0]], dtype=torch.float16)
    yield given([far], [torch.tensor([[-120000.0, 0.0, 0.0]])], kind="identity", about="the export returns -60000")
    single = draw.normal(3, 3, dtype=torch.float32)
    yield given([single], [fault(draw, 3, 0.25, columns=3).float()], kind="identity", about="everything is float32")


@grader.check("gap", item=ITEM, on_cuda=False, agree=["gap"], needs=[the_largest_difference_is_found], points=1)
def outputs_of_other_shapes_raise(draw: Draw) -> Iterator[Given]:
    """Outputs of different shapes raise ValueError; nothing is broadcast."""
    yield given([batch(draw, 2)], about="the export returns (4, 1) instead of (2, 2)", shape=[4, 1])
    yield given([batch(draw, 3)], about="the export returns (1, 3, 2) instead of (3, 2)", shape=[1, 3, 2])
    yield given([batch(draw, 1)], about="the export returns (2,) instead of (1, 2)", shape=[2])


@grader.check("gap", item=ITEM, on_cuda=False, agree=["gap"], needs=[all_batches_count], points=2)
def a_nan_is_no_agreement(draw: Draw) -> Iterator[Given]:
    """A nan in any batch makes the result nan."""
    broken = fault(draw, 4, 0.25)
    broken[2, 1] = float("nan")
    for faults in ([broken], [None, broken], [broken, fault(draw, 4, 0.5)]):
        yield given([batch(draw) for _ in faults], faults, about="the export gives a nan")


@grader.check("afterwards", item=ITEM, on_cuda=False, needs=[the_model_is_given_back], points=1, stretch=True)
def an_exception_gives_the_model_back_too(draw: Draw) -> Iterator[Given]:
    """When the exported form raises, the modes are back by the time the caller learns of it."""
    yield given(
        [batch(draw, 6), batch(draw, 6)], kind="normed", training=ALL, about="the export raises OSError", raises_at=1
    )
