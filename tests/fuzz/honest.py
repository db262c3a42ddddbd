"""What honest runs send, made by running them: where fuzzing starts, and what it compares with."""

from __future__ import annotations

import warnings
from collections import namedtuple
from pathlib import Path
from typing import Any

import torch

from tutor.judge.serve import Judge
from tutor.observation import MISSING, Opaque, decode, encode
from tutor.sandbox.run import run_cases
from tutor.wire import Frame, pack

TOY_COURSE = Path(__file__).parents[1] / "course"
LESSON = "running_mean"
DECISIVE = "each_mean_follows_from_the_one_before"
"""The check that none of the hand-ins below passes."""
HAND_INS = {
    "wrong": "PREDICT_1 = 0.5\ndef running_mean(values, momentum):\n    return values\n",
    "raises": "def running_mean(values, momentum):\n    raise MemoryError('tried to allocate 64 bytes')\n",
    "stub": "PREDICT_1 = ...\ndef running_mean(values, momentum):\n    ...\n",
    "does not load": "import nothing_of_that_name\n",
    "strange": (
        "import torch\nPREDICT_1 = [1, None]\n"
        "def running_mean(values, momentum):\n"
        "    pair = torch.ones(2, 1, dtype=torch.complex64)\n"
        "    return {'x': (1.5, float('nan')), 2: pair, 'm': torch.ones(3).to('meta')}\n"
    ),
}
Point = namedtuple("Point", "x y")
VALUES: dict[str, Any] = {
    "none": None,
    "bool": True,
    "int": 7,
    "long int": 3**200,
    "float": 0.1,
    "nan": float("nan"),
    "text": "mean",
    "ellipsis": ...,
    "dtype": torch.float16,
    "device": torch.device("cuda:1"),
    "missing": MISSING,
    "opaque": Opaque("function", "<function f>"),
    "list": [1, 2.5, "x"],
    "deep list": [[[1, [2, []]], torch.ones(2)]],
    "tuple": (1, (2, None)),
    "named tuple": Point(1, torch.zeros(2)),
    "dict": {"a": 1, 1: [torch.ones(1)], None: 0.5},
    "scalar": torch.tensor(2.5),
    "vector": torch.arange(5.0),
    "matrix": torch.eye(3, dtype=torch.float64, requires_grad=True),
    "cube": torch.arange(24.0).reshape(2, 3, 4),
    "large": torch.zeros(70, 90),
    "empty": torch.empty(0, 3),
    "bools": torch.tensor([True, False]),
    "ints": torch.tensor([[1, -2], [3, 4]]),
    "bytes": torch.tensor([1, 255], dtype=torch.uint8),
    "unsigned": torch.tensor([1, 2], dtype=torch.uint64),
    "half": torch.ones(2, dtype=torch.bfloat16),
    "eighth": torch.ones(2).to(torch.float8_e5m2),
    "complex": torch.tensor([1 + 2j, 0.5j]),
    "shape only": torch.empty(2, 3, device="meta", dtype=torch.float16),
    "ranks": {
        "events": [[0, "calls barrier"], [0, "starts"], [0, "ends"], [1, "starts"], [1, "ends"]],
        "states": ["finished", "waiting in barrier"],
        "lines": [None, 12],
        "results": [2.0, None],
    },
}
"""One of every kind of value that travels."""


def run_of(judge: Judge, source: str) -> list[Frame]:
    """The frames that a hand-in of the lesson emits."""
    body, raw = judge.plan(LESSON, 0, "cpu")
    request = {**body["request"], "module": LESSON, "file": f"{LESSON}.py", "source": source}
    frames: list[Frame] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        run_cases(request, raw, lambda body, raw: frames.append(_timeless(body, raw)))
    return frames


def _timeless(body: dict[str, Any], raw: bytes) -> Frame:
    return Frame({**body, "seconds": 0.5} if "seconds" in body else body, raw)


def number_of_cases(judge: Judge) -> int:
    return len(judge.plan(LESSON, 0, "cpu")[0]["claims"])


def stream_of(frames: list[Frame]) -> bytes:
    return b"".join(pack(frame.body, frame.raw) for frame in frames)


def encoded_values() -> dict[str, bytes]:
    """Each value as one frame with observations."""
    found = {}
    for name, value in VALUES.items():
        node, raw = encode(value)
        found[name] = pack({"observations": node}, raw)
    return found


def decoded_values() -> dict[str, Any]:
    return {name: decode(*encode(value)) for name, value in VALUES.items()}
