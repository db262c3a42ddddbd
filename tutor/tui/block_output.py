"""What a block of a lesson printed when it was run just now, and what ended it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.content import Content
from textual.widgets import Static

from tutor.render.wording import problem_sentence
from tutor.snippet import SnippetResult
from tutor.tui.page import MUTED, printable
from tutor.tui.wording import say


class BlockOutput(Static):
    """Stands under its block, hidden until that is run."""

    DEFAULT_CSS = """
    BlockOutput { display: none; height: auto; padding: 0 1; border-top: solid $foreground 20%; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._draw_again: Callable[[], None] | None = None

    def relabel(self) -> None:
        if self._draw_again is not None:
            self._draw_again()

    def show(self, text: str | Content) -> None:
        self.display = True
        self._draw_again = None
        self.update(Content.styled(text, MUTED) if isinstance(text, str) else text)

    def show_result(self, result: SnippetResult, place: int, *, is_value: bool = False) -> None:
        """Draw what the block at `place` of its lesson printed, and the last line of what ended it."""
        printed = say.just_gave if is_value else say.just_printed
        lines = [Content.styled(printed if result.output.strip() else say.printed_nothing, f"italic {MUTED}")]
        if result.output.strip():
            lines.append(Content(printable(result.output).rstrip("\n")))
        if result.output_cut:
            lines.append(Content.styled(say.printed_cut, MUTED))
        if result.problem is not None:
            sentence = " ".join(printable(problem_sentence(result.problem)).split())
            lines.append(Content.assemble(("! ", "bold $error"), (sentence, "$error")))
            lines += [Content.styled(f"  {where}", MUTED) for where in _where(result, place)]
        self.show(Content("\n").join(lines))
        self._draw_again = partial(self.show_result, result, place, is_value=is_value)


def _where(result: SnippetResult, place: int) -> list[str]:
    assert result.problem is not None
    if result.problem.line is None:
        return [result.problem.advice] if result.problem.advice else []
    earlier = result.block is not None and result.block < place
    line = say.line_of_earlier_block if earlier else say.line_of_block
    source = printable(result.problem.frames[-1].source)
    return [line(result.problem.line), *([f"│ {source}"] if source else [])]
