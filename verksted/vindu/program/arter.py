"""The kinds of block: their order in a menu, and their icons."""

from __future__ import annotations

from typing import Final

from verksted.modell.ordene import Programart

IKON: Final = {
    Programart.INNLEDNING: "hand-waving",
    Programart.INDIVIDUELT: "user",
    Programart.RUNDE: "arrows-clockwise",
    Programart.GRUPPEARBEID: "users-three",
    Programart.PLENUM: "presentation",
    Programart.OEVELSE: "puzzle-piece",
    Programart.PAUSE: "coffee",
    Programart.STEMNINGSMAALING: "chart-bar",
    Programart.EVALUERING: "flag",
    Programart.HJEMMEARBEID: "house",
}
BLOKKARTER: Final = (
    Programart.INNLEDNING,
    Programart.GRUPPEARBEID,
    Programart.PLENUM,
    Programart.OEVELSE,
    Programart.PAUSE,
    Programart.STEMNINGSMAALING,
    Programart.EVALUERING,
    Programart.HJEMMEARBEID,
)
STEGARTER: Final = (
    Programart.INDIVIDUELT,
    Programart.RUNDE,
    Programart.GRUPPEARBEID,
    Programart.PLENUM,
    Programart.OEVELSE,
)


def art(noekkel: str) -> Programart:
    """Return the kind behind a key such as `programart.pause`."""
    return Programart(noekkel.rpartition(".")[2])
