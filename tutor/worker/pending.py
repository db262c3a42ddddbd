"""The questions that are being answered: each is a task, which whoever asked may stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Send = Callable[[int, dict[str, Any]], None]
"""Sends an event about the question of that number."""


class Pending:
    """Knows every task by the number of its question and by the operation that was asked for."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._tasks: dict[int, tuple[str, asyncio.Task[None]]] = {}

    def begin(self, number: int, operation: str, work: Coroutine[Any, Any, None]) -> None:
        """Answer in the background; the work itself says how it ended."""

        def ended(task: asyncio.Task[None]) -> None:
            del self._tasks[number]
            if task.cancelled():  # stopped before its first step, so that it could say nothing
                self._send(number, {"event": "cancelled"})

        task = asyncio.create_task(work)
        self._tasks[number] = operation, task
        task.add_done_callback(ended)

    def cancel(self, message: dict[str, Any]) -> None:
        """Stop the one question with this `id`, or all that ask for `what`."""
        for number, (operation, task) in list(self._tasks.items()):
            if message.get("id") == number or message.get("what") == operation:
                self._stop(task)

    async def end(self) -> None:
        """Stop everything and wait until it has ended."""
        tasks = [task for _, task in self._tasks.values()]
        for task in tasks:
            self._stop(task)
        if tasks:
            await asyncio.wait(tasks)

    def _stop(self, task: asyncio.Task[None]) -> None:
        """Only once: a second time would not wait for what the first one makes it end."""
        if not task.cancelling():
            task.cancel()
