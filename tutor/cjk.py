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
_JOIN = (
    rf"(?<=[{IDEOGRAPHIC}])\s*\n\s*(?=[{IDEOGRAPHIC}{_SHARED_MARKS}])|(?<=[{_SHARED_MARKS}])\s*\n\s*(?=[{IDEOGRAPHIC}])"
)


def may_have_ideographs(text: str) -> bool:
    """A quick look, so that other text never pays for the patterns, which take milliseconds to compile."""
    return max(text, default="") >= "\u2e80"


def are_joined(before: str, after: str) -> bool:
    """Whether a line break between these two texts stands for nothing, where English has a space."""
    edge = f"{before[-1:]}\n{after[:1]}"
    return may_have_ideographs(edge) and re.search(_JOIN, edge) is not None


def on_one_line(text: str) -> str:
    """A paragraph without its line breaks: each is a space, except between two Chinese characters."""
    return " ".join((re.sub(_JOIN, "", text) if may_have_ideographs(text) else text).split())
