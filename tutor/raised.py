"""Reads an exception that a run told of, as strictly as if a liar had sent it; imports no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tutor.report import Frame as CodeFrame
from tutor.report import Problem


class DecodeError(ValueError):
    """The data is not a valid encoding of any value."""


@dataclass(frozen=True)
class Raised:
    """An exception that escaped the code of a run: its type's names, most specific first, and where it happened."""

    bases: tuple[str, ...]
    problem: Problem

    @property
    def type_name(self) -> str:
        return self.bases[0] if self.bases else self.problem.kind


def read_raised(body: Any) -> Raised:
    """The exception that tutor.sandbox.run describes; raises DecodeError."""
    if not isinstance(body, dict):
        raise DecodeError("an exception is not described by an object")
    frames = tuple(_code_frame(frame) for frame in read_list(body.get("frames"))[:20])
    bases = tuple(read_text(name, 100) for name in read_list(body.get("bases"))[:20])
    kind, message = read_text(body.get("type"), 100), read_text(body.get("message"), 2000)
    return Raised(bases, Problem(kind=kind, message=message, frames=frames))


def _code_frame(body: Any) -> CodeFrame:
    if not isinstance(body, dict):
        raise DecodeError("a traceback line is not an object")
    return CodeFrame(
        line=_integer(body.get("line")) or 0,
        function=read_text(body.get("function"), 200),
        source=read_text(body.get("source"), 400),
        column=_integer(body.get("column")),
        end_column=_integer(body.get("end_column")),
    )


def _integer(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 1 << 31 else None


def read_text(value: Any, length: int) -> str:
    """A text cut to a length; raises DecodeError for anything but a text."""
    if not isinstance(value, str):
        raise DecodeError(f"a {type(value).__name__} stands where a text belongs")
    return cut(value, length)


def read_list(value: Any) -> list[Any]:
    """A list; raises DecodeError for anything else."""
    if not isinstance(value, list):
        raise DecodeError(f"a {type(value).__name__} stands where a list belongs")
    return value


def read_exactly(value: Any, wanted: int) -> bool:
    """True, or DecodeError: neither 0.0 nor false is a case's number."""
    if type(value) is not type(wanted) or value != wanted:
        raise DecodeError(f"a frame says something else than {wanted}")
    return True


def cut(text: str, length: int) -> str:
    """At most so many characters; half a surrogate pair, which no report can hold, becomes a question mark."""
    return text[:length].encode("utf-8", "replace").decode()
