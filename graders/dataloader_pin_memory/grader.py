"""Grades exercises/dataloader_pin_memory.py."""

import re
from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "pin_batch"


def given(draw: Draw, batch: str, *tensors: Tensor) -> Given:
    """A batch as it is written, with a tensor of numbers for each of x, y and z in it."""
    names = sorted(set(re.findall(r"\b[xyz]\b", batch)))
    made = tensors or tuple(draw.integers(2, 90, place + 1, 2) for place in range(len(names)))
    return Given(f"pin_batch({batch}, fn)", batch=batch, tensors=list(made))


grader.leave_out(ITEM, "another device", because="It makes no tensors; that is what fn is for.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is which of two batches are pinned, when it is asked for without a GPU.",
    distractors=[
        ([True, True], "Memory is pinned for a GPU. Without one the loader says so in a warning, and pins nothing."),
        ([True, False], "Whatever the loader does, it does with every batch."),
    ],
)


@grader.check("pinned", item=ITEM)
def a_tensor_goes_through_fn(draw: Draw) -> Iterator[Given]:
    """A tensor is replaced by what fn returns for it."""
    yield given(draw, "x")
    yield given(draw, "x", draw.integers(2, 90))


@grader.check("pinned", item=ITEM, needs=[a_tensor_goes_through_fn], points=2)
def lists_are_gone_through(draw: Draw) -> Iterator[Given]:
    """A list becomes a list of its pinned parts, and so do lists inside it."""
    yield given(draw, "[x, y]")
    yield given(draw, "[[x, y], [z]]")
    yield given(draw, "[]")


@grader.check("pinned", item=ITEM, needs=[a_tensor_goes_through_fn], points=2)
def dicts_keep_their_keys(draw: Draw) -> Iterator[Given]:
    """A dict becomes a dict with the same keys and pinned values."""
    yield given(draw, "{'image': x, 'label': y}")


@grader.check("pinned", item=ITEM, needs=[a_tensor_goes_through_fn], points=2)
def tuples_stay_tuples(draw: Draw) -> Iterator[Given]:
    """A tuple becomes a tuple of its pinned parts."""
    yield given(draw, "(x, y)")
    yield given(draw, "(x,)")


@grader.check("pinned", item=ITEM, needs=[tuples_stay_tuples], points=2)
def named_tuples_keep_their_names(draw: Draw) -> Iterator[Given]:
    """A named tuple becomes one of the same type, with its parts pinned."""
    yield given(draw, "Sample(x, y)")


@grader.check("pinned", item=ITEM, needs=[lists_are_gone_through], points=2)
def text_and_numbers_are_left_as_they_are(draw: Draw) -> Iterator[Given]:
    """Strings, bytes, numbers and None come back as they are, alone and inside a batch."""
    for batch in ("'a'", "7", "None", "b'raw'", "['left.png', 'right.png']", "[x, 0.5, True, None, 3]"):
        yield given(draw, batch)


@grader.check("same_objects", item=ITEM, needs=[text_and_numbers_are_left_as_they_are, dicts_keep_their_keys])
def anything_else_comes_back_itself(draw: Draw) -> Iterator[Given]:
    """An object that is no tensor, no container and has no pin_memory comes back itself."""
    yield Given("pin_batch([thing, {'thing': thing}], fn), where thing is object()")
    yield Given("pin_batch([thing, {'thing': thing}], fn), where thing.image is x", x=draw.integers(2, 90, 3))


@grader.check("pinned", item=ITEM, needs=[a_tensor_goes_through_fn], points=2)
def an_object_can_pin_itself(draw: Draw) -> Iterator[Given]:
    """An object with a method pin_memory is replaced by what that method returns."""
    yield given(draw, "Boxes(x)")


@grader.check(
    "pinned",
    item=ITEM,
    needs=[
        lists_are_gone_through,
        dicts_keep_their_keys,
        named_tuples_keep_their_names,
        text_and_numbers_are_left_as_they_are,
        an_object_can_pin_itself,
    ],
    points=2,
)
def all_of_it_can_be_nested(draw: Draw) -> Iterator[Given]:
    """Every part of a batch is a batch, however deep it is."""
    for batch in (
        "([x], (y, z))",
        "{'images': [x, {'mask': y}], 3: z}",
        "[Sample({'left': x}, y), z]",
        "Sample(x, 'a.png')",
        "('left.png', x)",
        "{'raw': b'raw', 'image': x}",
        "{'a': (), 'b': {}, 'c': []}",
        "{'boxes': [Boxes(x)], 'image': y}",
    ):
        yield given(draw, batch)


@grader.check("left_alone", item=ITEM, needs=[lists_are_gone_through, dicts_keep_their_keys], points=2)
def the_batch_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The batch that was given has the parts it had, with the values they had."""
    for batch in ("x", "[x, y]", "{'image': x, 'label': y}", "{'images': [x, {'mask': y}], 3: z}"):
        yield given(draw, batch)
    yield given(draw, "[[x, y], [z]]")


@grader.check("new_containers", item=ITEM, needs=[the_batch_is_left_alone])
def containers_are_new(draw: Draw) -> Iterator[Given]:
    """What is put into the new batch does not appear in the one that was given."""
    for batch in ("[x, y]", "{'image': x, 'label': y}", "['left.png', 'right.png']"):
        yield given(draw, batch)


@grader.check("pinned_pair", item=ITEM, needs=[lists_are_gone_through])
def tensors_of_every_kind_go_through_fn(draw: Draw) -> Iterator[Given]:
    """Every tensor goes through fn as it is, whatever its dtype, shape and layout, and with its history."""
    for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
        yield given(draw, "[x, y]", draw.normal(2, 3, dtype=dtype), draw.normal(3, 2, dtype=dtype).t())
    yield given(draw, "[x, y]", draw.normal(0, 3), draw.normal())
    yield given(draw, "[x, y]", draw.normal(3).requires_grad_(), draw.integers(0, 9, 2, 2))


@grader.check("really_pinned", item=ITEM, needs=[all_of_it_can_be_nested])
def a_gpu_can_fetch_the_batch(draw: Draw) -> Iterator[Given]:
    """Every tensor of the batch is one that fn returned: on a GPU it is pinned, and arrives there as it was."""
    call = "pin_batch({'x': x, 'more': [(y,), 'a.png']}, fn)"
    yield Given(call, x=draw.normal(4, 3), y=draw.integers(0, 9, 5))
    yield Given(call, x=draw.normal(2), y=draw.normal(0, 3))


@grader.check("pinned", item=ITEM, needs=[an_object_can_pin_itself, named_tuples_keep_their_names], stretch=True)
def also_a_named_tuple_can_pin_itself(draw: Draw) -> Iterator[Given]:
    """A named tuple with a method pin_memory is replaced by what that method returns."""
    yield given(draw, "Packed(x, [2, 1])")
    yield given(draw, "(Packed(x, [2, 1]), y)")
