"""Several checks at once on one worker, with the answers in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

AT_ONCE = 4
Given = TypeVar("Given")
Answer = TypeVar("Answer")


def in_parallel(ask: Callable[[Given], Answer], given: Iterable[Given]) -> list[Answer]:
    """What `ask` answers for each, in the order given."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(ask, given))
