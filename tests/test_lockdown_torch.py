"""What a lesson does with PyTorch still works in a confined child of a warm process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from trial import AVAILABLE, CORE

from tutor.sandbox.lockdown import NAMESPACES

HERE = Path(__file__).parent
IS_ROOT = os.geteuid() == 0

pytestmark = [
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
    pytest.mark.xdist_group("torch_trials"),
]
needs_namespaces = pytest.mark.skipif(not AVAILABLE >= NAMESPACES, reason="this machine has no user namespaces")
late_imports_without_namespaces = pytest.mark.skipif(
    IS_ROOT and not all(folder.stat().st_mode & 0o001 for folder in Path(os.__file__).resolve().parents),
    reason="Python itself lies where only root may read",
)


@pytest.fixture(scope="module")
def endings() -> dict[str, dict[str, Any]]:
    """How every trial ended, from one process that imported PyTorch once."""
    done = subprocess.run([sys.executable, HERE / "torch_trials.py"], cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("name", "returned"),
    [
        ("gradients", True),
        ("gradients, no namespaces", True),
        ("two threads", [2, 1]),
        ("two threads, no namespaces", [2, 1]),
        ("optimizer", 0.5),
        ("dynamo", True),
        pytest.param("dynamo, no namespaces", True, marks=late_imports_without_namespaces),
        pytest.param("torchvision", True, marks=pytest.mark.torchvision),
        ("save", [0.0, 1.0, 2.0]),
        ("save, no namespaces", [0.0, 1.0, 2.0]),
        pytest.param("file store", [3.0, 3.0], marks=needs_namespaces),
        pytest.param("tcp store", [3.0, 3.0], marks=needs_namespaces),
        pytest.param("workers", list(range(16)), marks=needs_namespaces),
        pytest.param("shared", 2.0, marks=needs_namespaces),
    ],
)
def test_what_a_lesson_does_works_confined(endings: dict[str, dict[str, Any]], name: str, returned: object) -> None:
    assert endings[name]["returned"] == returned, endings[name]


def test_too_large_a_tensor_is_an_error_in_the_run(endings: dict[str, dict[str, Any]]) -> None:
    assert endings["memory"]["raised"] == "RuntimeError"
    assert "can't allocate memory" in endings["memory"]["message"]


def test_saving_without_a_folder_is_refused(endings: dict[str, dict[str, Any]]) -> None:
    assert endings["save without a folder"]["raised"] == "RuntimeError"
