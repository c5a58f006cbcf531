"""Next year's posts over this year's: which goes on as which, to be confirmed line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.handlinger.oekonomiplan import Postforslag
    from verksted.vindu.ramme.verktoey import Verktoey


class Postmatchflate(QWidget):
    """Certain pairs are ticked, uncertain ones not; what is not ticked goes out with its links."""

    def __init__(self, forslag: Postforslag, filnavn: str, verktoey: Verktoey) -> None:
        super().__init__()
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        match = forslag.match
        self._par = [*match.usikre, *match.endret_tekst, *match.samme]
        koder = (p.gammel.id_ for p in self._par)
        knyttet = forslag.knyttet((*koder, *(p.id_ for p in match.borte)))
        om = Etikett(t("forhaandsvisning.postmatch.om", fil=filnavn, antall=knyttet), tema, Trinn.LISTE, brytes=True)
        self.liste = QTreeWidget()
        self.liste.setAccessibleName(t("forhaandsvisning.postmatch.navn"))
        self.liste.setRootIsDecorated(False)
        self.liste.header().setFont(tema.skrift(Trinn.META))
        self.liste.setFont(tema.skrift(Trinn.TABELL))
        self.liste.setHeaderLabels([t(f"forhaandsvisning.postmatch.{k}") for k in ("foer", "naa", "likhet", "knyttet")])
        for nummer, par in enumerate(self._par):
            lenker = forslag.lenker.get(par.gammel.id_, 0)
            rad = QTreeWidgetItem(
                [
                    f"{par.gammel.id_} {par.gammel.funksjon} {par.gammel.tekst}",
                    f"{par.ny.funksjon} {par.ny.tekst}".strip(),
                    t("forhaandsvisning.postmatch.prosent", antall=round(100 * par.likhet)),
                    str(lenker) if lenker else "",
                ]
            )
            rad.setSizeHint(0, QSize(0, px(34)))
            usikker = nummer < len(match.usikre)
            rad.setCheckState(0, Qt.CheckState.Unchecked if usikker else Qt.CheckState.Checked)
            if usikker:
                rad.setIcon(2, verktoey.ikoner("warning", "warn_text"))
            self.liste.addTopLevelItem(rad)
        for post in match.borte:
            if lenker := forslag.lenker.get(post.id_, 0):
                rad = QTreeWidgetItem(
                    [f"{post.id_} {post.tekst}", t("forhaandsvisning.postmatch.gaar_ut"), "", str(lenker)]
                )
                rad.setIcon(1, verktoey.ikoner("warning-octagon", "bad_text"))
                rad.setFlags(rad.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                self.liste.insertTopLevelItem(0, rad)
        for kolonne, bredde in ((0, 330), (1, 330), (2, 90)):
            self.liste.setColumnWidth(kolonne, px(bredde))
        under: QLabel = Etikett(
            t("forhaandsvisning.postmatch.under", nye=len(match.nye), borte=len(match.borte)),
            tema,
            Trinn.TABELL,
            rolle="dempet",
            brytes=True,
        )
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(32), 0, px(32), px(8))
        oppsett.setSpacing(px(12))
        oppsett.addWidget(om)
        oppsett.addWidget(self.liste, 1)
        oppsett.addWidget(under)

    @property
    def par(self) -> dict[str, str]:
        """The confirmed matching: code of an old post -> key of the new one."""
        avhukede = {
            rad.text(0).split(" ", 1)[0]
            for nr in range(self.liste.topLevelItemCount())
            if (rad := self.liste.topLevelItem(nr)) is not None and rad.checkState(0) == Qt.CheckState.Checked
        }
        return {p.gammel.id_: p.ny.noekkel for p in self._par if p.gammel.id_ in avhukede}
