"""Grades exercises/tensorboard_logging.py."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
LOGGER, TOP = "LossLogger", "top_class_probs"


def given(
    losses: Sequence[float],
    every: int,
    flushes: Sequence[int] = (),
    *,
    dtype: torch.dtype | None = None,
    tag: str = "loss",
) -> Given:
    """Updates with these losses; each number in `flushes` is a flush after so many of them."""
    words = []
    for number in range(len(losses) + 1):
        words += [f"update({losses[number - 1]})"] if number else []
        words += ["flush()"] * flushes.count(number)
    kind = f", with tensors of {str(dtype).removeprefix('torch.')}" if dtype else ""
    return Given(
        f"LossLogger(writer, {tag!r}, {every}): {', '.join(words)}{kind}",
        losses=list(losses),
        every=every,
        flushes=list(flushes),
        dtype=dtype,
        tag=tag,
        place=[torch.zeros(1, dtype=torch.int64)],
    )


def some(draw: Draw, count: int) -> list[float]:
    """Losses that fall with each batch, so that no two windows have one mean."""
    return [round(9.0 / (number + 1) + draw.integer(1, 9) / 100, 2) for number in range(count)]


def pictures(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    """Images whose numbers are far enough apart, each in an order of its own, that no two outputs are alike."""
    count, size = shape[0], int(torch.tensor(shape[1:]).prod())
    rows = [torch.randperm(size, generator=draw.generator) * 0.5 - 1.0 for _ in range(count)]
    return (torch.stack(rows) if rows else torch.empty(0, size)).to(dtype).reshape(shape)


def asked(images: Tensor, *, factor: float = 1.0, is_off: bool = False) -> Given:
    """The network multiplies by a factor, the same for each class, that requires a gradient."""
    weight = torch.full((images.shape[1:].numel(),), factor, dtype=images.dtype).requires_grad_()
    about = ", called with autograd switched off" if is_off else ""
    return Given(f"top_class_probs(net, images){about}", images=images, weight=weight, is_off=is_off)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape of four grey pictures in a grid.",
    distractors=[
        ((1, 32, 122), "A grid has three channels for colour; grey pictures are repeated in all of them."),
        ((3, 28, 112), "There is padding between the pictures and around them."),
        ((3, 62, 62), "Four are fewer than eight, so that all of them stand in one row."),
        ((3, 30, 114), "The padding is two pixels wide, above and below, and it comes five times in a row of four."),
    ],
    requires=["torchvision"],
)


@grader.check("curve", item=LOGGER, agree=["values"], points=2)
def a_full_window_is_logged_as_its_mean(draw: Draw) -> Iterator[Given]:
    """When a window is full, the mean of its losses is logged, once."""
    yield given(some(draw, 2), 2)
    yield given(some(draw, 3), 3)
    yield given(some(draw, 1), 1)
    yield given(some(draw, 2), 3)


@grader.check("curve", item=LOGGER, agree=["values"], needs=[a_full_window_is_logged_as_its_mean], points=3)
def every_window_begins_anew(draw: Draw) -> Iterator[Given]:
    """The mean of a window is that of its own losses, without those of the windows before."""
    yield given(some(draw, 4), 2)
    yield given(some(draw, 9), 3)
    yield given(some(draw, 7), 3)
    yield given(some(draw, 3), 1)


@grader.check("curve", item=LOGGER, agree=["tags", "steps"], needs=[a_full_window_is_logged_as_its_mean], points=2)
def the_step_counts_updates(draw: Draw) -> Iterator[Given]:
    """The tag is the one that was given, and the step is the number of updates so far."""
    yield given(some(draw, 6), 2)
    yield given(some(draw, 10), 4, tag="loss/train")
    yield given(some(draw, 3), 1)


@grader.check("curve", item=LOGGER, agree=["tags", "steps", "values"], needs=[every_window_begins_anew], points=3)
def flush_logs_what_is_left(draw: Draw) -> Iterator[Given]:
    """flush() logs the mean of the losses since the last window, at the number of updates so far."""
    yield given(some(draw, 5), 2, [5])
    yield given(some(draw, 7), 4, [7])
    yield given(some(draw, 2), 5, [2])
    yield given(some(draw, 4), 9, [4], tag="loss/test")


@grader.check("curve", item=LOGGER, agree=["tags", "steps", "values"], needs=[flush_logs_what_is_left], points=2)
def an_empty_window_logs_nothing(draw: Draw) -> Iterator[Given]:
    """flush() of a window without losses logs nothing: at the beginning, after a full window, and a second time."""
    yield given(some(draw, 1), 2, [0])
    yield given(some(draw, 4), 2, [4])
    yield given(some(draw, 3), 2, [3, 3])


@grader.check("curve", item=LOGGER, agree=["tags", "steps", "values"], needs=[flush_logs_what_is_left], points=1)
def flush_begins_a_new_window(draw: Draw) -> Iterator[Given]:
    """After flush() a window has again as many losses as it should, and steps go on counting."""
    yield given(some(draw, 6), 3, [2])
    yield given(some(draw, 7), 2, [1, 4, 7])


@grader.check("curve", item=LOGGER, agree=["values"], needs=[every_window_begins_anew], points=1)
def losses_may_be_tensors(draw: Draw) -> Iterator[Given]:
    """A loss may be a number, or a tensor of one element of any floating dtype, wherever it is."""
    for dtype in (torch.float32, torch.float64):
        yield given(some(draw, 4), 2, dtype=dtype)
    yield given([4, 2, 7, 1], 2)


@grader.check("curve", item=LOGGER, agree=["values"], needs=[losses_may_be_tensors], points=1)
def half_precision_losses_are_added_exactly(draw: Draw) -> Iterator[Given]:
    """Losses in float16 or bfloat16 are added with more digits than they have themselves."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given([512.0] * 6 + [1.0] * 6, 12, dtype=dtype)


@grader.check("history", item=LOGGER, needs=[losses_may_be_tensors], points=3)
def no_history_is_kept(draw: Draw) -> Iterator[Given]:
    """The logger keeps no loss with its history, within a window or after it, and backward still works."""
    for count, every in ((3, 5), (5, 2)):
        yield Given(f"LossLogger(writer, 'loss', {every}) after {count} updates", count=count, every=every)


@grader.check("curve", item=LOGGER, agree=["writer is closed"], needs=[flush_logs_what_is_left])
def the_writer_stays_open(draw: Draw) -> Iterator[Given]:
    """The writer is not closed: it belongs to the caller."""
    yield given(some(draw, 5), 2, [5])


@grader.check("two_loggers", item=LOGGER, needs=[every_window_begins_anew])
def loggers_know_nothing_of_each_other(draw: Draw) -> Iterator[Given]:
    """Two loggers for one writer have windows and steps of their own."""
    yield Given("a LossLogger for train, every 2, and one for test, every 3", losses=some(draw, 6))


@grader.check("guesses", item=TOP, agree=["classes"], points=2)
def the_class_is_the_largest_output(draw: Draw) -> Iterator[Given]:
    """The first result has the class with the largest output for each image, as int64."""
    yield asked(pictures(draw, 5, 3))
    yield asked(pictures(draw, 3, 1, 2, 2))
    yield asked(pictures(draw, 4, 7), factor=-1.0)


@grader.check("guesses", item=TOP, agree=["probabilities"], needs=[the_class_is_the_largest_output], points=3)
def its_probability_is_the_softmax_over_the_classes(draw: Draw) -> Iterator[Given]:
    """The second result is the softmax probability of that class, among the classes of the same image."""
    yield asked(pictures(draw, 5, 3))
    yield asked(pictures(draw, 3, 1, 2, 2), factor=1.5)
    yield asked(pictures(draw, 2, 6), factor=-0.5)


@grader.check(
    "guesses",
    item=TOP,
    agree=["classes", "probabilities"],
    needs=[its_probability_is_the_softmax_over_the_classes],
    points=2,
)
def one_image_or_none_is_a_batch(draw: Draw) -> Iterator[Given]:
    """A batch may have one image, or none; the results have one entry for each image."""
    yield asked(pictures(draw, 1, 4))
    yield asked(pictures(draw, 0, 4))
    yield asked(pictures(draw, 1, 1))


@grader.check(
    "guesses",
    item=TOP,
    agree=["classes", "probabilities"],
    needs=[its_probability_is_the_softmax_over_the_classes],
    points=1,
)
def huge_outputs_have_probabilities(draw: Draw) -> Iterator[Given]:
    """For outputs in the thousands the probabilities are finite and right."""
    yield asked(pictures(draw, 3, 4), factor=4000.0)
    yield asked(pictures(draw, 3, 4), factor=-4000.0)


@grader.check(
    "guesses",
    item=TOP,
    agree=["classes", "probabilities"],
    needs=[its_probability_is_the_softmax_over_the_classes],
    points=1,
)
def any_dtype_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """The probabilities have the dtype of the outputs, and the images any layout."""
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        yield asked(pictures(draw, 3, 4, dtype=dtype))
    yield asked(pictures(draw, 3, 5).t().contiguous().t())
    yield asked(pictures(draw, 3, 4).requires_grad_())


@grader.check("autograd", item=TOP, needs=[its_probability_is_the_softmax_over_the_classes], points=2)
def autograd_takes_no_part(draw: Draw) -> Iterator[Given]:
    """Autograd is off while the network runs, no result requires a gradient, and afterwards it is as it was."""
    yield asked(pictures(draw, 3, 4))
    yield asked(pictures(draw, 3, 4), is_off=True)
    yield asked(pictures(draw, 2, 3).requires_grad_())


@grader.check("guesses", item=TOP, agree=["inputs that changed"], needs=[the_class_is_the_largest_output])
def the_images_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change the images."""
    yield asked(pictures(draw, 3, 4))


@grader.check(
    "guesses",
    item=TOP,
    agree=["classes", "probabilities"],
    needs=[its_probability_is_the_softmax_over_the_classes],
    mode="other_default",
)
def the_results_are_where_the_outputs_are(draw: Draw) -> Iterator[Given]:
    """With images and network on the GPU everything happens there."""
    yield asked(pictures(draw, 3, 4, dtype=torch.float32))
    yield asked(pictures(draw, 1, 5, dtype=torch.float32))
