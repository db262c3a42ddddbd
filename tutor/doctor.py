"""`tutor doctor`: tries what checking an exercise needs on this machine, and says how to mend what does not work."""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import platform
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from tutor.commands.session import Session
from tutor.errors import EXIT_BROKEN, EXIT_FAILED, EXIT_PASSED, TutorError
from tutor.hosts import HOSTS
from tutor.render.capabilities import Capabilities, Role
from tutor.render.text import escape_controls, wrap

SCHEMA = "tutor/doctor/v1"
FIT_SCHEMA = "tutor/fit/v1"
NEWEST_TESTED = (3, 13)
IMPORT_SECONDS = 180.0
_REINSTALL_TORCHVISION = (
    "pip install --force-reinstall --no-deps torchvision --index-url <the index your torch came from>"
)
_TORCH = """
import json, time
start = time.perf_counter()
import torch, numpy, safetensors
print(json.dumps({
    "version": torch.__version__,
    "cuda": torch.version.cuda,
    "gpu": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
    "seconds": time.perf_counter() - start,
}))
"""
_TORCHVISION = "import json, torchvision; print(json.dumps({'version': torchvision.__version__}))"

_ATTACK_FIX = "Mend the layers above that do not hold; until then run only your own code here."
_INDENT = " " * 16

Status = Literal["ok", "warning", "problem"]
_MARKS: dict[Status, tuple[str, Role]] = {
    "ok": ("✓", "passed"),
    "warning": ("!", "trouble"),
    "problem": ("✗", "failed"),
}


@dataclass(frozen=True)
class Finding:
    """One thing that was tried; a problem means that nothing can be checked here."""

    name: str
    status: Status
    detail: str
    fix: str = ""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--attack", action="store_true", help="hand in a dozen harmless attacks and see them stopped")
    parser.add_argument("--host", choices=tuple(HOSTS), help="measure whether the course fits this host's limits")


def run(options: Namespace, session: Session) -> int:
    if options.host is not None:
        return _fit(options, session)
    findings = []
    for finding in itertools.chain(examine(session), attacks(session) if options.attack else ()):
        findings.append(finding)
        if not options.json:
            session.console.answer(_text(finding, session.console.place))
    able = all(finding.status != "problem" for finding in findings)
    if options.json:
        report = {"schema": SCHEMA, "can_check": able, "findings": [asdict(finding) for finding in findings]}
        session.console.answer(json.dumps(report, indent=2) + "\n")
    else:
        session.console.answer(
            "\nExercises can be checked here.\n" if able else "\nExercises cannot be checked here yet.\n"
        )
    return EXIT_PASSED if able else EXIT_BROKEN


def _fit(options: Namespace, session: Session) -> int:
    """0 when the course fits the host, 1 when a limit is exceeded."""
    from tutor.host_fit import fit

    session.console.passing("Grading every lesson…")
    findings = []
    for finding in fit(HOSTS[options.host], options.host, session.course):
        session.console.passing("")
        findings.append(finding)
        if not options.json:
            session.console.answer(_text(finding, session.console.place))
    fits = all(finding.status != "problem" for finding in findings)
    if options.json:
        report = {"schema": FIT_SCHEMA, "host": options.host, "fits": fits, "findings": [asdict(f) for f in findings]}
        session.console.answer(json.dumps(report, indent=2) + "\n")
    else:
        verdict = "fits" if fits else "does not fit"
        session.console.answer(f"\nThe course {verdict} {HOSTS[options.host].title}, as measured on this machine.\n")
    return EXIT_PASSED if fits else EXIT_FAILED


def examine(session: Session) -> Iterator[Finding]:
    """Everything, the quick things first."""
    yield python()
    yield Finding("System", "ok", f"{platform.platform()}, {os.cpu_count()} processors")
    yield from bytecode()
    yield textual()
    yield terminal(session.console.place)
    yield from sandbox()
    yield from folders(session)
    found = _import_in_a_child(_TORCH, session)
    yield torch(found)
    yield torchvision(found, _import_in_a_child(_TORCHVISION, session) if "error" not in found else found)


def python() -> Finding:
    detail = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] > NEWEST_TESTED:
        return Finding("Python", "warning", f"{detail} is newer than what the tutor is tested with")
    return Finding("Python", "ok", detail)


def bytecode() -> Iterator[Finding]:
    if sys.dont_write_bytecode:
        detail = "Python is told not to keep compiled files, so every start takes about twice as long"
        yield Finding("Start-up", "warning", detail, "Unset PYTHONDONTWRITEBYTECODE.")


def textual() -> Finding:
    if importlib.util.find_spec("textual") is None:
        return Finding("Textual", "warning", "not installed, so the app cannot open", "pip install textual")
    return Finding("Textual", "ok", metadata.version("textual"))


def terminal(place: Capabilities) -> Finding:
    try:
        columns, lines = os.get_terminal_size()
    except OSError:
        return Finding("Terminal", "ok", "none here; `tutor check` and `tutor watch` need none")
    if os.environ.get("TERM", "dumb") == "dumb":
        return Finding("Terminal", "warning", "TERM is dumb, so the app cannot open", "Use `tutor watch`.")
    colour = "colour" if place.colour else "no colour"
    glyphs = "Unicode: ✓ ✗ ▲ ▼ should be one column each" if place.unicode else "ASCII only"
    detail = f"{os.environ['TERM']}, {columns} x {lines}, {colour}, {glyphs}"
    if columns < 60 or lines < 16:
        return Finding("Terminal", "warning", detail, "Make the window at least 60 x 16 for the app.")
    return Finding("Terminal", "ok", detail, "If they are wider, set TUTOR_ASCII=1." if place.unicode else "")


def sandbox() -> Iterator[Finding]:
    """One line for the grade, with what it does not stop, and one for each layer that was tried."""
    from tutor.sandbox import layers

    found = layers.probe()
    grade = layers.grade(found)
    status: Status = "ok" if grade <= "B" else "problem" if grade == "E" else "warning"
    yield Finding("Sandbox", status, f"grade {grade}: {layers.NOT_STOPPED[grade]}")
    for layer in found:
        yield Finding(f"  {layer.name}", "ok" if layer.works else "warning", layer.detail, layer.fix)


def attacks(session: Session) -> Iterator[Finding]:
    """Each shipped attack, handed in for real."""
    from tutor.attack.trial import attack

    session.console.passing("Attacking…")
    yield Finding("Attacks", "ok", "harmless ones, each handed in as a stranger's file would be")
    try:
        for result in attack(session.course):
            if result.reached:
                yield Finding("  through", "problem", f"{result.hostile.trick} {result.reached[0]}", _ATTACK_FIX)
            else:
                yield Finding("  stopped", "ok", result.hostile.trick)
    except TutorError as error:
        yield Finding("Attacks", "problem", error.message, error.advice)
    finally:
        session.console.passing("")


def folders(session: Session) -> Iterator[Finding]:
    yield _writable("Your files", session.workspace.root)
    progress = session.progress
    progress.remember("doctor", "was here")
    if progress.problem or progress.path is None:
        yield Finding("Progress", "warning", progress.problem or "kept in memory only")
    else:
        yield Finding("Progress", "ok", str(progress.path))


def torch(found: dict[str, Any]) -> Finding:
    if "error" in found:
        return Finding("PyTorch", "problem", found["error"], "pip install torch numpy safetensors")
    if found["gpu"]:
        devices = f"CUDA {found['cuda']} on {found['gpu']}"
    elif found["cuda"]:
        devices = f"CPU (built for CUDA {found['cuda']}, but no GPU answers)"
    else:
        devices = "CPU"
    return Finding("PyTorch", "ok", f"{found['version']}, {devices}, imported in {found['seconds']:.1f} s")


def torchvision(torch_found: dict[str, Any], found: dict[str, Any]) -> Finding:
    """Only some lessons use it, so that it is never more than a warning."""
    if "error" not in found:
        return Finding("torchvision", "ok", found["version"])
    built_for = _torchvision_build()
    if built_for is None:
        return Finding("torchvision", "warning", "not installed; some lessons need it", "pip install torchvision")
    if "error" not in torch_found and torch_found["cuda"] is None and "+cu" in built_for:
        detail = f"{built_for} is built for CUDA, but this PyTorch ({torch_found['version']}) is built for the CPU"
        return Finding("torchvision", "warning", detail, _REINSTALL_TORCHVISION)
    return Finding("torchvision", "warning", f"{built_for} does not import: {found['error']}", _REINSTALL_TORCHVISION)


def _torchvision_build() -> str | None:
    """Its version with the build it is for, read without importing it; None when it is not installed."""
    spec = importlib.util.find_spec("torchvision")
    if spec is None or not spec.submodule_search_locations:
        return None
    try:
        text = (Path(spec.submodule_search_locations[0]) / "version.py").read_text(encoding="utf-8")
        return text.split("__version__ = ")[1].split("\n")[0].strip("'\" ")
    except (OSError, IndexError):
        return "unknown version"


def _import_in_a_child(code: str, session: Session) -> dict[str, Any]:
    """What the code prints as JSON, or its last words under "error"; a crash there is no crash here."""
    session.console.passing("Importing…")
    command = [sys.executable, "-P", "-c", code]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=IMPORT_SECONDS)
    except subprocess.TimeoutExpired:
        return {"error": f"the import was still running after {IMPORT_SECONDS:.0f} s"}
    finally:
        session.console.passing("")
    try:
        found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
        return found
    except (IndexError, ValueError):
        words = ended.stderr.strip().splitlines()
        return {"error": words[-1] if words else f"Python ended with exit status {ended.returncode}"}


def _writable(name: str, folder: Path) -> Finding:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Finding(name, "ok", str(folder))
    except OSError as error:
        fix = "Change its permissions, or set TUTOR_WORKSPACE to another folder."
        return Finding(name, "warning", f"{there} cannot be written: {error.strerror}", fix)


def _text(finding: Finding, place: Capabilities) -> str:
    mark, role = _MARKS[finding.status]
    first, *more = wrap(escape_controls(finding.detail), place.width, _INDENT)
    lines = [f"{place.paint(mark, role)} {finding.name:<14}{first.removeprefix(_INDENT)}", *more]
    if finding.fix:
        lines += wrap(finding.fix, place.width, _INDENT)
    return place.fit("\n".join(lines) + "\n")
