"""Grades exercises/uninitialized_tensors.py."""

from collections.abc import Iterator, Sequence

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "pad_sequences"
DIMS = ("sequences", "steps")


def given(
    draw: Draw, lengths: Sequence[int], *rest: int, dtype: torch.dtype = torch.float32, value: float | None = None
) -> Given:
    """Sequences of these lengths, none of whose numbers is 0 or a value that cases pad with."""
    kind = str(dtype).removeprefix("torch.")
    shapes = ", ".join(str((length, *rest)) for length in lengths)
    call = "pad_sequences(seqs)" if value is None else f"pad_sequences(seqs, value={value})"
    whole = dtype in (torch.int64, torch.int16, torch.bool)
    seqs = [
        (draw.integers(1, 90, length, *rest) if whole else draw.uniform(length, *rest, low=1.0, high=9.0)).to(dtype)
        for length in lengths
    ]
    return Given(
        f"{call}  with seqs of shapes {shapes}, {kind}", seqs=seqs, options={} if value is None else {"value": value}
    )


def with_gradient(case: Given) -> Given:
    for seq in case.inputs["seqs"]:
        seq.requires_grad_()
    return case


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what u takes from t, and what it does not.",
    distractors=[
        (
            ((2, 3), torch.float64, True),
            "Whether gradients are wanted is a decision about t; new_empty does not copy it.",
        ),
        (
            ((2, 3), torch.float32, False),
            "float32 is the default for torch.empty. A new_ method takes its dtype from t.",
        ),
        (((2, 3), torch.float32, True), "It is the other way round: the dtype is taken from t, requires_grad is not."),
        (((), torch.float64, False), "The size is what new_empty is called with; that of t has no part in it."),
    ],
)


@grader.check("padded", item=ITEM, agree=["shape"], dims=DIMS)
def as_many_rows_as_sequences_and_as_long_as_the_longest(draw: Draw) -> Iterator[Given]:
    """N sequences give N rows, each as long as the longest sequence, wherever it is in the list."""
    for lengths in ((3, 1, 0), (1, 4), (2, 5, 3, 1), (0, 2), (4,), (0, 0)):
        yield given(draw, lengths)


@grader.check(
    "padded", item=ITEM, agree=["padded"], needs=[as_many_rows_as_sequences_and_as_long_as_the_longest], points=2
)
def a_sequence_comes_first_and_zeros_follow(draw: Draw) -> Iterator[Given]:
    """Each row starts with its sequence; behind it every place holds 0."""
    for lengths in ((3, 1, 0), (1, 4), (2, 5, 3, 1), (4,), (2, 2)):
        yield given(draw, lengths)


@grader.check("padded", item=ITEM, agree=["padded"], needs=[a_sequence_comes_first_and_zeros_follow])
def the_value_fills_the_rest(draw: Draw) -> Iterator[Given]:
    """With a value, that value stands behind the shorter sequences instead of 0."""
    yield given(draw, (3, 1), value=-1.0)
    yield given(draw, (1, 2, 4), value=0.5)
    yield given(draw, (2, 3), value=float("-inf"))


@grader.check("padded", item=ITEM, agree=["padded"], needs=[a_sequence_comes_first_and_zeros_follow], points=2)
def further_dimensions_are_kept(draw: Draw) -> Iterator[Given]:
    """Sequences of vectors or matrices keep every dimension behind the first."""
    yield given(draw, (2, 3), 2)
    yield given(draw, (3, 1, 2), 4, 2, value=-2.0)
    turned = given(draw, (4, 4), 3)
    turned.inputs["seqs"] = [seq.t() for seq in turned.inputs["seqs"]]
    turned.call = turned.call.replace("(4, 3), (4, 3)", "(3, 4), (3, 4), transposed views")
    yield turned
    yield given(draw, (2, 1), 0)


@grader.check("padded", item=ITEM, agree=["padded"], needs=[the_value_fills_the_rest], points=2, on_cuda=False)
def the_dtype_is_that_of_the_first_sequence(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of the first sequence, whole numbers and truth values too."""
    for dtype in (torch.int64, torch.float64, torch.float16, torch.bfloat16, torch.bool):
        yield given(draw, (1, 3), dtype=dtype)
    yield given(draw, (3, 2), 2, dtype=torch.int16, value=-1)
    large = given(draw, (2, 1), dtype=torch.int64)
    large.inputs["seqs"][0] += 2**53
    yield large
    mixed = given(draw, (2, 3))
    mixed.inputs["seqs"][1] = mixed.inputs["seqs"][1].double()
    mixed.call = mixed.call.replace("float32", "float32 and float64")
    yield mixed


@grader.check("padded", item=ITEM, agree=["inputs that changed"], needs=[a_sequence_comes_first_and_zeros_follow])
def the_sequences_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The list keeps its tensors, and the tensors keep their values."""
    yield given(draw, (3, 1))
    yield given(draw, (1, 2), 2, value=7.0)


@grader.check("gradient", item=ITEM, needs=[a_sequence_comes_first_and_zeros_follow])
def the_gradient_reaches_every_sequence(draw: Draw) -> Iterator[Given]:
    """The result is computed from the sequences: each of their entries gets its own gradient."""
    yield with_gradient(given(draw, (3, 1), dtype=torch.float64))
    yield with_gradient(given(draw, (1, 2, 4), 2, dtype=torch.float64, value=1.0))


@grader.check("padded", item=ITEM, agree=["padded"], needs=[the_value_fills_the_rest], mode="other_default")
def the_result_lives_where_the_first_sequence_lives(draw: Draw) -> Iterator[Given]:
    """With the sequences on the GPU the result is there too."""
    yield given(draw, (3, 1))
    yield given(draw, (1, 2), 2, value=-1.0)
