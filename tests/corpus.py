"""The hostile hand-ins of tests/escapes, and those that `tutor doctor --attack` ships."""

from __future__ import annotations

from pathlib import Path

from tutor.attack.hostile import SHIPPED, Hostile, read_folder

ESCAPES = Path(__file__).parent / "escapes"


def read_corpus() -> dict[str, Hostile]:
    """All of them by name, such as native/calls_bpf."""
    folders = [SHIPPED, *sorted(folder for folder in ESCAPES.iterdir() if folder.is_dir())]
    return {name: hostile for folder in folders for name, hostile in read_folder(folder).items()}
