"""Grades exercises/ntuple_helper.py."""

from collections.abc import Iterator
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "_ntuple"


def given(n: int, x: Any, made: str = "") -> Given:
    call = f"_ntuple({n})(x), where x is {made} of {x}" if made else f"_ntuple({n})({x!r})"
    return Given(call, n=n, x=x, made=made)


def numbers(draw: Draw, count: int) -> list[int]:
    """Different integers, not in order of size."""
    first = draw.integer(20, 90)
    return [first - 7 * place if place % 2 else first + 3 * place for place in range(count)]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what _pair makes of a number, of a list, and of a tuple that is too long.",
    distractors=[
        (
            ((3, 3), (1, 2), "list", (1, 2, 3)),
            "A list does not come out as it went in: its entries are put in a tuple.",
        ),
        (((3, 3), (1, 2), "tuple", "ValueError"), "Nobody counts the entries, so nothing is wrong with three of them."),
        (((3, 3), (1, 2), "tuple", (1, 2)), "Nobody counts the entries, so none of them is cut off."),
        (((3, 3), ([1, 2], [1, 2]), "tuple", (1, 2, 3)), "Only a single value is repeated; a list is several values."),
    ],
)


@grader.check("parsed", item=ITEM)
def a_number_is_repeated_n_times(draw: Draw) -> Iterator[Given]:
    """_ntuple(n) is a function, and it makes a tuple of n equal numbers from one."""
    for n in (2, 3, 1, 4):
        yield given(n, draw.integer(2, 50))


@grader.check("parsed", item=ITEM, needs=[a_number_is_repeated_n_times])
def every_single_value_is_repeated(draw: Draw) -> Iterator[Given]:
    """A float, None, a bool or a dtype is one value too."""
    yield given(2, 0.5)
    yield given(3, None)
    yield given(2, True)
    yield given(3, 0)
    yield given(2, torch.float16)


@grader.check("parsed", item=ITEM, needs=[a_number_is_repeated_n_times], points=2)
def several_values_become_a_tuple_of_them(draw: Draw) -> Iterator[Given]:
    """A tuple, a list or a torch.Size of n entries gives a tuple of these entries, in their order."""
    yield given(2, tuple(numbers(draw, 2)))
    yield given(2, numbers(draw, 2))
    yield given(3, numbers(draw, 3))
    yield given(3, numbers(draw, 3), "a torch.Size")
    yield given(2, [(1, 2), (3, 4)])
    yield given(2, [[1, 2], [3, 4]])


@grader.check("parsed", item=ITEM, needs=[several_values_become_a_tuple_of_them], points=2)
def their_number_is_not_looked_at(draw: Draw) -> Iterator[Given]:
    """More or fewer entries than n come out as they are: none is cut off, added or refused."""
    yield given(2, tuple(numbers(draw, 3)))
    yield given(3, numbers(draw, 5))
    yield given(2, (draw.integer(2, 50),))
    yield given(3, numbers(draw, 2))
    yield given(1, numbers(draw, 2))
    yield given(2, ())


@grader.check("parsed", item=ITEM, needs=[several_values_become_a_tuple_of_them], points=2)
def everything_that_can_be_iterated_over_counts(draw: Draw) -> Iterator[Given]:
    """A generator, an iterator, a range, a dict, a string or a tensor of integers is read out, entry by entry."""
    yield given(2, numbers(draw, 2), "a generator")
    yield given(2, numbers(draw, 2), "an iterator")
    yield given(2, [4, 5], "a range")
    yield given(2, numbers(draw, 2), "a dict")
    yield given(2, "ab")
    yield given(2, "same")
    yield given(2, draw.integers(1, 9, 2))


@grader.check("parsers", item=ITEM, needs=[several_values_become_a_tuple_of_them])
def each_parser_keeps_its_own_n(draw: Draw) -> Iterator[Given]:
    """Several parsers can be used side by side, again and again."""
    for ns in ([1, 2, 3], [4, 2]):
        first, second = draw.integer(2, 50), draw.integer(50, 99)
        call = f"_ntuple(n)({first}) and ({second}), for n in {ns}, all made before the first call"
        yield Given(call, ns=ns, first=first, second=second)


@grader.check("identity", item=ITEM, needs=[several_values_become_a_tuple_of_them])
def the_values_are_handed_on(draw: Draw) -> Iterator[Given]:
    """The entries are the very objects that went in, not copies, and x is left as it was."""
    yield Given("_ntuple(2)(value) and _ntuple(2)([value, other])", n=2)
    yield Given("_ntuple(3)(value) and _ntuple(3)([value, other])", n=3)
