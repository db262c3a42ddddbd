"""Grades exercises/inspect_parameters.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "parameter_table"
CALLS = {
    "layer": "parameter_table(nn.Linear({}, {}))",
    "activation": "parameter_table(nn.ReLU())",
    "attention": "parameter_table(nn.MultiheadAttention({}, {}))",
    "mlp": "parameter_table(nn.Sequential(nn.Linear({0}, {1}), nn.ReLU(), nn.Linear({1}, {2}, bias=False)))",
    "conv_net": "parameter_table(model), where model has convolutions and batch norms for {} channels and {} filters",
    "prompted": "parameter_table(model), where model has a body of width {} and three parameters of its own",
    "tied": "parameter_table(model), where an nn.Embedding({0}, {1}) shares its weight with an nn.Linear({1}, {0})",
    "twice": "parameter_table(model), where one nn.Linear({0}, {0}) sits in two places",
}


def given(
    network: str,
    *sizes: int,
    frozen: tuple[str, ...] = (),
    device: str = "cpu",
    dtype: torch.dtype = torch.float32,
) -> Given:
    text = ", ".join([CALLS[network].format(*sizes), *notes_of(frozen, device, dtype)])
    return Given(text, network=network, sizes=list(sizes), frozen=list(frozen), device=device, dtype=dtype)


def notes_of(frozen: tuple[str, ...], device: str, dtype: torch.dtype) -> Iterator[str]:
    if frozen:
        yield f"with {' and '.join(frozen)} frozen"
    if device != "cpu":
        yield f"on {device}"
    if dtype != torch.float32:
        yield f"in {str(dtype).removeprefix('torch.')}"


def size(draw: Draw) -> int:
    return draw.integer(3, 9)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how many parameters a batch norm has, how many entries its state dict, how many elements to learn.",
    distractors=[
        ((5, 5, 33), "Running mean, running variance and the counter are buffers: saved, but not learned."),
        ((4, 5, 32), "The running mean and variance are computed from batches, not learned, so they are buffers."),
        ((2, 4, 16), "A batch norm also counts the batches it has seen, and saves that number."),
        ((2, 2, 16), "The state dict holds more than what is learned: whatever a saved model needs."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is how many elements the parameters have, and how many the state dict, when two layers share a weight.",
    distractors=[
        ((90, 90), "There is one weight tensor, and `parameters()` hands it out once."),
        ((50, 50), "The state dict has an entry for each name, and the shared weight has two."),
        ((90, 50), "It is the other way round: names are what a state dict lists."),
    ],
)


@grader.check("kinds", item=ITEM, points=1)
def three_things_come_back(draw: Draw) -> Iterator[Given]:
    """A tuple comes back: the list of rows, the total as an int, and the trainable part as an int."""
    yield given("layer", size(draw), 11)
    yield given("activation")


@grader.check("names", item=ITEM, needs=[three_things_come_back], points=2)
def every_parameter_has_a_row(draw: Draw) -> Iterator[Given]:
    """There is a row for each parameter at every depth, under its full name and in the order of the model."""
    yield given("layer", 4, size(draw))
    yield given("mlp", size(draw), size(draw), 3)
    yield given("attention", 8, 2)
    yield given("prompted", size(draw), 2)
    yield given("mlp", 3, size(draw), 2, frozen=("0",))
    yield given("activation")


@grader.check("names", item=ITEM, needs=[every_parameter_has_a_row], points=2)
def buffers_have_none(draw: Draw) -> Iterator[Given]:
    """Buffers, such as the running mean of a batch norm, have no row."""
    yield given("conv_net", 2, size(draw))
    yield given("conv_net", 3, size(draw), frozen=("0.1",))


@grader.check("rows", item=ITEM, needs=[every_parameter_has_a_row], points=2)
def a_row_is_name_shape_size_and_flag(draw: Draw) -> Iterator[Given]:
    """A row is a tuple: name, shape as a tuple, number of elements, and whether a gradient is required."""
    yield given("layer", size(draw), 11)
    yield given("mlp", size(draw), size(draw), 3)
    yield given("mlp", 3, size(draw), 2, frozen=("0",))
    yield given("prompted", size(draw), 4)
    yield given("prompted", 5, size(draw), frozen=("body",))


@grader.check("sums", item=ITEM, needs=[a_row_is_name_shape_size_and_flag], points=2)
def total_and_trainable_are_sums_of_elements(draw: Draw) -> Iterator[Given]:
    """The total counts the elements of all rows; the trainable part, of those that require a gradient."""
    yield given("layer", size(draw), 11)
    yield given("mlp", size(draw), size(draw), 3)
    yield given("mlp", 3, size(draw), 2, frozen=("0",))
    yield given("mlp", size(draw), 4, 2, frozen=("0", "2"))
    yield given("prompted", size(draw), 4, frozen=("body",))
    yield given("conv_net", 2, size(draw))
    yield given("activation")


@grader.check("everything", item=ITEM, needs=[a_row_is_name_shape_size_and_flag], points=2)
def a_shared_parameter_counts_once(draw: Draw) -> Iterator[Given]:
    """A parameter that has two names has one row, under the first, and is counted once."""
    yield given("tied", 9, size(draw))
    yield given("twice", size(draw))
    yield given("tied", 8, 3, frozen=("0",))


@grader.check("everything", item=ITEM, needs=[total_and_trainable_are_sums_of_elements], points=1)
def a_dtype_changes_nothing(draw: Draw) -> Iterator[Given]:
    """Elements are counted, not bytes, so a model in half precision has the same table."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        yield given("layer", size(draw), 2, dtype=dtype)


@grader.check("everything", item=ITEM, needs=[total_and_trainable_are_sums_of_elements], points=1)
def values_are_not_needed(draw: Draw) -> Iterator[Given]:
    """A model on the meta device has a table too, exact to the last element of a trillion."""
    yield given("layer", size(draw), 5, device="meta")
    yield given("mlp", 1_000_003, 1_000_001, 3, device="meta", frozen=("0",))
    yield given("twice", size(draw), device="meta")


@grader.check("afterwards", item=ITEM, needs=[three_things_come_back], points=1)
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The model is the same afterwards: its parameters, their values, what is frozen, and its mode."""
    yield given("mlp", size(draw), 4, 2, frozen=("0",))
    yield given("conv_net", 2, 3)
    yield given("tied", 5, 3)
