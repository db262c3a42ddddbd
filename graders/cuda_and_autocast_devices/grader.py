"""Grades exercises/cuda_and_autocast_devices.py."""

from collections.abc import Iterator
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "autocast_for"
MODELS = {
    "linear": "is nn.Linear(3, 2)",
    "deep": "has parameters inside blocks only",
    "buffer": "has a buffer and no parameters",
    "no_tensors": "is nn.ReLU()",
    "meta": "is on the meta device",
    "meta_buffer": "has one buffer, on the meta device, and no parameters",
    "meta_cache": "has one buffer, on the meta device, that is not saved, and no parameters",
}


def given(network: str, note: str = "", dtype: torch.dtype | None = None, **inputs: Any) -> Given:
    """A model where a tensor is that is in a list, so that it is no argument."""
    call = f"with {ITEM}(model, {dtype})" if dtype else f"with {ITEM}(model)"
    options = {"dtype": dtype} if dtype else {}
    place = [torch.zeros(1, dtype=torch.int64)]
    return Given(
        f"{call}, where model {MODELS[network]}{note}", network=network, options=options, place=place, **inputs
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the dtype that autocast uses on CUDA, and the one on the CPU.",
    distractors=[
        (
            (torch.float16, torch.float16),
            "The CPU has its own. It came to autocast later, with hardware for another half precision.",
        ),
        ((torch.bfloat16, torch.bfloat16), "GPUs could multiply float16 years before the other one, and that stayed."),
        ((torch.bfloat16, torch.float16), "It is the other way round: float16 belongs to the GPU."),
        ((torch.float32, torch.float32), "float32 is where autocast starts from; it casts to something smaller."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the dtype of a product on the CPU under autocast for CUDA, and under autocast for the CPU.",
    distractors=[
        (
            (torch.float16, torch.bfloat16),
            "Autocast for CUDA is about tensors on CUDA, and x is on the CPU in both blocks.",
        ),
        (
            (torch.bfloat16, torch.bfloat16),
            "Each device type has a switch of its own, and the first block does not touch that of the CPU.",
        ),
        (
            (torch.float32, torch.float32),
            "The CPU has autocast as well, and the second block switches it on, with a dtype of its own.",
        ),
    ],
)


@grader.check("inside", item=ITEM, agree=["autocast is on inside for"], points=2)
def autocast_is_on_where_the_model_is(draw: Draw) -> Iterator[Given]:
    """Inside the block autocast is on for the device type of the model, or the CPU if it has no tensors."""
    yield given("linear")
    yield given("deep")
    yield given("buffer")
    yield given("no_tensors")


@grader.check("inside", item=ITEM, needs=[autocast_is_on_where_the_model_is], points=1)
def the_device_has_its_own_dtype(draw: Draw) -> Iterator[Given]:
    """Without a dtype a product of float32 matrices has the dtype that autocast takes by itself on that device."""
    yield given("linear")
    yield given("no_tensors")


@grader.check("inside", item=ITEM, needs=[autocast_is_on_where_the_model_is], points=2)
def the_dtype_can_be_chosen(draw: Draw) -> Iterator[Given]:
    """With a dtype that dtype is what autocast casts to."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given("linear", dtype=dtype)
        yield given("no_tensors", dtype=dtype)


@grader.check("inside", item=ITEM, needs=[autocast_is_on_where_the_model_is], points=2, on_cuda=False)
def without_autocast_the_block_just_runs(draw: Draw) -> Iterator[Given]:
    """For a model on the meta device, which has no autocast, the block runs and no autocast is on."""
    yield given("meta")
    yield given("meta", dtype=torch.bfloat16)


@grader.check("inside", item=ITEM, needs=[without_autocast_the_block_just_runs], points=1, on_cuda=False)
def buffers_say_where_too(draw: Draw) -> Iterator[Given]:
    """A model that has only buffers is where these are, also if they are not saved."""
    yield given("buffer")
    yield given("meta_buffer")
    yield given("meta_cache")


@grader.check("inside_another", item=ITEM, needs=[without_autocast_the_block_just_runs], points=1, on_cuda=False)
def without_autocast_an_outer_block_goes_on(draw: Draw) -> Iterator[Given]:
    """For a model on the meta device an autocast for the CPU that is on stays on inside the block."""
    yield given("meta", ", inside torch.autocast('cpu')")


@grader.check("afterwards", item=ITEM, needs=[autocast_is_on_where_the_model_is], points=2)
def autocast_is_off_again_afterwards(draw: Draw) -> Iterator[Given]:
    """After the block autocast is off again, if it was off."""
    yield given("linear")
    yield given("no_tensors")


@grader.check("before", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def nothing_happens_before_the_block(draw: Draw) -> Iterator[Given]:
    """The call alone changes nothing; autocast is switched on when the block begins."""
    yield given("linear")


@grader.check("interrupted", item=ITEM, needs=[autocast_is_off_again_afterwards], points=2)
def an_exception_passes_and_autocast_is_off_again(draw: Draw) -> Iterator[Given]:
    """An exception of any type raised inside reaches the caller, and autocast is off again by then."""
    yield given("linear", ", and the block raises ValueError", error="ValueError")
    yield given("linear", ", and the block raises RuntimeError", error="RuntimeError")


@grader.check("around", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def an_outer_autocast_comes_back(draw: Draw) -> Iterator[Given]:
    """After the block an autocast that was on outside is on again, with its own dtype."""
    for outer, inner in ((torch.bfloat16, torch.float16), (torch.float16, torch.bfloat16)):
        name = str(outer).removeprefix("torch.")
        yield given("linear", f", inside an autocast to {name}", dtype=inner, outer=outer)


@grader.check("nested", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def blocks_can_be_nested(draw: Draw) -> Iterator[Given]:
    """Of two blocks for the same model, one inside the other, the outer one ends with autocast off."""
    yield given("linear", ", with another block for model inside")


@grader.check("second_block", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def a_new_block_sees_new_weights(draw: Draw) -> Iterator[Given]:
    """A block that begins after the weights were changed computes with the weights as they are then."""
    yield given("linear", ", and its weights go from 1 to 0 between two blocks")


@grader.check("model_afterwards", item=ITEM, needs=[autocast_is_on_where_the_model_is], points=1)
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The model keeps its dtype and its values."""
    yield given("linear")
    yield given("deep", dtype=torch.float16)
