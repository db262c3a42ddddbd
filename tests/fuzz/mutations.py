"""Mutates a stream of frames as a liar would: frames repeated, dropped and moved, JSON and tensor headers rewritten.

What a mutation breaks by chance, such as a length that no longer fits, is put right, or nothing would get past the
first check; that the lengths themselves are checked, the fuzzer's own mutations try.
"""

from __future__ import annotations

import copy
import json
import random
import re
import struct
from collections.abc import Callable
from typing import Any

HEADER = struct.Struct("<4sIQ")
LENGTH = struct.Struct("<Q")
Part = tuple[bytes, bytes]
"""The JSON and the raw bytes of one frame."""
Mutate = Callable[[bytes, int], bytes]

_VERBATIM = re.compile(rb'"@([^"@]*)@"')
"""Text of a JSON document that no JSON writer would write: "@1e999@" becomes 1e999."""
LEAVES: list[Any] = [
    *(None, True, False, 0, 1, -1, 0.0, -0.0, 0.5, 1e308, 1 << 53, -(1 << 53), 1 << 40, 1 << 63, 10**399),
    *(
        "@1e999@",
        "@-1e999@",
        "@NaN@",
        "@0@,@0@",
        "@1E5@",
        "@-0@",
        "@" + "9" * 4300 + "@",
        "@" + "[" * 70 + "]" * 70 + "@",
    ),
    *("", "0", "1", "a", "cpu", "cuda", "meta", "\x1b[31m", "\x00", "\ud800", "é" * 50, "nan", "inf", "a" * 20_001),
    *("RuntimeError", "MemoryError", "on the same device", "torch.onnx"),
    *("starting", "case", "finished", "loaded", "load", "fault", "observations", "raised", "seconds", "confined"),
    *("F64", "F32", "BOOL", "U8", "I64", "C64", "F8_E8M0", "torch.float64", "torch.quint4x2", "__metadata__"),
    *([], {}, [[]], [0, 0], [0, 1 << 62], [1] * 65, [True], [-1], [2], [1, 2], ["a", "b"], ["a", "a"], [None] * 10_001),
    *({"tensor": "0"}, {"tensor": "0", "grad": False, "on": "cpu"}, {"tensor": "0", "grad": True, "on": "cuda"}),
    {"tensor": "1", "grad": False, "on": "cpu", "complex": True, "subclass": "Liar"},
    {"tensor": "0", "grad": False, "on": "cpu", "size": [3], "strides": [1 << 40]},
    *({"shape": [2, 3], "of": "torch.float16", "on": "meta"}, {"shape": [1 << 40], "of": "torch.int8", "on": "meta"}),
    *(
        {"list": []},
        {"tuple": [1]},
        {"list": [{"list": [{"tuple": []}]}]},
        {"ellipsis": True},
        {"dtype": "torch.uint16"},
    ),
    *({"named": [["x", "y"], [1, 2]]}, {"named": [["x"], []]}, {"dict": [[1, 0], [True, 0]]}, {"dict": [["a", 1]]}),
    *(
        {"opaque": ["missing", ""]},
        {"opaque": ["int", "1"]},
        {"dtype": "torch.uint16"},
        {"float": "nan"},
        {"float": "-inf"},
    ),
    *({"int": "9" * 301}, {"int": "-" + "9" * 300}, {"int": "0"}, {"device": "cuda:63"}, {"device": "meta"}),
    *({"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, {"dtype": "U8", "shape": [0], "data_offsets": [0, 0]}),
]


def split(stream: bytes) -> list[Part]:
    """The frames of a stream as far as it has whole ones."""
    parts, place = [], 0
    while place + HEADER.size <= len(stream):
        _, json_size, raw_size = HEADER.unpack_from(stream, place)
        middle = place + HEADER.size + json_size
        if middle + raw_size > len(stream):
            break
        parts.append((stream[place + HEADER.size : middle], stream[middle : middle + raw_size]))
        place = middle + raw_size
    return parts


def join(parts: list[Part]) -> bytes:
    return b"".join(HEADER.pack(b"TUT1", len(text), len(raw)) + text + raw for text, raw in parts)


def mutate_stream(stream: bytes, max_size: int, seed: int, mutate_bytes: Mutate) -> bytes:
    """One to three mutations of a stream, the same ones for the same seed."""
    rng, parts = random.Random(seed), split(stream)
    if not parts or rng.random() < 0.1:
        return mutate_bytes(stream, max_size)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        (change,) = rng.choices((_rewrite, _rewrite_tensors, _scramble, _move), (6, 2, 1, 1))
        change(rng, parts, mutate_bytes)
    return join(parts)[:max_size]


def mix_streams(one: bytes, other: bytes, max_size: int, seed: int) -> bytes:
    """The beginning of one stream and the end of another, most often of what comes after it in a run."""
    rng, first, second = random.Random(seed), split(one), split(other)
    place = rng.randint(0, len(first))
    parts = first[:place] + second[place if rng.random() < 0.7 else rng.randint(0, len(second)) :]
    return join(parts)[:max_size] or one[:max_size]


def _move(rng: random.Random, parts: list[Part], _: Mutate) -> None:
    """Replay a frame, drop one, or swap two."""
    place = rng.randrange(len(parts))
    match rng.randrange(3):
        case 0:
            parts.insert(rng.randint(0, len(parts)), parts[place])
        case 1 if len(parts) > 1:
            del parts[place]
        case _:
            other = rng.randrange(len(parts))
            parts[place], parts[other] = parts[other], parts[place]


def _rewrite(rng: random.Random, parts: list[Part], _: Mutate) -> None:
    (place,) = rng.choices(range(len(parts)), [1 + len(text) for text, _ in parts])
    text, raw = parts[place]
    parts[place] = (_rewritten(rng, text), raw)


def _rewrite_tensors(rng: random.Random, parts: list[Part], _: Mutate) -> None:
    """Rewrite the list of tensors at the head of a frame's bytes, and now and then the bytes behind it."""
    place = rng.choice([n for n, (_, raw) in enumerate(parts) if len(raw) > LENGTH.size] or [0])
    text, raw = parts[place]
    if len(raw) <= LENGTH.size:
        return
    end = LENGTH.size + min(LENGTH.unpack_from(raw)[0], len(raw))
    header = _rewritten(rng, raw[LENGTH.size : end])
    behind = raw[end:] if rng.random() < 0.7 else raw[end:][: rng.randint(0, 40)]
    parts[place] = (text, LENGTH.pack(len(header)) + header + behind)


def _scramble(rng: random.Random, parts: list[Part], mutate_bytes: Mutate) -> None:
    place = rng.randrange(len(parts))
    text, raw = parts[place]
    if raw and rng.random() < 0.5:
        parts[place] = (text, mutate_bytes(raw, len(raw) + 64))
    else:
        parts[place] = (mutate_bytes(text, len(text) + 64), raw)


def _rewritten(rng: random.Random, text: bytes) -> bytes:
    """A JSON document with one change: something left out, wrapped, copied, renamed, or replaced."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return text
    places = list(_places(document))
    if not places:
        return json.dumps(rng.choice(LEAVES)).encode()
    holder, key = rng.choice(places)
    match rng.choice(("leave out", "wrap", "copy", "rename", *["replace"] * 5)):
        case "leave out":
            del holder[key]
        case "wrap":
            holder[key] = {rng.choice(("list", "tuple", "dict", "opaque")): [holder[key]]}
        case "copy":
            other, other_key = rng.choice(places)
            holder[key] = copy.deepcopy(other[other_key])
        case "rename" if isinstance(holder, dict):
            holder[str(rng.choice(LEAVES))[:400]] = holder.pop(key)
        case _:
            holder[key] = copy.deepcopy(_leaf_for(rng, holder[key]))
    return _VERBATIM.sub(rb"\1", json.dumps(document, separators=(",", ":")).encode())


def _leaf_for(rng: random.Random, replaced: Any) -> Any:
    """Something to put in a value's place; more often than not it has the value's type, and so gets further."""
    if isinstance(replaced, str) and replaced.isprintable() and rng.random() < 0.3:
        return re.sub(r"\d+", "9" * 400, replaced) if rng.random() < 0.7 else replaced * 50
    if isinstance(replaced, int | float) and abs(replaced) < 1e9 and rng.random() < 0.4:
        twins = bool(replaced), int(replaced), float(replaced), str(replaced)
        return rng.choice([twin for twin in twins if type(twin) is not type(replaced)])
    alike = [leaf for leaf in LEAVES if type(leaf) is type(replaced)] if rng.random() < 0.7 else LEAVES
    return rng.choice(alike or LEAVES)


def _places(document: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON document as what holds it and its key there."""
    found, waiting = [], [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict | list):
            keys = list(node) if isinstance(node, dict) else range(len(node))
            found += [(node, key) for key in keys]
            waiting += [node[key] for key in keys]
    return found
