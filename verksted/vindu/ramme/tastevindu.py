"""Two small dialogs: every shortcut from the table, and what program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.menyer import Menyer
    from verksted.vindu.ramme.verktoey import Verktoey


class _Lesedialog(QDialog):
    """A title, something to read, and «Lukk»."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey, tittel: str, innhold: QWidget) -> None:
        super().__init__(forelder)
        px = verktoey.tema.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tittel)
        knapper = QDialogButtonBox()
        lukk = knapper.addButton(verktoey.tekster("ramme.lukk"), QDialogButtonBox.ButtonRole.RejectRole)
        lukk.setDefault(True)
        knapper.rejected.connect(self.reject)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(32), px(24), px(32), px(24))
        oppsett.setSpacing(px(16))
        oppsett.addWidget(Etikett(tittel, verktoey.tema, Trinn.PUNKT))
        oppsett.addWidget(innhold, 1)
        oppsett.addWidget(knapper)


class Tastevindu(_Lesedialog):
    """Lists what can be done from the keyboard, in menu order."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey, menyer: Menyer, _versjon: str) -> None:
        tema, px = verktoey.tema, verktoey.tema.px
        flate = QWidget()
        flate.setObjectName("rulleflate")
        rutenett = QGridLayout(flate)
        rutenett.setContentsMargins(px(12), px(12), px(16), px(12))
        rutenett.setHorizontalSpacing(px(40))
        rutenett.setVerticalSpacing(px(6))
        rader = [*menyer.handlinger.values(), *menyer.sidene.values()]
        for nummer, handling in enumerate(h for h in rader if not h.shortcut().isEmpty()):
            taster = handling.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
            navn = handling.text().replace("&", "").removesuffix("…")
            rutenett.addWidget(Etikett(navn, tema, Trinn.LISTE), nummer, 0)
            rutenett.addWidget(Etikett(taster, tema, Trinn.TAST, rolle="tast"), nummer, 1, Qt.AlignmentFlag.AlignLeft)
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setWidget(flate)
        rulle.setMinimumSize(px(420), px(360))
        rulle.setAccessibleName(verktoey.tekster("ramme.taster.tittel"))
        super().__init__(forelder, verktoey, verktoey.tekster("ramme.taster.tittel"), rulle)


class Omvindu(_Lesedialog):
    """Says what program this is, and which version."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey, _menyer: Menyer, versjon: str) -> None:
        t = verktoey.tekster
        om = Etikett(t("ramme.om.tekst", versjon=versjon), verktoey.tema, Trinn.LISTE, brytes=True)
        om.setMinimumWidth(verktoey.tema.px(420))
        super().__init__(forelder, verktoey, t("ramme.om.tittel"), om)
