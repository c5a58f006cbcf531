"""One table of a sheet -> series: each figure with the labels of its row and column, and its period wherever it stands.

Periods may stand across, down, in a column of their own, with the measure («Personer 2023»), or over a group.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verksted.innlesing.kunnskap.blokkolonner import Kolonne, Kolonneslag, finn_kolonner, overskrifter
from verksted.innlesing.kunnskap.perioder import er_dimensjon, periode_i
from verksted.innlesing.kunnskap.serier import Serie, Serietabell, Tabellhode, Verdi, kort_tittel
from verksted.innlesing.kunnskap.tallceller import (
    cellene,
    del_merke,
    enhet_i,
    er_kildelinje,
    er_note,
    er_tall,
    er_tom,
)
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonner import felt_for
from verksted.innlesing.tabell.tabellfil import Prosent, celletekst, kolonnebokstav

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.kunnskap.tallblokker import Blokk
    from verksted.innlesing.tabell.tabellfil import Celle, Rad

_LENGSTE_TITTEL = 160
_LEDETEKST = 40


@dataclass(frozen=True, slots=True)
class _Radord:
    """What a row says about all its figures."""

    ledd: tuple[str, ...]
    regioner: tuple[str, ...]
    periode: str | None
    enhet: str | None
    kilde: str | None
    tema: str | None
    merknad: str


@dataclass(slots=True)
class _Samling:
    """What gathers in one series: values with «is per cent», and the rows they come from."""

    ledd: tuple[str, ...]
    kolonneledd: tuple[str, ...]
    rad: int
    verdier: list[tuple[Verdi, bool]] = field(default_factory=list)
    rader: list[_Radord] = field(default_factory=list)


class _Samler:
    """Puts each figure where it belongs: same labels, same unit, another period."""

    def __init__(self) -> None:
        self._samlinger: dict[tuple[tuple[str, ...], str | None, int], _Samling] = {}
        self.gjentatt: dict[tuple[str, ...], int] = {}

    def ta(self, celle: Celle, kolonne: Kolonne, ord_: _Radord, ledd: tuple[str, ...], rad: int) -> None:
        verdi, er_prosent = _verdi(celle, ord_.periode or kolonne.periode)
        runde = 0
        # The same name and period a second time is another thing of the same name, never added to the first.
        while (samling := self._samlinger.get((ledd, ord_.enhet, runde))) and any(
            v.periode == verdi.periode for v, _ in samling.verdier
        ):
            runde += 1
            self.gjentatt.setdefault(ledd, rad)
        if samling is None:
            samling = self._samlinger[ledd, ord_.enhet, runde] = _Samling(ledd, kolonne.ledd, rad)
        samling.verdier.append((verdi, er_prosent))
        samling.rader.append(ord_)

    def serier(self, felles: str | None) -> tuple[Serie, ...]:
        return tuple(_serie(samling, felles) for samling in self._samlinger.values())


def les_blokk(blokk: Blokk, *, fil: str, ark: str | None, temanavn: str | None) -> Serietabell:
    """Return the table as series, with its title, source and notes, and the rows that could not be placed."""
    kolonner = finn_kolonner(blokk)
    verdikolonner = [(i, k) for i, k in kolonner.items() if k.slag == "verdi"]
    radnavn_foerst = _er_maal_i_hjoernet(blokk, kolonner)
    har_navn = radnavn_foerst or any(k.ledd for _, k in verdikolonner)
    hode = _tabellhode(blokk, fil=fil, ark=ark, temanavn=temanavn, har_navn=har_navn)
    problemer: list[Problem] = []
    samler = _Samler()
    navn_over: dict[int, str] = {}
    for seksjon, rad in blokk.rader:
        ord_ = _radord(rad, seksjon, kolonner, navn_over, blokk)
        med_noe = [(i, k) for i, k in verdikolonner if not er_tom(rad.celle(i))]
        if not med_noe or (not ord_.ledd and ord_.periode is None):
            innhold = " · ".join(celletekst(c) for c in cellene(rad).values())
            problemer.append(Problem("rad_ikke_plassert", Alvor.FEIL, Sted(fil, ark, rad.nummer), {"innhold": innhold}))
            continue
        steder = ord_.regioner
        for i, kolonne in med_noe:
            foran, bak = (ord_.ledd, kolonne.ledd) if radnavn_foerst else (kolonne.ledd, ord_.ledd)
            # The place comes last, as people say it.
            ledd = tuple(sorted((*foran, *bak), key=lambda ett: ett in steder))
            samler.ta(rad.celle(i), kolonne, ord_, ledd, rad.nummer)
    problemer += [
        Problem("samme_navn_i_tabellen", Alvor.ADVARSEL, Sted(fil, ark, rad), {"navn": ", ".join(ledd) or hode.tittel})
        for ledd, rad in samler.gjentatt.items()
    ]
    return Serietabell(hode, samler.serier(_felles_enhet(blokk)), tuple(problemer))


def _serie(samling: _Samling, felles: str | None) -> Serie:
    prosent = [p for v, p in samling.verdier if v.er_tall]
    alle_prosent = bool(prosent) and all(prosent)
    foerste = samling.rader[0]
    navngitt = (enhet_i(t, hele=True) for t in (*reversed(samling.kolonneledd), *reversed(foerste.ledd)))
    enhet = foerste.enhet or next((e for e in navngitt if e), None) or ("%" if alle_prosent else felles)
    merknader = dict.fromkeys(
        f"{r.periode}: {r.merknad}" if r.periode and len(samling.rader) > 1 else r.merknad
        for r in samling.rader
        if r.merknad
    )
    return Serie(
        ledd=samling.ledd,
        # Where some figures only are per cent, each of those says so itself.
        verdier=tuple(replace(v, tekst=f"{v.tekst} %") if p and not alle_prosent else v for v, p in samling.verdier),
        regioner=foerste.regioner,
        enhet=enhet,
        temanavn=foerste.tema,
        kilde="; ".join(dict.fromkeys(r.kilde for r in samling.rader if r.kilde)) or None,
        merknad="\n".join(merknader),
        rad=samling.rad,
    )


def _verdi(celle: Celle, periode: str | None) -> tuple[Verdi, bool]:
    """Return a cell as the file writes it, and whether it is per cent (the sign itself is then left out)."""
    if isinstance(celle, Prosent):
        return Verdi(periode, celletekst(celle.verdi), er_tall=True), True
    tekst = celletekst(celle)
    if not er_tall(celle):
        return Verdi(periode, tekst, er_tall=False), False
    tall, merke = del_merke(tekst)
    er_prosent = tall.endswith("%")
    return Verdi(periode, tall.removesuffix("%").rstrip(), er_tall=True, merke=merke), er_prosent


# -- rows --------------------------------------------------------------------------------------------------


def _er_maal_i_hjoernet(blokk: Blokk, kolonner: dict[int, Kolonne]) -> bool:
    """Say whether the rows are the measures, which are then named before the column."""
    navn = [t for i, k in kolonner.items() if k.slag == "navn" for t in overskrifter(i, blokk.hoder)]
    return any(er_dimensjon(t, "metric") for t in navn)


def _radord(rad: Rad, seksjon: str, kolonner: dict[int, Kolonne], over: dict[int, str], blokk: Blokk) -> _Radord:
    ordkolonner = [i for i, k in kolonner.items() if k.slag in {"navn", "tema", "periode"}]
    ord_ = {i: celletekst(rad.celle(i)) for i in ordkolonner}
    siste = max((i for i, t in ord_.items() if t), default=-1)
    for i in ordkolonner:
        # A name written once for several rows holds downwards, where something to the right of it goes on.
        if not ord_[i] and i < siste:
            ord_[i] = over.get(i, "")
    over.update({i: t for i, t in ord_.items() if t})

    def av_slag(slag: Kolonneslag) -> list[str]:
        return [t for i, t in ord_.items() if kolonner[i].slag == slag and t]

    def foerste(slag: Kolonneslag) -> str | None:
        return next((t for i, k in kolonner.items() if k.slag == slag and (t := celletekst(rad.celle(i)))), None)

    seksjonsperiode = periode_i(seksjon) if seksjon else None
    ledd = [seksjon] if seksjon and not seksjonsperiode else []
    steder = {i for i in ordkolonner if any(er_dimensjon(o, "geo") for o in overskrifter(i, blokk.hoder))}
    merknader = [
        ": ".join((*k.ledd, t)) for i, k in kolonner.items() if k.slag == "merknad" and (t := celletekst(rad.celle(i)))
    ]
    return _Radord(
        ledd=(*ledd, *av_slag("navn")),
        regioner=tuple(t for i, t in ord_.items() if t and i in steder and kolonner[i].slag == "navn"),
        periode=" ".join(av_slag("periode")) or seksjonsperiode,
        enhet=foerste("enhet"),
        kilde=foerste("kilde"),
        tema=next(iter(av_slag("tema")), None),
        merknad="\n".join(merknader),
    )


# -- the table --------------------------------------------------------------------------------------------------


def _tabellhode(blokk: Blokk, *, fil: str, ark: str | None, temanavn: str | None, har_navn: bool) -> Tabellhode:
    """Return title, source and notes; a table that says nowhere what it is about gets the name of its file."""
    linjer = _ledetekster_med_innhold([linje.tekst for linje in blokk.titler])
    under = _ledetekster_med_innhold([linje.tekst for linje in blokk.noter])
    kilder = [k for t in (*linjer, *under) if (k := er_kildelinje(t))]
    noter = [t for t in under if er_kildelinje(t) is None]
    titler = [t for t in linjer if er_kildelinje(t) is None and not er_note(t)]
    noter = [t for t in linjer if er_note(t) and er_kildelinje(t) is None] + noter
    uten_enhet = [t for t in titler if enhet_i(t, hele=True) != t] or titler
    tittel = " – ".join(uten_enhet)
    if len(tittel) > _LENGSTE_TITTEL:
        tittel, noter = uten_enhet[0], uten_enhet[1:] + noter
    hjoerne = next((t for hode in blokk.hoder for t in [celletekst(hode.celle(_foerste(blokk)))] if t), "")
    er_kolonnenavn = er_dimensjon(hjoerne) or periode_i(hjoerne) or felt_for(hjoerne, "kunnskap")
    egen = tittel or ("" if er_kolonnenavn else hjoerne)
    return Tabellhode(
        tittel=egen or temanavn or ark or fil,
        sted=Sted(fil, ark, blokk.hoder[0].nummer, kolonnebokstav(_foerste(blokk))),
        kilde="; ".join(dict.fromkeys(kilder)) or None,
        temanavn=temanavn,
        noter=tuple(dict.fromkeys(noter)),
        navn=kort_tittel(egen) or temanavn or ("" if har_navn else fil.rpartition(".")[0] or fil),
    )


def _ledetekster_med_innhold(linjer: Sequence[str]) -> list[str]:
    """Put a line that only says «Kilde:» together with the one that says what it is."""
    ut: list[str] = []
    for tekst in linjer:
        if ut and ut[-1].endswith(":") and len(ut[-1]) <= _LEDETEKST and not tekst.endswith(":"):
            ut[-1] += f" {tekst}"
        else:
            ut.append(tekst)
    return ut


def _foerste(blokk: Blokk) -> int:
    return min(min(cellene(rad)) for _, rad in blokk.rader)


def _felles_enhet(blokk: Blokk) -> str | None:
    """Return the unit a title or a line over the table gives for all of it."""
    linjer = [linje.tekst for linje in blokk.titler]
    hjoerne = [t for t in overskrifter(_foerste(blokk), blokk.hoder) if not er_dimensjon(t)]
    return next((e for t in reversed(linjer) if (e := enhet_i(t, hele=True))), None) or next(
        (e for t in hjoerne if (e := enhet_i(t))), None
    )
