"""Where tables and seats stand on the floor: pure geometry, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

PLASS_BREDDE: Final = 76
PLASS_HOEYDE: Final = 84
DISK: Final = 40
_BORD_HOEYDE: Final = 56
_OVERLAPP: Final = 14  # so far a disc stands in over the edge of its table
_MELLOM: Final = 14
_MELLOM_RADER: Final = 28


@dataclass(frozen=True, slots=True)
class Bordplass:
    """One table: its top, its ground (where somebody may be let go), and the seats with `over` for the far side."""

    flate: QRect
    grunn: QRect
    plasser: tuple[tuple[QRect, bool], ...]


def legg_bord(antall: Sequence[int], bredde: int, skala: float) -> tuple[tuple[Bordplass, ...], int]:
    """Return a place for each table with so many seats, and the height it all takes."""

    def px(lengde: float) -> int:
        return round(lengde * skala)

    plass_b, plass_h = px(PLASS_BREDDE), px(PLASS_HOEYDE)
    bord_b = max(2, -(-max(antall, default=0) // 2)) * plass_b + px(12)
    bord_h = 2 * plass_h + px(_BORD_HOEYDE) - 2 * px(_OVERLAPP)
    i_rekka = max(1, min(len(antall), (bredde + px(_MELLOM)) // (bord_b + px(_MELLOM))))
    luft = (bredde - i_rekka * bord_b) // (i_rekka - 1) if i_rekka > 1 else 0
    luft = max(px(_MELLOM), min(luft, px(3 * _MELLOM)))
    plan = []
    for nummer, folk in enumerate(antall):
        rad, kolonne = divmod(nummer, i_rekka)
        x, y = kolonne * (bord_b + luft), rad * (bord_h + px(_MELLOM_RADER))
        flate = QRect(x, y + plass_h - px(_OVERLAPP), bord_b, px(_BORD_HOEYDE))
        over = -(-folk // 2)
        plasser = [
            (QRect(_midt(x, bord_b, nr, antall_her, plass_b), y_her, plass_b, plass_h), er_over)
            for antall_her, y_her, er_over in (
                (over, y, True),
                (folk - over, flate.bottom() + 1 - px(_OVERLAPP), False),
            )
            for nr in range(antall_her)
        ]
        plan.append(Bordplass(flate, QRect(x, y, bord_b, bord_h), tuple(plasser)))
    hoeyde = max((bord.grunn.bottom() + 1 for bord in plan), default=0)
    return tuple(plan), hoeyde


def _midt(x: int, bredde: int, nummer: int, antall: int, plass: int) -> int:
    """Return the left edge of seat number so-and-so of those along one side."""
    return x + (2 * nummer + 1) * bredde // (2 * antall) - plass // 2
