"""Settings for a learner's own editor: an exercise not written yet is no list of mistakes."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

_QUIET_RULES = (
    "reportMissingImports",  # PyTorch may be installed for the tutor only
    "reportMissingModuleSource",
    "reportUnusedImport",
    "reportUnusedVariable",
    "reportUnusedParameter",  # known to basedpyright only; pyright passes over it
    "reportUnusedExpression",
    "reportReturnType",
    "reportPrivateImportUsage",
    "reportDeprecated",
)
_PYRIGHT = {"typeCheckingMode": "basic", **dict.fromkeys(_QUIET_RULES, "none")}
_VS_CODE = {
    "[python]": {"editor.showUnused": False, "editor.showDeprecated": False},
    "pyright.disableTaggedHints": True,
    "ruff.configurationPreference": "filesystemFirst",
}
_RUFF = """\
# Written by the tutor once and never again: yours to change.
line-length = 120

[lint]
extend-ignore = ["F401"]  # an exercise imports what its answer will need
"""
_FILES = {
    "pyrightconfig.json": json.dumps(_PYRIGHT, indent=2) + "\n",
    ".vscode/settings.json": json.dumps(_VS_CODE, indent=2) + "\n",
    "ruff.toml": _RUFF,
}
_ALREADY_SET = {
    "pyrightconfig.json": ("pyproject.toml",),
    "ruff.toml": (".ruff.toml", "pyproject.toml"),
}
"""Files of the learner that say the same, and would no longer be read."""


def write_editor_settings(folder: Path) -> None:
    """Write each file that is not there; what cannot be written is left out, as every lesson works without."""
    for name, content in _FILES.items():
        if not any(os.path.lexists(folder / other) for other in (name, *_ALREADY_SET.get(name, ()))):
            with contextlib.suppress(OSError):
                _write_whole(folder / name, content)


def _write_whole(path: Path, content: str) -> None:
    """Create the file; half of one is taken away again."""
    path.parent.mkdir(exist_ok=True)
    with open(path, "x", encoding="utf-8") as file:
        try:
            file.write(content)
            file.flush()
        except OSError:
            path.unlink()
            raise
