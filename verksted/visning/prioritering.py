"""What the room gave dots to, and from how many tables: sums and breadth, never who."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.prikker import Prikkesum, gjeldende_runde, tell_prikker

if TYPE_CHECKING:
    from verksted.modell.punkt import Avstemning, Punkt, Stemme
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Prikkerad:
    """One alternative: `kode` and `enighet` are empty when it is not a point."""

    kode: str
    tittel: str
    enighet: str
    prikker: int
    per_bord: tuple[tuple[int, int], ...]

    @property
    def bord(self) -> tuple[int, ...]:
        """The numbers of the tables that gave at least one dot."""
        return tuple(nummer for nummer, antall in self.per_bord if antall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prikkedel:
    """One vote in its newest finished round. `bord_kjent` is false when nobody counted by table."""

    tittel: str
    art: str
    per_person: int
    bordnumre: tuple[int, ...]
    bord_kjent: bool
    rader: tuple[Prikkerad, ...]

    @property
    def sum(self) -> int:
        """All dots that were given."""
        return sum(rad.prikker for rad in self.rader)


def bygg_prioritering(grunnlag: Grunnlag, verksted_id: str) -> tuple[Prikkedel, ...]:
    """Return every vote of the workshop that has begun, in the order of the questions."""
    bordnummer = {g.id: g.nummer for g in grunnlag.gruppe if g.verksted_id == verksted_id}
    stemmer: dict[str, list[Stemme]] = defaultdict(list)
    for stemme in grunnlag.stemme:
        stemmer[stemme.runde_id].append(stemme)
    punkter = {p.id: p for p in grunnlag.punkt if not p.fjernet}
    nummer = {s.id: s.nummer for s in grunnlag.spoersmaal}
    deler = (
        _del(grunnlag, avstemning, bordnummer, stemmer, punkter)
        for avstemning in sorted(grunnlag.avstemning, key=lambda a: (nummer.get(a.spoersmaal_id or "", 0), a.tittel))
        if avstemning.verksted_id == verksted_id
    )
    return tuple(del_ for del_ in deler if del_ is not None)


def _del(
    grunnlag: Grunnlag,
    avstemning: Avstemning,
    bordnummer: dict[str, int],
    stemmer: dict[str, list[Stemme]],
    punkter: dict[str, Punkt],
) -> Prikkedel | None:
    runde = gjeldende_runde(r for r in grunnlag.avstemningsrunde if r.avstemning_id == avstemning.id)
    if runde is None or not stemmer[runde.id]:
        return None
    alternativer = [
        a
        for a in grunnlag.alternativ
        if a.avstemning_id == avstemning.id and (a.punkt_id is None or a.punkt_id in punkter)
    ]
    egne_ord = {a.id: a.tekst for a in alternativer}
    punkt_av = {a.id: punkter[a.punkt_id] for a in alternativer if a.punkt_id is not None}
    return Prikkedel(
        tittel=avstemning.tittel,
        art=f"avstemningsart.{avstemning.art}",
        per_person=avstemning.per_person,
        bordnumre=tuple(sorted(bordnummer.values())),
        bord_kjent=any(s.gruppe_id is not None for s in stemmer[runde.id]),
        rader=tuple(
            _rad(sum_, punkt_av.get(sum_.alternativ_id), egne_ord[sum_.alternativ_id])
            for sum_ in tell_prikker(alternativer, stemmer[runde.id], bordnummer)
        ),
    )


def _rad(sum_: Prikkesum, punkt: Punkt | None, egne_ord: str) -> Prikkerad:
    return Prikkerad(
        kode=punkt.kode if punkt else "",
        tittel=egne_ord.strip() or (punkt.tittel if punkt else ""),
        enighet=f"enighet.{punkt.enighet}" if punkt else "",
        prikker=sum_.sum,
        per_bord=sum_.per_bord,
    )
