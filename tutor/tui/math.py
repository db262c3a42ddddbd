"""TeX formulas as Unicode text. All that knows TeXicode is here, so it can be replaced without anyone noticing."""

from __future__ import annotations

import re
from functools import lru_cache

from texicode import arts
from texicode.pipeline import render_tex_rows

from tutor.tui.display import is_ascii

# Letters of the basic plane only: few terminal fonts have the mathematical italics of U+1D44E and on.
arts.font = arts.font_normal

_OPERATOR_NAME = re.compile(r"\\operatorname\*?\{([^{}]*)\}")
_FUNCTION_WORD = re.compile(r"(\\(?:log|exp|sin|cos|tanh|max|min))\s+(?=[a-zA-Z\\])")
_RELATION = re.compile(r"\s*(=|\\(?:sim|approx|leq?|geq?|to|in|times|star)\b)\s*")
_SIGN_AFTER = "({[=^_,"
_FAILURE = re.compile(r"^T?eXicode:")


def tex_rows(tex: str) -> tuple[str, ...] | None:
    """The formula as rows of text, or None if it cannot be drawn honestly, or not in ASCII."""
    return None if is_ascii() else _drawn(tex)


@lru_cache(maxsize=512)
def _drawn(tex: str) -> tuple[str, ...] | None:
    prepared = _OPERATOR_NAME.sub(r"\\mathrm{\1}", tex.strip())
    prepared = _FUNCTION_WORD.sub(r"\1\\ ", prepared)
    try:
        rows = render_tex_rows(_with_air(prepared), False)
    except Exception:  # TeXicode documents no exceptions of its own; any of them means it cannot draw this
        return None
    if not any(rows) or _FAILURE.match(rows[0]) or any("?" in row for row in rows):
        return None
    indent = 1 if all(row.startswith(" ") for row in rows) else 0
    return tuple(row[indent:].rstrip() for row in rows)


def tex_inline(tex: str) -> str:
    """The formula on one line: drawn if it needs no second row, else spelled with / and ^."""
    rows = tex_rows(tex)
    return rows[0] if rows and len(rows) == 1 else _spelled(tex)


def _with_air(tex: str) -> str:
    """Put spaces around relations and around binary + and - outside braces; TeXicode sets none."""
    out: list[str] = []
    depth = place = 0
    while place < len(tex):
        character = tex[place]
        depth += (character == "{") - (character == "}")
        relation = _RELATION.match(tex, place) if depth == 0 and not _is_attached(tex, place) else None
        if relation:
            out.append(rf"\ {relation[1]}\ ")
            place = relation.end()
        elif depth == 0 and character in "+-" and _is_binary(tex, place):
            out.append(rf"\ {character}\ ")
            place += 1
            place += len(tex[place:]) - len(tex[place:].lstrip(" "))
        else:
            out.append(character)
            place += 1
    return "".join(out)


def _is_attached(tex: str, place: int) -> bool:
    return place > 0 and tex[place - 1] in "\\^_{"


def _is_binary(tex: str, place: int) -> bool:
    before = tex[:place].rstrip()
    return bool(before) and before[-1] not in _SIGN_AFTER and not before.endswith("\\")


_FRACTION = re.compile(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\{([^{}]*)\}")
_WORD = re.compile(r"\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}")
_SCRIPT = re.compile(r"([\^_])\{([^{}]*)\}")
_TRANSPOSED = re.compile(r"\^\s*(?:\\top|\{\\top\})")
_COMMAND = re.compile(r"\\([a-zA-Z]+|[,;:! ])")
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "quad": "  ", "left": "", "right": "", "limits": ""}


def _spelled(tex: str) -> str:
    """A formula of several rows as one: (a)/(b), √(x), x^(n-1), W^T."""
    text = _TRANSPOSED.sub("ᵀ", _WORD.sub(r"\1", tex.strip()))
    for _ in range(3):  # nested braces, innermost first
        text = _FRACTION.sub(lambda m: f"{_grouped(m[1])}/{_grouped(m[2])}", text)
        text = _ROOT.sub(lambda m: f"√{_grouped(m[1])}", text)
        text = _SCRIPT.sub(lambda m: m[1] + _grouped(m[2]), text)
    text = _COMMAND.sub(_symbol, text)
    return re.sub(r"\s+", " ", text.replace("{", "").replace("}", "")).strip()


def _grouped(tex: str) -> str:
    return tex if re.fullmatch(r"\\?\w+", tex) else f"({tex})"


def _symbol(command: re.Match[str]) -> str:
    if command[1] in _SPACES:
        return _SPACES[command[1]]
    rows = tex_rows(command[0])
    is_symbol = rows is not None and len(rows) == 1
    return rows[0].strip() if is_symbol and rows else command[0]
