"""One sentence of help for the exceptions learners meet most, by type and message."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor.report import Problem

_ADVICE = (
    (
        "RuntimeError",
        r"operator torchvision::\w+ does not exist",
        "The torchvision installed here does not match this PyTorch. `tutor doctor` gives the fix.",
    ),
    ("missing", r"", "The checks look for that exact name; it must stand at the left margin of the file."),
    ("NameError", r"name '(\w+)' is not defined", "Look for a spelling mistake in `{0}`, or a missing import."),
    (
        "UnboundLocalError",
        r"'(\w+)'",
        "`{0}` is assigned later in this function, so Python has no value for it here yet.",
    ),
    (
        "AttributeError",
        r"'NoneType' object has no attribute '(\w+)'",
        "Something here is None. Does a function forget to return?",
    ),
    ("AttributeError", r"'(\w+)' object has no attribute '(\w+)'", "A {0} has no `{1}`. `dir(x)` lists what it has."),
    (
        "AttributeError",
        r"module '([\w.]+)' has no attribute '(\w+)'",
        "`{0}` has no `{1}`. Look for a spelling mistake.",
    ),
    (
        "TypeError",
        r"^(any|all|range|sum|min|max|abs|round|pow)\(\)(?: received an invalid|: argument 'input'| missing)",
        "torch's `{0}` takes tensors. After `from torch import *` it also stands where Python's own `{0}` would.",
    ),
    (
        "TypeError",
        r"'torch.dtype' object is not callable|arg 2 must be a type|for \|: 'torch.dtype'",
        "After `from torch import *` the names `int`, `float` and `bool` are dtypes, no longer Python's own types.",
    ),
    ("TypeError", r"unexpected keyword argument '(\w+)'", "The signature has no argument called `{0}`."),
    (
        "TypeError",
        r"missing \d+ required positional argument",
        "The call leaves an argument out; compare it with the signature.",
    ),
    (
        "TypeError",
        r"takes \d+ positional arguments? but \d+ w",
        "The call passes more arguments than the signature has.",
    ),
    (
        "RuntimeError",
        r"mat1 and mat2 shapes cannot be multiplied",
        "The inner sizes of a matrix product must be equal.",
    ),
    (
        "RuntimeError",
        r"must match the size of tensor b",
        "Two shapes do not broadcast. Print both shapes just above this line.",
    ),
    (
        "RuntimeError",
        r"Expected all tensors to be on the same device",
        "A tensor made here is on another device than the inputs.",
    ),
    (
        "RuntimeError",
        r"does not require grad",
        "The graph is cut somewhere before this value: look for detach, .data or .item().",
    ),
    ("RuntimeError", r"backward through the graph a second time", "The graph was freed by the first backward()."),
    (
        "RuntimeError",
        r"modified by an inplace operation",
        "A value that autograd still needs was overwritten in place.",
    ),
    (
        "RuntimeError",
        r"can't be cast to the desired output type",
        "An in-place operation cannot change a tensor's dtype.",
    ),
    ("IndexError", r"out of range", "Print the size and the index just above this line."),
    (
        "KeyError",
        r"^('\w[^']*'|-?\d+|\(.*\))$",
        "There is no key {0} in this dict. Print its keys just above this line.",
    ),
    ("ZeroDivisionError", r"", "The divisor is zero here. Which input makes it so?"),
    ("RecursionError", r"", "A function calls itself without end."),
    ("SyntaxError", r"was never closed", "Count the brackets on this line and on the one above it."),
    ("IndentationError", r"", "The spaces at the start of this line do not match the lines around it."),
    ("TabError", r"", "The file mixes tabs and spaces. Use four spaces."),
    ("SystemExit", r"", "The file leaves Python. The checks can only call it if it stays."),
    ("KeyboardInterrupt", r"", "The file interrupts Python. The checks can only call it if it stays."),
)


def with_advice(problem: Problem) -> Problem:
    """The problem with a sentence of advice, where there is a good one."""
    if problem.frames and problem.frames[-1].source.startswith("raise "):  # its own words, which say more
        return problem
    for kind, pattern, sentence in _ADVICE:
        match = re.search(pattern, problem.message)
        if problem.kind == kind and match:
            return replace(problem, advice=sentence.format(*match.groups()))
    return problem
