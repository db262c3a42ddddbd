"""Grades exercises/module_apply.py."""

from collections.abc import Iterator
from typing import Any

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "apply_to"
NAMES = ["conv", "norm", "act", "embed", "cell", "gate", "pool", "mix"]
FLAT = {"wide": {}, "act": {}, "narrow": {}}
DEEP = {"stem": {"conv": {}, "act1": {}}, "body": {"first": {"fc1": {}, "act2": {}}, "last": {"fc2": {}}}, "head": {}}
CHAIN = {"outer": {"middle": {"inner": {"core": {}}}}}


def given(tree: dict[str, Any], note: str = "", **inputs: Any) -> Given:
    has = f"has {outline(tree)}" if tree else "has no children"
    return Given(f"apply_to(net, fn), where net {has}{note}", tree=tree, **inputs)


def outline(tree: dict[str, Any]) -> str:
    """The children as text: "stem (conv, act1), head"."""
    return ", ".join(drawn(name, inside) for name, inside in tree.items())


def drawn(name: str, inside: Any) -> str:
    if isinstance(inside, str):
        return f"{name} = {inside}"
    if inside is None:
        return f"{name} = None"
    return f"{name} ({outline(inside)})" if inside else name


def some_tree(draw: Draw) -> dict[str, Any]:
    """Eight modules, each in the net or in one of those before it."""
    tree: dict[str, Any] = {}
    places = [tree]
    for name in NAMES:
        child: dict[str, Any] = {}
        draw.choice(places)[name] = child
        places.append(child)
    return tree


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the order in which apply visits the five modules.",
    distractors=[
        (
            ["Sequential", "Sequential", "Linear", "ReLU", "Tanh"],
            "That is the order of modules(), where a module comes before what is inside it.",
        ),
        (
            ["Tanh", "ReLU", "Linear", "Sequential", "Sequential"],
            "That is the order of modules() read backwards, so the last child would come first.",
        ),
        (
            ["Linear", "ReLU", "Tanh", "Sequential", "Sequential"],
            "The inner Sequential is itself a child that comes before Tanh, and is finished before Tanh begins.",
        ),
        (["Linear", "ReLU", "Tanh"], "The containers are modules as well, and fn meets them too."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the weight of a layer that sits in two parents, after a function that doubles weights.",
    distractors=[
        (2.0, "That is one visit. Each of the two parents has the layer among its children, and each sends fn there."),
        (1.0, "The function gets the layer itself, so what it does to the weight stays."),
        (8.0, "That is three visits. The outer Sequential has two children, and the layer is neither of them."),
    ],
)


@grader.check("return_value", item=ITEM, points=1)
def the_module_comes_back(draw: Draw) -> Iterator[Given]:
    """The module that was given comes back, so that calls can be chained."""
    yield given({})
    yield given(FLAT)
    yield given(DEEP)


@grader.check("visited", item=ITEM, points=2)
def every_module_is_visited(draw: Draw) -> Iterator[Given]:
    """Every module is visited: children at every depth, containers, and the one that was given."""
    yield given({})
    yield given(FLAT)
    yield given(DEEP)
    yield given(CHAIN)
    yield given(some_tree(draw))


@grader.check("visits", item=ITEM, needs=[every_module_is_visited], points=2)
def children_come_before_their_parent(draw: Draw) -> Iterator[Given]:
    """Each module has one visit, after its children, which keep their order."""
    yield given({})
    yield given(FLAT)
    yield given(CHAIN)
    yield given(DEEP)
    yield given(some_tree(draw))
    yield given(some_tree(draw))


@grader.check("surgery", item=ITEM, needs=[children_come_before_their_parent], points=1)
def new_children_are_not_visited(draw: Draw) -> Iterator[Given]:
    """When fn gives a module new children, the old ones were visited before and the new ones are left alone."""
    yield given({"stem": {"conv": {}}, "head": {}}, ", and fn replaces the children of what it meets")
    yield given(DEEP, ", and fn replaces the children of what it meets")


@grader.check("visits", item=ITEM, needs=[children_come_before_their_parent], points=2)
def a_shared_module_is_visited_for_each_parent(draw: Draw) -> Iterator[Given]:
    """A module with two parents is visited twice, and so is everything inside it."""
    yield given({"left": {"tied": {}}, "right": {"also": "tied"}})
    yield given({"encoder": {"embed": {}, "act": {}}, "decoder": {"act2": {}, "output": "embed"}})
    yield given({"query": {"tower": {"fc": {}, "act": {}}}, "answer": {"tower2": "tower"}, "head": {}})
    yield given({"tied": {}, "block": {"inner": {"again": "tied"}}})


@grader.check("visits", item=ITEM, needs=[children_come_before_their_parent], points=1)
def children_are_what_children_hands_out(draw: Draw) -> Iterator[Given]:
    """Within one parent, a module with two names is visited once, and a child that was set to None is not visited."""
    yield given({"fc": {}, "act": {}, "again": "fc"})
    yield given({"conv": {}, "downsample": None, "act": {}})
    yield given({"block": {"norm": None, "fc": {}, "act": {}, "same": "act"}, "head": {}})


@grader.check("weights", item=ITEM, needs=[every_module_is_visited], points=1)
def fn_works_on_the_modules_themselves(draw: Draw) -> Iterator[Given]:
    """What fn does to a module stays: each weight has been doubled once for each visit."""
    note = ", and fn doubles the weights it meets"
    yield given(FLAT, note)
    yield given(DEEP, note)
    yield given({"left": {"tied": {}}, "right": {"also": "tied"}}, note)


@grader.check("answers", item=ITEM, needs=[the_module_comes_back, children_come_before_their_parent], points=1)
def what_fn_returns_is_ignored(draw: Draw) -> Iterator[Given]:
    """Whatever fn returns, every module is visited, the tree stays as it is, and the given module comes back."""
    for answer in (False, True, 0, "a module"):
        yield given(DEEP, f", and fn returns {answer}", answer=answer)


@grader.check("error", item=ITEM, needs=[children_come_before_their_parent], points=1)
def an_exception_of_fn_arrives(draw: Draw) -> Iterator[Given]:
    """An exception that fn raises reaches the caller, and nothing is visited after it."""
    yield given(DEEP, ", and fn raises LookupError at act2", at="act2")
    yield given(FLAT, ", and fn raises LookupError at net", at="net")


@grader.check("own_walk", item=ITEM, kind="policy", needs=[every_module_is_visited], points=1, stretch=True)
def the_walk_is_its_own(draw: Draw) -> Iterator[Given]:
    """A rule for an extra point: the module's own `apply` is not called."""
    yield given(FLAT)
    yield given(DEEP)
