"""Questions that are being answered, each stopped by whoever asked and by nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

from tutor.worker.pending import Pending


async def test_a_question_stopped_before_its_first_step_is_answered_all_the_same() -> None:
    sent: list[tuple[int, dict[str, Any]]] = []
    pending = Pending(lambda number, event: sent.append((number, event)))
    pending.begin(1, "check", asyncio.sleep(60))
    pending.cancel({"op": "cancel", "id": 1})
    await pending.end()
    await asyncio.sleep(0)
    assert sent == [(1, {"event": "cancelled"})]


async def test_stopping_one_question_or_one_kind_leaves_the_others() -> None:
    stopped: list[str] = []

    async def answer(name: str) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.append(name)

    pending = Pending(lambda number, event: None)
    for number, (operation, name) in enumerate([("check", "a"), ("check", "b"), ("snippet", "c"), ("judge", "d")]):
        pending.begin(number, operation, answer(name))
    await asyncio.sleep(0)
    for message, ended in ({"id": 1}, ["b"]), ({"what": "snippet"}, ["b", "c"]), ({"what": "check"}, ["b", "c", "a"]):
        pending.cancel(message)
        await asyncio.sleep(0)
        assert stopped == ended
    await pending.end()
    assert stopped == ["b", "c", "a", "d"]


async def test_what_takes_a_while_to_stop_is_not_interrupted_by_being_stopped_again() -> None:
    has_stopped = asyncio.Event()

    async def answer() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            has_stopped.set()

    pending = Pending(lambda number, event: None)
    pending.begin(1, "check", answer())
    await asyncio.sleep(0)
    pending.cancel({"id": 1})
    pending.cancel({"what": "check"})
    await pending.end()
    assert has_stopped.is_set()
