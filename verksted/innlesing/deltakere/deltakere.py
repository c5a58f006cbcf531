"""Council lists (xlsx, csv): columns by known names in any order, bokmål or nynorsk, or people under a list's name.

Nobody is merged and nobody left out: two of the same name are both kept, and a problem says so.
`foedselsaar` is a four-digit year; `rad` counts from 1. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.innlesing.deltakere.ark import Arkleser, hodet
from verksted.innlesing.deltakere.hode import SLAG
from verksted.innlesing.deltakere.listenavn import kjent_parti, listenavn, nettnavn
from verksted.innlesing.deltakere.navnerekke import alfabetisk_etter_foerste, som_tabell
from verksted.innlesing.deltakere.personnavn import Navneregister, navnenoekkel, snu_navn
from verksted.innlesing.deltakere.rad import LestDeltaker
from verksted.innlesing.deltakere.seksjon import les_seksjon
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonnevalg import med_kolonnevalg
from verksted.innlesing.tabell.tabellfil import les_arbeidsbok

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from verksted.innlesing.deltakere.hode import Hode
    from verksted.innlesing.tabell.tabellfil import Ark
    from verksted.visning.innlesing import Kolonnevalg

__all__ = ["Deltakerleser", "LestDeltaker", "LestDeltakerliste", "les_deltakere", "snu_navn"]


@dataclass(frozen=True, slots=True)
class LestDeltakerliste:
    """What was read, in the file's order; `ark` names the sheets it came from (None for csv).

    `felt` are the fields the file has columns for: what it has none for, it says nothing about.
    """

    deltakere: tuple[LestDeltaker, ...]
    problemer: tuple[Problem, ...]
    ark: tuple[str | None, ...]
    felt: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deltakerleser:
    """Reads council lists in the year `aar`, which turns ages into years of birth."""

    aar: int

    def __call__(self, data: bytes, filnavn: str) -> LestDeltakerliste:
        """Read the council list (raises KanIkkeLesesSomRegneark)."""
        return les_deltakere(data, filnavn, aar=self.aar)


def les_deltakere(
    data: bytes,
    filnavn: str,
    *,
    ark: str | None = None,
    aar: int | None = None,
    kolonner: Kolonnevalg | None = None,
) -> LestDeltakerliste:
    """Read the council list from the sheet `ark`, or from the sheets that hold the council; `aar` is this year.

    `kolonner` is what the user says of sheet and columns.
    """
    bok = med_kolonnevalg(les_arbeidsbok(data, filnavn), SLAG, kolonner)
    problemer = list(bok.problemer)
    funnet = [
        med_hode for blad in bok.ark if not blad.skjult and ark in {None, blad.navn} and (med_hode := _med_hode(blad))
    ]
    if not funnet:
        problemer.append(Problem("fant_ikke_navnekolonne", Alvor.FEIL, Sted(filnavn)))
        return LestDeltakerliste((), tuple(problemer), ())
    deltakere: list[LestDeltaker] = []
    felt: set[str] = set()
    listeark = _listeark(blad.navn for blad, _ in funnet)
    brukte = _arkene(funnet, listeark)
    listekolonne: dict[str | None, str | None] = {}
    merker: set[str] = set()
    for blad, hode in funnet:
        if blad not in brukte:
            problemer.append(Problem("ark_ikke_lest", Alvor.MERKNAD, Sted(filnavn, blad.navn)))
            continue
        leser = Arkleser(filnavn, blad, hode, liste=_listen_paa(blad.navn, listeark), aar=aar)
        lest = leser.les()
        deltakere.extend(lest)
        if blad.rader[0].nummer == 0:
            problemer.append(Problem("lest_av_linjer", Alvor.ADVARSEL, Sted(filnavn, blad.navn)))
        # A column of its own for the surname says the order.
        uten_orden = "navn" in hode.blokker[0].felt and not hode.blokker[0].snudd
        if uten_orden and alfabetisk_etter_foerste([d.navn for d in lest if d.art == "medlem"]):
            problemer.append(Problem("kan_vaere_etternavn_foerst", Alvor.ADVARSEL, Sted(filnavn, blad.navn)))
        problemer.extend(leser.problemer)
        merker |= leser.merker
        listekolonne[blad.navn] = hode.blokker[0].bokstav("liste")
        felt.update(navn for blokk in hode.blokker for navn in blokk.felt)
        if hode.siste < 0:
            problemer.append(Problem("uten_overskrift", Alvor.ADVARSEL, Sted(filnavn, blad.navn)))
        if ukjente := [*(f"«{t}»" for t in hode.ukjente), *leser.uten_overskrift()]:
            grunn = {"kolonner": ", ".join(ukjente)}
            problemer.append(Problem("kolonner_ikke_lest", Alvor.MERKNAD, Sted(filnavn, blad.navn), grunn))
    ferdige = _med_vara_for(_med_lister(deltakere))
    if not ferdige:
        problemer.append(Problem("ingen_deltakere", Alvor.FEIL, Sted(filnavn)))
    problemer.extend(Problem(f"lest_{merke}", Alvor.ADVARSEL, Sted(filnavn)) for merke in sorted(merker))
    problemer.extend(_paa_tvers(ferdige, filnavn, listekolonne))
    plass = {blad.navn: nummer for nummer, blad in enumerate(bok.ark)}
    problemer.sort(key=lambda p: (plass.get(p.sted.ark, -1), p.sted.rad or 0))
    return LestDeltakerliste(tuple(ferdige), tuple(problemer), tuple(b.navn for b in brukte), frozenset(felt))


def _med_hode(ark: Ark) -> tuple[Ark, Hode] | None:
    """Return a sheet with its heading; lines like «Høyre: Ida Moe, Jo Li» are made a table first."""
    hode = hodet(ark)
    if (hode is None or hode.siste < 0) and (tabell := som_tabell(ark)) and (nytt := hodet(tabell)):
        return tabell, nytt
    return (ark, hode) if hode else None


def _arkene(funnet: list[tuple[Ark, Hode]], listeark: frozenset[str]) -> list[Ark]:
    """Return the sheets to read: the council's own or the longest, those of deputies, and those of one list each."""
    raadet = [f for f in funnet if "kommunestyr" in (f[0].navn or "").casefold()] or funnet
    stoerst = max(raadet, key=lambda f: len(f[0].rader) - f[1].siste)[0]
    partier = [blad for blad, _ in funnet if blad.navn in listeark]
    return [
        blad
        for blad, _ in funnet
        if blad is stoerst or "vara" in (blad.navn or "").casefold() or (stoerst in partier and blad in partier)
    ]


def _listeark(navn: Iterable[str | None]) -> frozenset[str]:
    """Return the sheets named after a list; «A» alone is a sheet's name, beside «Sp» and «SV» it is a party."""
    som_liste = {n for n in navn if n and (seksjon := les_seksjon(n)) and seksjon.liste}
    flere = len(som_liste) > 1 and any(len(n) > 1 for n in som_liste)
    return frozenset(n for n in som_liste if len(n) > 1 or flere)


def _listen_paa(navn: str | None, listeark: frozenset[str]) -> str | None:
    seksjon = les_seksjon(navn) if navn in listeark and navn else None
    return seksjon.liste if seksjon else None


def _med_lister(deltakere: list[LestDeltaker]) -> list[LestDeltaker]:
    """Return the people where the forms of one list have become one."""
    oppslag = listenavn((d.liste, d.listekode) for d in deltakere)
    return [
        replace(d, liste=oppslag[d.liste, d.listekode][0], listekode=oppslag[d.liste, d.listekode][1])
        if d.liste or d.listekode
        else d
        for d in deltakere
    ]


def _med_vara_for(deltakere: list[LestDeltaker]) -> list[LestDeltaker]:
    """Return the people with whom each deputy stands in for: a member, told by name and list, or a list."""
    medlemmer = [(nr, d) for nr, d in enumerate(deltakere) if d.art == "medlem"]
    register = Navneregister(d.navn for _, d in medlemmer)
    lister = _Listeregister(deltakere)
    svar: list[LestDeltaker] = []
    for deltaker in deltakere:
        hvem = deltaker.vara_for
        if hvem is None:
            svar.append(deltaker)
            continue
        treff = [medlemmer[nr] for nr in register.finn(hvem)]
        if len(treff) > 1:
            treff = [(nr, d) for nr, d in treff if d.liste == deltaker.liste] or treff
        if len(treff) == 1:
            nummer, medlem = treff[0]
            svar.append(_i_lista(replace(deltaker, vara_for=medlem.navn, vara_for_nr=nummer), medlem))
        elif not treff and (paa := lister.finn(hvem)) is not None:
            svar.append(_i_lista(replace(deltaker, vara_for=paa.liste), paa))
        else:
            svar.append(deltaker)
    return svar


def _i_lista(deltaker: LestDeltaker, andre: LestDeltaker) -> LestDeltaker:
    """Return a deputy on the same list as whom it stands in for, where the file says no other."""
    return deltaker if deltaker.liste else replace(deltaker, liste=andre.liste, listekode=andre.listekode)


class _Listeregister:
    """Finds somebody on the list a text names."""

    def __init__(self, deltakere: Iterable[LestDeltaker]) -> None:
        self._etter_navn: dict[str, LestDeltaker] = {}
        self._etter_parti: dict[str, LestDeltaker] = {}
        for d in deltakere:
            for navn in (d.liste, d.listekode):
                if navn:
                    self._etter_navn.setdefault(nettnavn(navn), d)
            if d.liste and (parti := kjent_parti(d.liste)):
                self._etter_parti.setdefault(parti.kode, d)

    def finn(self, tekst: str) -> LestDeltaker | None:
        """Return the first person of the list, or None when nobody is on it."""
        parti = kjent_parti(tekst)
        return self._etter_navn.get(nettnavn(tekst)) or (self._etter_parti.get(parti.kode) if parti else None)


def _paa_tvers(
    deltakere: list[LestDeltaker], fil: str, listekolonne: Mapping[str | None, str | None]
) -> Iterator[Problem]:
    """Yield what shows when the whole list is seen: no list, names that come twice, deputies for somebody unknown."""
    register = Navneregister(d.navn for d in deltakere if d.art == "medlem")
    lister = _Listeregister(deltakere)
    etter_navn: dict[str, list[LestDeltaker]] = defaultdict(list)
    for deltaker in deltakere:
        etter_navn[navnenoekkel(deltaker.navn)].append(deltaker)
        sted = Sted(fil, deltaker.ark, deltaker.rad)
        if not deltaker.liste and deltaker.art in {"medlem", "vara"}:
            kolonne = replace(sted, kolonne=listekolonne.get(deltaker.ark))
            yield Problem("uten_liste", Alvor.ADVARSEL, kolonne, {"navn": deltaker.navn})
        hvem = deltaker.vara_for
        if hvem and deltaker.vara_for_nr is None and (register.finn(hvem) or lister.finn(hvem) is None):
            noekkel = "vara_for_flere" if register.finn(hvem) else "vara_for_ukjent"
            yield Problem(noekkel, Alvor.ADVARSEL, sted, {"navn": deltaker.navn, "hvem": hvem})
    for like in etter_navn.values():
        if len(like) > 1:
            rader = ", ".join(str(d.rad) for d in like)
            data = {"navn": like[0].navn, "antall": len(like), "rader": rader}
            yield Problem("samme_navn", Alvor.ADVARSEL, Sted(fil, like[1].ark, like[1].rad), data)
