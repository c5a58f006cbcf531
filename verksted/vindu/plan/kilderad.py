"""One thing a text rests on: code, words, and, on request, the notes behind it as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.planblad import Ordrett


class Kilderad(QWidget):
    """`ordrett` is shown when the button with `knapp` is pressed; it is made first then."""

    def __init__(
        self,
        kode: str,
        tittel: str,
        under: str,
        verktoey: Verktoey,
        *,
        ordrett: Sequence[Ordrett] = (),
        knapp: str = "",
        tung: bool = False,
    ) -> None:
        super().__init__()
        self._verktoey, self._ordrett = verktoey, tuple(ordrett)
        tema, px = verktoey.tema, verktoey.tema.px
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(px(12))
        merke = Etikett(kode, tema, Trinn.META, rolle="dempet", tall=True)
        merke.setFixedWidth(max(px(40), merke.sizeHint().width()))
        rad.addWidget(merke, 0, Qt.AlignmentFlag.AlignTop)
        self._ord = QVBoxLayout()
        self._ord.setSpacing(px(2))
        self._ord.addWidget(_valgbar(Etikett(tittel, tema, Trinn.LISTE_MEDIUM if tung else Trinn.LISTE, brytes=True)))
        if under:
            self._ord.addWidget(Etikett(under, tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self._sitater = QWidget()
        self._sitater.hide()
        if self._ordrett:
            vis = Knapp(knapp, tema, slag="tekst", liten=True)
            vis.setCheckable(True)
            vis.setAccessibleName(f"{knapp} {kode}")
            vis.toggled.connect(self._vis)
            self._ord.addWidget(vis, 0, Qt.AlignmentFlag.AlignLeft)
            self._ord.addWidget(self._sitater)
        rad.addLayout(self._ord, 1)

    def _vis(self, vis: bool) -> None:  # noqa: FBT001 - Qt's own
        if self._sitater.layout() is None:
            px = self._verktoey.tema.px
            liste = QVBoxLayout(self._sitater)
            liste.setContentsMargins(0, 0, 0, px(4))
            liste.setSpacing(px(6))
            for en in self._ordrett:
                liste.addWidget(Kilderad(en.kode, en.tekst, "", self._verktoey))
        self._sitater.setVisible(vis)


def _valgbar(etikett: Etikett) -> Etikett:
    etikett.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return etikett
