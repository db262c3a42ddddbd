"""Grades exercises/expand.py."""

from collections.abc import Iterator, Sequence

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
VIEW, TO = "expand_view", "expand_to"
PLACE = ["shares the memory of x", "strides"]
Shape = tuple[int, ...]


def given(
    draw: Draw, shape: Shape, sizes: Sequence[int], dtype: torch.dtype = torch.float32, item: str = VIEW
) -> Given:
    return called(draw.normal(*shape, dtype=dtype, scale=5.0), sizes, item)


def called(x: torch.Tensor, sizes: Sequence[int], item: str, about: str = "") -> Given:
    text = ", ".join(str(size) for size in sizes) if item == VIEW else f"{sizes}"
    return Given(f"{item}(x, {text}){about}", x=x, sizes=sizes)


def views(draw: Draw, item: str) -> Iterator[Given]:
    """Inputs that do not begin where their memory begins, or whose strides are not those of their shape."""
    cuts: list[tuple[str, list[list[int | None]], Sequence[int]]] = [
        ("base[2:, 1:2]", [[2, None, None], [1, 2, None]], [2, 3]),
        ("base[3:, :]", [[3, None, None], [None, None, None]], [2, -1, 6]),
        ("base[1::2, ::3]", [[1, None, 2], [None, None, 3]], [3, 2, 2]),
    ]
    for text, slices, sizes in cuts:
        for base in (draw.normal(4, 6, dtype=torch.float32), draw.normal(6, 4, dtype=torch.float32).t()):
            case = called(base, sizes, item, f", where x is {text}")
            yield Given(case.call, base=base, slices=slices, sizes=sizes)


def with_gradient(case: Given) -> Given:
    case.inputs["x"].requires_grad_()
    return case


for each in (VIEW, TO):
    grader.leave_out(each, "another device", because="It makes no tensors: a view is where x is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what x and the first row of y hold after one number of y was written.",
    distractors=[
        (([1.0, 2.0, 3.0], [9.0, 1.0, 1.0, 1.0]), "y would need memory of its own for that. It is a view of x."),
        (
            ([9.0, 2.0, 3.0], [9.0, 1.0, 1.0, 1.0]),
            "The write does reach x. But how many numbers does the first row of y have in memory?",
        ),
        (
            ([1.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0]),
            "The four places of the row are indeed one. But whose memory is it?",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what comes of adding 1 in place to every element of an expanded tensor.",
    distractors=[
        (
            [4.0, 4.0, 4.0],
            "Each number would be increased once for every place it has. PyTorch does not let it happen.",
        ),
        ([1.0, 1.0, 1.0], "Each number would be increased only once. Which of its places would do it is not defined."),
        ([0.0, 0.0, 0.0], "x would stay as it was if expand made a copy. It makes a view."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is the first column of e after one number of it was written, and the strides of e.",
    distractors=[
        (([5.0, 0.0, 0.0, 0.0], (3, 1)), "These would be the column and the strides of a copy with 12 numbers."),
        (([5.0, 0.0, 0.0, 0.0], (0, 1)), "The strides are right. Now follow them: where is e[1, 0] in memory?"),
        ("RuntimeError", "Arithmetic in place on the whole tensor is refused. A write to a single place goes through."),
    ],
)


@grader.check("view", item=VIEW, agree=["expanded"])
def a_size_of_one_is_stretched(draw: Draw) -> Iterator[Given]:
    """A dimension of size 1 gets the size asked for: its one entry stands in every place."""
    yield given(draw, (3, 1), (3, 4))
    yield given(draw, (1, 3), (4, 3), torch.float64)
    yield given(draw, (1, 3, 1, 1), (1, 3, 3, 2), torch.float16)
    yield given(draw, (2, 1, 3), (2, 4, 3), torch.bfloat16)
    yield given(draw, (1,), (3,))
    yield given(draw, (2, 3), (2, 3))
    yield given(draw, (1, 1), (1, 1))
    yield called(draw.integers(-9, 9, 2, 1), (2, 3), VIEW)
    yield called(draw.bits(1, 3, dtype=torch.bool), (2, 3), VIEW)


@grader.check("view", item=VIEW, agree=["expanded"], needs=[a_size_of_one_is_stretched])
def minus_one_keeps_a_size(draw: Draw) -> Iterator[Given]:
    """A size of -1 leaves that dimension as it is."""
    yield given(draw, (3, 1), (-1, 4))
    yield given(draw, (1, 3), (2, -1))
    yield given(draw, (2, 1, 3), (-1, -1, -1))


@grader.check("view", item=VIEW, agree=["expanded"], needs=[a_size_of_one_is_stretched], points=2)
def new_dimensions_come_in_front(draw: Draw) -> Iterator[Given]:
    """Sizes are compared from the right; those for which x has no dimension make new ones in front."""
    yield given(draw, (3,), (2, 3))
    yield given(draw, (3, 1), (2, 3, 4))
    yield given(draw, (2, 2), (2, 2, 2))
    yield given(draw, (), (2, 3))
    yield given(draw, (3, 1), (2, 1, -1, 4))


@grader.check("view", item=VIEW, agree=PLACE, needs=[a_size_of_one_is_stretched], points=2)
def nothing_is_copied(draw: Draw) -> Iterator[Given]:
    """The result shares the memory of x: stride 0 where it is stretched, the strides of x elsewhere."""
    yield given(draw, (3, 1), (3, 4))
    yield given(draw, (1, 3, 1, 1), (1, 3, 3, 3))
    yield given(draw, (2, 3), (2, 3))
    yield given(draw, (2, 1, 3), (2, 4, 3), torch.float64)


@grader.check(
    "view_of_a_view",
    item=VIEW,
    agree=["expanded", *PLACE],
    needs=[new_dimensions_come_in_front, nothing_is_copied],
    points=2,
)
def x_may_be_a_view_itself(draw: Draw) -> Iterator[Given]:
    """A slice of a tensor has an offset and strides of its own, and the result respects them."""
    yield from views(draw, VIEW)


@grader.check("view", item=VIEW, agree=["expanded"], raises=["ValueError"], needs=[a_size_of_one_is_stretched])
def no_other_size_is_stretched(draw: Draw) -> Iterator[Given]:
    """A size that is neither 1 nor the one asked for raises RuntimeError."""
    for shape, sizes in (((2,), (4,)), ((3, 2), (3, 1)), ((2, 3), (6, 3)), ((3, 1), (3, -2)), ((2, 1), (4, 3))):
        yield given(draw, shape, sizes)


@grader.check("view", item=VIEW, agree=["expanded"], raises=["ValueError"], needs=[a_size_of_one_is_stretched])
def every_dimension_has_a_size(draw: Draw) -> Iterator[Given]:
    """Fewer sizes than x has dimensions raise RuntimeError."""
    for shape, sizes in (((3, 1), (3,)), ((1, 3), (3,)), ((2, 3), (2,)), ((1, 1, 2), (1, 2)), ((2, 3, 1), (1,))):
        yield given(draw, shape, sizes)


@grader.check("view", item=VIEW, agree=["expanded"], raises=["ValueError"], needs=[new_dimensions_come_in_front])
def a_new_dimension_has_nothing_to_keep(draw: Draw) -> Iterator[Given]:
    """A size of -1 where x has no dimension raises RuntimeError."""
    for shape, sizes in (((3, 1), (-1, 3, 4)), ((3,), (2, -1, 3)), ((), (-1,))):
        yield given(draw, shape, sizes)


@grader.check("view", item=VIEW, agree=["expanded"], raises=["ValueError"], needs=[a_size_of_one_is_stretched])
def sizes_of_zero_are_sizes(draw: Draw) -> Iterator[Given]:
    """A size of 1 can become 0, and a size of 0 stays 0; it cannot be stretched."""
    for shape, sizes in (((1, 3), (0, 3)), ((0, 1), (0, 4)), ((0, 1), (-1, 2)), ((0, 1), (5, 1)), ((3,), (0, 3))):
        yield given(draw, shape, sizes)


@grader.check("view", item=VIEW, agree=["inputs that changed"], needs=[a_size_of_one_is_stretched])
def x_is_left_alone(draw: Draw) -> Iterator[Given]:
    """x keeps its shape and its numbers."""
    yield given(draw, (3, 1), (3, 4))
    yield given(draw, (3,), (2, 3))


@grader.check("view_gradient", item=VIEW, needs=[x_is_left_alone])
def gradients_of_all_places_add_up(draw: Draw) -> Iterator[Given]:
    """Each entry of x gets the sum of the gradients of its places."""
    yield with_gradient(given(draw, (3, 1), (3, 4), torch.float64))
    yield with_gradient(given(draw, (3, 1), (2, 3, 2), torch.float64))


@grader.check("calls", item=VIEW, kind="policy", needs=[a_size_of_one_is_stretched], on_cuda=False)
def expand_is_not_called(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: expand_view calls neither expand nor expand_as."""
    yield given(draw, (3, 1), (3, 4))
    yield given(draw, (3,), (2, 3))


@grader.check("to", item=TO, agree=["expanded"])
def the_sequence_holds_the_shape(draw: Draw) -> Iterator[Given]:
    """The sizes in the list or tuple are the shape of the result, with -1 for a size that stays."""
    for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
        yield given(draw, (3, 1), [3, 4], dtype, TO)
    yield given(draw, (1, 3), (4, -1), item=TO)
    yield given(draw, (1, 3, 1, 1), [1, 3, 3, 3], item=TO)
    yield given(draw, (1, 1), (1, 1), item=TO)
    yield given(draw, (1, 3), [0, 3], item=TO)
    yield given(draw, (0, 1), [0, 4], item=TO)
    yield called(draw.integers(-9, 9, 2, 1), (2, 3), TO)


@grader.check("to", item=TO, agree=["expanded"], needs=[the_sequence_holds_the_shape])
def further_sizes_stand_in_front(draw: Draw) -> Iterator[Given]:
    """Sizes are compared from the right; new dimensions come in front."""
    yield given(draw, (3,), [2, 3], item=TO)
    yield given(draw, (2, 1), (2, 2, 4), item=TO)
    yield given(draw, (), (2, 3), item=TO)


@grader.check("to", item=TO, agree=PLACE, needs=[the_sequence_holds_the_shape], points=2)
def it_is_a_view(draw: Draw) -> Iterator[Given]:
    """The result shares the memory of x, with stride 0 where it is stretched."""
    yield given(draw, (3, 1), [3, 4], item=TO)
    yield given(draw, (2, 3), (2, 3), item=TO)


@grader.check("to_of_a_view", item=TO, agree=["expanded", *PLACE], needs=[further_sizes_stand_in_front, it_is_a_view])
def it_starts_where_x_starts(draw: Draw) -> Iterator[Given]:
    """An x that is a slice has an offset and strides of its own, and the result respects them."""
    yield from views(draw, TO)


@grader.check("to", item=TO, agree=["expanded"], raises=["ValueError"], needs=[further_sizes_stand_in_front])
def what_does_not_fit_is_refused(draw: Draw) -> Iterator[Given]:
    """Sizes that do not fit, too few of them, or a -1 for a new dimension raise RuntimeError."""
    for shape, sizes in (((2,), [4]), ((3, 1), [3]), ((3, 1), [-1, 3, 4]), ((3,), (2, -1, 3)), ((2, 3), (6, 3))):
        yield given(draw, shape, sizes, item=TO)


@grader.check("to", item=TO, agree=["inputs that changed", "sizes"], needs=[the_sequence_holds_the_shape])
def x_and_the_sizes_are_left_alone(draw: Draw) -> Iterator[Given]:
    """x keeps its numbers, and the list its sizes."""
    yield given(draw, (3, 1), [-1, 4], item=TO)
    yield given(draw, (3, 1), [3, 4], item=TO)


@grader.check("to_gradient", item=TO, needs=[x_and_the_sizes_are_left_alone])
def x_gets_the_sum_of_the_gradients(draw: Draw) -> Iterator[Given]:
    """Each entry of x gets the sum of the gradients of its places."""
    yield with_gradient(given(draw, (3, 1), [3, 4], torch.float64, TO))
