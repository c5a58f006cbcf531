"""From rows to the composer's rules: the user's own, fixed secretaries, locked seats. Always in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Grupperegelart
from verksted.regler.grupper.oppdrag import EnPerBord, FastPlass, FastSekretaer, HverForSeg, Sammen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Plass
    from verksted.modell.deltaker import Grupperegel as Regelrad
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.deltakere import Deltaker
    from verksted.regler.grupper.oppdrag import Grupperegel
    from verksted.regler.grupper.rader import Grupperader

LAAST = "laast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelomtale:
    """What a rule is about, for whoever puts it in words; `art` is a Grupperegelart's word, or LAAST."""

    art: str
    personer: tuple[str, ...]
    bord: int | None = None
    runde: int | None = None
    verv: str = ""


class Regelbygger:
    """Makes the rules of one workshop; `navngi` puts each in the user's own words."""

    def __init__(
        self,
        rader: Grupperader,
        verksted: Verksted,
        deltakere: Sequence[Deltaker],
        navngi: Callable[[Regelomtale], str] | None,
    ) -> None:
        self._rader, self._verksted, self._deltakere = rader, verksted, deltakere
        self._navn = {p.id: p.navn for p in rader.person}
        self._navngi = navngi or (lambda omtale: ", ".join(omtale.personer))

    def regler(
        self,
        bordene: Mapping[str, Gruppe],
        inndelinger: Mapping[str, Gruppeinndeling],
        plasser: Sequence[Plass],
        *,
        antall_bord: int,
    ) -> tuple[Grupperegel, ...]:
        """Return every hard rule; the rows are the workshop's own. A table taken away needs no secretary."""
        i_bruk = [gruppe for gruppe in bordene.values() if gruppe.nummer <= antall_bord]
        return (*self._fra_rader(), *self._sekretaerer(i_bruk), *self._laaser(bordene, inndelinger, plasser))

    def av_raden(self, regel: Regelrad) -> list[Grupperegel]:
        """Return what one rule of the file asks for: one rule for each person where it names a table."""
        om = sorted(rad.person_id for rad in self._rader.grupperegel_person if rad.regel_id == regel.id)
        match regel.art:
            case Grupperegelart.SAMMEN:
                return [Sammen(tuple(om), self._ord(regel, om))]
            case Grupperegelart.HVER_FOR_SEG:
                return [HverForSeg(tuple(om), self._ord(regel, om))]
            case Grupperegelart.EN_PER_BORD:
                om = om or self._med_verv(regel.verv or "")
                return [EnPerBord(tuple(om), self._ord(regel, om))]
            case Grupperegelart.BORD:
                return [FastPlass(p, regel.bord or 0, regel.runde, self._ord(regel, [p])) for p in om]
            case Grupperegelart.SEKRETAER:
                return [FastSekretaer(p, regel.bord or 0, self._ord(regel, [p])) for p in om]

    def _fra_rader(self) -> list[Grupperegel]:
        egne = [regel for regel in self._rader.grupperegel if regel.verksted_id == self._verksted.id]
        regler = [del_ for regel in egne for del_ in self.av_raden(regel)]
        return sorted(regler, key=lambda r: (type(r).__name__, r.personer, *_sted(r)))

    def _sekretaerer(self, bordene: Sequence[Gruppe]) -> Iterator[Grupperegel]:
        for gruppe in sorted(bordene, key=lambda g: g.nummer):
            if gruppe.sekretaer_id is not None:
                ord_ = self._si(Grupperegelart.SEKRETAER, [gruppe.sekretaer_id], gruppe.nummer)
                yield FastSekretaer(gruppe.sekretaer_id, gruppe.nummer, ord_)

    def _laaser(
        self, bordene: Mapping[str, Gruppe], inndelinger: Mapping[str, Gruppeinndeling], plasser: Sequence[Plass]
    ) -> Iterator[Grupperegel]:
        laaste = [(inndelinger[p.inndeling_id].runde, bordene[p.gruppe_id].nummer, p) for p in plasser if p.laast]
        for runde, bord, plass in sorted(laaste, key=lambda laas: (laas[0], laas[1], laas[2].person_id)):
            yield FastPlass(plass.person_id, bord, runde, self._si(LAAST, [plass.person_id], bord, runde))

    def _med_verv(self, verv: str) -> list[str]:
        ord_ = verv.strip().casefold()
        return [
            d.person.id
            for d in self._deltakere
            if d.mandat is not None and (d.mandat.verv or "").strip().casefold() == ord_
        ]

    def _ord(self, regel: Regelrad, om: Sequence[str]) -> str:
        return self._si(str(regel.art), om, regel.bord, regel.runde, regel.verv or "")

    def _si(
        self, art: str, om: Sequence[str], bord: int | None = None, runde: int | None = None, verv: str = ""
    ) -> str:
        navn = tuple(sorted(self._navn.get(person_id, "") for person_id in om))
        return self._navngi(Regelomtale(art=art, personer=navn, bord=bord, runde=runde, verv=verv))


def _sted(regel: Grupperegel) -> tuple[int, int]:
    match regel:
        case FastPlass(_, bord, runde):
            return bord, runde or 0
        case FastSekretaer(_, bord):
            return bord, 0
        case _:
            return 0, 0
