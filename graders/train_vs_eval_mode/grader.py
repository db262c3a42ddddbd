"""Grades exercises/train_vs_eval_mode.py."""

from collections.abc import Iterator
from typing import Any

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "evaluating"
MODULES = ["net", "block", "block.conv", "block.norm", "block.drop", "act", "head"]
FROZEN_NORM = [name for name in MODULES if name != "block.norm"]


def given(training: list[str], note: str = "", shared: bool = False, **inputs: Any) -> Given:
    """A network of which the named modules are in training mode."""
    return Given(
        f"with evaluating(net), where {modes(training, shared)}{note}", training=training, shared=shared, **inputs
    )


def modes(training: list[str], shared: bool) -> str:
    """The modes of all modules in a few words."""
    others = [name for name in known(shared) if name not in training]
    if not training:
        return "everything is in eval mode"
    if not others:
        return "everything is in training mode"
    if len(others) < len(training):
        return f"everything but {', '.join(others)} is in training mode"
    return f"only {', '.join(training)} {'is' if len(training) == 1 else 'are'} in training mode"


def known(shared: bool) -> list[str]:
    return [*MODULES, "tail"] if shared else MODULES


def some(draw: Draw) -> list[str]:
    """Some of the modules, and never all or none."""
    chosen = [name for name in MODULES if draw.integer(0, 2)]
    return chosen if 0 < len(chosen) < len(MODULES) else ["net", "act"]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the mode of the dropout after eval() on its container, and whether the output is part of a graph.",
    distractors=[
        ((True, True), "eval() goes to every module inside, and the dropout is one of them."),
        (
            (False, False),
            "eval() does nothing to autograd. The weights still require gradients, and so does the output.",
        ),
        ((True, False), "It is the other way round: eval() switches layers, and leaves autograd as it is."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what a batch norm in eval mode makes of two numbers.",
    distractors=[
        ([3.0, 5.0], "A batch norm is not switched off. It normalizes with the statistics it has kept."),
        ([-1.0, 1.0], "Those come from the mean and the variance of this batch, which only training mode uses."),
        ([0.5, 1.0], "The division is by the square root of the variance, not by the variance."),
    ],
)


@grader.check("yielded", item=ITEM, points=1)
def the_model_itself_is_yielded(draw: Draw) -> Iterator[Given]:
    """`with evaluating(net) as m` gives the block the model itself."""
    yield given(MODULES)
    yield given([])


@grader.check("inside", item=ITEM, points=2)
def every_module_is_in_eval_mode_inside(draw: Draw) -> Iterator[Given]:
    """Inside the block, every module is in eval mode, at every depth."""
    yield given(MODULES)
    yield given([])
    yield given(["block.drop"])
    yield given(some(draw))


@grader.check("autograd", item=ITEM, needs=[every_module_is_in_eval_mode_inside], points=2)
def autograd_is_left_alone(draw: Draw) -> Iterator[Given]:
    """Whether gradients are recorded is as the caller has it, inside the block and afterwards."""
    yield given(MODULES, enabled=True)
    yield given(MODULES, ", and all of it is inside torch.no_grad()", enabled=False)


@grader.check("after", item=ITEM, needs=[every_module_is_in_eval_mode_inside], points=1)
def a_training_model_goes_on_training(draw: Draw) -> Iterator[Given]:
    """A model that came in training mode is in training mode after the block, with everything inside it."""
    yield given(MODULES)


@grader.check("after", item=ITEM, needs=[a_training_model_goes_on_training], points=2)
def a_model_in_eval_mode_stays_there(draw: Draw) -> Iterator[Given]:
    """A model that came in eval mode is in eval mode after the block."""
    yield given([])


@grader.check("after", item=ITEM, needs=[a_model_in_eval_mode_stays_there], points=3)
def each_module_has_its_own_mode_back(draw: Draw) -> Iterator[Given]:
    """After the block each module is in the mode that it had before, whatever the others had."""
    yield given(FROZEN_NORM)
    yield given([name for name in MODULES if not name.startswith("block")])
    yield given([name for name in MODULES if name != "net"])
    yield given(["block"])
    yield given(["block.norm"])
    yield given(["net", "head"])
    yield given(some(draw))
    yield given(some(draw))


@grader.check("interrupted", item=ITEM, needs=[a_training_model_goes_on_training], points=2)
def an_exception_passes_and_the_modes_come_back(draw: Draw) -> Iterator[Given]:
    """An exception raised inside reaches the caller unchanged, and the modes are back by then."""
    yield given(MODULES, ", and the block raises ValueError", error="ValueError")
    yield given(MODULES, ", and Ctrl-C ends the block", error="KeyboardInterrupt")
    yield given(FROZEN_NORM, ", and the block raises ValueError", error="ValueError")


@grader.check("twice", item=ITEM, needs=[a_training_model_goes_on_training], points=1)
def each_block_looks_anew(draw: Draw) -> Iterator[Given]:
    """A second block gives back the modes that it found, not those that the first one did."""
    yield given([], "; then net.train(), and a second block")
    yield given(["net", "head"], "; then net.train(), and a second block")


@grader.check("nested", item=ITEM, needs=[a_training_model_goes_on_training], points=2)
def blocks_can_be_nested(draw: Draw) -> Iterator[Given]:
    """An inner block gives back eval mode, and the outer one the modes from before both."""
    yield given(MODULES, ", with another block for net inside", inner="")
    yield given(MODULES, ", with a block for net.block inside", inner="block")
    yield given(["net", "block", "block.drop"], ", with a block for net.block inside", inner="block")


@grader.check("before", item=ITEM, needs=[a_training_model_goes_on_training], points=1)
def nothing_happens_before_the_block(draw: Draw) -> Iterator[Given]:
    """Calling `evaluating(net)` alone changes nothing; what the block finds when it begins is what comes back."""
    yield given(MODULES, ": manager = evaluating(net); net.train(); with manager")
    yield given(["net", "head"], ": manager = evaluating(net); net.train(); with manager")


@grader.check("values", item=ITEM, needs=[every_module_is_in_eval_mode_inside], points=1)
def values_are_left_alone(draw: Draw) -> Iterator[Given]:
    """Only modes change: running statistics stay, and what the block does to weights is not undone."""
    yield given(MODULES, ", and the block adds 1 to head.bias")
    yield given(FROZEN_NORM, ", and the block adds 1 to head.bias")


@grader.check("switched_inside", item=ITEM, needs=[each_module_has_its_own_mode_back], points=1, stretch=True)
def a_block_may_switch_modes_itself(draw: Draw) -> Iterator[Given]:
    """A block that calls net.train() itself still leaves each module in the mode from before."""
    yield given([], ", and the block calls net.train()")
    yield given(FROZEN_NORM, ", and the block calls net.train()")


@grader.check("after", item=ITEM, needs=[each_module_has_its_own_mode_back], points=1, stretch=True)
def a_shared_module_has_its_own_mode_too(draw: Draw) -> Iterator[Given]:
    """A module that sits in two parents gets its own mode back, whatever modes its parents have."""
    yield given(["net", "block", "act", "head", "tail"], shared=True)
    yield given(["block.norm"], shared=True)
