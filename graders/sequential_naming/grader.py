"""Grades exercises/sequential_naming.py."""

from collections.abc import Iterator, Mapping

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "without"
NET = {"stem": "linear1", "act": "relu1", "conv1": "linear2", "conv10": "linear3", "conv2": "block1", "act2": "relu2"}
"""Not in the order of the alphabet, with one name inside another, and with several layers of a kind."""
NUMBERED = {"0": "linear1", "1": "relu1", "2": "linear2"}
SHARED = {"fc1": "linear1", "act1": "relu1", "fc2": "linear2", "act2": "relu1", "fc3": "linear1"}
"""Two of its modules have two names."""


def given(layers: Mapping[str, str], *names: str) -> Given:
    inside = ", ".join(f"{name}={what}" for name, what in layers.items())
    call = f"without(model, {', '.join(map(repr, names))})" if names else "without(model)"
    return Given(f"{call}, where model is Sequential({inside})", layers=dict(layers), names=list(names))


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether m.conv1 is the first layer, and what m['conv1'] gives.",
    distractors=[
        ((True, "KeyError"), "A Sequential is indexed like a list, and a list does not look for a string at all."),
        ("AttributeError", "Every module registered under a name is an attribute of its parent, in a Sequential too."),
        ((True, "Conv2d"), "In brackets a Sequential takes an integer or a slice; only a ModuleDict takes names."),
        ((False, "TypeError"), "A name and a position are two ways to the same object."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the keys that are left after a layer in the middle has been deleted by position.",
    distractors=[
        (
            ["a.weight", "a.bias", "c.weight", "c.bias"],
            "Deleting by position numbers the remaining layers anew, and their names are lost.",
        ),
        (
            ["0.weight", "0.bias", "2.weight", "2.bias"],
            "The remaining layers are numbered without a gap, as if they had been given to the constructor.",
        ),
        (
            ["a.weight", "a.bias", "1.weight", "1.bias"],
            "All the remaining layers are numbered, also those before the one that was deleted.",
        ),
    ],
)


@grader.check("structure", item=ITEM, points=3)
def the_others_keep_their_names(draw: Draw) -> Iterator[Given]:
    """The result is an nn.Sequential in which the layers that stay have their old names, in the old order."""
    yield given(NET, "act2")
    yield given(NET, "stem")
    yield given(NET, "conv1")
    yield given(NET, "act", "conv2")
    yield given(NET, "act2", "conv10", "stem")
    yield given(NET, *NET)
    yield given(NET)
    yield given(NUMBERED, "1")
    yield given(NUMBERED, "0")


@grader.check("modules", item=ITEM, needs=[the_others_keep_their_names], points=2)
def they_are_the_same_modules(draw: Draw) -> Iterator[Given]:
    """The layers that stay are the model's own modules, not copies."""
    yield given(NET, "conv1")
    yield given(NET, "stem", "act2")
    yield given(NET)


@grader.check("original", item=ITEM, needs=[the_others_keep_their_names], points=2)
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The model keeps all of its layers, and what happens to the result later does not reach it."""
    yield given(NET, "act")
    yield given(NUMBERED, "0", "1")
    yield given(NET)


@grader.check("structure", item=ITEM, needs=[the_others_keep_their_names], points=2)
def a_module_may_have_two_names(draw: Draw) -> Iterator[Given]:
    """A module that is there under two names stays under each name that is not taken out."""
    yield given(SHARED, "fc2")
    yield given(SHARED, "act1")
    yield given(SHARED, "fc3")
    yield given(SHARED, "fc1", "act2")


@grader.check("refusal", item=ITEM, needs=[the_others_keep_their_names], points=2)
def an_unknown_name_is_a_key_error(draw: Draw) -> Iterator[Given]:
    """A name that no layer directly in the model has raises KeyError."""
    yield given(NET, "conv3")
    yield given(NET, "stem", "Act")
    yield given(NET, "conv2.0")
    yield given(NET, "forward")
    yield given(NET, "0")
    yield given(NET, "")
    yield given(NUMBERED, "-1")
    yield given({}, "0")
