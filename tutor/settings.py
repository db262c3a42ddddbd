"""What a learner sets in a file of their own: settings.toml, beside the progress or in the folder for settings."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LARGEST = 1 << 16


@dataclass(frozen=True)
class Settings:
    """The settings that could be read, and a sentence about each that could not."""

    keys: dict[str, str] = field(default_factory=dict)
    """The keys for each action, by the action's name: {"hint": "h", "slice.next": "right_square_bracket,x"}."""
    problems: tuple[str, ...] = ()


def settings_path() -> Path | None:
    """settings.toml in $TUTOR_STATE_DIR, else in `tutor` in $XDG_CONFIG_HOME or ~/.config; None without a home."""
    try:
        if chosen := os.environ.get("TUTOR_STATE_DIR"):
            return Path(chosen).expanduser().absolute() / "settings.toml"
        config = os.environ.get("XDG_CONFIG_HOME", "")
        return (Path(config) if os.path.isabs(config) else Path.home() / ".config") / "tutor" / "settings.toml"
    except RuntimeError:
        return None


def read_settings(path: Path | None) -> Settings:
    """The settings in the file; the defaults, and why, where there are none that can be read."""
    try:
        if path is None or not path.is_file():
            return Settings()
        if path.stat().st_size > LARGEST:
            return Settings(problems=(f"{path} is too large to be a file of settings.",))
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(problems=(f"{path} cannot be read: {error}.",))
    keys = document.get("keys", {})
    if not isinstance(keys, dict):
        return Settings(problems=(f"{path}: keys is a table, written as [keys].",))
    chosen: dict[str, str] = {}
    problems: list[str] = []
    for name, value in _flat(keys):
        if isinstance(value, str) and value.strip():
            chosen[name] = value.strip()
        else:
            problems.append(f'The key for {name} is written in quotes: {name} = "x".')
    return Settings(chosen, tuple(problems))


def _flat(table: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Every entry under its whole name: `slice.next = "x"` is a table in a table to TOML."""
    entries: list[tuple[str, Any]] = []
    for name, value in table.items():
        entries += _flat(value, f"{before}{name}.") if isinstance(value, dict) else [(before + name, value)]
    return entries
