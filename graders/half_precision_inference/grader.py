"""Grades exercises/half_precision_inference.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
HALF = "half_except_norms"
BYTES = "model_bytes"
TO_THE_BIT = Tolerance(0.0, 0.0)
MODELS = {
    "linear": "is nn.Linear(3, 2)",
    "plain": "has two convolutions and a linear layer, and no norm",
    "deep": "has a parameter of its own, an embedding, and linear layers inside blocks",
    "attention": "has an nn.MultiheadAttention and a linear layer",
    "norms": "has two linear layers, a BatchNorm1d, a GroupNorm, and a LayerNorm inside a block",
    "image": "has a convolution, a BatchNorm2d and a BatchNorm3d",
    "layer_norm": "is nn.LayerNorm(4)",
    "misnamed": "has a linear layer called norm, another called bn1, and a LayerNorm called head",
    "other_norms": "has a linear layer, an nn.InstanceNorm1d and an nn.RMSNorm",
    "folded": "has a layer of a class FoldedBatchNorm, which is derived from nn.Module alone",
    "derived": "has layers of classes derived from nn.BatchNorm1d, nn.LayerNorm and nn.GroupNorm",
    "tables": "has floating, integer and bool buffers, and a floating one that is not saved",
    "turning": "has a complex buffer",
    "tied": "has an embedding whose weight is also that of a linear layer",
    "twice": "has one block with a norm that sits in two places",
    "frozen": "has a frozen linear layer, one that is trained, and a norm in eval mode",
    "no_tensors": "is nn.Sequential(nn.ReLU())",
    "shared_table": "has two blocks that share one buffer",
    "frozen_layer": "has a frozen linear layer, and one that is trained",
    "mixed": "has a linear layer in float64, one in float16, and one in float32",
}


def given(network: str, call: str, options: dict[str, torch.dtype], double: bool = False) -> Given:
    """A model, and where to put it: on the device of a tensor that is in a list, so that it is no argument."""
    note = ", all in float64" if double else ""
    place = [torch.zeros(1, dtype=torch.int64)]
    text = f"{call}, where model {MODELS[network]}{note}"
    return Given(text, network=network, options=options, double=double, place=place)


def converted(network: str, dtype: torch.dtype | None = None, double: bool = False) -> Given:
    call = f"{HALF}(model, {dtype})" if dtype else f"{HALF}(model)"
    return given(network, call, {"dtype": dtype} if dtype else {}, double)


def measured(network: str, double: bool = False) -> Given:
    return given(network, f"{BYTES}(model)", {}, double)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether half() returns the model itself, and the dtypes of x, of a weight and of the counter.",
    distractors=[
        (
            (False, torch.float32, torch.float16, torch.int64),
            "A module is converted in place, and what comes back is that module, so that calls can be chained.",
        ),
        (
            (True, torch.float16, torch.float16, torch.int64),
            "A tensor is not converted in place: the new one was thrown away, and x still is what it was.",
        ),
        (
            (True, torch.float32, torch.float16, torch.float16),
            "The counter of a batch norm counts batches in whole numbers, and half() converts floating tensors only.",
        ),
        (
            (True, torch.float32, torch.float32, torch.int64),
            "That is what a tensor would do. The model was converted although nothing was assigned.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the dtype of what a half-precision layer makes of a float32 input, or the exception.",
    distractors=[
        ("torch.float16", "Nothing converts the input. A matrix product wants one dtype for both of its factors."),
        (
            "torch.float32",
            "Adding float32 and float16 gives float32, but a matrix product does not promote.",
        ),
        ("TypeError", "Both are tensors, so the types are fine. The complaint is about their dtypes, at run time."),
        ("ValueError", "PyTorch reports operands that do not fit together, in shape or in dtype, with one exception."),
    ],
)


@grader.check("returned", item=HALF, points=1)
def the_model_itself_comes_back(draw: Draw) -> Iterator[Given]:
    """The model that was passed comes back, converted in place."""
    yield converted("linear")
    yield converted("norms")


@grader.check("dtypes", item=HALF, points=1)
def weights_become_float16(draw: Draw) -> Iterator[Given]:
    """Without a dtype the parameters of a model without norms become float16."""
    yield converted("linear")
    yield converted("plain")


@grader.check("dtypes", item=HALF, needs=[weights_become_float16], points=2)
def every_depth_is_reached(draw: Draw) -> Iterator[Given]:
    """Parameters are converted at every depth, in every kind of layer, and in the model itself."""
    yield converted("deep")
    yield converted("attention")


@grader.check("dtypes", item=HALF, needs=[weights_become_float16], points=2)
def the_norms_keep_their_dtype(draw: Draw) -> Iterator[Given]:
    """Parameters and running statistics of batch norm, layer norm and group norm keep their dtype."""
    yield converted("norms")
    yield converted("image")
    yield converted("layer_norm")


@grader.check("dtypes", item=HALF, needs=[the_norms_keep_their_dtype], points=1)
def a_norm_is_known_by_its_type(draw: Draw) -> Iterator[Given]:
    """What a layer is called says nothing, and a class derived from a norm is a norm."""
    yield converted("misnamed")
    yield converted("derived")


@grader.check("dtypes", item=HALF, needs=[the_norms_keep_their_dtype], points=1)
def what_is_not_among_these_norms_is_converted(draw: Draw) -> Iterator[Given]:
    """Instance norm and RMS norm are converted, and so is a layer whose class merely sounds like a norm."""
    yield converted("other_norms")
    yield converted("folded")


@grader.check("dtypes", item=HALF, needs=[every_depth_is_reached], points=2)
def floating_buffers_follow_and_others_stay(draw: Draw) -> Iterator[Given]:
    """Floating buffers are converted, those that are not saved too; integer and bool ones keep their dtype."""
    yield converted("tables")


@grader.check("dtypes", item=HALF, needs=[weights_become_float16], points=1)
def the_dtype_can_be_chosen(draw: Draw) -> Iterator[Given]:
    """With a dtype that dtype is meant, whatever the model had before."""
    for dtype in (torch.bfloat16, torch.float16, torch.float64):
        yield converted("deep", dtype)
    yield converted("tables", torch.bfloat16)
    yield converted("plain", double=True)


@grader.check("norm_values", item=HALF, needs=[the_norms_keep_their_dtype], tolerance=TO_THE_BIT, points=2)
def the_norms_keep_every_bit(draw: Draw) -> Iterator[Given]:
    """What a norm holds is the same to the last bit, also a variance of 1e-8 and a mean of 70000."""
    yield converted("norms")
    yield converted("image", torch.bfloat16)
    yield converted("derived")


@grader.check("norm_values", item=HALF, needs=[the_norms_keep_their_dtype], tolerance=TO_THE_BIT, points=1)
def norms_of_another_dtype_stay_too(draw: Draw) -> Iterator[Given]:
    """Norms that are in float64 stay in float64."""
    yield converted("norms", double=True)
    yield converted("norms", torch.float32, double=True)


@grader.check("values", item=HALF, needs=[every_depth_is_reached], tolerance=TO_THE_BIT, points=1)
def weights_are_rounded_once(draw: Draw) -> Iterator[Given]:
    """Each weight is what its dtype makes of the value it had."""
    yield converted("deep")
    yield converted("tables", torch.bfloat16)
    yield converted("plain", torch.bfloat16, double=True)


@grader.check("values", item=HALF, needs=[floating_buffers_follow_and_others_stay], tolerance=TO_THE_BIT, points=1)
def complex_tensors_stay(draw: Draw) -> Iterator[Given]:
    """A complex buffer stays as it is, with its imaginary part."""
    yield converted("turning")


@grader.check("objects", item=HALF, agree=["parameters that were replaced"], needs=[every_depth_is_reached], points=2)
def parameters_stay_the_same_objects(draw: Draw) -> Iterator[Given]:
    """Every Parameter is the same object as before, and one with two names still has both."""
    yield converted("plain")
    yield converted("tied")
    yield converted("twice")


@grader.check("objects", item=HALF, needs=[parameters_stay_the_same_objects], points=1)
def nothing_else_about_the_model_changes(draw: Draw) -> Iterator[Given]:
    """What requires a gradient, what is saved, and the mode of each module are as before."""
    yield converted("frozen")
    yield converted("tables")
    yield converted("no_tensors")


@grader.check("size", item=BYTES, points=1)
def an_element_of_float32_takes_four_bytes(draw: Draw) -> Iterator[Given]:
    """The size is an int: four bytes for each element of a float32 parameter, at every depth."""
    yield measured("linear")
    yield measured("plain")
    yield measured("deep")
    yield measured("no_tensors")


@grader.check("size", item=BYTES, needs=[an_element_of_float32_takes_four_bytes], points=2)
def each_dtype_has_its_own_size(draw: Draw) -> Iterator[Given]:
    """Each tensor counts with the bytes of its own dtype."""
    yield measured("mixed")
    yield measured("plain", double=True)


@grader.check("size", item=BYTES, needs=[an_element_of_float32_takes_four_bytes], points=2)
def buffers_count(draw: Draw) -> Iterator[Given]:
    """Buffers count like parameters: running statistics, the counter of batches, truth values."""
    yield measured("norms")
    yield measured("image")


@grader.check("size", item=BYTES, needs=[buffers_count], points=1)
def buffers_that_are_not_saved_count(draw: Draw) -> Iterator[Given]:
    """Buffers of every dtype count, and those that are not saved count too."""
    yield measured("tables")
    yield measured("turning")


@grader.check("size", item=BYTES, needs=[an_element_of_float32_takes_four_bytes], points=1)
def frozen_parameters_count(draw: Draw) -> Iterator[Given]:
    """A frozen parameter takes memory like any other."""
    yield measured("frozen_layer")


@grader.check("size", item=BYTES, needs=[buffers_count], points=2)
def a_shared_tensor_counts_once(draw: Draw) -> Iterator[Given]:
    """A parameter or buffer that sits in two places is in memory once."""
    yield measured("tied")
    yield measured("twice")
    yield measured("shared_table")


@grader.check("with_gradients", item=BYTES, needs=[an_element_of_float32_takes_four_bytes], points=1)
def gradients_do_not_count(draw: Draw) -> Iterator[Given]:
    """Gradients that are there are not part of the model."""
    yield measured("linear")
