"""Runs one hand-in over its cases and emits what the probes saw. Decides nothing.

The same function runs a learner's file in a confined child and the reference in the judge; only the walls differ.
"""

from __future__ import annotations

import ast
import linecache
import sys
import time
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from tutor.observation import MISSING, decode_inputs, encode, load_tensors
from tutor.probes import Case, HandIn, MissingName
from tutor.sandbox.other_device import other_default_device

Emit = Callable[[dict[str, Any], bytes], None]
PROBE_FILE = "<probe>"
PREDICTIONS = "predictions"
"""The built-in probe that reads values at the top of the hand-in."""
_AUTOCAST_DTYPES = {"cpu": torch.bfloat16, "cuda": torch.float16}
"""What PyTorch starts with: https://docs.pytorch.org/docs/stable/amp.html"""


def run_cases(request: dict[str, Any], raw: bytes, emit: Emit) -> None:
    """Load the hand-in, run each case's probe, and emit one frame for the loading and one for each case."""
    try:
        probes = load_source("probe", PROBE_FILE, request["probe"])
    except Exception as error:
        emit({"fault": f"the probe does not load: {type(error).__name__}: {error}"}, b"")
        return
    try:
        unwritten = unwritten_names(request["source"], request["file"])  # before the hand-in could change how
        hand_in = load_source(request["module"], request["file"], request["source"])
    except BaseException as error:
        emit({"load": describe(error, request["file"])}, b"")
        return
    emit({"loaded": True, "unwritten": unwritten}, b"")
    tensors = load_tensors(raw)
    for number, case in enumerate(request["cases"]):
        emit({"starting": number}, b"")
        started = time.perf_counter()
        body, blob = _run_case(probes, hand_in, case, tensors, request["file"])
        emit({"case": number, "seconds": time.perf_counter() - started, **body}, blob)
    emit({"finished": True}, b"")


def load_source(name: str, file: str, source: str) -> types.ModuleType:
    """Execute source text as module `name`, so that tracebacks and inspect find its lines."""
    module = types.ModuleType(name)
    module.__file__ = file
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    sys.modules[name] = module
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)
    return module


def _run_case(
    probes: types.ModuleType, hand_in: types.ModuleType, case: dict[str, Any], tensors: dict[str, Any], file: str
) -> tuple[dict[str, Any], bytes]:
    try:
        with _fresh_state(case["seed"], case.get("device", "cpu")):
            if case["probe"] == PREDICTIONS:
                observed = {name: getattr(hand_in, name, MISSING) for name in case["names"]}
            else:
                inputs = decode_inputs(case["inputs"], tensors, case["device"])
                with _device_mode(case["mode"], inputs) as given:
                    observed = getattr(probes, case["probe"])(HandIn(hand_in), Case(given))
        node, blob = encode(observed)
        return {"observations": node}, blob
    except BaseException as error:
        return {"raised": describe(error, file)}, b""


@contextmanager
def _device_mode(mode: str, inputs: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The inputs, and around the probe what makes a tensor on the wrong device show."""
    if mode == "other_default":
        with other_default_device():
            yield inputs
    elif mode == "fake_cuda":
        with FakeTensorMode(allow_non_fake_inputs=True) as fake:
            yield {
                name: _moved(value, lambda t: fake.from_tensor(t.detach()).to("cuda")) for name, value in inputs.items()
            }
    else:
        yield inputs


def _moved(value: Any, move: Callable[[torch.Tensor], torch.Tensor]) -> Any:
    if isinstance(value, torch.Tensor):
        return move(value)
    if isinstance(value, list | tuple):
        return type(value)(_moved(entry, move) for entry in value)
    if isinstance(value, dict):
        return {key: _moved(entry, move) for key, entry in value.items()}
    return value


@contextmanager
def _fresh_state(seed: int, device: str) -> Iterator[None]:
    """Every case starts with the same process-wide PyTorch state, whatever the one before did to it."""
    torch.default_generator.manual_seed(seed)  # a tenth of the time of torch.manual_seed, which visits every backend
    if device == "cuda":
        torch.cuda.manual_seed_all(seed)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.set_autocast_cache_enabled(True)
    for kind, usual in _AUTOCAST_DTYPES.items():
        torch.set_autocast_enabled(kind, False)
        torch.set_autocast_dtype(kind, usual)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    torch._C._set_deterministic_algorithms(False)  # the public call loads torch._inductor
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def describe(error: BaseException, file: str) -> dict[str, Any]:
    """An exception as plain data, with only the frames of the learner's own file."""
    frames = [
        {
            "line": frame.lineno or 0,
            "function": frame.name[:200],
            "source": (frame.line or "")[:400],
            "column": _column(frame, "colno"),
            "end_column": _column(frame, "end_colno"),
        }
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == file
    ][-12:]
    if isinstance(error, SyntaxError) and error.filename == file:
        frames.append(_syntax_frame(error))
    kind = "missing" if isinstance(error, MissingName) else type(error).__name__
    message = error.msg if isinstance(error, SyntaxError) else _message(error)
    names = [cls.__name__[:100] for cls in type(error).__mro__[:-1]][:20]
    return {"type": kind[:100], "bases": names, "message": str(message)[:2000], "frames": frames}


def _column(frame: traceback.FrameSummary, name: str) -> int | None:
    """A column counted in the line as shown, without its indentation."""
    column = getattr(frame, name, None)
    original = linecache.getline(frame.filename, frame.lineno or 0)
    indent = len(original) - len(original.lstrip())
    if column is None or (name == "end_colno" and frame.end_lineno != frame.lineno):
        return None
    return max(0, int(column) - indent)


def _syntax_frame(error: SyntaxError) -> dict[str, Any]:
    text = error.text or ""
    indent = len(text) - len(text.lstrip())
    start = max(0, (error.offset or 1) - 1 - indent)
    same_line = error.end_lineno == error.lineno and error.end_offset
    end = max(start + 1, (error.end_offset or 0) - 1 - indent) if same_line else start + 1
    shown = text.strip()[:400]
    return {"line": error.lineno or 0, "function": "", "source": shown, "column": start, "end_column": end}


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:
        return ""


def unwritten_names(source: str, file: str = "<source>") -> list[str]:
    """The functions and classes of a file that are still stubs: `...`, `pass` or `raise NotImplementedError` alone."""
    return [
        node.name
        for node in ast.parse(source, file).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and _is_unwritten(node)
    ]


def _is_unwritten(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    if isinstance(node, ast.ClassDef):
        return any(_is_unwritten(part) for part in node.body if isinstance(part, ast.FunctionDef))
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    if any(_raises_not_implemented(statement) for statement in body):
        body = [statement for statement in body if not _only_yields(statement)]
    return all(_does_nothing(statement) for statement in body)


def _does_nothing(statement: ast.stmt) -> bool:
    is_ellipsis = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_ellipsis or isinstance(statement, ast.Pass) or _raises_not_implemented(statement)


def _raises_not_implemented(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Raise) or statement.exc is None:
        return False
    target = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
    return isinstance(target, ast.Name) and target.id == "NotImplementedError"


def _only_yields(statement: ast.stmt) -> bool:
    """Whether it is the `yield` that makes a stub a generator."""
    match statement:
        case ast.Expr(ast.Yield(None | ast.Constant())):
            return True
    return False
