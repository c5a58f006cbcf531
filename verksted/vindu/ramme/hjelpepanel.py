"""Help for the page in front, offline: `ressurser/hjelp/<maalform>/<side>.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from verksted.kjerne.stier import ressurs
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey

_FELLES = "verksted"


class Hjelpepanel(QWidget):
    """Signals: `lukket` by its cross."""

    lukket = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        tema, tekster, px = verktoey.tema, verktoey.tekster, verktoey.tema.px
        kryss = QToolButton()
        kryss.setIcon(verktoey.ikoner("x", "text"))
        kryss.setIconSize(QSize(px(16), px(16)))
        kryss.setAccessibleName(tekster("ramme.hjelp.lukk"))
        kryss.setToolTip(tekster("ramme.hjelp.lukk"))
        kryss.clicked.connect(self.lukket)
        topp = QHBoxLayout()
        topp.addWidget(Etikett(tekster("ramme.hjelp.tittel"), tema, Trinn.AVSNITT), 1)
        topp.addWidget(kryss)
        self._leser = QTextBrowser()
        self._leser.setAccessibleName(tekster("ramme.hjelp.tittel"))
        self._leser.setOpenLinks(False)
        self._leser.setFont(tema.skrift(Trinn.LISTE))
        self._leser.anchorClicked.connect(lambda lenke: self.vis(lenke.toString().removesuffix(".md")))
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(24), px(20), px(16), px(16))
        oppsett.setSpacing(px(12))
        oppsett.addLayout(topp)
        oppsett.addWidget(self._leser, 1)
        self.setFocusProxy(self._leser)

    def vis(self, noekkel: str) -> None:
        """Show the help of a page; what is common to all where it has none of its own."""
        mappe = ressurs("hjelp", self._verktoey.spraak.maalform)
        fil = mappe / f"{noekkel}.md"
        self._leser.setMarkdown((fil if fil.is_file() else mappe / f"{_FELLES}.md").read_text(encoding="utf-8"))
        self._luft()

    def _luft(self) -> None:
        """Give headings our sizes and paragraphs their room: markdown in Qt has neither."""
        tema = self._verktoey.tema
        blokk = self._leser.document().begin()
        while blokk.isValid():
            skriver, form = QTextCursor(blokk), blokk.blockFormat()
            nivaa = form.headingLevel()
            form.setTopMargin(tema.px(16 if nivaa > 1 else 0))
            form.setBottomMargin(tema.px(4 if blokk.textList() else 10))
            form.setLineHeight(tema.px(22), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            skriver.setBlockFormat(form)
            if nivaa:
                bokstaver = QTextCharFormat()
                bokstaver.setFont(tema.skrift(Trinn.PUNKT if nivaa == 1 else Trinn.KROPP_HALVFET))
                skriver.select(QTextCursor.SelectionType.BlockUnderCursor)
                skriver.mergeCharFormat(bokstaver)
            blokk = blokk.next()
        self._leser.moveCursor(QTextCursor.MoveOperation.Start)
