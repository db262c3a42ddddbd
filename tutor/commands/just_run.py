"""A lesson's text with what its blocks print here and now, in place of what it says that they print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from tutor.course import FENCE, Lesson
from tutor.predictions import is_answered
from tutor.render.wording import problem_sentence
from tutor.snippet import SnippetResult


class Runner(Protocol):
    """Whoever runs blocks: tutor.client.Client, or a stand-in."""

    def run_snippet(self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False) -> SnippetResult: ...


def with_real_outputs(lesson: Lesson, client: Runner, hand_in: str) -> str:
    """The lesson, each block followed by its real output; a prediction that is still open in the hand-in does not run.

    Raises WorkerError.
    """
    pieces: list[str] = []
    codes: list[str] = []
    end, has_run = 0, False
    for fence in FENCE.finditer(lesson.body):
        words = fence["info"].split()
        result = None
        if words == ["run"]:
            codes.append(fence["code"])
            result = client.run_snippet(lesson.id, codes)
        elif len(words) == 2 and words[0] == "predict" and is_answered(hand_in, words[1]):
            result = client.run_snippet(lesson.id, [fence["code"]], shows_value=True)
        is_told = words == ["output"] and has_run
        start, end = end, fence.start() + len(fence[0].rstrip())
        pieces.append("" if is_told else lesson.body[start:end])
        if result is not None:
            pieces.append(f"\n\n{output_block(result)}")
        has_run = result is not None
    return "".join([*pieces, lesson.body[end:]])


def output_block(result: SnippetResult) -> str:
    """What a block printed, and what ended it, as a block of its own."""
    lines = [result.output.rstrip("\n")] if result.output.strip() else []
    lines += ["(only the first part of the output is shown)"] if result.output_cut else []
    lines += [ending_line(result)] if result.problem else []
    text = "\n".join(lines) or "(nothing)"
    ticks = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{ticks}text printed just now\n{text}\n{ticks}"


def ending_line(result: SnippetResult) -> str:
    """The last line of a block that did not end well, with the line of the block where that was."""
    assert result.problem is not None
    where = f" (line {result.problem.line})" if result.problem.line else ""
    return f"{problem_sentence(result.problem)}{where}"
