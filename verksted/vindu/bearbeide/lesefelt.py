"""The whole of one note, when the list has room for two lines of it only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.bearbeiding import Notatrad

LANGT = 90


class Lesefelt(QWidget):
    """Shown for a note that is long or says why."""

    def __init__(self, tekster: Tekster, tema: Tema) -> None:
        super().__init__()
        self._tekster = tekster
        px = tema.px
        self._hode = Etikett("", tema, Trinn.ETIKETT, rolle="dempet")
        self.ordene = QPlainTextEdit()
        self.ordene.setReadOnly(True)
        self.ordene.setTabChangesFocus(True)
        self.ordene.setFont(tema.skrift(Trinn.LISTE))
        self.ordene.setAccessibleName(tekster("bearbeide.les_hele"))
        self.ordene.setFixedHeight(px(120))
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(12), px(8), px(12), px(8))
        oppsett.setSpacing(px(6))
        oppsett.addWidget(strek(tema))
        oppsett.addWidget(self._hode)
        oppsett.addWidget(self.ordene)
        self._kode = ""
        self.hide()

    def vis(self, notat: Notatrad | None) -> None:
        """Show a note, or nothing when the list already shows all of it."""
        if notat is None or (len(notat.tekst) <= LANGT and "\n" not in notat.tekst and not notat.hvorfor):
            self._kode = ""
            self.hide()
            return
        hvorfor = f"\n\n{self._tekster('bearbeide.hvorfor')} {notat.hvorfor}" if notat.hvorfor else ""
        ordene = notat.tekst + hvorfor
        if notat.kode != self._kode or ordene != self.ordene.toPlainText():
            self._kode = notat.kode
            self._hode.setText(self._tekster("bearbeide.hele", kode=notat.kode))
            self.ordene.setPlainText(ordene)
        self.show()
