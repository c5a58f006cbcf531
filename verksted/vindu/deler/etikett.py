"""Plain text on a page: a step of the type scale, a role that gives it its colour, never rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema

Rolle = Literal[
    "vanlig", "dempet", "aksent", "varsel", "feil", "politikk", "fag", "tast", "brikke", "brikke_kant", "brikke_stiplet"
]


class Etikett(QLabel):
    """Text in one of the scale's steps; `brytes` lets it take several lines."""

    def __init__(
        self,
        tekst: str,
        tema: Tema,
        trinn: Trinn = Trinn.LISTE,
        *,
        rolle: Rolle = "vanlig",
        brytes: bool = False,
        tall: bool = False,
    ) -> None:
        super().__init__(tekst)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(tema.skrift(trinn, tall=tall))
        self.setProperty("rolle", rolle)
        self.setWordWrap(brytes)

    def sett_rolle(self, rolle: Rolle) -> None:
        """Give it another role, and with it another colour."""
        self.setProperty("rolle", rolle)
        self.style().unpolish(self)
        self.style().polish(self)


class Ikonbilde(QLabel):
    """An icon that only stands beside a text: nothing a screen reader should say."""

    def __init__(self, ikoner: Ikoner, navn: str, tema: Tema, *, farge: str = "text_2", stoerrelse: int = 18) -> None:
        super().__init__()
        self._ikon = ikoner(navn, farge)
        self._side = tema.px(stoerrelse)
        self.setFixedSize(self._side, self._side)
        tema.endret.connect(self._mal_om)
        self._mal_om()

    def _mal_om(self) -> None:
        self.setPixmap(self._ikon.pixmap(QSize(self._side, self._side), self.devicePixelRatio()))


def strek(tema: Tema, *, hel: bool = False, loddrett: bool = False, forelder: QWidget | None = None) -> QFrame:
    """Return a hairline; `hel` is the 2 px line under a title or over a sum."""
    linje = QFrame(forelder)
    linje.setProperty("linje", "hel" if hel else "haar")
    tykkelse = tema.px(2) if hel else 1
    if loddrett:
        linje.setFixedWidth(tykkelse)
    else:
        linje.setFixedHeight(tykkelse)
    return linje
