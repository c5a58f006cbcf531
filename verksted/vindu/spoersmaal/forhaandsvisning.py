"""The question as the tables will see it: theme, words, help, kinds of answer, and how much they may lift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.spoersmaalside import Spoersmaalrad

_LENGST = 600  # letters shown: the tables' own screens scroll, this card does not


class Forhaandsvisning(QFrame):
    """A card that only shows."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._v = verktoey
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        self.setObjectName("forhaandsvisning")
        helt = QVBoxLayout(self)
        helt.setContentsMargins(px(20), px(14), px(20), px(16))
        helt.setSpacing(px(6))
        helt.addWidget(Etikett(t("spoersmaal.forhaand.tittel"), tema, Trinn.ETIKETT, rolle="dempet"))
        self.tema = Etikett("", tema, Trinn.TABELL_MEDIUM, rolle="aksent", brytes=True)
        self.tekst = Etikett("", tema, Trinn.PUNKT, brytes=True)
        self.hjelp = Etikett("", tema, Trinn.LISTE, rolle="dempet", brytes=True)
        for etikett in (self.tema, self.tekst, self.hjelp):
            helt.addWidget(etikett)
        self._typer = QHBoxLayout()
        self._typer.setSpacing(px(8))
        helt.addLayout(self._typer)
        self.loeft = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        helt.addWidget(self.loeft)
        self.setMaximumHeight(px(300))

    def vis(self, rad: Spoersmaalrad) -> None:
        """Show a question."""
        t, tema = self._v.tekster, self._v.tema
        self.tema.setText(rad.tema)
        self.tema.setVisible(bool(rad.tema))
        self.tekst.setText(f"{rad.nummer}. {rad.tekst[:_LENGST]}")
        self.hjelp.setText(rad.hjelpetekst[:_LENGST])
        self.hjelp.setVisible(bool(rad.hjelpetekst))
        toem(self._typer)
        for type_ in rad.svartyper[:5]:
            ord_ = Etikett(t(f"spoersmaal.svartype.{type_}"), tema, Trinn.TABELL, rolle="brikke_kant")
            self._typer.addWidget(ord_, 0, Qt.AlignmentFlag.AlignLeft)
        if len(rad.svartyper) > 5:
            self._typer.addWidget(Etikett(t("spoersmaal.forhaand.flere", antall=len(rad.svartyper) - 5), tema))
        self._typer.addStretch(1)
        hvorfor = t("spoersmaal.forhaand.hvorfor") if rad.med_hvorfor else ""
        loeft = t.antall("spoersmaal.forhaand.loeft", rad.maks_loeft) if rad.maks_loeft else ""
        self.loeft.setText(" ".join(del_ for del_ in (hvorfor, loeft) if del_))
        self.loeft.setVisible(bool(self.loeft.text()))
