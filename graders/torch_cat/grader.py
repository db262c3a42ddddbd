"""Grades exercises/torch_cat.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "crop_and_concat"
MAP = ("batch", "channels", "rows", "columns")
Size = tuple[int, int]


def given(
    draw: Draw,
    up: Size,
    skip: Size,
    *,
    channels: Size = (2, 3),
    batch: int = 2,
    dtypes: tuple[torch.dtype, torch.dtype] = (torch.float32, torch.float32),
) -> Given:
    """Two maps, given by their rows and columns; channels and dtypes are those of up, then those of skip."""
    return Given(
        "crop_and_concat(up, skip)",
        up=draw.normal(batch, channels[0], *up, dtype=dtypes[0]),
        skip=draw.normal(batch, channels[1], *skip, dtype=dtypes[1]),
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape and the dtype of a float32 (2, 3) and a float64 (2, 5) joined along the last dimension.",
    distractors=[
        ("RuntimeError", "Sizes may differ in the dimension that is joined, and different dtypes are promoted."),
        (((4, 8), "torch.float64"), "Only the joined dimension grows, and dim=-1 is the last one."),
        (
            ((2, 8), "torch.float32"),
            "The order of the tensors decides nothing. Of two floating dtypes, the wider one wins.",
        ),
    ],
)


@grader.check("joined", item=ITEM, agree=["result"], dims=MAP, points=2)
def skip_comes_first_along_the_channels(draw: Draw) -> Iterator[Given]:
    """With maps of one size, the result has the channels of skip followed by those of up."""
    yield given(draw, (4, 5), (4, 5))
    yield given(draw, (3, 2), (3, 2), channels=(4, 1), batch=1)
    yield given(draw, (1, 1), (1, 1), channels=(1, 1), batch=1)


@grader.check("joined", item=ITEM, agree=["result"], dims=MAP, needs=[skip_comes_first_along_the_channels], points=2)
def the_window_is_in_the_centre(draw: Draw) -> Iterator[Given]:
    """A skip that is larger by an even number of rows and columns loses the same border on opposite sides."""
    yield given(draw, (3, 4), (5, 8))
    yield given(draw, (4, 3), (10, 5), channels=(1, 2), batch=1)
    yield given(draw, (2, 3), (2, 7))
    yield given(draw, (3, 2), (9, 2))


@grader.check("joined", item=ITEM, agree=["result"], dims=MAP, needs=[the_window_is_in_the_centre], points=2)
def an_odd_border_leaves_more_behind_the_window(draw: Draw) -> Iterator[Given]:
    """When the border has an odd size, the offset is rounded down: there is one row more below than above."""
    yield given(draw, (4, 3), (7, 6))
    yield given(draw, (3, 4), (4, 9), batch=1)
    yield given(draw, (1, 2), (6, 3))
    yield given(draw, (2, 2), (5, 4))


@grader.check("joined", item=ITEM, agree=["result"], dims=MAP, needs=[the_window_is_in_the_centre])
def every_layout_and_an_empty_batch_will_do(draw: Draw) -> Iterator[Given]:
    """Maps that do not lie in memory in reading order, and a batch without images, are joined all the same."""
    for name in ("up", "skip"):
        turned = given(draw, (3, 3), (5, 5))
        turned.inputs[name] = turned.inputs[name].transpose(2, 3)
        yield turned
    yield given(draw, (3, 4), (5, 6), batch=0)


@grader.check("joined", item=ITEM, agree=["result"], dims=MAP, needs=[the_window_is_in_the_centre], on_cuda=False)
def dtypes_are_promoted(draw: Draw) -> Iterator[Given]:
    """The result has the dtype that PyTorch promotes the two dtypes to, as it does in a sum."""
    half, brain, single, double = torch.float16, torch.bfloat16, torch.float32, torch.float64
    for dtypes in ((double, double), (half, half), (brain, brain), (single, double), (double, half), (half, brain)):
        yield given(draw, (3, 4), (5, 6), dtypes=dtypes)
    counts = given(draw, (3, 4), (5, 6), dtypes=(half, half))
    counts.inputs["skip"] = draw.integers(0, 9, 2, 3, 5, 6)
    yield counts


@grader.check(
    "joined",
    item=ITEM,
    agree=["inputs that changed"],
    needs=[the_window_is_in_the_centre],
)
def both_maps_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither up nor skip."""
    yield given(draw, (3, 4), (5, 6))
    yield given(draw, (3, 4), (3, 4))


@grader.check("backward", item=ITEM, needs=[the_window_is_in_the_centre])
def gradients_reach_both_maps(draw: Draw) -> Iterator[Given]:
    """Gradients reach up and the window of skip; the border of skip gets a gradient of 0."""
    for skip in ((3, 4), (5, 8)):
        case = given(draw, (3, 4), skip, dtypes=(torch.float64, torch.float64))
        for tensor in case.inputs.values():
            tensor.requires_grad_()
        yield case


@grader.check("joined", item=ITEM, agree=["result"], needs=[the_window_is_in_the_centre], mode="other_default")
def the_result_lives_where_the_maps_live(draw: Draw) -> Iterator[Given]:
    """With up and skip on the GPU the result is there too."""
    yield given(draw, (3, 4), (5, 8))
    yield given(draw, (3, 4), (3, 4))


@grader.check("joined", item=ITEM, agree=["result"], needs=[the_window_is_in_the_centre], on_cuda=False)
def a_smaller_skip_is_refused(draw: Draw) -> Iterator[Given]:
    """A skip with fewer rows or fewer columns than up raises ValueError."""
    yield given(draw, (4, 4), (3, 4))
    yield given(draw, (4, 4), (4, 3))
    yield given(draw, (4, 4), (8, 3))
    yield given(draw, (4, 4), (1, 6))
    yield given(draw, (5, 6), (3, 4))
