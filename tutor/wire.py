"""Frames between processes: a length-capped JSON object and a length-capped run of raw bytes. Never pickle.

A frame is `TUT1`, the JSON's length (u32), the bytes' length (u64), the JSON, the bytes. The bytes are opaque here;
between the judge and a sandboxed child they are tensors in the safetensors format.
"""

from __future__ import annotations

import json
import math
import socket
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

MAGIC = b"TUT1"
_HEADER = struct.Struct("<4sIQ")
MAX_JSON = 8 << 20
MAX_BYTES = 256 << 20
MAX_NESTING = 64
"""Deeper than anything of ours; what a frame's reader accepts must also survive being packed again."""


class WireError(ValueError):
    """What arrived is not a frame: wrong magic, over a limit, or not a JSON object."""


class FrameTooLarge(WireError):
    """A frame says it is larger than its reader accepts; nothing of it was kept."""


@dataclass(frozen=True)
class Frame:
    """One message: a JSON object and the raw bytes that go with it."""

    body: dict[str, Any]
    raw: bytes = b""


def pack(body: dict[str, Any], raw: bytes = b"") -> bytes:
    """One frame as bytes; raises ValueError for nan and the infinities, which JSON does not have."""
    text = json.dumps(body, allow_nan=False, separators=(",", ":")).encode()
    return _HEADER.pack(MAGIC, len(text), len(raw)) + text + raw


class FrameReader:
    """Cuts a stream of bytes from any side, trusted or not, into frames."""

    def __init__(
        self,
        max_json: int = MAX_JSON,
        max_raw: int = MAX_BYTES,
        *,
        max_json_in_all: float = math.inf,
        max_frames: float = math.inf,
    ) -> None:
        self.max_json = max_json
        self.max_raw = max_raw
        self.json_left = max_json_in_all
        self.frames_left = max_frames
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Add bytes and yield every frame they complete; raises WireError."""
        self._buffer += data
        while (frame := self._next()) is not None:
            yield frame

    @property
    def is_between_frames(self) -> bool:
        return not self._buffer

    def _next(self) -> Frame | None:
        if len(self._buffer) < _HEADER.size:
            return None
        magic, json_size, raw_size = _HEADER.unpack_from(self._buffer)
        self._check_header(magic, json_size, raw_size)
        middle, end = _HEADER.size + json_size, _HEADER.size + json_size + raw_size
        if len(self._buffer) < end:
            return None
        with memoryview(self._buffer) as view:  # a slice of the buffer itself would be copied twice
            text, raw = bytes(view[_HEADER.size : middle]), bytes(view[middle:end])
        del self._buffer[:end]
        self.json_left -= json_size
        self.frames_left -= 1
        return Frame(read_json(text), raw)

    def _check_header(self, magic: bytes, json_size: int, raw_size: int) -> None:
        if magic != MAGIC:
            raise WireError(f"a frame starts with {magic!r}")
        if self.frames_left < 1:
            raise WireError("there are more frames than it can need")
        if json_size > self.max_json or raw_size > self.max_raw or json_size > self.json_left:
            raise FrameTooLarge(f"a frame of {json_size} + {raw_size} bytes is over the limit")


def read_json(text: bytes) -> dict[str, Any]:
    """A JSON object, strictly: UTF-8, no duplicate keys, no number beyond a float's range, no absurd depth."""
    try:
        body = json.loads(
            text.decode(), object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise WireError(f"a frame is not JSON: {type(error).__name__}") from error
    if not isinstance(body, dict):
        raise WireError(f"a frame holds a {type(body).__name__}, not an object")
    if _is_deeper_than(body, MAX_NESTING):
        raise WireError("a frame is nested too deeply")
    return body


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    body = dict(pairs)
    if len(body) != len(pairs):
        raise ValueError("duplicate keys")
    return body


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    """A number that can be packed again: 1e999 is JSON, and reads as infinity, which is not."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value


def _is_deeper_than(value: Any, depth: int) -> bool:
    """Whether lists and objects stand in one another more than `depth` times; goes level by level, never recursing."""
    level = [value]
    for _ in range(depth):
        level = [entry for node in level for entry in _entries(node) if type(entry) in (list, dict)]
        if not level:
            return False
    return True


def _entries(node: Any) -> Collection[Any]:
    return node.values() if type(node) is dict else node


class Channel:
    """A blocking, trusted stream of frames over a socket."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._reader = FrameReader()
        self._ready: list[Frame] = []

    def send(self, body: dict[str, Any], raw: bytes = b"") -> None:
        self.sock.sendall(pack(body, raw))

    def receive(self) -> Frame:
        """The next frame; raises EOFError when the other side is gone."""
        while not self._ready:
            data = self.sock.recv(1 << 20)
            if not data:
                raise EOFError("the other side closed the channel")
            self._ready += self._reader.feed(data)
        return self._ready.pop(0)

    def close(self) -> None:
        self.sock.close()
