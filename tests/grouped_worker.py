"""The worker with a control group for each run even where that has no limits; for tests alone."""

from __future__ import annotations

from dataclasses import replace

from tutor.sandbox import layers
from tutor.worker import __main__ as worker

_probe = layers.probe


def probe() -> tuple[layers.Layer, ...]:
    return tuple(replace(layer, works=layer.works or layer.name == "cgroup") for layer in _probe())


if __name__ == "__main__":
    layers.probe = probe
    worker.main()
