"""How much memory another process has: the limit of a reading, where the system itself holds none (Windows, macOS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess


class Minnevakt:
    """Measures a child that has not been waited for yet, so that its number is no other process's."""

    def __init__(self, barn: SpawnProcess) -> None:
        try:
            self._barn: psutil.Process | None = psutil.Process(barn.pid)
        except psutil.Error:  # gone already, or somebody else's business
            self._barn = None

    def bruker(self) -> int:
        """Return the bytes the child keeps to itself, in memory and swapped out where the system tells; 0 when gone."""
        if self._barn is None:
            return 0
        try:
            minne = self._barn.memory_info()
        except psutil.Error:
            return 0
        # Windows counts what is promised apart from what is in memory just now; elsewhere there is only the latter.
        return max(int(minne.rss), int(getattr(minne, "private", 0)))
