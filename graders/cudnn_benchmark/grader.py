"""Grades exercises/cudnn_benchmark.py: the settings exist on every build, so nothing here needs a GPU."""

from collections.abc import Iterator
from typing import Any

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "cudnn_benchmark"


def given(before: bool, *arguments: bool, note: str = "", **inputs: Any) -> Given:
    """A block that begins while benchmark is what `before` says."""
    words = ", ".join(map(str, arguments))
    return Given(
        f"with cudnn_benchmark({words}), where benchmark was {before}{note}",
        before=before,
        arguments=list(arguments),
        **inputs,
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether the auto-tuner is on, and whether cuDNN is, inside cudnn.flags(benchmark=True).",
    distractors=[
        ((True, True), "What is not named gets a default here, and that of `enabled` is False."),
        ((False, True), "The argument that is named does arrive."),
        ((False, False), "The argument that is named does arrive. The other one is what surprises."),
    ],
)


@grader.check("inside", item=ITEM)
def the_tuner_is_on_inside(draw: Draw) -> Iterator[Given]:
    """Inside the block torch.backends.cudnn.benchmark is True, and no attribute of another name was made."""
    yield given(False)
    yield given(False, True)
    yield given(True, True)


@grader.check("inside", item=ITEM, needs=[the_tuner_is_on_inside])
def or_off_when_asked_for(draw: Draw) -> Iterator[Given]:
    """With enabled=False it is False inside, also when it was True before."""
    yield given(True, False)
    yield given(False, False)


@grader.check("after", item=ITEM, needs=[the_tuner_is_on_inside], points=1)
def it_is_off_again_when_it_was_off(draw: Draw) -> Iterator[Given]:
    """After a block that began with False, it is False again."""
    yield given(False, switched=None)
    yield given(False, False, switched=None)


@grader.check("after", item=ITEM, needs=[it_is_off_again_when_it_was_off], points=2)
def it_is_on_again_when_it_was_on(draw: Draw) -> Iterator[Given]:
    """After a block that began with True, it is True again."""
    yield given(True, switched=None)
    yield given(True, False, switched=None)


@grader.check("others", item=ITEM, needs=[the_tuner_is_on_inside], points=2)
def nothing_else_is_switched(draw: Draw) -> Iterator[Given]:
    """Whether cuDNN is used at all, and its other settings, benchmark_limit too, stay as they were, also inside."""
    usual = {"enabled": True, "deterministic": False, "allow_tf32": True}
    yield given(False, others={**usual, "benchmark_limit": 5}, note=", and benchmark_limit was 5")
    yield given(True, others={"enabled": False, "deterministic": True, "allow_tf32": False}, note=", and others differ")
    yield given(
        False, False, others={"enabled": True, "deterministic": True, "allow_tf32": True}, note=", and others too"
    )


@grader.check("interrupted", item=ITEM, needs=[it_is_on_again_when_it_was_on], points=2)
def an_exception_passes_and_the_setting_comes_back(draw: Draw) -> Iterator[Given]:
    """An exception raised inside reaches the caller unchanged, and the setting is back by then."""
    yield given(False, note=", and the block raises ValueError", error="ValueError")
    yield given(True, False, note=", and the block raises ValueError", error="ValueError")
    yield given(False, note=", and Ctrl-C ends the block", error="KeyboardInterrupt")


@grader.check("nested", item=ITEM, needs=[it_is_on_again_when_it_was_on])
def blocks_can_be_nested(draw: Draw) -> Iterator[Given]:
    """An inner block gives back what the outer one has set, and the outer one what was there before both."""
    for before, outer, inner in ((False, True, False), (True, False, True), (False, True, True)):
        call = f"with cudnn_benchmark({outer}), and with cudnn_benchmark({inner}) inside, where benchmark was {before}"
        yield Given(call, before=before, outer=outer, inner=inner)


@grader.check("after", item=ITEM, needs=[it_is_on_again_when_it_was_on])
def what_the_block_sets_is_over_with_it(draw: Draw) -> Iterator[Given]:
    """A block that sets benchmark itself leaves no trace either."""
    yield given(False, True, switched=True, note=", and the block sets it to True")
    yield given(True, True, switched=False, note=", and the block sets it to False")
    yield given(False, False, switched=True, note=", and the block sets it to True")
    yield given(False, True, switched=False, note=", and the block sets it to False")


@grader.check("before", item=ITEM, needs=[it_is_on_again_when_it_was_on])
def nothing_happens_before_the_block(draw: Draw) -> Iterator[Given]:
    """Calling `cudnn_benchmark()` alone changes nothing; what the block finds when it begins is what comes back."""
    for before, enabled in ((False, True), (True, False)):
        call = f"manager = cudnn_benchmark({enabled}); then benchmark is changed; with manager"
        yield Given(f"{call}, where it was {before}", before=before, arguments=[enabled])
