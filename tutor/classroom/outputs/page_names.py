"""A file name for any student id: readable where it can be, never another folder, the same every time."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"(?=.{1,64}$)[a-z0-9]+(?:[._-][a-z0-9]+)*")
_ENDS_LIKE_OURS = re.compile(r"-[0-9a-f]{12}$")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""What Windows takes for a device."""


def file_name(student: str) -> str:
    """The id itself if it is plain lower-case ASCII, else what is left of it with a hash that tells ids apart."""
    if _PLAIN.fullmatch(student) and not _RESERVED.match(student) and not _ENDS_LIKE_OURS.search(student):
        return student
    slug = re.sub(r"[^a-z0-9]+", "-", student[:200].lower()).strip("-")[:40]
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{slug or 'student'}-{digest}"
