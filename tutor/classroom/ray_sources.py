"""Hand-ins in the object store of a Ray cluster, known by their content."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import Any

KEPT_BYTES = 32 << 20
"""What stays in the store in case the same is handed in again."""


class Sources:
    """Puts each content into the store once, however often it is handed in."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._kept: OrderedDict[bytes, tuple[Any, int]] = OrderedDict()
        self._bytes = 0

    def put(self, source: bytes) -> Any:
        """Where it is; what has not been handed in for longest leaves the store when more than KEPT_BYTES are kept."""
        digest = hashlib.sha256(source).digest()
        if digest not in self._kept:
            self._kept[digest] = self._ray.put(source), len(source)
            self._bytes += len(source)
        self._kept.move_to_end(digest)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1][1]
        return self._kept[digest][0]
