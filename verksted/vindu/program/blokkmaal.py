"""Where a block lies in its row: time is height, but no block is so low that its title cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from verksted.vindu.program.programmodell import Blokkrad
    from verksted.vindu.utseende.tema import Tema

MINUTT: Final = 2.5  # px at 100 %
LAVEST: Final = 30
KLOKKE: Final = 62
GREP: Final = 12
MELLOM: Final = 4
MED_STEG: Final = 44  # px from which the steps are drawn
MED_UNDER: Final = 44  # px from which there is a second line of words
_FOT: Final = 30
_LENGSTE_HULL: Final = 90  # minutes: a longer gap is not drawn longer


class Blokkmaal:
    """Lengths in pixels at the theme's zoom."""

    def __init__(self, tema: Tema) -> None:
        self._px = tema.px

    def foer(self, rad: Blokkrad) -> int:
        """Return the height of the gap before a block."""
        hull = rad.plass.foer
        return max(self._px(16), self._px(min(hull, _LENGSTE_HULL) * MINUTT)) if hull else 0

    def hoeyde(self, rad: Blokkrad) -> int:
        """Return the height of the block itself; homework takes no time, and tracks side by side need a line each."""
        if rad.blokk.art == "programart.hjemmearbeid" or rad.blokk.hoppet_over:
            return self._px(LAVEST)
        return max(self._px(LAVEST), self._px(rad.plass.minutter * MINUTT) - self._px(MELLOM))

    def etter(self, rad: Blokkrad) -> int:
        """Return what is left open after the last block, down to the planned end and its figures."""
        if not rad.sist:
            return self._px(MELLOM)
        return self._px(_FOT) + self.ledig(rad)

    def ledig(self, rad: Blokkrad) -> int:
        """Return the height of the minutes left after the last block."""
        return self._px(min(max(0, rad.ledig), 30) * MINUTT)

    def radhoeyde(self, rad: Blokkrad) -> int:
        """Return the height of the whole row."""
        return self.foer(rad) + self.hoeyde(rad) + self.etter(rad)

    def blokkrute(self, radrute: QRect, rad: Blokkrad) -> QRect:
        """Return the block in its row."""
        venstre = radrute.left() + self._px(KLOKKE)
        bredde = radrute.width() - self._px(KLOKKE) - self._px(GREP)
        return QRect(venstre, radrute.top() + self.foer(rad), bredde, self.hoeyde(rad))

    def kant(self, blokkrute: QRect) -> QRect:
        """Return the lower edge, where a block is stretched."""
        tykkelse = min(self._px(8), blokkrute.height() // 3)
        return QRect(
            blokkrute.left(), blokkrute.bottom() - tykkelse + self._px(3), blokkrute.width(), tykkelse + self._px(2)
        )
