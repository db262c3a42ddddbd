"""Draws a lesson: Textual's Markdown with formulas, callouts and code in the course's own looks."""

from __future__ import annotations

from typing import Any

from markdown_it.token import Token
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Markdown, Static
from textual.widgets._markdown import MarkdownBlock, MarkdownBlockQuote

from tutor.tui.lesson_fence import Fence
from tutor.tui.lesson_parser import lesson_parser
from tutor.tui.math import tex_rows
from tutor.tui.wording import say


class MathBlock(MarkdownBlock):
    """A displayed formula; one that cannot be drawn shows its TeX in the warning colour."""

    DEFAULT_CSS = """
    MathBlock { width: 1fr; height: auto; margin: 0 0 1 0; padding: 0 2; text-wrap: nowrap; }
    """

    def __init__(self, markdown: Markdown, token: Token) -> None:
        super().__init__(markdown, token)
        rows = tex_rows(token.content)
        self.set_content(
            Content("\n".join(rows)) if rows else Content.styled(" ".join(token.content.split()), "$warning")
        )


class Callout(MarkdownBlockQuote):
    """A quotation, or one of GitHub's alerts with its name above the text."""

    DEFAULT_CSS = """
    Callout { margin: 0 0 1 0; padding: 0 1; background: transparent; border-left: outer $secondary; }
    Callout:light { border-left: outer $secondary; }
    Callout.tip { border-left: outer $success; }
    Callout.warning, Callout.caution { border-left: outer $warning; }
    Callout.important { border-left: outer $primary; }
    Callout > MarkdownParagraph, Callout > MarkdownBlock { margin: 0; }
    Callout > .callout-name { text-style: bold; color: $foreground 65%; }
    """

    def __init__(self, markdown: Markdown, token: Token, *args: Any, **options: Any) -> None:
        super().__init__(markdown, token, *args, **options)
        self.kind: str = token.meta.get("kind", "")
        if self.kind:
            self.add_class(self.kind)

    def compose(self) -> ComposeResult:
        if self.kind:
            yield Static(say.callout_names[self.kind], classes="callout-name", markup=False)
        yield from super().compose()

    def relabel(self) -> None:
        for name in self.query_children(".callout-name").results(Static):
            name.update(say.callout_names[self.kind])


class LessonMarkdown(Markdown):
    """One lesson, or any other markdown of the course; posts LinkClicked and opens nothing itself."""

    BLOCKS = {**Markdown.BLOCKS, "blockquote_open": Callout, "fence": Fence, "code_block": Fence}  # noqa: RUF012  # as in Textual
    DEFAULT_CSS = """
    LessonMarkdown { padding: 0 2 1 2; }
    LessonMarkdown MarkdownH1 {
        content-align: left middle; color: $primary; text-style: bold; background: transparent; margin: 1 0 1 0;
    }
    LessonMarkdown MarkdownH2 { color: $secondary; text-style: bold; margin: 1 0 1 0; }
    LessonMarkdown MarkdownH3 { color: $foreground; text-style: bold; margin: 1 0 1 0; }
    LessonMarkdown MarkdownFence { margin: 0 0 1 0; background: $panel; color: $foreground; }
    LessonMarkdown MarkdownFence:light { background: $panel; }
    LessonMarkdown MarkdownFence { overflow: hidden; }
    LessonMarkdown MarkdownFence > Label { padding: 0 1; width: 1fr; text-wrap: wrap; }
    LessonMarkdown .fence-label { color: $foreground 60%; padding: 0 1; text-style: italic; }
    LessonMarkdown MarkdownBullet { color: $primary; }
    LessonMarkdown MarkdownBullet:light { color: $primary; }
    LessonMarkdown MarkdownTable { margin: 0 0 1 0; }
    LessonMarkdown MarkdownTable:light { background: transparent; }
    LessonMarkdown MarkdownTableContent { keyline: none; grid-gutter: 0 1; }
    LessonMarkdown MarkdownTableContent > .header {
        color: $foreground 65%; text-style: bold; border-bottom: solid $foreground 25%;
    }
    LessonMarkdown MarkdownBlock > .em { text-style: italic; color: $accent; }
    LessonMarkdown MarkdownBlock > .code_inline { background: $accent 10%; color: $accent; }
    LessonMarkdown MarkdownBlock:light > .code_inline { background: $accent 10%; color: $accent; }
    LessonMarkdown MarkdownHorizontalRule { border-bottom: solid $foreground 25%; }
    """

    def __init__(self, markdown: str | None = None, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(markdown, parser_factory=lesson_parser, open_links=False, id=id)

    def unhandled_token(self, token: Token) -> MarkdownBlock | None:
        return MathBlock(self, token) if token.type == "math_block" else None
