"""Whether a command may leave a warm service behind, and for how long that one stays."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping

from tutor.errors import UsageError

SWITCH = "TUTOR_NO_SERVICE"
IDLE = "TUTOR_SERVICE_IDLE"
IDLE_SECONDS = 600.0


def is_wanted(environment: Mapping[str, str]) -> bool:
    """Not where TUTOR_NO_SERVICE is set, and not in CI, where nothing may outlive its command."""
    return all(environment.get(name, "").lower() in ("", "0", "false") for name in (SWITCH, "CI"))


def idle_seconds(environment: Mapping[str, str]) -> float:
    """How long a service waits for the next client; raises UsageError."""
    text = environment.get(IDLE, "")
    if not text:
        return IDLE_SECONDS
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise UsageError(f"{IDLE} is {text!r}; it is a number of seconds.", f"Unset it for {IDLE_SECONDS:.0f}.")
    return seconds


def do_without() -> None:
    """Let this command, and what it starts, use no service."""
    os.environ[SWITCH] = "1"
