"""A lesson's markdown as tokens that Textual knows: one rule rewrites all that it would drop or crash on."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from tutor.cjk import are_joined
from tutor.tui.math import tex_inline

_ALERT = re.compile(r"^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*")


def lesson_parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough, $math$ and GitHub's alerts; nothing else, as Textual dies of the rest."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(dollarmath_plugin, allow_space=True, double_inline=False)
    parser.core.ruler.push("lesson", _rewrite)
    return parser


def _rewrite(state: StateCore) -> None:
    for place, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            _name_alert(token, state.tokens[place + 1 : place + 4])
        elif token.type == "inline" and token.children:
            token.children = _plain_children(token.children)


def _name_alert(quote: Token, following: list[Token]) -> None:
    """Move the kind out of `> [!TIP]` into the quote's own token."""
    inline = next((token for token in following if token.type == "inline" and token.children), None)
    match = _ALERT.match(inline.children[0].content) if inline and inline.children else None
    if inline is None or inline.children is None or match is None:
        return
    quote.meta["kind"] = match[1].lower()
    inline.children[0].content = inline.children[0].content[match.end() :]
    if not inline.children[0].content and len(inline.children) > 1 and inline.children[1].type == "softbreak":
        del inline.children[:2]


def _plain_children(children: list[Token]) -> list[Token]:
    plain: list[Token] = []
    for place, child in enumerate(children):
        if child.type == "math_inline":
            formula = Token("text", "", 0, content=tex_inline(child.content))
            plain += [Token("em_open", "em", 1), formula, Token("em_close", "em", -1)]
        elif child.type == "html_inline":
            plain += [Token("hardbreak", "br", 0)] if child.content.lower().startswith("<br") else []
        elif child.type == "image":
            plain.append(Token("text", "", 0, content=f"[{child.content}]"))
        elif child.type == "softbreak" and _joins_chinese(children, place):
            continue
        else:
            plain.append(child)
    return plain


def _joins_chinese(children: list[Token], place: int) -> bool:
    """Whether a line break sits between two Chinese characters, where a space would be a mistake."""
    before = next((child.content for child in reversed(children[:place]) if child.content), "")
    after = next((child.content for child in children[place + 1 :] if child.content), "")
    return are_joined(before, after)
