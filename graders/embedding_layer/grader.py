"""Grades exercises/embedding_layer.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "embedding_lookup"


def given(weight: Tensor, ids: Any, padding_idx: int | None = None, about: str = "") -> Given:
    """A look-up of the ids, nested as idx is; without padding_idx the argument is left out."""
    options = {} if padding_idx is None else {"padding_idx": padding_idx}
    setting = "" if padding_idx is None else f", padding_idx={padding_idx}"
    call = f"embedding_lookup(weight, torch.tensor({ids}){setting})"
    idx = torch.tensor(ids, dtype=torch.int64)
    return Given(f"{call}, where {about}" if about else call, weight=weight, idx=idx, options=options)


def table(draw: Draw, v: int, d: int, dtype: torch.dtype = torch.float32) -> Tensor:
    return draw.normal(v, d, dtype=dtype)


def learning(draw: Draw, v: int, d: int) -> Tensor:
    """A table that waits for a gradient."""
    return draw.normal(v, d).requires_grad_()


def with_row(weight: Tensor, row: int, values: Sequence[float]) -> Tensor:
    weight[row] = torch.tensor(values, dtype=weight.dtype)
    return weight


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what is looked up for the padding id, and the gradient of the whole table.",
    distractors=[
        (
            ([0.0, 0.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]),
            "The table was given as ones, and the row of the padding id is handed out as it is stored.",
        ),
        (
            ([1.0, 1.0], [[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]]),
            "The gradient of the padding row would then be like any other; padding_idx would do nothing here.",
        ),
        (
            ([1.0, 1.0], [[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]]),
            "Id 2 does not occur, so its row has no part in the sum; and the row of the padding id does not learn.",
        ),
    ],
)


@grader.check("rows", item=ITEM, agree=["rows"], points=2)
def every_id_gives_its_row(draw: Draw) -> Iterator[Given]:
    """Each id is replaced by the row of the table that has this number, counted from 0."""
    yield given(table(draw, 6, 3), [4, 0, 2, 5])
    yield given(table(draw, 5, 4), [1, 1, 3, 1])
    yield given(table(draw, 4, 4), [3])


@grader.check("rows", item=ITEM, agree=["rows"], needs=[every_id_gives_its_row])
def the_result_has_one_more_dimension_than_idx(draw: Draw) -> Iterator[Given]:
    """The result has the shape of idx, whatever it is, with D behind it."""
    yield given(table(draw, 6, 3), [[4, 0], [2, 5], [0, 0]])
    yield given(table(draw, 6, 2), 4)
    yield given(table(draw, 6, 2), [[[1, 5, 0]], [[2, 2, 3]]])
    yield given(table(draw, 6, 3), [])
    yield given(table(draw, 6, 3), [[], []])


@grader.check("rows", item=ITEM, agree=["inputs that changed"], needs=[every_id_gives_its_row])
def the_table_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither weight nor idx."""
    yield given(table(draw, 5, 3), [1, 4, 1])
    yield given(table(draw, 5, 3), [1, 4, 1], 1)
    yield given(table(draw, 5, 3), [[0, 4], [2, 4]], 2)


@grader.check("rows", item=ITEM, agree=["rows"], needs=[every_id_gives_its_row], points=2)
def the_padding_row_is_handed_out_as_stored(draw: Draw) -> Iterator[Given]:
    """With padding_idx the rows are the same as without: the padding row comes out as it stands in the table."""
    yield given(table(draw, 5, 3), [1, 0, 4, 0], 0)
    yield given(table(draw, 5, 3), [[1, 3], [3, 4]], 3)
    yield given(table(draw, 5, 2), 2, 2)
    yield given(table(draw, 5, 2), [4, 1], 3, "the padding id does not occur")


@grader.check("rows", item=ITEM, agree=["rows"], needs=[every_id_gives_its_row])
def only_the_rows_that_are_named_matter(draw: Draw) -> Iterator[Given]:
    """An infinity or a NaN in a row that nobody asks for is never met."""
    yield given(with_row(table(draw, 4, 2), 1, [float("inf"), 1.0]), [0, 3, 2], None, "row 1 holds an infinity")
    yield given(with_row(table(draw, 4, 2), 0, [float("nan"), -1.0]), [2, 1, 2], 2, "row 0 holds a NaN")


@grader.check("slope", item=ITEM, agree=["gradient of weight"], needs=[every_id_gives_its_row], points=2)
def a_row_learns_from_every_place_it_went_to(draw: Draw) -> Iterator[Given]:
    """The gradient of a row is the sum over all the places where its id stands, and 0 if it stands nowhere."""
    yield given(learning(draw, 5, 3), [4, 0, 2])
    yield given(learning(draw, 4, 2), [[3, 1, 3], [3, 0, 1]])
    yield given(learning(draw, 4, 2), [2, 2, 2], 0)


@grader.check(
    "slope", item=ITEM, agree=["gradient of weight"], needs=[a_row_learns_from_every_place_it_went_to], points=3
)
def the_padding_row_does_not_learn(draw: Draw) -> Iterator[Given]:
    """The gradient of the padding row is exactly 0, however often it was looked up; the other rows learn as before."""
    yield given(learning(draw, 5, 3), [4, 2, 1, 2], 2)
    yield given(learning(draw, 5, 3), [[1, 0], [0, 3]], 0)
    yield given(learning(draw, 3, 2), [1, 1, 0], 1)
    yield given(learning(draw, 3, 2), [2, 0, 2, 1], 2)


@grader.check("slope", item=ITEM, needs=[the_padding_row_does_not_learn])
def a_negative_padding_idx_counts_from_the_end(draw: Draw) -> Iterator[Given]:
    """padding_idx=-1 is the last row of the table, and -V the first."""
    yield given(learning(draw, 5, 3), [4, 3, 1, 4], -1)
    yield given(learning(draw, 4, 2), [[0, 3], [1, 0]], -4)
    yield given(learning(draw, 6, 2), [4, 4, 5, 2], -2)


@grader.check("rows", item=ITEM, agree=["rows"], needs=[every_id_gives_its_row])
def the_dtype_and_the_layout_of_the_table_are_free(draw: Draw) -> Iterator[Given]:
    """The rows have the dtype of weight, which may be half precision, a transposed view, or very small."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        yield given(table(draw, 5, 3, dtype), [4, 0, 4], 0)
    yield given(table(draw, 3, 5).t(), [4, 0, 4], 4, "weight is transposed")
    yield given(table(draw, 4, 6)[:, ::2], [[3, 1]], None, "weight has every second column of a larger table")
    yield given(table(draw, 1, 1), [0, 0], 0)
    yield given(table(draw, 4, 0), [3, 1], 1, "weight has no columns")


@grader.check("rows", item=ITEM, agree=["rows"], needs=[every_id_gives_its_row], mode="other_default")
def the_rows_live_where_the_table_lives(draw: Draw) -> Iterator[Given]:
    """With weight and idx on the GPU the rows are found and returned there."""
    yield given(table(draw, 5, 3), [4, 0, 4])
    yield given(table(draw, 5, 3), [[4, 0], [1, 2]], -5)


@grader.check(
    "rows",
    item=ITEM,
    agree=["rows"],
    raises=["RuntimeError", "ValueError"],
    needs=[every_id_gives_its_row],
    on_cuda=False,
)
def an_id_behind_the_last_row_is_an_error(draw: Draw) -> Iterator[Given]:
    """An id of V or more raises IndexError: a table of 5 rows ends with id 4."""
    yield given(table(draw, 5, 3), [0, 5])
    yield given(table(draw, 5, 3), [[7, 1]], 0)
    yield given(table(draw, 5, 3), [4, 0])


@grader.check("functions", item=ITEM, kind="policy", needs=[every_id_gives_its_row], on_cuda=False)
def no_embedding_function_runs(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: nn.Embedding, F.embedding and their relatives do not run."""
    yield given(table(draw, 5, 3), [4, 0])
    yield given(table(draw, 5, 3), [[4, 0]], 0)


@grader.check(
    "rows",
    item=ITEM,
    agree=["rows"],
    raises=["RuntimeError", "ValueError"],
    needs=[an_id_behind_the_last_row_is_an_error],
    on_cuda=False,
    stretch=True,
)
def a_negative_id_is_an_error(draw: Draw) -> Iterator[Given]:
    """A negative id raises IndexError: ids are names of rows, and none has the name -1."""
    yield given(table(draw, 5, 3), [2, -1])
    yield given(table(draw, 5, 3), [[0, -5], [1, 2]], -1)
