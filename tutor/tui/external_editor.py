"""The learner's own editor: which one it is, and whether it takes over the terminal or opens a window."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_WINDOWED = frozenset(
    (
        *("code", "codium", "code-insiders", "cursor", "windsurf", "subl", "sublime_text", "zed", "atom", "lapce"),
        *("pycharm", "pycharm-community", "charm", "idea", "spyder", "gedit", "kate", "kwrite", "mousepad", "pluma"),
        *("gvim", "mvim", "xed", "geany", "notepad", "notepad++", "open", "xdg-open", "mate", "bbedit"),
    )
)
_USUAL = ("nano", "vim", "vi")


@dataclass(frozen=True)
class ExternalEditor:
    """A command that edits a file."""

    command: tuple[str, ...]
    is_windowed: bool
    """Opens a window of its own, so the app can go on beside it."""

    @property
    def name(self) -> str:
        return Path(self.command[0]).name

    def open_window(self, path: Path) -> None:
        """Start it and go on; raises OSError."""
        quiet = subprocess.DEVNULL
        window = subprocess.Popen(
            [*self.command, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        threading.Thread(target=window.wait, daemon=True).start()  # so that it leaves no zombie behind

    def edit(self, path: Path) -> None:
        """Run it in this terminal until it ends; raises OSError."""
        subprocess.run([*self.command, str(path)], check=False)


def find_editor(environment: Mapping[str, str] = os.environ) -> ExternalEditor | None:
    """$VISUAL, else $EDITOR, else one that most systems have."""
    for variable in ("VISUAL", "EDITOR"):
        command = _split(environment.get(variable, ""))
        if command:
            return ExternalEditor(command, Path(command[0]).name.removesuffix(".exe") in _WINDOWED)
    usual = next((name for name in _USUAL if shutil.which(name)), None)
    return ExternalEditor((usual,), is_windowed=False) if usual else None


def _split(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return (command,)
