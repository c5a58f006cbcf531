"""Økonomiplan and budget (xlsx, csv) -> posts with exact amounts in whole kroner per year.

Sums per year are those of the posts; total rows in the file are recognised, compared and not counted.
Sign as in the file. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.ark import Budsjettark
from verksted.innlesing.oekonomiplan.hode import SOEK, aar_nummer
from verksted.innlesing.oekonomiplan.kostra import LISTEAAR, funksjoner
from verksted.innlesing.oekonomiplan.plankolonner import finn_plankolonner
from verksted.innlesing.oekonomiplan.poster import Beloep, Kontrollsum, LestOekonomiplan, LestPost, LestSumrad, Postart
from verksted.innlesing.oekonomiplan.vedsiden import ved_siden
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonnevalg import med_kolonnevalg
from verksted.innlesing.tabell.tabellfil import Rad, celletekst, kolonnebokstav, les_arbeidsbok
from verksted.innlesing.tabell.tall import KRONER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verksted.innlesing.oekonomiplan.plankolonner import Plankolonner
    from verksted.innlesing.tabell.tabellfil import Arbeidsbok, Ark
    from verksted.visning.innlesing import Kolonnevalg

__all__ = ["Beloep", "Kontrollsum", "LestOekonomiplan", "LestPost", "LestSumrad", "Postart", "les_oekonomiplan"]

_SAMMENDRAG: Final = re.compile(
    r"^(?:sum|totalt?|oversikt|hovedoversikt|hovudoversikt|samandrag|sammendrag)", re.IGNORECASE
)
_AARSCELLER: Final = frozenset((*range(2000, 2100), *map(str, range(2000, 2100))))
_TITTELRADER: Final = 30


def les_oekonomiplan(data: bytes, filnavn: str, *, kolonner: Kolonnevalg | None = None) -> LestOekonomiplan:
    """Read every table with a heading of years in every visible sheet; overview sheets are named, not counted.

    `kolonner` is what the user says of sheet and columns.
    """
    bok = med_kolonnevalg(les_arbeidsbok(data, filnavn), "oekonomiplan", kolonner)
    problemer = list(bok.problemer)
    arkene = [del_ for ark in bok.ark for del_ in ved_siden(ark)]
    funnet = [(ark, tabeller) for ark in arkene if (tabeller := _tabellene(bok, ark, filnavn))]
    for ark, _ in (skjulte := [f for f in funnet if f[0].skjult]):
        problemer.append(Problem("skjult_ark_ikke_lest", Alvor.ADVARSEL, Sted(filnavn, ark.navn)))
    funnet = [f for f in funnet if f not in skjulte]
    if len(funnet) > 1:
        oversikter = [f for f in funnet if _SAMMENDRAG.match(f[0].navn or "")]
        if len(oversikter) < len(funnet):
            for ark, _ in oversikter:
                problemer.append(Problem("ark_ikke_lest", Alvor.MERKNAD, Sted(filnavn, ark.navn)))
            funnet = [f for f in funnet if f not in oversikter]
    if not funnet:
        problemer.append(_uten_aar(bok, filnavn))
    poster: list[LestPost] = []
    sumrader: list[LestSumrad] = []
    kontroll: list[Kontrollsum] = []
    for ark, tabeller in funnet:
        problemer.extend(_skjult(ark, filnavn))
        for plan, slutt in tabeller:
            leser = Budsjettark(filnavn, ark, plan, slutt)
            leser.les()
            poster.extend(leser.poster)
            sumrader.extend(leser.sumrader)
            problemer.extend(leser.problemer)
            kontroll.extend(_kontroller(leser, ark, tuple(plan.aar)))
    alle = [k for _, tabeller in funnet for k, _ in tabeller]
    aar = tuple(sorted({ett for k in alle for ett in k.aar}))
    enheter = Counter(en.enhet for k in alle for en in k.aar.values())
    if funnet and not poster:
        problemer.append(Problem("ingen_poster", Alvor.FEIL, Sted(filnavn)))
    problemer.extend(_ukjente_funksjoner(poster, filnavn))
    return LestOekonomiplan(
        poster=_med_nummer_paa_like(poster),
        aar=aar,
        enhet=enheter.most_common(1)[0][0] if enheter else KRONER,
        sum_per_aar=_summer(poster, aar),
        funksjoner=len({p.funksjon for p in poster if p.funksjon}),
        sumrader=tuple(sumrader),
        problemer=tuple(problemer),
        kontroll=tuple(kontroll),
    )


def _tabellene(bok: Arbeidsbok, ark: Ark, filnavn: str) -> list[tuple[Plankolonner, int]]:
    """Return the tables of a sheet and the row each ends before; a heading of its own begins a new one."""
    andre = [t for a in bok.ark if a.navn != ark.navn for t in _foerste_tekster(a)]
    foerste = finn_plankolonner(ark, filnavn, andre)
    if foerste is None:
        return []
    tabeller = [(foerste, len(ark.rader))]
    for indeks in _mulige_hoder(ark, foerste.overskrift.indeks + 2):
        if indeks <= tabeller[-1][0].overskrift.indeks + 1:
            continue
        ny = finn_plankolonner(ark, filnavn, andre, fra=indeks, soek=4)
        if ny is not None and _er_egen_tabell(ny, tabeller[-1][0]):
            tabeller[-1] = (tabeller[-1][0], _med_titlene_over(ark, indeks))
            tabeller.append((ny, len(ark.rader)))
    if len(tabeller) == 1:
        return tabeller
    # Read again each by itself: what stands over and under another table says nothing of this one.
    egne = []
    forrige = 0
    for kolonner, slutt in tabeller:
        start = kolonner.overskrift.indeks - len(kolonner.hodetekster) + 1
        rader = tuple(r if forrige <= i < slutt else Rad(r.nummer, ()) for i, r in enumerate(ark.rader))
        alene = finn_plankolonner(replace(ark, rader=rader), filnavn, andre, fra=max(start, forrige), soek=SOEK)
        felles = kolonner if alene is None or alene.overskrift.indeks != kolonner.overskrift.indeks else alene
        egne.append((felles if felles.enhet_sagt or not kolonner.enhet_sagt else kolonner, slutt))
        forrige = slutt
    return egne


def _skjult(ark: Ark, filnavn: str) -> Iterator[Problem]:
    """Say that hidden rows and columns are read too, as the sheet's own sums count them."""
    if ark.skjulte_rader:
        grunn = {"antall": len(ark.skjulte_rader), "rader": ", ".join(map(str, ark.skjulte_rader[:10]))}
        yield Problem("skjulte_rader_lest", Alvor.ADVARSEL, Sted(filnavn, ark.navn), grunn)
    if ark.skjulte_kolonner:
        grunn = {"kolonner": ", ".join(map(kolonnebokstav, ark.skjulte_kolonner[:20]))}
        yield Problem("skjulte_kolonner_lest", Alvor.ADVARSEL, Sted(filnavn, ark.navn), grunn)


def _med_titlene_over(ark: Ark, indeks: int) -> int:
    """Return where the titles right over a heading begin: they are the new table's."""
    while sum(1 for c in ark.rader[indeks - 1].celler if celletekst(c)) == 1:
        indeks -= 1
    return indeks


def _uten_aar(bok: Arbeidsbok, filnavn: str) -> Problem:
    """Say what is missing: the years, or only which of them «År 1» is."""
    for ark in bok.ark:
        for rad in ark.rader[:_TITTELRADER]:
            if sum(1 for c in rad.celler if aar_nummer(celletekst(c))) > 1:
                return Problem("foerste_aar_ikke_oppgitt", Alvor.FEIL, Sted(filnavn, ark.navn, rad.nummer))
    return Problem("fant_ikke_aarskolonner", Alvor.FEIL, Sted(filnavn))


def _foerste_tekster(ark: Ark) -> Iterator[str]:
    for rad in ark.rader[:_TITTELRADER]:
        yield from (t for c in rad.celler[:12] if (t := celletekst(c)))


def _mulige_hoder(ark: Ark, fra: int) -> Iterator[int]:
    """Give the rows that come after a blank one or a lone title, or that hold years: a new table may begin there."""
    forrige_kort = False
    for indeks in range(fra, len(ark.rader)):
        celler = ark.rader[indeks].celler
        fylte = 0
        for celle in celler:
            if celle is not None and not (type(celle) is str and (not celle or celle.isspace())):
                fylte += 1
                if fylte > 1:
                    break
        if fylte and (forrige_kort or (fylte > 1 and _AARSCELLER.issuperset(celler[-1:]))):
            yield indeks
        forrige_kort = fylte < 2


def _er_egen_tabell(ny: Plankolonner, forrige: Plankolonner) -> bool:
    """Say whether a heading further down is one: not the same again, and names as many as a heading has."""
    samme = (ny.overskrift.felt, ny.aar) == (forrige.overskrift.felt, forrige.aar)
    return not samme and (
        len(ny.aar) + len(ny.overskrift.felt) >= 0.6 * (len(forrige.aar) + len(forrige.overskrift.felt))
    )


def _kontroller(leser: Budsjettark, ark: Ark, aar: Sequence[int]) -> Iterator[Kontrollsum]:
    """Give the table's sum per year, beside what its own total row says."""
    total = next((dict(s.beloep) for s in reversed(leser.sumrader) if s.alt), {})
    for ett, sum_ in _summer(leser.poster, aar):
        yield Kontrollsum(ark.navn, ett, sum_, total.get(ett))


def _summer(poster: Iterable[LestPost], aar: Sequence[int]) -> Beloep:
    sum_: Counter[int] = Counter()
    for post in poster:
        for ett, verdi in post.beloep:
            sum_[ett] += verdi
    return tuple((ett, sum_[ett]) for ett in aar)


def _med_nummer_paa_like(poster: Iterable[LestPost]) -> tuple[LestPost, ...]:
    """Give the second, third … of identical keys an ordinal, in the file's order."""
    sett: Counter[str] = Counter()
    ferdige: list[LestPost] = []
    for post in poster:
        sett[post.naturlig_noekkel] += 1
        nummer = sett[post.naturlig_noekkel]
        ferdige.append(post if nummer == 1 else replace(post, naturlig_noekkel=f"{post.naturlig_noekkel}#{nummer}"))
    return tuple(ferdige)


def _ukjente_funksjoner(poster: Iterable[LestPost], fil: str) -> Iterable[Problem]:
    antall = Counter(p.funksjon for p in poster if p.funksjon and p.funksjon not in funksjoner())
    if antall:
        grunn = {"koder": ", ".join(sorted(antall)), "antall": antall.total(), "aar": LISTEAAR}
        yield Problem("funksjoner_utenfor_lista", Alvor.MERKNAD, Sted(fil), grunn)
