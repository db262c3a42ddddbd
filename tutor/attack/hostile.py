"""Reads hostile hand-ins: files that try something, and say in their docstring how it must be refused."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor.report import Outcome

SHIPPED = Path(__file__).parent / "hand_ins"
PLACEHOLDER = "TARGETS = {}"
_LINE = re.compile(r"^(Family|Profile|Only when confined): (.+)$", re.MULTILINE)
_REFUSED = re.compile(r"^Refused as ([\w ]+): (.+)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Hostile:
    """One hand-in, and what its docstring promises."""

    name: str
    source: str
    trick: str
    family: str
    """The family of attacks in the list the corpus is drawn from, such as A1."""
    profile: str
    outcomes: frozenset[Outcome]
    how: str
    only_confined: str
    """Why it is never run without the sandbox; empty when it is, to see that the trick works there."""

    @property
    def tells_when_through(self) -> bool:
        return "THROUGH" in self.source

    def aimed_at(self, targets: dict[str, Any]) -> str:
        """The source, with what lies outside in place of the placeholder."""
        return self.source.replace(PLACEHOLDER, f"TARGETS = {targets!r}")


def read_hostile(path: Path) -> Hostile:
    """Read one file; raises ValueError when its docstring lacks a line."""
    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    name = f"{path.parent.name}/{path.stem}"
    lines = dict(_LINE.findall(docstring))
    refused = _REFUSED.search(docstring)
    if refused is None or "Family" not in lines:
        raise ValueError(f'{name}: the docstring has no line "Family: …" or "Refused as …: …"')
    return Hostile(
        name=name,
        source=source,
        trick=docstring.partition("\n\n")[0].replace("\n", " "),
        family=lines["Family"],
        profile=lines.get("Profile", "solo"),
        outcomes=frozenset(Outcome(word) for word in refused[1].split(" or ")),
        how=" ".join(refused[2].split()),
        only_confined=lines.get("Only when confined", ""),
    )


def read_folder(folder: Path) -> dict[str, Hostile]:
    """Every hostile hand-in of a folder by name."""
    found = [read_hostile(path) for path in sorted(folder.glob("*.py"))]
    return {hostile.name: hostile for hostile in found}
