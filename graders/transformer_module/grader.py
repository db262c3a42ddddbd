"""Grades exercises/transformer_module.py."""

from collections.abc import Iterator, Sequence

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "transformer_masks"
SHAPES = (
    "number of masks",
    "shape of tgt_mask",
    "shape of src_key_padding_mask",
    "shape of tgt_key_padding_mask",
)
LOOKS_BACK = "target positions each one looks at"
SOURCE_SEEN = "source tokens that are looked at"
TARGET_SEEN = "target tokens that are looked at"


def given(src: Sequence[Sequence[int]], tgt: Sequence[Sequence[int]], pad_id: int = 0) -> Given:
    call = f"transformer_masks(src, tgt, pad_id={pad_id}), where src is {src} and tgt is {tgt}"
    return Given(call, src=torch.tensor(src), tgt=torch.tensor(tgt), pad_id=pad_id)


def batch(
    draw: Draw, source: Sequence[int], target: Sequence[int], pad_id: int = 0, filled: tuple[int, int] = (0, 0)
) -> Given:
    """One sequence for each pair of lengths, padded to the longest and then further; no real token is the pad id."""

    def padded(lengths: Sequence[int], further: int) -> list[list[int]]:
        longest = max(lengths) + further
        return [words(draw, n, pad_id) + [pad_id] * (longest - n) for n in lengths]

    return given(padded(source, filled[0]), padded(target, filled[1]), pad_id)


def words(draw: Draw, n: int, pad_id: int) -> list[int]:
    return [(pad_id + step) % 12 for step in draw.integers(1, 12, n).tolist()]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape of the output for a source of 10 and a target of 20 positions.",
    distractors=[
        ((10, 3, 32), "That is the shape of the source. The decoder gives one vector for each position of the target."),
        ((3, 20, 32), "The batch would come first only with batch_first=True."),
        ("RuntimeError", "Source and target may differ in length; only their batch sizes must be equal."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the shape of the output when the batch comes first.",
    distractors=[
        ((10, 3, 32), "That is the shape of the source. The output follows the target."),
        ((7, 10, 32), "With batch_first=True the output has the batch in front, like the inputs."),
        ("RuntimeError", "With batch_first=True the first dimension is the batch, and it is 10 in both."),
    ],
)


@grader.check("shapes", item=ITEM, agree=SHAPES)
def there_is_a_mask_for_each_purpose(draw: Draw) -> Iterator[Given]:
    """Three masks come back: of shape (T, T) for the target, (N, S) and (N, T) for the padding of both."""
    yield batch(draw, [4, 2], [5, 3])
    yield batch(draw, [2, 6, 3], [4, 4, 2])


@grader.check("shapes", item=ITEM, agree=["inputs that changed"], needs=[there_is_a_mask_for_each_purpose])
def the_tokens_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither src nor tgt."""
    yield batch(draw, [4, 2], [5, 3])
    yield batch(draw, [2, 5], [3, 4], pad_id=7)


@grader.check("attention", item=ITEM, agree=[LOOKS_BACK], needs=[there_is_a_mask_for_each_purpose], points=3)
def a_position_looks_back_and_at_itself(draw: Draw) -> Iterator[Given]:
    """Position i of the target looks at the positions 0 to i, itself included, and at none behind it."""
    yield batch(draw, [3, 3], [4, 4])
    yield batch(draw, [5], [6])
    yield batch(draw, [2], [2])
    yield batch(draw, [3], [1])


@grader.check("attention", item=ITEM, agree=[SOURCE_SEEN], needs=[there_is_a_mask_for_each_purpose], points=2)
def nobody_looks_at_the_padding_of_the_source(draw: Draw) -> Iterator[Given]:
    """All real tokens of a source are looked at, and none of its padding."""
    yield batch(draw, [4, 2, 1], [3, 3, 3])
    yield batch(draw, [2, 3], [4, 4], filled=(2, 0))
    yield batch(draw, [3, 3], [4, 2])


@grader.check("attention", item=ITEM, agree=[TARGET_SEEN], needs=[there_is_a_mask_for_each_purpose], points=2)
def nobody_looks_at_the_padding_of_the_target(draw: Draw) -> Iterator[Given]:
    """All real tokens of a target are looked at, and none of its padding; this mask is tried without the other one."""
    yield batch(draw, [3, 3, 3], [1, 4, 2])
    yield batch(draw, [4, 2], [3, 2], filled=(0, 2))
    yield batch(draw, [4, 2], [3, 3])


@grader.check(
    "attention",
    item=ITEM,
    agree=[SOURCE_SEEN, TARGET_SEEN],
    needs=[nobody_looks_at_the_padding_of_the_source, nobody_looks_at_the_padding_of_the_target],
)
def any_id_may_be_the_padding(draw: Draw) -> Iterator[Given]:
    """pad_id says which id is padding; id 0 may be a word like any other."""
    yield given([[0, 7, 3], [5, 0, 1]], [[3, 0, 1, 1], [0, 9, 4, 1]], pad_id=1)
    yield batch(draw, [4, 2], [3, 5], pad_id=6)


@grader.check("attention", item=ITEM, agree=[LOOKS_BACK], needs=[a_position_looks_back_and_at_itself])
def padding_does_not_touch_the_causal_mask(draw: Draw) -> Iterator[Given]:
    """tgt_mask is for all sequences at once, so it depends on the length of the target and on nothing else."""
    yield batch(draw, [4, 2], [2, 4])
    yield batch(draw, [2, 2], [1, 3], filled=(3, 2))


@grader.check(
    "future", item=ITEM, needs=[a_position_looks_back_and_at_itself, nobody_looks_at_the_padding_of_the_target]
)
def no_output_knows_a_later_token(draw: Draw) -> Iterator[Given]:
    """In the whole model an output changes with its own token and with earlier ones, never with a later one."""
    yield batch(draw, [3, 2], [4, 3])
    yield batch(draw, [2], [3], pad_id=5)


@grader.check(
    "padding", item=ITEM, needs=[nobody_looks_at_the_padding_of_the_source, nobody_looks_at_the_padding_of_the_target]
)
def padding_changes_no_output(draw: Draw) -> Iterator[Given]:
    """In the whole model, whatever the padding is embedded as, the outputs at real tokens stay the same."""
    yield batch(draw, [4, 2], [2, 5])
    yield batch(draw, [2, 3], [3, 2], pad_id=4, filled=(1, 2))


@grader.check("outputs", item=ITEM, needs=[no_output_knows_a_later_token, padding_changes_no_output], points=2)
def every_output_is_what_the_model_gives(draw: Draw) -> Iterator[Given]:
    """The outputs at real tokens are finite, and those of a model in which nothing else is hidden or weighted."""
    yield batch(draw, [4, 2], [5, 3])
    yield batch(draw, [3, 3], [4, 4], pad_id=11)
    yield batch(draw, [2, 5, 1], [1, 4, 2], pad_id=2, filled=(1, 1))


@grader.check("places", item=ITEM, needs=[there_is_a_mask_for_each_purpose], mode="other_default")
def the_masks_live_where_the_tokens_live(draw: Draw) -> Iterator[Given]:
    """With src and tgt on the GPU the masks are there too."""
    yield batch(draw, [4, 2], [5, 3])
