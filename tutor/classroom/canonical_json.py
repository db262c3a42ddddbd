"""One spelling for every JSON value, so that what is hashed or signed does not depend on who wrote it down."""

from __future__ import annotations

import json
from typing import Any


def canonical_json(value: Any) -> bytes:
    """Keys sorted, no spaces, everything beyond ASCII escaped; raises ValueError for nan and the infinities.

    A float is written with the fewest digits that read back as the same float, as Python's repr does. Text that is not
    valid Unicode, as in the name of a file, survives as escapes.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return text.encode("ascii")
