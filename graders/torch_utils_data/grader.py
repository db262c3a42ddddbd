"""Grades exercises/torch_utils_data.py."""

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

from tutor.judge.grader import Draw, Given, Grader

# Numbers, strings and lists; the device plays no part in any of it.
grader = Grader()
CONCAT, SPLIT = "ConcatDataset", "split_lengths"


def given(sizes: list[int], use: str, **inputs: Any) -> Given:
    """A call on datasets called a, b, c, ... of these sizes."""
    names = ", ".join(ascii_lowercase[: len(sizes)])
    lengths = ", ".join(f"len({name}) is {size}" for name, size in zip(ascii_lowercase, sizes, strict=False))
    call = use.replace("?", f"ConcatDataset([{names}])")
    return Given(f"{call}, where {lengths}", sizes=sizes, **inputs)


def indexed(sizes: list[int], index: int) -> Given:
    return given(sizes, f"?[{index}]", index=index)


def every_item(sizes: list[int], *, from_end: bool = False) -> Given:
    count = sum(sizes)
    indices = [-1 - place for place in range(count)] if from_end else list(range(count))
    return given(sizes, f"[?[i] for i in {indices}]", indices=indices)


def split(n: int, fractions: list[float]) -> Given:
    return Given(f"split_lengths({n}, {fractions})", n=n, fractions=fractions)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the item 3 of a dataset without a length, and what a loader gives first.",
    distractors=[
        ((30, [0]), "Even to go through in order, the loader's sampler first wants to know how far."),
        (
            (30, "NotImplementedError"),
            "Dataset has no method __len__ that could complain; it is Python's len() that does.",
        ),
        (
            ("TypeError", "TypeError"),
            "Reading one item calls __getitem__ and nothing else, so the first of the two is an item.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the number of items in each of three equal parts of ten.",
    distractors=[
        ([3, 3, 4], "One item is left over after rounding down, and it is dealt out at the other end."),
        ([3, 3, 3], "These are nine of the ten items. What rounding down leaves over is not lost."),
        ("ValueError", "Fractions are as good as lengths, and these have the sum 1."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is what comes of the base class of samplers with some data.",
    distractors=[
        ([0, 1, 2], "A SequentialSampler would give that. The base class does not know an order."),
        ([10, 20, 30], "A sampler gives numbers of items, never the items; and the base class gives nothing."),
        ("NotImplementedError", "Going through it would end so. It does not come to that: making it fails before."),
    ],
)
grader.predict(
    "PREDICT_4",
    "PREDICT_4 is what comes of looking for a loader in torch.data.",
    distractors=[
        ("DataLoader", "The loader is in torch.utils.data; there is no shorter way to it."),
        (
            "ModuleNotFoundError",
            "Only an import raises that. Here a name is looked up in a module that is there already.",
        ),
    ],
)


@grader.check("length", item=CONCAT, on_cuda=False)
def the_length_is_the_sum_of_all(draw: Draw) -> Iterator[Given]:
    """The length is the sum of all lengths."""
    for sizes in ([3, 4], [draw.integer(2, 9), 5, draw.integer(2, 9)], [6], [0, 2, 0], [0]):
        yield given(sizes, "len(?)")


@grader.check("before_any_item", item=CONCAT, points=2, on_cuda=False)
def nothing_is_read_before_it_is_asked_for(draw: Draw) -> Iterator[Given]:
    """Making it and asking for its length read no item of any dataset."""
    yield given([3, 4], "len(?)")


@grader.check("items", item=CONCAT, points=3, on_cuda=False)
def each_dataset_begins_where_the_one_before_ends(draw: Draw) -> Iterator[Given]:
    """The indices go through the first dataset, then through the second, and so on."""
    yield every_item([3, 4])
    yield every_item([2, 5, 1, 3])
    yield every_item([draw.integer(2, 6), draw.integer(2, 6), draw.integer(7, 9)])
    yield every_item([5])


@grader.check("items", item=CONCAT, needs=[each_dataset_begins_where_the_one_before_ends], on_cuda=False)
def empty_datasets_are_passed_over(draw: Draw) -> Iterator[Given]:
    """Datasets of length 0 have no index, wherever they stand."""
    yield every_item([0, 3])
    yield every_item([2, 0, 0, 3])
    yield every_item([2, 3, 0])


@grader.check("items", item=CONCAT, needs=[each_dataset_begins_where_the_one_before_ends], points=2, on_cuda=False)
def negative_indices_count_from_the_end(draw: Draw) -> Iterator[Given]:
    """Index -1 is the last item of the last dataset, and -len() the first of the first."""
    yield every_item([3, 4], from_end=True)
    yield every_item([2, draw.integer(3, 6), 4], from_end=True)
    yield every_item([2, 0, 3, 0], from_end=True)


@grader.check("reading", item=CONCAT, needs=[each_dataset_begins_where_the_one_before_ends], points=2, on_cuda=False)
def one_index_reads_one_item(draw: Draw) -> Iterator[Given]:
    """An index asks one dataset for one item, by a number from 0 to the length of that dataset - 1."""
    for sizes, index in (([3, 4], 1), ([3, 4], 3), ([3, 4], 6), ([2, 0, 5, 4], 4)):
        yield indexed(sizes, index)


@grader.check(
    "reading",
    item=CONCAT,
    needs=[one_index_reads_one_item, negative_indices_count_from_the_end],
    points=1,
    on_cuda=False,
)
def the_datasets_are_never_asked_for_negative_numbers(draw: Draw) -> Iterator[Given]:
    """Also for a negative index the dataset is asked for a number from 0 to its length - 1."""
    for sizes, index in (([3, 4], -1), ([3, 4], -5), ([3, 4], -7)):
        yield indexed(sizes, index)


@grader.check("item", item=CONCAT, needs=[each_dataset_begins_where_the_one_before_ends], points=2, on_cuda=False)
def past_the_end_is_an_index_error(draw: Draw) -> Iterator[Given]:
    """An index past the end raises IndexError."""
    for sizes, index in (([3, 4], 7), ([2, 5], 20), ([3, 0], 3)):
        yield indexed(sizes, index)


@grader.check(
    "item",
    item=CONCAT,
    needs=[negative_indices_count_from_the_end],
    raises=["IndexError", "ValueError"],
    points=1,
    on_cuda=False,
)
def before_the_beginning_is_an_error(draw: Draw) -> Iterator[Given]:
    """An index before the beginning raises IndexError or ValueError."""
    for sizes, index in (([3, 4], -8), ([3, 4], -10), ([5], -6), ([2, 2], -9)):
        yield indexed(sizes, index)


@grader.check("loops", item=CONCAT, needs=[past_the_end_is_an_index_error], on_cuda=False)
def every_loop_goes_through_it_once(draw: Draw) -> Iterator[Given]:
    """A for loop goes through all items once and ends, and so does the next loop."""
    yield given([3, 4], "for item in ?")
    yield given([2, 0, 2], "for item in ?")


@grader.check("batches", item=CONCAT, needs=[past_the_end_is_an_index_error], on_cuda=False)
def a_loader_can_use_it(draw: Draw) -> Iterator[Given]:
    """A DataLoader makes batches of it, in order and shuffled."""
    yield given([3, 4], "DataLoader(?, batch_size=3)", shuffle=False)
    yield given([2, 0, 6], "DataLoader(?, batch_size=3, shuffle=True)", shuffle=True)


@grader.check("parts", item=SPLIT, on_cuda=False)
def a_whole_share_is_the_length(draw: Draw) -> Iterator[Given]:
    """Where every fraction of n is a whole number, these are the lengths, as a list of integers."""
    size = draw.integer(2, 9)
    yield split(8 * size, [0.25, 0.625, 0.125])
    yield split(2 * size, [0.5, 0.5])
    yield split(size, [1.0])
    yield split(0, [0.75, 0.25])


@grader.check("parts", item=SPLIT, needs=[a_whole_share_is_the_length], points=2, on_cuda=False)
def one_item_left_over_goes_to_the_first_part(draw: Draw) -> Iterator[Given]:
    """Each part is rounded down, and if one item is then left over, the first part has it."""
    size = draw.integer(2, 9)
    yield split(4 * size + 1, [0.25, 0.25, 0.5])
    yield split(4 * size + 3, [0.25, 0.75])
    yield split(10, [1 / 3, 1 / 3, 1 / 3])
    yield split(1, [0.125, 0.875])


@grader.check("parts", item=SPLIT, needs=[one_item_left_over_goes_to_the_first_part], points=2, on_cuda=False)
def more_are_dealt_out_one_by_one(draw: Draw) -> Iterator[Given]:
    """Of several items left over, the first parts get one each."""
    size = draw.integer(2, 9)
    yield split(4 * size + 3, [0.25, 0.25, 0.25, 0.25])
    yield split(8 * size + 7, [0.5, 0.125, 0.125, 0.125, 0.125])
    yield split(2, [0.125, 0.125, 0.125, 0.625])


@grader.check("parts", item=SPLIT, needs=[more_are_dealt_out_one_by_one], on_cuda=False)
def a_fraction_of_zero_takes_part(draw: Draw) -> Iterator[Given]:
    """A part whose fraction is 0 is a part: what is left over goes to it as to any other."""
    size = draw.integer(2, 9)
    yield split(2 * size + 1, [0.0, 0.5, 0.5])
    yield split(size, [0.0, 1.0, 0.0])
    yield split(2 * size, [0.5, 0.0, 0.5])


@grader.check("parts", item=SPLIT, needs=[a_whole_share_is_the_length], on_cuda=False)
def a_rounding_error_is_forgiven(draw: Draw) -> Iterator[Given]:
    """A sum that misses 1 by a rounding error alone counts as 1."""
    for n, fractions in ((13, [0.7, 0.2, 0.1]), (17, [0.1] * 10)):
        assert sum(fractions) != 1
        yield split(n, fractions)


@grader.check("parts", item=SPLIT, needs=[a_whole_share_is_the_length], points=2, on_cuda=False)
def another_sum_is_refused(draw: Draw) -> Iterator[Given]:
    """Fractions whose sum is not 1 raise ValueError."""
    for fractions in ([0.5, 0.4], [0.75, 0.5], [0.5, 0.49], [0.5], [], [1.0, 1.0], [0.25, 0.755]):
        yield split(draw.integer(10, 20), fractions)


@grader.check("parts", item=SPLIT, needs=[a_whole_share_is_the_length], points=1, on_cuda=False)
def each_fraction_is_from_zero_to_one(draw: Draw) -> Iterator[Given]:
    """A fraction below 0 or above 1 raises ValueError, also when the sum is 1."""
    for fractions in ([1.5, -0.5], [-0.25, 1.25], [0.75, 0.75, -0.5], [-0.5, 0.75, 0.75]):
        yield split(draw.integer(10, 20), fractions)
