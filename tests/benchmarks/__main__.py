"""Measures what users wait for and what it costs, side by side with other tools in one run.

`uv run python -m tests.benchmarks` does it all, which takes long; name parts of it to do only those. Everything is
written to `.benchmarks/`, or to the folder after --out. Nothing is asserted, because a shared machine is no stopwatch:
look at ratios, and at the load it says at the top.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from . import growth, memory, plots, small_host, start_up, warm_checks, whole_commands
from .grading import measure_class
from .measurement import Found, curve_table, table
from .peers import PeerFailed, environment_with, run

PARTS: dict[str, Callable[[], Found]] = {
    "commands": whole_commands.measure,
    "checks": warm_checks.measure,
    "app": start_up.measure,
    "memory": memory.measure,
    "small_host": small_host.measure,
    "class": measure_class,
    "growth": growth.measure,
}
RESULT = "benchmarks.json"


def machine() -> dict[str, Any]:
    return {
        "cpus": os.cpu_count(),
        "load at the start": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: version(name) for name in ("torch", "textual", "tensor-tutor")},
    }


def page(about: dict[str, Any], found: Found, picture: bool) -> str:
    facts = ", ".join(f"{name} {value}" for name, value in about.items())
    parts = ["# Benchmarks", facts, table(found.measurements), *found.tables]
    parts += ["![How cost grows](benchmarks.svg)"] if picture else []
    return "\n\n".join([*parts, *map(curve_table, found.curves)]) + "\n"


def together(all_found: list[Found]) -> Found:
    return Found(
        tuple(one for found in all_found for one in found.measurements),
        tuple(curve for found in all_found for curve in found.curves),
        tuple(text for found in all_found for text in found.tables),
    )


def keep(folder: Path, about: dict[str, Any], found: Found) -> str:
    """Write all that was found so far; the page."""
    result = folder / RESULT
    measurements = [{**asdict(one), "met": one.is_met} for one in found.measurements]
    curves = [asdict(curve) for curve in found.curves]
    result.write_text(json.dumps({"machine": about, "measurements": measurements, "curves": curves}, indent=1) + "\n")
    text = page(about, found, bool(found.curves) and draw(result, folder / "benchmarks.svg"))
    (folder / "benchmarks.md").write_text(text)
    return text


def draw(result: Path, picture: Path) -> bool:
    """Whether there is a picture; matplotlib has an environment of its own."""
    try:
        run(environment_with(plots.REQUIREMENT), plots.__file__, result, picture)
    except PeerFailed as fault:
        print(f"There is no picture: {fault}", file=sys.stderr)
    return picture.exists()


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--out", type=Path, default=whole_commands.ROOT / ".benchmarks", help="where results go")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / RESULT).touch()
    except OSError as error:
        parser.error(f"nothing can be kept in {options.out}: {error.strerror}")
    about, all_found = machine(), []
    for part in options.parts or PARTS:
        print(f"{part} …", file=sys.stderr)
        all_found.append(PARTS[part]())
        text = keep(options.out, about, together(all_found))
    print(text)


if __name__ == "__main__":
    main()
