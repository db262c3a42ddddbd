"""What a document says besides the reports themselves: where it was made, and for which files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Occasion:
    """Around one grading; every format takes it, and most need nothing of it."""

    environment: Mapping[str, str] = field(default_factory=dict)
    """The host's variables, from which Classroom 50 names the submission."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Where each lesson's hand-in lies, by lesson id, as the host names it: "exercises/focal_loss.py"."""
    untouched: tuple[str, ...] | None = None
    """The lessons whose stub nobody has changed, when several lessons were asked for; None when one was."""
    token: str = field(default_factory=lambda: os.urandom(16).hex())
    """What ends a block of untrusted output in GitHub's log; nobody can guess it."""
