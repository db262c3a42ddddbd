"""Chinese and Japanese text: which characters are written without spaces between words, and what follows from that."""

from __future__ import annotations

import re

IDEOGRAPHIC = (
    r"\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0003fffd"
)
"""Ideographs, kana and their punctuation, for a class of a regular expression; Korean has spaces between words."""
_SHARED_MARKS = "—…·“”‘’"
"""Punctuation that Chinese shares with English."""
_JOIN = re.compile(
    rf"(?<=[{IDEOGRAPHIC}])\s*\n\s*(?=[{IDEOGRAPHIC}{_SHARED_MARKS}])|(?<=[{_SHARED_MARKS}])\s*\n\s*(?=[{IDEOGRAPHIC}])"
)


def are_joined(before: str, after: str) -> bool:
    """Whether a line break between these two texts stands for nothing, where English has a space."""
    return bool(before and after and _JOIN.search(f"{before[-1]}\n{after[0]}"))


def on_one_line(text: str) -> str:
    """A paragraph without its line breaks: each is a space, except between two Chinese characters."""
    return " ".join(_JOIN.sub("", text).split())
