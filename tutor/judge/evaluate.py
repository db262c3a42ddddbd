"""Runs the course's own answers: in a fork of the judge, through the very code that runs a learner's."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Sequence
from typing import Any

from tutor.course import Lesson
from tutor.judge.forks import Work, in_forks
from tutor.judge.loader import Answer
from tutor.judge.plan import Plan
from tutor.judge.record import RunRecord, read_run
from tutor.observation import decode, encode
from tutor.sandbox.blocks import prediction_names
from tutor.sandbox.run import Emit, run_cases
from tutor.wire import Frame, FrameTooLarge


def evaluate(lesson: Lesson, answers: Sequence[Answer], plan: Plan, *, apart: bool = False) -> dict[str, RunRecord]:
    """What trusted hand-ins do on every case of a plan, by name.

    They run one after the other in one fork; `apart`, each in a fork of its own, some at a time.
    """

    def run(answers: Sequence[Answer]) -> Work:
        def work(emit: Emit) -> None:
            for answer in answers:
                emit({"answer": answer.name}, b"")
                request = {**plan.request, "module": lesson.id, "file": f"{lesson.id}.py", "source": answer.source}
                with contextlib.suppress(FrameTooLarge):  # its run ends there, as a hand-in's would
                    run_cases(request, plan.raw, emit)

        return work

    frames_of: dict[str, list[Frame]] = {}
    for emitted in in_forks([run([answer]) for answer in answers] if apart else [run(answers)]):
        for frame in emitted:
            if "answer" in frame.body:
                frames_of[frame.body["answer"]] = frames = []
            else:
                frames.append(frame)
    return {name: read_run(frames, len(plan.cases)) for name, frames in frames_of.items()}


def evaluate_snippets(snippets: dict[str, str]) -> dict[str, Any]:
    """The decoded value of each snippet's last expression, or the ImportError text of one that cannot run here."""

    def work(emit: Emit) -> None:
        for name, snippet in snippets.items():
            node, raw = encode(_value_of(snippet))
            emit({"name": name, "value": node}, raw)

    return {frame.body["name"]: decode(frame.body["value"], frame.raw) for frame in in_forks([work])[0]}


def _value_of(snippet: str) -> Any:
    import torch

    torch.manual_seed(0)
    names = prediction_names()
    tree = ast.parse(snippet)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), "a prediction's snippet ends in an expression"
    exec(compile(tree, "<snippet>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<snippet>", "eval"), names)
