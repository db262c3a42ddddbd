"""Grades exercises/torch_hub.py."""

from collections.abc import Iterator, Sequence

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(scratch=True)
ITEM = "list_entrypoints"
NAMES = ("tiny", "base", "wide", "segmenter", "zeta", "alpha", "mlp", "encoder", "Small", "Deep")


def given(lines: Sequence[str], **files: str) -> Given:
    """A hubconf.py of some lines, and its neighbours by name."""
    text = "\n".join(lines) + "\n"
    neighbours = "".join(f" and a neighbour {name}.py" for name in files)
    call = f"{ITEM}(path), where hubconf.py holds: {'; '.join(lines)}{neighbours}"
    return Given(call, files={"hubconf.py": text, **{f"{name}.py": source for name, source in files.items()}})


def function(name: str) -> str:
    return f"def {name}(): return None"


def some(draw: Draw, count: int) -> list[str]:
    """Different names in no order."""
    left = list(NAMES)
    return [left.pop(draw.integer(0, len(left))) for _ in range(count)]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the list of the public callables of a hubconf with two functions, three imports and a number.",
    distractors=[
        (["tiny"], "Where a callable was defined plays no role; an import puts it into the file's namespace as well."),
        (["Linear", "nn", "tiny"], "A module cannot be called, so nobody can load it."),
        (["Linear", "V", "tiny"], "A number cannot be called."),
        (["Linear", "_R", "_h", "tiny"], "Names that start with an underscore are the file's own business."),
    ],
)


@grader.check("listed", item=ITEM, on_cuda=False, points=2)
def public_functions_are_listed_in_order(draw: Draw) -> Iterator[Given]:
    """The functions of hubconf.py are listed by name, sorted."""
    yield given([function("zeta"), function("alpha"), function("mid")])
    yield given([function("tiny"), function("Wide"), function("base")])
    yield given([function(name) for name in some(draw, 5)])
    yield given(["# nothing yet"])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=2)
def whatever_can_be_called_is_listed(draw: Draw) -> Iterator[Given]:
    """Whatever can be called is an entry point: functions, classes and other objects, defined here or imported."""
    one, two = some(draw, 2)
    yield given([f"class {one}: pass", function(two)])
    yield given([f"{one} = type('Maker', (), {{'__call__': print}})()", f"{two} = lambda: None"])
    yield given(["from torch.nn import Linear", "from torch.nn.functional import relu", function(one)])
    yield given(["from math import sqrt", f"from torch.nn import Linear as {one}", function(two)])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=2)
def what_cannot_be_called_is_not_listed(draw: Draw) -> Iterator[Given]:
    """Numbers, texts, tables and modules are not entry points."""
    one, two = some(draw, 2)
    yield given(["VERSION = 3", "URL = 'https://example.org'", function(one)])
    yield given(["import torch", "from torch import nn", function(one), f"MODELS = {{'{one}': {one}}}"])
    yield given([function(one), function(two), f"{one} = None"])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=2)
def an_underscore_marks_a_helper(draw: Draw) -> Iterator[Given]:
    """Names that start with one underscore, or with two, are not listed."""
    one, two = some(draw, 2)
    yield given([function(f"_{one}"), "from torch.nn import Linear as _Linear", function(two)])
    yield given([function(f"__{one}"), function(two)])
    yield given([function(f"{one}_"), function(f"{two}_large")])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=2)
def a_missing_dependency_raises(draw: Draw) -> Iterator[Given]:
    """A package in `dependencies` that cannot be found raises RuntimeError."""
    (one,) = some(draw, 1)
    yield given(['dependencies = ["no_package_has_this_name"]', function(one)])
    yield given(['dependencies = ["torch", "no_package_has_this_name"]', function(one)])
    yield given([function(one), 'dependencies = ["no_package_has_this_name", "torch"]'])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=1)
def dependencies_that_are_there_are_no_trouble(draw: Draw) -> Iterator[Given]:
    """Packages that can be found, imported before or not, change nothing, and neither does an empty list."""
    (one,) = some(draw, 1)
    yield given(['dependencies = ["torch", "math"]', function(one)])
    yield given(['dependencies = ["wave", "torch"]', function(one)])
    yield given(["dependencies = []", function(one)])


@grader.check("in_turn", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=2)
def each_folder_has_its_own_file(draw: Draw) -> Iterator[Given]:
    """A second folder gives its own names, and the first the same as before; a file may ask for its `__file__`."""
    one, two, three = some(draw, 3)
    case = given([function(one), function(two)])
    other = given([function(three)])
    case.call += f"; a second folder, where it holds: {function(three)}; and the first again"
    case.inputs["others"] = other.inputs["files"]
    yield case
    case = given([function(one), "import os", "FOLDER = os.path.dirname(__file__)"])
    case.inputs["others"] = given([function(three), "import os", "FOLDER = os.path.dirname(__file__)"]).inputs["files"]
    case.call += "; a second folder with a file of the same kind; and the first again"
    yield case


@grader.check("surroundings", item=ITEM, on_cuda=False, needs=[public_functions_are_listed_in_order], points=1)
def the_process_is_as_it_was(draw: Draw) -> Iterator[Given]:
    """Afterwards sys.path and the current folder are as before, also after a RuntimeError."""
    (one,) = some(draw, 1)
    yield given([function(one)])
    yield given(['dependencies = ["no_package_has_this_name"]', function(one)])
    yield given([function(one), "raise RuntimeError('not today')"])


@grader.check("listed", item=ITEM, on_cuda=False, needs=[whatever_can_be_called_is_listed], points=1, stretch=True)
def it_may_import_its_neighbours(draw: Draw) -> Iterator[Given]:
    """While hubconf.py runs, the modules beside it can be imported, before all others of the same name."""
    one, two = some(draw, 2)
    yield given([f"from models_of_mine import {one}", function(two)], models_of_mine=function(one) + "\n")
    yield given([f"from wave import {one}", function(two)], wave=function(one) + "\n")
