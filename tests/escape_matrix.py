"""Writes docs/escapes.md: every hostile hand-in, how it is refused, and which layers would do without the others.

Run as `python tests/escape_matrix.py`, as root on a machine of grade A.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from corpus import read_corpus

from tutor.attack.hostile import Hostile

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "escapes.md"
LAYERS = ("landlock", "seccomp", "mountns", "userns", "rlimits", "cgroup")
KEPT = {
    "none": set(),
    "Landlock": {"landlock"},
    "seccomp": {"seccomp"},
    "root folder": {"mountns", "userns"},
    "limits": {"rlimits"},
}
COLUMNS = {title: [layer for layer in LAYERS if layer not in kept] for title, kept in KEPT.items()}
"""With which layer alone, and so without which; the user namespace matters only where others are entered through it."""
ALONE_OFF = {"Landlock": "landlock", "seccomp": "seccomp", "root folder": "mountns", "limits": "rlimits"}
HEAD = """# Hostile hand-ins, and what stops each

Written by `python tests/escape_matrix.py`; not by hand. Each file of `tests/escapes` and `tutor/attack/hand_ins` was
handed in for real: with every layer of the sandbox, with all but one, with one layer alone, and with none but another
user id.

- Under "none" and the four layers alone, **through** means that the trick reached something outside, *stopped* that
  it did not.
- A row of – has no such run. Its goal is a verdict, and that is reached in another process, from observations; or it
  could harm the machine; or it needs processes, which never run without all namespaces.
- "Needs" names the layers that no other backs up: with that one alone switched off, the trick gets through.

No hand-in of this list passed in any of these runs.
"""


def came_of(names: Iterable[str], without: Iterable[str]) -> dict[str, bool]:
    """Whether each got through with some layers switched off."""
    command = [sys.executable, "escape_run.py", "--without", " ".join(without), *names]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [entry for entry in found if entry["outcome"] == "passed"]
    return {entry["name"]: bool(entry["through"] or entry["breaches"]) for entry in found}


def row(hostile: Hostile, columns: dict[str, dict[str, bool]], alone_off: dict[str, dict[str, bool]]) -> str:
    """One line of the table."""
    marks = [{True: "**through**", False: "stopped", None: "–"}[found.get(hostile.name)] for found in columns.values()]
    needs = ", ".join(layer for layer, found in alone_off.items() if found.get(hostile.name))
    cells = (f"`{hostile.name}`", hostile.family, hostile.trick, " or ".join(sorted(hostile.outcomes)), *marks, needs)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _is_harmless(hostile: Hostile) -> bool:
    return not hostile.only_confined and hostile.profile != "multi"


def main() -> None:
    corpus = read_corpus()
    bold = [name for name, hostile in corpus.items() if hostile.tells_when_through and _is_harmless(hostile)]
    columns = {title: came_of(bold, without) for title, without in COLUMNS.items()}
    alone_off = {title: came_of(bold, [layer]) for title, layer in ALONE_OFF.items()}
    head = ("hand-in", "family", "trick", "refused as", *columns, "needs")
    lines = [HEAD, f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    rows = [row(hostile, columns, alone_off) for hostile in corpus.values()]
    PAGE.write_text("\n".join([*lines, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
