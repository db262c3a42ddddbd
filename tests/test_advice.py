"""Advice fits the exception it is given with, and there is none where none is known."""

import pytest

from tutor.judge.advice import with_advice
from tutor.report import Frame, Problem


@pytest.mark.parametrize(
    ("kind", "message", "says"),
    [
        ("NameError", "name 'tensr' is not defined", "`tensr`"),
        ("RuntimeError", "operator torchvision::nms does not exist", "tutor doctor"),
        ("RuntimeError", "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", "inner sizes"),
        ("TypeError", "any() received an invalid combination of arguments", "import *"),
        ("TypeError", 'range() missing 1 required positional arguments: "end"', "Python's own `range`"),
        ("TypeError", "abs(): argument 'input' (position 1) must be Tensor, not int", "Python's own `abs`"),
        ("TypeError", "'torch.dtype' object is not callable", "`int`"),
        ("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union", "`int`"),
        ("TypeError", "unsupported operand type(s) for |: 'torch.dtype' and 'types.GenericAlias'", "`int`"),
        ("KeyError", "'weight'", "no key 'weight'"),
    ],
)
def test_the_sentence_is_about_what_was_raised(kind, message, says):
    assert says in with_advice(Problem(kind, message)).advice


def test_an_unknown_exception_gets_no_advice_rather_than_a_guess():
    assert with_advice(Problem("SomeError", "name 'x' is not defined")).advice == ""


@pytest.mark.parametrize("message", ["{0}", "%s", "{", "name '{x}' is not defined"])
def test_braces_in_a_message_are_harmless(message):
    for kind in ("NameError", "KeyError", "RuntimeError"):
        with_advice(Problem(kind, message))


def test_what_the_code_raises_itself_needs_no_advice() -> None:
    """Its own message says more than one of ours, which would be about Python's."""
    for source, is_own in (("raise KeyError(f'{name} is not a child')", True), ("return layers[name]", False)):
        problem = Problem("KeyError", "'blok1'", frames=(Frame(line=3, function="f", source=source),))
        assert (with_advice(problem).advice == "") is is_own
