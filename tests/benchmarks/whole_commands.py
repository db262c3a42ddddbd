"""Whole commands of a learner, from the start of the process to its end, beside pytest and beside what Python costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .measurement import Found, Measurement, medians_in_turn
from .peers import HERE, PLAIN_PYTEST

ROOT = Path(__file__).parents[2]
HAND_IN = ROOT / "graders" / "focal_loss" / "reference.py"
ROUNDS = 7


@contextmanager
def learner(**variables: str) -> Iterator[dict[str, str]]:
    """The environment of a learner of their own, whose service ends with it."""
    with tempfile.TemporaryDirectory(prefix="tutor-", dir="/tmp") as folder:
        environment = {**os.environ, "XDG_RUNTIME_DIR": folder, "PYTHONPATH": str(ROOT)}
        for name in ("PYTHONDONTWRITEBYTECODE", "TUTOR_NO_SERVICE", "CI"):
            environment.pop(name, None)
        environment |= {"TUTOR_WORKSPACE": f"{folder}/course", "TUTOR_STATE_DIR": f"{folder}/state"} | variables
        try:
            yield environment
        finally:
            subprocess.run([*TUTOR, "service", "stop"], env=environment, capture_output=True, check=False)


TUTOR = [sys.executable, "-m", "tutor"]


def command(environment: dict[str, str], *arguments: object, exits_with: int = 0) -> Callable[[], object]:
    """Runs it; raises when it ends otherwise than it should, since that would be no measurement."""

    def run() -> None:
        done = subprocess.run([*map(str, arguments)], env=environment, cwd=ROOT, capture_output=True, text=True)
        if done.returncode != exits_with:
            raise SystemExit(f"{' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr[-2000:]}")

    return run


def measure() -> Found:
    with learner(HAND_IN=str(HAND_IN), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1") as environment:
        python = sys.executable
        check = (*TUTOR, "check", "focal-loss", "--file", HAND_IN)
        pytest = (python, "-m", "pytest", *PLAIN_PYTEST, HERE / "focal_loss_with_pytest.py")
        found = medians_in_turn(
            {
                "python -c pass": command(environment, python, "-c", "pass"),
                "python -c 'import torch'": command(environment, python, "-c", "import torch"),
                "tutor list": command(environment, *TUTOR, "list"),
                "tutor check focal-loss, warm": command(environment, *check),
                "tutor check focal-loss, cold": command(environment, *check, "--no-service"),
                "pytest on the same checks": command(environment, *pytest),
            },
            ROUNDS,
        )
    rows = {
        "python -c pass": ("", None),
        "python -c 'import torch'": ("", None),
        "pytest on the same checks": ("", None),
        "tutor list": ("python -c pass", 8),
        "tutor check focal-loss, warm": ("pytest on the same checks", 1 / 50),
        "tutor check focal-loss, cold": ("python -c 'import torch'", 1.25),
    }
    return Found(tuple(Measurement(name, found[name], "s", *_beside(found, name, *rows[name])) for name in rows))


def _beside(
    found: dict[str, float], name: str, other: str, reach: float | None
) -> tuple[str, float | None, float | None]:
    return (other, found[name] / found[other], reach) if other else ("", None, None)
