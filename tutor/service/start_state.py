"""What a service was started with, as two numbers: where its course and its Python are, and what code it has.

What is in the course is not part of it: whoever judges reads a lesson's files again when one of them has changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor import __version__
from tutor.file_marks import mark, marks

_KEPT = ("PATH", "HOME", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "CUDA_VISIBLE_DEVICES", "LANG", "TMPDIR")
_KEPT_GROUPS = ("TUTOR_", "LC_")
_DECIDES_NOTHING = ("PATH", "HOME", "LANG", "TUTOR_LANG", "TUTOR_ASCII", "TUTOR_WORKSPACE")
_LOCALE = "LC_"
"""Python itself sets LC_CTYPE in some of its processes, and it decides nothing either."""


@dataclass(frozen=True)
class StartState:
    """Two services of the same place and another version: the older one has outlived an edit or an upgrade."""

    place: str
    """Of the course, the Python environment and the variables that reach a worker."""
    version: str
    """Of the code and the installed PyTorch."""

    @property
    def name(self) -> str:
        return f"{self.place}-{self.version}"


def start_state(course_root: Path, environment: Mapping[str, str]) -> StartState:
    """The state that a service started now would have; no file is opened, only looked at from outside."""
    variables = {n: v for n, v in environment.items() if n not in _DECIDES_NOTHING and not n.startswith(_LOCALE)}
    package = Path(__file__).parents[1]
    place = (str(package), str(course_root), sys.executable, sys.prefix, os.getuid(), sorted(variables.items()))
    version = (__version__, sys.version, _torch(), sorted(marks(str(package))))
    return StartState(_digest(place), _digest(version))


def service_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What a process that outlives the shell may know of it: no secret of the shell, no path relative to its folder."""
    kept = {n: v for n, v in environment.items() if n in _KEPT or n.startswith(_KEPT_GROUPS)}
    if entries := _modules_elsewhere(environment.get("PYTHONPATH", "")):
        kept["PYTHONPATH"] = os.pathsep.join(entries)
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        if name in environment:
            kept[name] = environment[name]
    return kept


def _modules_elsewhere(path: str) -> list[str]:
    """The folders of PYTHONPATH, each once, but not our own, which every process of ours gets anyway."""
    folders = dict.fromkeys(os.path.abspath(entry) for entry in path.split(os.pathsep) if entry)
    folders.pop(str(Path(__file__).parents[2]), None)
    return list(folders)


def _torch() -> str:
    """The mark of the PyTorch that a worker would import, which is not imported to find out."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return "none"
    return mark(os.path.join(os.path.dirname(spec.origin), "version.py"))


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:12]
