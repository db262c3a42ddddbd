"""The worker with some layers of its sandbox switched off, to see which layer stops what; for tests alone."""

from __future__ import annotations

import os
from dataclasses import replace

from tutor.sandbox import layers
from tutor.worker import __main__ as worker
from tutor.worker import check

WITHOUT = frozenset(os.environ["TUTOR_TEST_WITHOUT"].split())
_probe, _grade = layers.probe, layers.grade


def probe() -> tuple[layers.Layer, ...]:
    return tuple(replace(layer, works=layer.works and layer.name not in WITHOUT) for layer in _probe())


def grade(found: tuple[layers.Layer, ...]) -> layers.Grade:
    return "D" if _grade(found) == "E" else _grade(found)  # nothing would be run


if __name__ == "__main__":
    layers.probe = probe
    check.grade = grade  # type: ignore[assignment]
    worker.main()
