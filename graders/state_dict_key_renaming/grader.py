"""Grades exercises/state_dict_key_renaming.py."""

from collections.abc import Iterator, Sequence

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "rename_keys"
DENSE = r"(.*denselayer\d+\.(?:norm|relu|conv))\.((?:[12])\.(?:weight|bias|running_mean|running_var))"
DENSENET = [
    "features.conv0.weight",
    "features.denseblock1.denselayer1.norm.1.weight",
    "features.norm5.weight",
    "features.denseblock1.denselayer12.conv.2.weight",
    "features.denseblock1.denselayer12.norm.2.running_var",
    "classifier.bias",
]


def given(names: Sequence[str], pattern: str, repl: str) -> Given:
    call = f"rename_keys(state_dict, {pattern!r}, {repl!r}), where state_dict has {', '.join(names) or 'no names'}"
    return Given(call, names=list(names), pattern=pattern, repl=repl)


def some(draw: Draw, *names: str) -> list[str]:
    """The names, some of them with a number that varies."""
    number = draw.integer(3, 90)
    return [name.replace("#", str(number)) for name in names]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what the note's pattern makes of two names.",
    distractors=[
        (
            ["features.denselayer12.conv2.weight", "features.norm1.weight"],
            "The pattern wants a denselayer with a number in front, and the second name has none.",
        ),
        (
            ["features.denselayer12.conv.2weight", "features.norm.1.weight"],
            "The dot that is left out stands between the two groups; the one before weight is inside the second.",
        ),
        (
            ["features.denselayer12.conv.2.weight", "features.norm.1.weight"],
            "The first name matches: two digits are a number too.",
        ),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what re.sub makes of a name and a pattern that also matches nothing.",
    distractors=[
        ("backbone.w", "re.sub goes on after the first match, and at the end of the text the pattern matches again."),
        (
            "backbone.wbackbone.w",
            "The second match is the empty one at the end, so the template puts nothing after the dot.",
        ),
        ("backbone.backbone.w", "The matches follow one another in the text: w first, then what is left of it."),
    ],
)


@grader.check("renamed", item=ITEM, points=2)
def matching_names_are_rewritten(draw: Draw) -> Iterator[Given]:
    """A name that matches from end to end becomes what the template makes of it, and its tensor comes along."""
    yield given(some(draw, "module.conv#.weight", "module.fc.bias"), r"module\.(.*)", r"\1")
    yield given(some(draw, "layer#.norm.1.weight", "layer#.norm.2.bias"), r"(.*norm)\.(\d)\.(.*)", r"\1\2.\3")
    yield given(["conv.weight", "fc.bias"], r"(?P<layer>\w+)\.(?P<what>\w+)", r"body.\g<layer>.\g<what>")
    yield given(some(draw, "encoder.#.weight", "encoder.#.bias"), r"encoder\.(\d+)\.(weight|bias)", r"enc\1_\2")


@grader.check("renamed", item=ITEM, needs=[matching_names_are_rewritten], points=2)
def other_names_stay(draw: Draw) -> Iterator[Given]:
    """A name that does not match stays in the result as it is."""
    yield given(DENSENET, DENSE, r"\1\2")
    yield given(some(draw, "module.conv#.weight", "epoch"), r"module\.(.*)", r"\1")
    yield given(["conv.weight", "fc.bias"], r"module\.(.*)", r"\1")
    yield given([], r"(.*)", r"\1")


@grader.check("renamed", item=ITEM, needs=[other_names_stay], points=3)
def a_part_that_matches_is_not_enough(draw: Draw) -> Iterator[Given]:
    """A name of which only a part matches, at the beginning, in the middle or at the end, stays as it is."""
    yield given(["head.weight_orig", "aux_head.bias", "head.scale"], r"head\.(weight|bias|scale)", r"fc.\1")
    yield given(
        ["module.conv.weight", "ddp.module.fc.weight", "module.act.weight_g"], r"module\.(\w+)\.weight", r"\1.w"
    )
    yield given(["bias", "weight_orig", "old_scale"], r"weight|bias|scale", r"fc.\g<0>")
    yield given(["mymodule.w", "module.b"], r"module\.(.*)", r"\1")


@grader.check("renamed", item=ITEM, needs=[a_part_that_matches_is_not_enough], points=1)
def the_template_is_used_once(draw: Draw) -> Iterator[Given]:
    """The match of the whole name makes the new one, also where the pattern could match less, or nothing, or twice."""
    yield given(some(draw, "conv#.weight", "fc.bias"), r"(.*)", r"backbone.\1")
    yield given(["conv.weight", "fc.bias"], r".*", r"net.\g<0>")
    yield given(["w", "b"], r".", r"layer.\g<0>")
    yield given(["fc", "fc2"], r"(fc|fc2)", r"\1.head")
    yield given(some(draw, "module.conv#", "module.fc"), r"module\.(.*?)", r"\1.weight")


@grader.check("order", item=ITEM, needs=[matching_names_are_rewritten, other_names_stay], points=1)
def the_order_is_kept(draw: Draw) -> Iterator[Given]:
    """The result has its entries in the order of the state dict, renamed ones and others."""
    yield given(DENSENET, DENSE, r"\1\2")
    yield given(["z.weight", "module.m.weight", "module.a.weight", "b.weight"], r"module\.(.*)", r"\1")


@grader.check("callers_dict", item=ITEM, needs=[matching_names_are_rewritten], points=1)
def the_state_dict_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The caller's state dict keeps its names, and the result is another dict."""
    yield given(DENSENET, DENSE, r"\1\2")
    yield given(["conv.weight", "fc.bias"], r"module\.(.*)", r"\1")


@grader.check("objects", item=ITEM, needs=[matching_names_are_rewritten], points=1)
def the_tensors_are_the_same_objects(draw: Draw) -> Iterator[Given]:
    """The tensors themselves are neither copied nor changed."""
    yield given(["module.conv.weight", "epoch"], r"module\.(.*)", r"\1")


@grader.check("collision", item=ITEM, raises=["ValueError"], needs=[other_names_stay], points=3)
def two_entries_with_one_name_raise(draw: Draw) -> Iterator[Given]:
    """Where two entries of the result would have one name, KeyError is raised."""
    yield given(some(draw, "layer#.weight", "layer1.weight"), r"layer\d+\.(.*)", r"layer.\1")
    yield given(["fc.weight", "head.weight"], r"head\.(.*)", r"fc.\1")
    yield given(["head.weight", "conv.weight", "fc.weight"], r"head\.(.*)", r"fc.\1")


@grader.check("renamed", item=ITEM, needs=[other_names_stay], points=1)
def a_name_may_be_used_again(draw: Draw) -> Iterator[Given]:
    """An old name that another entry has in the result is no collision, nor is a name that becomes itself."""
    yield given(["a.b", "b.a", "c.c"], r"(\w)\.(\w)", r"\2.\1")
    yield given(["module.fc", "module.module.fc"], r"module\.(.*)", r"\1")
    yield given(["conv.weight", "fc.bias"], r"(.*)", r"\1")
