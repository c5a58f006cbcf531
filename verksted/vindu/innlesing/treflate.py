"""A plan that was read, as a tree: what each element was taken for, how sure that is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.innlesing import Vistnode

_SIKKER: Final = 9000
_GANSKE: Final = 7000
_KOLONNER: Final = ("element", "nivaa", "sikkerhet", "sted")


class Treflate(QTreeView):
    """Read only; the reason for each guess is told beside how sure it is."""

    def __init__(self, noder: Sequence[Vistnode], verktoey: Verktoey) -> None:
        super().__init__()
        t, px = verktoey.tekster, verktoey.tema.px
        self.setAccessibleName(t("forhaandsvisning.tre.navn"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setFont(verktoey.tema.skrift(Trinn.TABELL))
        self.header().setFont(verktoey.tema.skrift(Trinn.META))
        modell = QStandardItemModel(0, len(_KOLONNER), self)
        modell.setHorizontalHeaderLabels([t(f"forhaandsvisning.tre.{navn}") for navn in _KOLONNER])
        rader: list[QStandardItem] = []
        for node in noder:
            grad = _grad(node.sikkerhet_bp)
            sikkerhet = QStandardItem(t(f"forhaandsvisning.tre.{grad}", prosent=round(node.sikkerhet_bp / 100)))
            if grad != "sikker":
                sikkerhet.setIcon(verktoey.ikoner("warning" if grad == "usikker" else "info", "warn_text"))
            sikkerhet.setToolTip(node.hvorfor)
            celler = [QStandardItem(node.tittel), QStandardItem(node.nivaa), sikkerhet, QStandardItem(node.sted)]
            celler[0].setToolTip(node.tittel)
            for celle in celler:
                celle.setSizeHint(QSize(0, px(34)))
                celle.setAccessibleDescription(node.hvorfor)
            forelder = rader[node.forelder] if node.forelder is not None else modell.invisibleRootItem()
            forelder.appendRow(celler)
            rader.append(celler[0])
        self.setModel(modell)
        self.expandAll()
        hode = self.header()
        hode.setStretchLastSection(False)
        hode.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for kolonne, bredde in ((1, 150), (2, 200), (3, 120)):
            hode.resizeSection(kolonne, px(bredde))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)


def _grad(bp: int) -> str:
    return "sikker" if bp >= _SIKKER else "ganske" if bp >= _GANSKE else "usikker"
