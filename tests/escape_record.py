"""What the proof in docs/escapes.md depends on, as one number: it changes when any of it does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import grimp

from tutor.classroom.canonical_json import canonical_json

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "escapes.md"
PROGRAMS = ("tutor.client", "tutor.worker.__main__", "tutor.engine", "tutor.attack.hostile", "tutor.attack.outside")
"""What runs a hand-in, judges it and looks from outside; everything that they import counts too."""
FOLDERS = ("tests/escapes", "tutor/attack/hand_ins", "tests/course")
TESTS = (
    *("corpus", "degrees", "escape_matrix", "escape_run", "hostile_places", "imitations", "injection"),
    *("layered_worker", "test_escapes", "test_fail_closed", "test_honest_without_layers", "trial"),
)
_HELD = re.compile(r"^All of it held at `([0-9a-f]{64})`", re.MULTILINE)


def fingerprint() -> str:
    """SHA-256 over the files that the proof depends on, and the versions of the packages."""
    files = {path.relative_to(ROOT).as_posix(): _sha256(path.read_bytes()) for path in files_of_the_proof()}
    versions = {"torch": ".".join(version("torch").split(".")[:2])}
    versions |= {package: version(package) for package in ("landlockpy", "seccompy")}
    return _sha256(canonical_json({"files": files, "versions": versions}))


def recorded_fingerprint() -> str:
    """What was tried when the page was written; "" without one."""
    held = _HELD.search(PAGE.read_text(encoding="utf-8"))
    return held[1] if held else ""


def files_of_the_proof() -> Iterator[Path]:
    """The hand-ins, what they are handed in to, and what watches them."""
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    yield from (ROOT / "tests" / f"{name}.py" for name in TESTS)
    for module in _modules():
        path = ROOT.joinpath(*module.split("."))
        yield path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _modules() -> set[str]:
    graph = grimp.build_graph("tutor", cache_dir=None)
    found = {module for program in PROGRAMS for module in (program, *graph.find_upstream_modules(program))}
    parts = [module.split(".") for module in found]
    return found | {".".join(names[:depth]) for names in parts for depth in range(1, len(names))}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
