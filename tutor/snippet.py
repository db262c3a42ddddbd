"""What is asked and told when blocks of a lesson run: the example of a lesson, not a hand-in."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.report import Problem


@dataclass(frozen=True)
class SnippetRequest:
    """Blocks of one lesson to run one after the other in one namespace; only the last one's output is wanted."""

    lesson: str
    blocks: tuple[str, ...]
    shows_value: bool = False
    """Whether to print what the last expression gives, with torch, nn, F and np there, as for a prediction."""


@dataclass(frozen=True)
class SnippetResult:
    """What the last block printed, and what ended it early, if anything did."""

    output: str = ""
    output_cut: bool = False
    problem: Problem | None = None
    block: int | None = None
    """The place, counted from 0, of the block that raised; None when another problem ended the run, or none did."""
    seconds: float = 0.0
