"""Values to choose a prediction from: the truth and what known mistakes give, alike to look at and in no order."""

from __future__ import annotations

import hashlib
from typing import Any

from tutor.judge.expected import Expectation
from tutor.predictions import is_literal, spelled


def choices(expectation: Expectation, name: str) -> list[str]:
    """Python literals in an order that says nothing of which is true; empty when there is nothing to choose from."""
    prediction = next((one for one in expectation.folder.grader.predictions if one.name == name), None)
    truths = expectation.predictions
    if prediction is None or name not in truths:
        return []
    values = [truths[name], *(wrong for wrong, _ in prediction.distractors)]
    texts = list(dict.fromkeys(spelled(_spelled_like(truths[name], value)) for value in values))
    if len(texts) < 2 or not all(map(is_literal, texts)):
        return []
    lesson = expectation.folder.lesson.id
    return sorted(texts, key=lambda text: hashlib.sha256(f"{lesson}:{name}:{text}".encode()).digest())


def _spelled_like(truth: Any, value: Any) -> Any:
    """A value written with the containers and kinds of number of the truth, which would stand out otherwise."""
    if isinstance(value, list | tuple):
        kind = type(truth) if isinstance(truth, list | tuple) else type(value)
        partners = truth if isinstance(truth, list | tuple) else ()
        return kind(_spelled_like(_partner(partners, place), entry) for place, entry in enumerate(value))
    if isinstance(value, dict):
        entries = truth if isinstance(truth, dict) else {}
        return {key: _spelled_like(entries.get(key), entry) for key, entry in value.items()}
    if type(value) is int and type(truth) is float:
        value = float(value)
    if type(value) is float and type(truth) is int and value.is_integer():
        return int(value)
    return float(f"{value:.4g}") if type(value) is float else value  # computed digits give the truth away


def _partner(partners: Any, place: int) -> Any:
    return partners[place] if place < len(partners) else None
