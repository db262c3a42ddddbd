"""Colours of code, in lessons and in the editor; apart from the themes, as this loads pygments and TextArea."""

from __future__ import annotations

from pygments.token import Token  # type: ignore[import-untyped]  # no stubs are installed
from rich.style import Style
from textual.highlight import HighlightTheme
from textual.theme import Theme
from textual.widgets.text_area import TextAreaTheme

from tutor.tui.themes import DARK, LIGHT

_CODE_STYLES = {
    **HighlightTheme.STYLES,
    Token.Name: "$foreground",
    Token.Name.Namespace: "$foreground",
    Token.Name.Builtin: "$secondary",
    Token.Name.Builtin.Pseudo: "$foreground italic",
    Token.Name.Function: "$secondary",
    Token.Name.Function.Magic: "$secondary",
    Token.Name.Class: "$secondary bold",
    Token.Name.Decorator: "$accent",
    Token.Keyword: "$primary",
    Token.Keyword.Constant: "$accent",
    Token.Keyword.Namespace: "$primary",
    Token.Operator: "$foreground 70%",
    Token.Operator.Word: "$primary",
    Token.Punctuation: "$foreground 80%",
    Token.Comment: "$foreground 60% italic",
    Token.Literal.Number: "$accent",
    Token.Literal.String: "$success",
    Token.Literal.String.Doc: "$success",
    Token.Literal.String.Double: "$success",
    Token.Literal.String.Single: "$success",
}


class LessonHighlight(HighlightTheme):
    """Code in a lesson. Textual's own theme paints every name in the primary colour."""

    STYLES = _CODE_STYLES


def _editor_theme(name: str, app: Theme, string: str, comment: str, gutter: str, selection: str) -> TextAreaTheme:
    text, keyword = Style(color=app.foreground), Style(color=app.primary)
    number, function = Style(color=app.warning), Style(color=app.secondary)
    keywords = ("keyword", "keyword.function", "keyword.return", "keyword.operator", "repeat", "include")
    numbers = ("number", "float", "boolean", "constant.builtin")
    functions = ("function", "function.call", "method", "method.call", "type.builtin")
    return TextAreaTheme(
        name=name,
        base_style=Style(color=app.foreground, bgcolor=app.surface),
        gutter_style=Style(color=gutter, bgcolor=app.surface),
        cursor_style=Style(color=app.surface, bgcolor=app.primary),
        cursor_line_style=Style(bgcolor=app.panel),
        cursor_line_gutter_style=Style(color=app.primary, bgcolor=app.panel),
        selection_style=Style(bgcolor=selection),
        bracket_matching_style=Style(bgcolor=selection, bold=True),
        syntax_styles={
            **dict.fromkeys((*keywords, "conditional", "exception"), keyword),
            **dict.fromkeys(numbers, number),
            **dict.fromkeys(functions, function),
            **dict.fromkeys(("type", "variable.parameter", "operator"), text),
            "string": Style(color=string),
            "comment": Style(color=comment, italic=True),
            "class": Style(color=app.secondary, bold=True),
        },
    )


EDITOR_DARK = _editor_theme("tutor-dark", DARK, "#a5d6a7", "#7d879c", "#6b758c", "#33415c")
EDITOR_LIGHT = _editor_theme("tutor-light", LIGHT, "#2f6b3a", "#6b7485", "#717a8c", "#d6e2fb")
