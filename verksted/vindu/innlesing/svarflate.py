"""What came of it, in words: a title and lines that can be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey


class Svarflate(QWidget):
    """Read only."""

    def __init__(self, tittel: str, linjer: Sequence[str], verktoey: Verktoey) -> None:
        super().__init__()
        px = verktoey.tema.px
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(32), 0, px(32), px(16))
        oppsett.setSpacing(px(12))
        self.tittel = Etikett(tittel, verktoey.tema, Trinn.AVSNITT, brytes=True)
        oppsett.addWidget(self.tittel)
        self.tekst = QTextBrowser()
        self.tekst.setPlainText("\n".join(linjer))
        self.tekst.setTabChangesFocus(True)
        self.tekst.setFont(verktoey.tema.skrift(Trinn.LISTE))
        self.tekst.setAccessibleName(tittel)
        oppsett.addWidget(self.tekst, 1)
