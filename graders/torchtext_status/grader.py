"""Grades exercises/torchtext_status.py, with packages that are made for it: nothing here needs torchtext."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "optional_import"


def given(name: str, about: str = "", **packages: str) -> Given:
    """A call, and the packages that can be found: the exception each raises when it is run, or nothing."""
    found = {key.replace("__", "."): failure for key, failure in packages.items()}
    return Given(f'optional_import("{name}"){about}', name=name, packages=found)


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the second part of the names of the modules where two classes of the note are defined.",
    distractors=[
        ("torchtext torchtext", "The note files both under torchtext, but they are layers, and part of PyTorch."),
        ("text text", "The note files both under torchtext, but they are layers, and part of PyTorch."),
        ("nn torchtext", "An embedding bag is a layer as well, whatever it is used for."),
        ("modules modules", "That is the third part. Parts are counted from 0, and the first one is torch."),
        ("torch torch", "That is the first part. Parts are counted from 0."),
        ("transformer sparse", "That is the last part, the file."),
    ],
)


@grader.check("imported", item=ITEM, points=1, on_cuda=False)
def a_package_that_works_is_returned(draw: Draw) -> Iterator[Given]:
    """The module comes back when it can be imported."""
    yield given("newer", ", which works", newer="")
    yield given("json", ", which comes with Python")


@grader.check("imported", item=ITEM, needs=[a_package_that_works_is_returned], points=2, on_cuda=False)
def a_name_with_dots_gives_the_module_it_names(draw: Draw) -> Iterator[Given]:
    """A name with dots gives the innermost module, not the package around it."""
    yield given("newer.data", ", which works", newer="", newer__data="")
    yield given("newer.data.utils", ", which works", newer="", newer__data="", newer__data__utils="")


@grader.check("imported", item=ITEM, needs=[a_package_that_works_is_returned], points=2, on_cuda=False)
def what_is_not_there_gives_none(draw: Draw) -> Iterator[Given]:
    """A package, or a module in one, that is not installed gives None."""
    yield given("older", ", which is not installed")
    yield given("newer.data", ", where newer has no data", newer="")
    yield given("older.data", ", where older is not installed")


@grader.check("imported", item=ITEM, needs=[what_is_not_there_gives_none], points=1, on_cuda=False)
def what_lacks_something_gives_none(draw: Draw) -> Iterator[Given]:
    """A package that needs another one, or a name of another one, that is not there gives None."""
    yield given("older", ", which needs a package that is not installed", older="ModuleNotFoundError")
    yield given("older", ", which needs a name that another package no longer has", older="ImportError")


@grader.check("imported", item=ITEM, needs=[what_is_not_there_gives_none], points=3, on_cuda=False)
def a_library_that_cannot_be_loaded_gives_none(draw: Draw) -> Iterator[Given]:
    """A package whose own library the system cannot load raises OSError; that gives None, too."""
    yield given("older", ", whose library cannot be loaded", older="OSError")
    yield given("older", ", whose library is not on the disk", older="FileNotFoundError")
    yield given("older.data", ", where the library of older cannot be loaded", older="OSError", older__data="")


@grader.check("imported", item=ITEM, needs=[what_is_not_there_gives_none], points=2, on_cuda=False)
def a_mistake_in_the_package_comes_out(draw: Draw) -> Iterator[Given]:
    """Any other exception says that the package is broken, and comes out."""
    yield given("older", ", where a value is wrong", older="ValueError")
    yield given("older", ", where an operator is registered twice", older="RuntimeError")
    yield given("older", ", where the syntax is wrong", older="SyntaxError")
    yield given("older", ", when Ctrl-C is pressed meanwhile", older="KeyboardInterrupt")


@grader.check("once", item=ITEM, needs=[a_name_with_dots_gives_the_module_it_names], points=1, on_cuda=False)
def a_module_is_run_once(draw: Draw) -> Iterator[Given]:
    """Two calls give the same module, the one that import gives, and it is run once."""
    yield given("newer", ", twice", newer="")
    yield given("newer.data", ", twice", newer="", newer__data="")
