"""Runs the blocks of a lesson one after the other in a confined child; what the last one prints is what is shown."""

from __future__ import annotations

import ast
import contextlib
import io
import linecache
import sys
import warnings
from typing import Any

import torch

from tutor.sandbox.run import Emit, describe


def run_blocks(request: dict[str, Any], emit: Emit) -> None:
    """Run all blocks but the last quietly, then the last; an exception is emitted with the place of its block."""
    torch.default_generator.manual_seed(0)
    blocks, shows_value = request["blocks"], request["shows_value"]
    names = prediction_names() if shows_value else {"__name__": "lesson"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for place, code in enumerate(blocks):
            is_last = place == len(blocks) - 1
            try:
                with contextlib.nullcontext() if is_last else contextlib.redirect_stdout(_Silence()):
                    _run_block(code, block_file(place), names, shows_value and is_last)
            except BaseException as error:
                _flush()
                emit({"block": place, "raised": describe(error, block_file(place))}, b"")
                break
    _flush()
    emit({"finished": True}, b"")


def block_file(place: int) -> str:
    """The name of a block in tracebacks."""
    return f"<block {place + 1}>"


def prediction_names() -> dict[str, Any]:
    """What the snippet of a prediction may use without importing it."""
    import numpy as np
    from torch import nn
    from torch.nn import functional

    return {"torch": torch, "nn": nn, "F": functional, "np": np, "__name__": "snippet"}


class _Silence(io.TextIOBase):
    """Keeps nothing of what is printed to it."""

    def write(self, text: str) -> int:
        return len(text)


def _run_block(code: str, file: str, names: dict[str, Any], shows_value: bool) -> None:
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
    tree = ast.parse(code, file)
    last = tree.body.pop() if shows_value and tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, file, "exec", dont_inherit=True), names)
    if isinstance(last, ast.Expr):
        print(repr(eval(compile(ast.Expression(last.value), file, "eval", dont_inherit=True), names)))


def _flush() -> None:
    with contextlib.suppress(BaseException):
        sys.stdout.flush()
