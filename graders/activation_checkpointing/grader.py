"""Grades exercises/activation_checkpointing.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)  # it builds none, but torch.utils.checkpoint loads torch._dynamo just as late
ITEM = "run_checkpointed"


def given(
    draw: Draw,
    blocks: int,
    every: int,
    *shape: int,
    dtype: torch.dtype = torch.float64,
    container: str = "list",
    dropout: float = 0.0,
    data: bool = False,
) -> Given:
    x = draw.normal(*(shape or (2, 3)), dtype=dtype).requires_grad_(not data)
    about = f"{blocks} block{'s' * (blocks != 1)}" + (f" with dropout {dropout}" if dropout else "")
    call = f"run_checkpointed(<{about}>, x, every={every})"
    return Given(call, x=x, blocks=blocks, every=every, container=container, dropout=dropout)


grader.leave_out(ITEM, "another device", because="It makes no tensors; everything is where the blocks and x are.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether gradients are recorded each time that the function runs.",
    distractors=[
        ([True], "backward() needs what was not kept, so the function runs a second time."),
        ([False, True], "That is the older way, with use_reentrant=True. The newer one records, and throws away."),
        ([True, False], "The second run is there to rebuild the graph, so it has to record."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is how many batches the batch norm has counted, before and after backward().",
    distractors=[
        ((1, 1), "The second run is an ordinary run: whatever the module does on the side, it does again."),
        ((0, 1), "The forward pass is a real run too, and counts at once."),
    ],
)


@grader.check("output", item=ITEM, points=2)
def the_output_is_that_of_the_plain_loop(draw: Draw) -> Iterator[Given]:
    """All blocks run one after the other, those that are left over for a last segment too."""
    for blocks, every in ((1, 1), (4, 2), (5, 2), (4, 3), (3, 7)):
        yield given(draw, blocks, every)
    yield given(draw, 0, 2)
    for container in ("tuple", "ModuleList"):
        yield given(draw, 3, 2, container=container)


@grader.check("output", item=ITEM, needs=[the_output_is_that_of_the_plain_loop])
def x_may_have_any_layout_and_dtype(draw: Draw) -> Iterator[Given]:
    """The output has the dtype of x, whatever its layout and size, and x is not changed."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32):
        yield given(draw, 3, 2, dtype=dtype, data=True)
    turned = given(draw, 3, 2, data=True)
    turned.inputs["x"] = draw.normal(3, 4).t()
    yield turned
    yield given(draw, 3, 2, 0, 3)
    yield given(draw, 2, 1, 1, 1)


@grader.check("backward", item=ITEM, needs=[the_output_is_that_of_the_plain_loop], points=3)
def the_gradients_are_those_of_the_plain_loop(draw: Draw) -> Iterator[Given]:
    """backward() brings x and every block the gradient they get from the plain loop."""
    for blocks, every in ((1, 1), (4, 2), (5, 2), (3, 1), (2, 5)):
        yield given(draw, blocks, every)


@grader.check("backward", item=ITEM, needs=[the_gradients_are_those_of_the_plain_loop], points=2)
def x_may_be_data(draw: Draw) -> Iterator[Given]:
    """The blocks get their gradients when x requires none, and x goes on requiring none."""
    for blocks, every in ((2, 1), (2, 2), (5, 2)):
        yield given(draw, blocks, every, data=True)


@grader.check("backward", item=ITEM, needs=[the_gradients_are_those_of_the_plain_loop], points=2)
def dropout_drops_the_same_again(draw: Draw) -> Iterator[Given]:
    """With dropout in the blocks, the second run drops what the first one dropped."""
    for blocks, every in ((2, 1), (4, 2)):
        yield given(draw, blocks, every, 4, 6, dropout=0.5)


@grader.check("kept", item=ITEM, needs=[the_gradients_are_those_of_the_plain_loop], points=2)
def less_is_kept_for_backward(draw: Draw) -> Iterator[Given]:
    """After the forward pass fewer numbers wait for backward() than without checkpoints."""
    for blocks, every in ((2, 1), (4, 2), (6, 6)):
        yield given(draw, blocks, every)


@grader.check("order", item=ITEM, needs=[less_is_kept_for_backward], points=3)
def segments_run_again_from_the_last(draw: Draw) -> Iterator[Given]:
    """The forward pass runs each block once; backward() runs each once more, one segment at a time from the last."""
    for blocks, every in ((4, 2), (5, 2), (3, 1), (7, 3), (3, 9), (3, 2)):
        case, recording = given(draw, blocks, every), (blocks, every) != (3, 2)
        case.call += ".sum().backward()" if recording else ", under torch.no_grad()"
        case.inputs["recording"] = recording
        yield case
