"""The plan tree for printing: gjeldende beside forslag, what changed, and what each place rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden
from verksted.modell.ordene import Sporting
from verksted.regler.ordforskjell import ordforskjell
from verksted.visning.tallrekke import Tallrekke, finn_tallrekke
from verksted.visning.utsjekkrader import UtsjekkRad, utsjekk_per_kode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verksted.modell.plan import Planelement
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.punktrader import PunktRad


@dataclass(frozen=True, slots=True)
class Endringsbit:
    """A run of words: `lik`, `ny` or `borte`."""

    art: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KunnskapRad:
    """One fact a place rests on; always fag."""

    kode: str
    tittel: str
    tekst: str
    tall: str
    kilde: str
    aar: int | None
    rekke: Tallrekke | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TiltakRad:
    """A measure under a place, for its indicator."""

    kode: str
    tittel: str
    indikator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNode:
    """One place in the plan with everything under it.

    `status` is `status.ny`, `endret`, `uendret`, `utgaar` or `uenighet`; `nummer` counts the places of its level.
    `gjeldende` and `endringer` are paragraphs, title first.
    """

    kode: str
    nivaa: str
    nivaa_flertall: str
    rolle: str
    nummer: int
    status: str
    tittel: str
    tekst: str
    gjeldende: tuple[str, ...]
    endringer: tuple[tuple[Endringsbit, ...], ...]
    alternativer: tuple[tuple[str, str], ...]
    begrunnelse_fag: str
    begrunnelse_politikk: str
    periode: str
    baerekraftsmaal: tuple[int, ...]
    kunnskap: tuple[KunnskapRad, ...]
    tiltak: tuple[TiltakRad, ...]
    punkter: tuple[PunktRad, ...]
    innspill: tuple[str, ...]
    utsjekk: UtsjekkRad | None
    barn: tuple[PlanNode, ...]

    @property
    def utgaar(self) -> bool:
        """The place is to go out of the plan."""
        return self.status == "status.utgaar"

    def alle(self) -> tuple[PlanNode, ...]:
        """Return this place and all below it, in the order of the document."""
        return (self, *(node for barn in self.barn for node in barn.alle()))


def bygg_plan(grunnlag: Grunnlag, punkter: Iterable[PunktRad]) -> tuple[PlanNode, ...]:
    """Return the top places of the plan with their trees, in the order of the document."""
    bygger = _Plan(grunnlag, punkter)
    return tuple(bygger.node(element) for element in bygger.barn[None])


class _Plan:
    """Everything a node needs, looked up once."""

    def __init__(self, grunnlag: Grunnlag, punkter: Iterable[PunktRad]) -> None:
        self.barn: dict[str | None, list[Planelement]] = defaultdict(list)
        for element in sorted(grunnlag.planelement, key=lambda e: e.rekkefoelge):
            if not element.fjernet:
                self.barn[element.forelder_id].append(element)
        self._nivaa = {n.id: n for n in grunnlag.plannivaa}
        self._alternativer: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for alternativ in grunnlag.planalternativ:
            self._alternativer[alternativ.planelement_id].append((alternativ.bokstav, alternativ.tekst))
        self._punkter: dict[str, list[PunktRad]] = defaultdict(list)
        for punkt in punkter:
            for kode in punkt.plansteder:
                self._punkter[kode].append(punkt)
        self._innspill = _innspill_per_sted(grunnlag)
        self._kunnskap = _kunnskap_per_sted(grunnlag)
        self._tiltak = _tiltak_per_sted(grunnlag)
        self._utsjekk: Mapping[str, UtsjekkRad] = utsjekk_per_kode(grunnlag)
        self._teller: Counter[str] = Counter()

    def node(self, e: Planelement) -> PlanNode:
        """Return the place and its tree; called in the order of the document."""
        nivaa = self._nivaa[e.nivaa_id]
        self._teller[nivaa.id] += 1
        nummer = self._teller[nivaa.id]
        alternativer = tuple(sorted(self._alternativer[e.id]))
        tittel, tekst = (
            lest_forslag(e.forslag_tittel, e.gjeldende_tittel),
            lest_forslag(e.forslag_tekst, e.gjeldende_tekst),
        )
        # Where alternatives are open and no common text is written, the old text is not proposed.
        skrevet = not alternativer or e.forslag_tittel is not None or e.forslag_tekst is not None
        return PlanNode(
            kode=e.kode,
            nivaa=_stor(nivaa.entall),
            nivaa_flertall=_stor(nivaa.flertall),
            rolle=f"planrolle.{nivaa.rolle}",
            nummer=nummer,
            status=f"status.{planstatus(e, har_alternativer=bool(alternativer))}",
            tittel=tittel,
            tekst=tekst if skrevet else "",
            gjeldende=tuple(t for t in (e.gjeldende_tittel, e.gjeldende_tekst) if t),
            endringer=_endringer(e, skrevet=skrevet),
            alternativer=alternativer,
            begrunnelse_fag=e.begrunnelse_fag,
            begrunnelse_politikk=e.begrunnelse_politikk,
            periode=f"periode.{e.periode}" if e.periode else "",
            baerekraftsmaal=tuple(sorted(e.baerekraftsmaal)),
            kunnskap=tuple(self._kunnskap[e.id]),
            tiltak=tuple(self._tiltak[e.id]),
            punkter=tuple(self._punkter[e.kode]),
            innspill=tuple(sorted(self._innspill[e.id], key=kodeorden)),
            utsjekk=self._utsjekk.get(e.kode),
            barn=tuple(self.node(barn) for barn in self.barn[e.id]),
        )


def _stor(navn: str) -> str:
    """Level names are the process's own; here they stand first on their line."""
    return navn[:1].upper() + navn[1:]


def lest_forslag(forslag: str | None, gjeldende: str | None) -> str:
    """Return what the plan would now read: the proposal where one is written, else gjeldende."""
    return (gjeldende or "") if forslag is None else forslag


def planstatus(e: Planelement, *, har_alternativer: bool) -> str:
    """Return `ny`, `endret`, `uendret`, `utgaar` or `uenighet`."""
    if e.utgaar:
        return "utgaar"
    if har_alternativer:
        return "uenighet"
    if e.gjeldende_tittel is None and e.gjeldende_tekst is None:
        return "ny"
    lik_tittel = lest_forslag(e.forslag_tittel, e.gjeldende_tittel) == (e.gjeldende_tittel or "")
    lik_tekst = lest_forslag(e.forslag_tekst, e.gjeldende_tekst) == (e.gjeldende_tekst or "")
    return "uendret" if lik_tittel and lik_tekst else "endret"


def _endringer(e: Planelement, *, skrevet: bool) -> tuple[tuple[Endringsbit, ...], ...]:
    if not skrevet:
        return ()
    par = ((e.gjeldende_tittel, e.forslag_tittel), (e.gjeldende_tekst, e.forslag_tekst))
    avsnitt = []
    for gjeldende, forslag in par:
        ny = "" if e.utgaar else lest_forslag(forslag, gjeldende)
        biter = tuple(Endringsbit(bit.art, bit.tekst) for bit in ordforskjell(gjeldende or "", ny))
        if biter:
            avsnitt.append(biter)
    return tuple(avsnitt)


def _innspill_per_sted(grunnlag: Grunnlag) -> dict[str, set[str]]:
    """Return note codes by place: asked about it, or linked to it by hand."""
    koder = {i.id: i.kode for i in grunnlag.innspill if not i.fjernet}
    per_sted: dict[str, set[str]] = defaultdict(set)
    for innspill in grunnlag.innspill:
        if innspill.planelement_id and innspill.id in koder:
            per_sted[innspill.planelement_id].add(innspill.kode)
    for lenke in grunnlag.sporlenke:
        if (lenke.fra_type, lenke.til_type) == (Sporting.INNSPILL, Sporting.PLANELEMENT) and lenke.fra_id in koder:
            per_sted[lenke.til_id].add(koder[lenke.fra_id])
    return per_sted


def _kunnskap_per_sted(grunnlag: Grunnlag) -> dict[str, list[KunnskapRad]]:
    steder: dict[str, list[str]] = defaultdict(list)
    for lenke in grunnlag.sporlenke:
        if (lenke.fra_type, lenke.til_type) == (Sporting.KUNNSKAPSPUNKT, Sporting.PLANELEMENT):
            steder[lenke.fra_id].append(lenke.til_id)
    per_sted: dict[str, list[KunnskapRad]] = defaultdict(list)
    for punkt in sorted(grunnlag.kunnskapspunkt, key=lambda k: k.rekkefoelge):
        if punkt.fjernet:
            continue
        rad = KunnskapRad(
            kode=punkt.kode,
            tittel=punkt.tittel,
            tekst=punkt.tekst,
            tall=f"{punkt.tall} {punkt.enhet}".strip(),
            kilde=punkt.kilde,
            aar=punkt.aar,
            rekke=finn_tallrekke(punkt.tekst, punkt.enhet),
        )
        for sted in steder[punkt.id]:
            per_sted[sted].append(rad)
    return per_sted


def _tiltak_per_sted(grunnlag: Grunnlag) -> dict[str, list[TiltakRad]]:
    tiltak = {t.id: t for t in grunnlag.tiltak if not t.fjernet}
    per_sted: dict[str, list[TiltakRad]] = defaultdict(list)
    for lenke in grunnlag.sporlenke:
        if (lenke.fra_type, lenke.til_type) == (Sporting.PLANELEMENT, Sporting.TILTAK) and lenke.til_id in tiltak:
            t = tiltak[lenke.til_id]
            per_sted[lenke.fra_id].append(TiltakRad(kode=t.kode, tittel=t.tittel, indikator=t.indikator))
    for rader in per_sted.values():
        rader.sort(key=lambda t: kodeorden(t.kode))
    return per_sted
