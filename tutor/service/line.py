"""Standing in line: so many at once, and everybody else is told how many come before them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

Tell = Callable[[int], None]
"""Called with the number of turns that must end before one's own begins, whenever it changes."""


class Line:
    """Gives out a fixed number of places, first come, first served."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: list[tuple[asyncio.Future[None], Tell]] = []

    @asynccontextmanager
    async def turn(self, tell: Tell) -> AsyncIterator[None]:
        """Wait for a place and keep it for the block."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(tell)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, tell: Tell) -> None:
        called = asyncio.get_running_loop().create_future()
        self._waiting.append((called, tell))
        tell(len(self._waiting))
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled():
                self._pass_on()  # it was called and told to leave in the same moment
            else:
                self._waiting.remove((called, tell))
                self._tell_all()
            raise

    def _pass_on(self) -> None:
        """Give a place that is free again to the first in line."""
        if not self._waiting:
            self._free += 1
            return
        called, _ = self._waiting.pop(0)
        called.set_result(None)
        self._tell_all()

    def _tell_all(self) -> None:
        for number, (_, tell) in enumerate(self._waiting, 1):
            tell(number)
