"""The tables mended with the fewest moves: said first, who moves and what becomes of the balance, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from verksted.handlinger.grupper import finn_reparasjon, reparer_gruppene
from verksted.vindu.ramme.dialoger import Spoersmaal
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.regler.grupper.oppdrag import Maaltall
    from verksted.regler.grupper.reparer import Reparasjon
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.side import Side
    from verksted.visning.gruppeside import Gruppesidevisning

_NAVN_I_SPOERSMAALET: Final = 12


class Reparering(QObject):
    """Signals: `ferdig` when the tables are mended, or need not be."""

    ferdig = Signal()

    def __init__(self, bord: Arbeidsbord, side: Side) -> None:
        super().__init__(side)
        self._bord, self._side = bord, side

    def foreslaa(self, visning: Gruppesidevisning) -> None:
        """Find out in another thread what it takes, and ask."""
        rommet, rad = visning.rommet, visning.verkstedrad
        svar = self._bord.verktoey.bakgrunn.i_traad(lambda: finn_reparasjon(rommet, rad))
        svar.da(lambda reparasjon: self._spoer(visning, reparasjon))

    def _spoer(self, visning: Gruppesidevisning, reparasjon: Reparasjon) -> None:
        t = self._bord.verktoey.tekster
        if not reparasjon.flyttinger:
            self._side.si.emit(t("gruppeside.rett.trengs_ikke"))
            self.ferdig.emit()
            return
        svar = self._bord.verktoey.dialoger.spoer(
            self._side,
            Spoersmaal(
                tittel=t.antall("gruppeside.rett.spoer", reparasjon.antall_flyttet),
                setning=reparasjonsord(visning, reparasjon, t),
                svar=(("nei", t("gruppeside.rett.nei")), ("ja", t("gruppeside.rett.ja"))),
                forvalg="ja",
            ),
        )
        if svar != "ja":
            return
        bord, nummer = self._bord, visning.grupper.verksted
        arbeid = bord.arbeid(
            t("gruppeside.rett.tittel"),
            lambda _: reparer_gruppene(bord.fil, bord.aktoer, verksted=nummer, navngi=regelord(t)),  # type: ignore[arg-type]
        )
        arbeid.da(self._rettet)

    def _rettet(self, reparasjon: Reparasjon) -> None:
        t = self._bord.verktoey.tekster
        setning = t.antall("gruppeside.rett.ferdig", reparasjon.antall_flyttet)
        self._side.si.emit(f"{setning} {maalord(reparasjon.foer, reparasjon.etter, t)}")
        self.ferdig.emit()


def reparasjonsord(visning: Gruppesidevisning, reparasjon: Reparasjon, tekster: Tekster) -> str:
    """Return who moves where, and the balance before and after."""
    navn = {p.person_id: p.navn for p in visning.deltakere}
    linjer = []
    for flytting in reparasjon.flyttinger[:_NAVN_I_SPOERSMAALET]:
        noekkel = "ny" if flytting.fra is None else "flytter"
        linjer.append(
            tekster(
                f"gruppeside.rett.{noekkel}",
                navn=navn.get(flytting.person, ""),
                runde=flytting.runde,
                fra=flytting.fra,
                til=flytting.til,
            )
        )
    if (flere := len(reparasjon.flyttinger) - _NAVN_I_SPOERSMAALET) > 0:
        linjer.append(tekster.antall("gruppeside.rett.flere", flere))
    linjer += ["", maalord(reparasjon.foer, reparasjon.etter, tekster)]
    if reparasjon.faerrest:
        linjer.append(tekster("gruppeside.rett.faerrest"))
    return "\n".join(linjer)


def maalord(foer: Maaltall, etter: Maaltall, tekster: Tekster) -> str:
    """Return «Parti: 2 avvik før, 0 etter. …»."""
    deler = []
    for (egenskap, f), (_, e) in zip(foer.avvik, etter.avvik, strict=True):
        navn = tekster(f"grupper.egenskap.{egenskap}")
        deler.append(tekster("gruppeside.rett.avvik", egenskap=navn[:1].upper() + navn[1:], foer=f, etter=e))
    deler.append(tekster("gruppeside.rett.gjentak", foer=foer.gjentak, etter=etter.gjentak))
    return " ".join(deler)
