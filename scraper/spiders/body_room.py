"""Memory for the large bodies of a crawl: each waits until there is room for it."""

from __future__ import annotations

import asyncio
from collections import deque

from scraper.policy.guards import MAX_BYTES

ROOM = MAX_BYTES  # bytes of all large bodies that a process downloads, unpacks and has read at a time


class BodyRoom:
    """Room for bodies, given in the order of their requests."""

    def __init__(self, size: int = ROOM) -> None:
        self._free = self._whole = size
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def take(self, size: int) -> int:
        """Return once there is room for so many bytes, or all of it is free; what was taken is to be given back."""
        size = min(size, self._whole)
        ready = asyncio.get_running_loop().create_future()
        self._waiting.append((size, ready))
        self._serve()
        try:
            await ready
        except asyncio.CancelledError:
            if ready.done() and not ready.cancelled():
                self.give_back(size)
            self._serve()
            raise
        return size

    def give_back(self, size: int) -> None:
        """Let others have so many bytes."""
        self._free += size
        self._serve()

    def _serve(self) -> None:
        while self._waiting and (self._waiting[0][1].done() or self._waiting[0][0] <= self._free):
            size, ready = self._waiting.popleft()
            if not ready.done():
                self._free -= size
                ready.set_result(None)


class BodyPlace:
    """The place of one response in the room: taken once, if at all, and left once."""

    def __init__(self, room: BodyRoom) -> None:
        self._room = room
        self._size = 0

    async def take(self, size: int = MAX_BYTES) -> None:
        """Return once there is room for a body of at most so many bytes; at once where the place is taken already."""
        if not self._size:
            self._size = await self._room.take(size)

    def leave(self) -> None:
        """Give the room back, if any was taken."""
        size, self._size = self._size, 0
        if size:
            self._room.give_back(size)
