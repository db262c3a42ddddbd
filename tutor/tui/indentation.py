"""What an editor for Python does beside inserting the key: indent the next line, close brackets."""

from __future__ import annotations

import re

INDENT = "    "
PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}
_CLOSING = frozenset(PAIRS.values())
_LEAVES = re.compile(r"\s*(return|raise|pass|break|continue)\b")
_COMMENT = re.compile(r"\s+#.*$")


def indent_after(line: str) -> str:
    """The indentation of the line that follows when Enter is pressed at the end of `line`."""
    indent = line[: len(line) - len(line.lstrip())]
    code = _COMMENT.sub("", line).rstrip()
    if code.endswith((":", "(", "[", "{")):
        return indent + INDENT
    if _LEAVES.match(line) and not code.endswith((",", "\\")) and _is_balanced(code):
        return indent[: -len(INDENT)]
    return indent


def _is_balanced(code: str) -> bool:
    return all(code.count(left) == code.count(right) for left, right in ("()", "[]", "{}"))


def closing_for(character: str, before: str, after: str) -> str:
    """What to put behind the cursor when `character` is typed between `before` and `after`."""
    if character not in PAIRS or (after and not after[0].isspace() and after[0] not in ",:)]}"):
        return ""
    if character in "\"'" and (before[-1:].isalnum() or before[-1:] in ("_", character) or before.count(character) % 2):
        return ""
    return PAIRS[character]


def steps_over(character: str, after: str) -> bool:
    """Whether typing `character` only moves past the same one that is already there."""
    return character in _CLOSING and after.startswith(character)


def deletes_pair(before: str, after: str) -> bool:
    """Whether Backspace between an empty pair removes both halves."""
    return bool(before and after) and PAIRS.get(before[-1]) == after[0]
