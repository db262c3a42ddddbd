"""Grades exercises/autocast.py."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "autocast_full"
HALF, BRAIN, SINGLE, DOUBLE = torch.float16, torch.bfloat16, torch.float32, torch.float64
RESULTS = {
    "product": "x @ w",
    "list": "a list of x @ w and x",
    "tuple": "a tuple of x and x @ w",
    "dict": 'a dict with "logits" and "labels"',
    "named": "a named tuple with fields logits and labels",
    "nested": "a dict of lists of tuples of named tuples",
    "one": "a tuple with one entry, x @ w",
    "nothing": "an empty list in a tuple",
    "input": "x itself",
    "wide": "a list of a float64, a float32, an int, a bool and a complex tensor",
    "objects": "a dict of a string, a number, None, bytes, a set and a dtype",
}


def given(
    draw: Draw, returns: str = "product", note: str = "", dtype: torch.dtype | None = None, **inputs: Any
) -> Given:
    """A function of x and w that returns something made of them."""
    call = f"@{ITEM}(device_type, {dtype})" if dtype else f"@{ITEM}(device_type)"
    inputs = {"x": draw.normal(3, 4, dtype=SINGLE), "w": draw.normal(4, 2, dtype=SINGLE), **inputs}
    return Given(
        f"{call}, where fn(x, w) returns {RESULTS[returns]}{note}",
        returns=returns,
        options={"dtype": dtype} if dtype else {},
        **inputs,
    )


def with_gradient(x: Tensor) -> Tensor:
    return x.requires_grad_()


grader.leave_out(
    ITEM, "another device", because="It makes no tensors but casts; device_type says for which device autocast is on."
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the dtypes of a product, a sum with float32, a softmax and a loss under autocast for the CPU.",
    distractors=[
        ((BRAIN, BRAIN, BRAIN, BRAIN), "Autocast does not make everything small: losses go the other way."),
        (
            (BRAIN, SINGLE, SINGLE, SINGLE),
            "That is the list for CUDA. On the CPU a softmax is on no list, and keeps the dtype it gets.",
        ),
        (
            (BRAIN, BRAIN, BRAIN, SINGLE),
            "Addition is on no list: it promotes as it does outside, to the wider of two dtypes.",
        ),
        ((SINGLE, SINGLE, SINGLE, SINGLE), "Nothing would be gained then; a matrix product is what autocast is for."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the dtype of a product of float32 and bfloat16 outside the block, or the exception.",
    distractors=[
        (
            "torch.float32",
            "Addition would promote. A matrix product wants one dtype, and nobody casts it here.",
        ),
        ("torch.bfloat16", "Inside the block the float32 matrix would have been cast. This line stands outside."),
        ("TypeError", "The types are right, both are tensors; it is their dtypes that the product complains about."),
        ("ValueError", "PyTorch reports operands that do not fit together, in shape or in dtype, with one exception."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is the dtypes of output, loss, weight, and the gradient of the weight.",
    distractors=[
        (
            (BRAIN, SINGLE, SINGLE, BRAIN),
            "A gradient has the dtype of its parameter, and the parameter was never converted.",
        ),
        (
            (BRAIN, SINGLE, BRAIN, BRAIN),
            "The layer has no copy of itself in half precision. Its weight is cast for the product, and stays.",
        ),
        ((BRAIN, BRAIN, SINGLE, SINGLE), "The loss is on the list of operations that are computed in float32."),
        ((SINGLE, SINGLE, SINGLE, SINGLE), "The layer is a matrix product, and these are on the lower list."),
    ],
)
grader.predict(
    "PREDICT_4",
    "PREDICT_4 is the dtype of addmm and of addmm_ under autocast.",
    distractors=[
        ((BRAIN, BRAIN), "In place, the result goes into the memory of a, which is float32 and stays so."),
        ((SINGLE, SINGLE), "Out of place, addmm is a matrix product like any other, and on the lower list."),
        ((SINGLE, BRAIN), "It is the other way round: only a new tensor can have another dtype than its inputs."),
    ],
)
grader.predict(
    "PREDICT_5",
    "PREDICT_5 is what becomes of the note's import.",
    distractors=[
        ("imported", "`import a.b as c` wants a module at the end, and autocast is a class inside one."),
        ("ImportError", "It is a kind of ImportError. This one has a name of its own, about a module."),
        ("AttributeError", "That is what a missing name gives behind a dot. `import` looks for a module."),
        ("SyntaxError", "Nothing is wrong with how it is written; Python only finds no such module."),
    ],
)


@grader.check("inside", item=ITEM, agree=["dtype of a product inside"], points=2)
def the_function_runs_under_autocast(draw: Draw) -> Iterator[Given]:
    """Inside the function a product of float32 matrices is computed in bfloat16, if no dtype is named."""
    yield given(draw)
    yield given(draw, x=draw.normal(1, 1, dtype=SINGLE), w=draw.normal(1, 1, dtype=SINGLE))


@grader.check("inside", item=ITEM, needs=[the_function_runs_under_autocast], points=2)
def arguments_arrive_as_they_are(draw: Draw) -> Iterator[Given]:
    """The function gets its arguments unchanged, in whatever dtype they are."""
    yield given(draw)
    for dtype in (DOUBLE, HALF, BRAIN):
        yield given(draw, x=draw.normal(3, 4, dtype=dtype), w=draw.normal(4, 2, dtype=dtype))


@grader.check("result", item=ITEM, needs=[the_function_runs_under_autocast], points=3)
def a_tensor_comes_back_in_float32(draw: Draw) -> Iterator[Given]:
    """A product computed in low precision comes back as float32, with the values that low precision gave."""
    yield given(draw)
    yield given(draw, x=draw.normal(4, 3, dtype=SINGLE).t())
    yield given(draw, x=draw.normal(0, 4, dtype=SINGLE))
    yield given(draw, x=draw.normal(1, 1, dtype=SINGLE), w=draw.normal(1, 1, dtype=SINGLE))
    yield given(draw, "input", x=draw.normal(3, dtype=BRAIN))
    yield given(draw, "input", x=draw.normal(3, dtype=HALF))


@grader.check("unchanged", item=ITEM, agree=["inputs that changed"], needs=[a_tensor_comes_back_in_float32], points=1)
def arguments_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The arguments are as they were after the call."""
    yield given(draw)
    yield given(draw, x=draw.normal(2, 4, dtype=SINGLE))


@grader.check("everything", item=ITEM, needs=[a_tensor_comes_back_in_float32], points=1)
def the_dtype_can_be_chosen(draw: Draw) -> Iterator[Given]:
    """With a dtype that dtype is what autocast casts to."""
    yield given(draw, dtype=HALF)
    yield given(draw, dtype=BRAIN)


@grader.check("for_cuda", item=ITEM, needs=[a_tensor_comes_back_in_float32], points=1, on_cuda=False)
def the_device_type_can_be_chosen(draw: Draw) -> Iterator[Given]:
    """With the device type "cuda" a product on the CPU stays in float32, as autocast for CUDA is not about it."""
    yield given(draw, note=", and device_type is 'cuda'")


@grader.check("result", item=ITEM, needs=[a_tensor_comes_back_in_float32], points=2)
def tensors_in_containers_are_converted(draw: Draw) -> Iterator[Given]:
    """Inside a list, a tuple, a dict or a named tuple tensors are converted, and the container keeps its kind."""
    yield given(draw, "list")
    yield given(draw, "tuple")
    yield given(draw, "one")
    yield given(draw, "dict")
    yield given(draw, "named")
    yield given(draw, "nothing")


@grader.check("result", item=ITEM, needs=[tensors_in_containers_are_converted], points=2)
def containers_in_containers_too(draw: Draw) -> Iterator[Given]:
    """Containers inside containers are gone through as well, at any depth."""
    yield given(draw, "nested")
    yield given(draw, "nested", dtype=HALF)


@grader.check("untouched", item=ITEM, needs=[tensors_in_containers_are_converted], points=2)
def everything_else_is_the_object_it_was(draw: Draw) -> Iterator[Given]:
    """Tensors of other dtypes, strings, numbers and other objects come back as the objects they were."""
    yield given(draw, "wide")
    yield given(draw, "objects")


@grader.check("by_keyword", item=ITEM, needs=[the_function_runs_under_autocast], points=1)
def keyword_arguments_are_handed_on(draw: Draw) -> Iterator[Given]:
    """Arguments can be given by position, by keyword, or not at all where there is a default."""
    yield given(draw, note=", called as fn(x, w=w)")


@grader.check("gradient", item=ITEM, needs=[a_tensor_comes_back_in_float32], points=2)
def gradients_flow_through(draw: Draw) -> Iterator[Given]:
    """Gradients flow from the result to the arguments, in the dtype of these."""
    x, w = with_gradient(draw.normal(3, 4, dtype=SINGLE)), with_gradient(draw.normal(4, 2, dtype=SINGLE))
    yield given(draw, x=x, w=w)
    x, w = with_gradient(draw.normal(2, 3)), with_gradient(draw.normal(3, 2))
    yield given(draw, x=x, w=w)


@grader.check("afterwards", item=ITEM, needs=[the_function_runs_under_autocast], points=2)
def autocast_is_off_again_afterwards(draw: Draw) -> Iterator[Given]:
    """Outside of a call autocast is off: after it was decorated, and after it was called."""
    yield given(draw)


@grader.check("interrupted", item=ITEM, needs=[autocast_is_off_again_afterwards], points=2)
def an_exception_arrives_and_autocast_is_off_again(draw: Draw) -> Iterator[Given]:
    """An exception of the function reaches the caller, and autocast is off again by then."""
    yield given(draw, note=", and raises LookupError")


@grader.check("around", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def an_outer_autocast_comes_back(draw: Draw) -> Iterator[Given]:
    """A call inside an autocast block leaves that block as it was, with its own dtype."""
    yield given(draw, note=", inside an autocast to float16", outer=HALF)
    yield given(draw, note=", inside an autocast to bfloat16", dtype=HALF, outer=BRAIN)


@grader.check("twice", item=ITEM, needs=[autocast_is_off_again_afterwards], points=1)
def every_call_is_one_call(draw: Draw) -> Iterator[Given]:
    """Each call runs the function once, under autocast, also the second one."""
    yield given(draw)


@grader.check("named", item=ITEM, needs=[the_function_runs_under_autocast], points=1)
def name_and_docstring_are_kept(draw: Draw) -> Iterator[Given]:
    """The decorated function has the name and the docstring of the function."""
    yield given(draw)


@grader.check("kept_container", item=ITEM, needs=[tensors_in_containers_are_converted], points=1)
def a_container_of_the_function_is_not_written_into(draw: Draw) -> Iterator[Given]:
    """A list or dict that the function keeps for itself still holds what it held."""
    yield given(draw, "list", ", which it keeps")
    yield given(draw, "dict", ", which it keeps")


@grader.check("method", item=ITEM, needs=[a_tensor_comes_back_in_float32], points=1)
def methods_can_be_decorated(draw: Draw) -> Iterator[Given]:
    """The forward method of a module can be decorated."""
    yield given(draw, note=", as a method")
