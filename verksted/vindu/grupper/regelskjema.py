"""A new hard rule: its kind, then only the fields that kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout

from verksted.modell.ordene import Grupperegelart
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.grupper.personvalg import Personvalg
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.gruppeside import Gruppesidevisning

_ARTER: Final = tuple(Grupperegelart)
_FLERE: Final = frozenset({Grupperegelart.SAMMEN, Grupperegelart.HVER_FOR_SEG})
_VED_BORD: Final = frozenset({Grupperegelart.BORD, Grupperegelart.SEKRETAER})


class Regelskjema(QFrame):
    """Signals: `ferdig` with the fields of the rule, `lukket` when the user is done without one."""

    ferdig = Signal(dict)
    lukket = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        t, tema = verktoey.tekster, verktoey.tema
        self._tekster = t
        self._valgte: list[tuple[str, str]] = []
        self.setProperty("kort", True)  # noqa: FBT003 - Qt's own
        self.art = QComboBox()
        self.art.setAccessibleName(t("gruppeside.regel.art"))
        for art in _ARTER:
            self.art.addItem(t(f"gruppeside.regel.art_{art}"), str(art))
        self.person = Personvalg(t("gruppeside.regel.person"))
        self._navn = Etikett("", tema, Trinn.TABELL, brytes=True)
        self.verv = QComboBox()
        self.verv.setEditable(True)
        self.verv.setAccessibleName(t("gruppeside.regel.verv"))
        if (linje := self.verv.lineEdit()) is not None:
            linje.setPlaceholderText(t("gruppeside.regel.verv"))
            linje.setAccessibleName(t("gruppeside.regel.verv"))
        self.bord = QSpinBox()
        self.bord.setRange(1, 99)
        self.bord.setPrefix(t("gruppeside.regel.bord"))
        self.bord.setAccessibleName(t("gruppeside.regel.hvilket_bord"))
        for felt in (self.art, self.verv, self.bord):
            felt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.lagre = Knapp(t("gruppeside.regel.lagre"), tema, liten=True)
        self.avbryt = Knapp(t("gruppeside.regel.avbryt"), tema, slag="tekst", liten=True)
        knapper = QHBoxLayout()
        knapper.addWidget(self.lagre)
        knapper.addWidget(self.avbryt)
        knapper.addStretch(1)
        helt = QVBoxLayout(self)
        helt.setSpacing(tema.px(8))
        for widget in (self.art, self.person, self._navn, self.verv, self.bord):
            helt.addWidget(widget)
        helt.addLayout(knapper)
        self.art.currentIndexChanged.connect(self._ny_art)
        self.person.activated.connect(self._tok)
        self.verv.editTextChanged.connect(self._vis_felt)
        self.lagre.clicked.connect(self._ferdig)
        self.avbryt.clicked.connect(self._lukk)
        self._ny_art()

    def vis(self, visning: Gruppesidevisning) -> None:
        """Offer those to be seated, and the offices they have."""
        self.person.vis(visning.deltakere)
        self.bord.setMaximum(max(1, visning.oppsett.antall_bord))
        if [self.verv.itemText(nr) for nr in range(self.verv.count())] != list(visning.verv):
            skrevet = self.verv.currentText()
            self.verv.clear()
            self.verv.addItems(visning.verv)
            self.verv.setEditText(skrevet)

    def _art(self) -> Grupperegelart:
        return Grupperegelart(self.art.currentData())

    def _ny_art(self) -> None:
        self._valgte = []
        self.person.toem()
        self.verv.setEditText("")
        self._vis_felt()

    def _tok(self) -> None:
        valgt = self.person.person_id
        if valgt and valgt not in {p for p, _ in self._valgte}:
            flere = self._art() in _FLERE
            self._valgte = [*(self._valgte if flere else []), (valgt, self.person.currentText())]
            if flere:
                self.person.toem()
        self._vis_felt()

    def _vis_felt(self) -> None:
        art = self._art()
        self.verv.setVisible(art is Grupperegelart.EN_PER_BORD)
        self.person.setVisible(art is not Grupperegelart.EN_PER_BORD)
        self.bord.setVisible(art in _VED_BORD)
        self._navn.setVisible(art in _FLERE and bool(self._valgte))
        self._navn.setText(", ".join(navn for _, navn in self._valgte))
        trengs = 2 if art in _FLERE else 1
        har = (
            bool(self.verv.currentText().strip()) if art is Grupperegelart.EN_PER_BORD else len(self._valgte) >= trengs
        )
        self.lagre.setEnabled(har)
        self.lagre.setToolTip("" if har else self._tekster(f"gruppeside.regel.mangler_{art}"))

    def _ferdig(self) -> None:
        art = self._art()
        felt: dict[str, Any] = {"art": art, "personer": tuple(p for p, _ in self._valgte)}
        if art in _VED_BORD:
            felt["bord"] = self.bord.value()
        if art is Grupperegelart.EN_PER_BORD:
            felt |= {"personer": (), "verv": self.verv.currentText().strip()}
        self._ny_art()
        self.ferdig.emit(felt)

    def _lukk(self) -> None:
        self._ny_art()
        self.lukket.emit()
