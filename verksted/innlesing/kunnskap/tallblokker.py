"""Several tables on one sheet: which rows are titles, headings, figures, and notes under them.

Tables may stand below each other or side by side. What belongs to no table is given back, so that no word is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from verksted.innlesing.kunnskap.perioder import del_overskrift, er_dimensjon, periode_i
from verksted.innlesing.kunnskap.tallceller import cellene, enhet_i, er_kildelinje, er_note, er_notemerke, er_verdi
from verksted.innlesing.tabell.tabellfil import Rad, celletekst

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from verksted.innlesing.tabell.tabellfil import Ark, Celle

FLEST_HODER: Final = 4
_AARSSTEG: Final = frozenset({1, 2, 4, 5, 10})


@dataclass(slots=True)
class Linje:
    """A line of text on its own, with the row it stands in and whether a blank row is above it."""

    rad: int
    tekst: str
    etter_blank: bool


@dataclass(slots=True)
class Blokk:
    """One table: title lines, heading rows, data rows each with the subheading over it, and lines under it."""

    titler: list[Linje]
    hoder: list[Rad]
    rader: list[tuple[str, Rad]] = field(default_factory=list)
    noter: list[Linje] = field(default_factory=list)


@dataclass(slots=True)
class Funn:
    """The tables of a sheet, and the rows that are in none of them."""

    blokker: list[Blokk] = field(default_factory=list)
    ulest: list[Linje] = field(default_factory=list)


def finn_blokker(ark: Ark) -> Funn:
    """Return every table of a sheet."""
    alle = Funn()
    for rader in _baand(ark.rader):
        funn = _Deler(rader).del_opp()
        alle.blokker.extend(funn.blokker)
        alle.ulest.extend(funn.ulest)
    alle.blokker.sort(key=lambda b: b.rader[0][1].nummer)
    alle.ulest.sort(key=lambda linje: linje.rad)
    return alle


def _baand(rader: Sequence[Rad]) -> Iterator[Sequence[Rad]]:
    """Give the sheet, or each part of it where empty columns stand between tables side by side."""
    brukt: dict[int, list[Celle]] = {}
    for rad in rader:
        for i, celle in cellene(rad).items():
            brukt.setdefault(i, []).append(celle)
    starter = [k for k in sorted(brukt) if k - 1 not in brukt and _er_navnekolonne(brukt[k])]
    if len(starter) < 2:
        yield rader
        return
    grenser = [0, *starter[1:], max(brukt) + 1]
    for fra, til in pairwise(grenser):
        yield [
            replace(rad, celler=tuple(c if fra <= i < til else None for i, c in enumerate(rad.celler))) for rad in rader
        ]


def _er_navnekolonne(celler: Sequence[Celle]) -> bool:
    """Say whether a column holds names or periods under a heading: the first column of a table."""
    navn = sum(1 for c in celler if periode_i(c) or not er_verdi(c))
    return len(celler) > 2 and navn * 2 > len(celler) and not periode_i(celler[0])


class _Deler:
    """Walks the rows once; what a row is depends on what stands around it."""

    def __init__(self, rader: Sequence[Rad]) -> None:
        self._rader = [rad for rad in rader if not rad.tom]
        self._blank_foer = self._finn_blanke(rader)
        self._funn = Funn()
        self._blokk: Blokk | None = None
        self._hoder: list[Rad] = []
        self._linjer: list[Linje] = []
        self._inntil = False  # no blank row or line since the last row of figures

    @staticmethod
    def _finn_blanke(rader: Sequence[Rad]) -> set[int]:
        numre = [rad.nummer for rad in rader if not rad.tom]
        return {b for a, b in pairwise(numre) if b - a > 1}

    def del_opp(self) -> Funn:
        for indeks, rad in enumerate(self._rader):
            etter_blank = rad.nummer in self._blank_foer
            if etter_blank:
                self._inntil = False
            if (linje := self._linje(rad, indeks)) is not None:
                self._ta_linje(Linje(rad.nummer, linje, etter_blank))
            elif self._er_hode(rad, indeks):
                self._ta_hode(rad)
            else:
                self._ta_data(rad)
        self._ta_igjen()
        return self._funn

    # -- what a row is ------------------------------------------------------------------------------------------

    def _linje(self, rad: Rad, indeks: int) -> str | None:
        """Return a row that is a line of text: one cell of words, or «Kilde:» and a mark with words beside them."""
        celler = cellene(rad)
        foerste, celle = next(iter(celler.items()))
        tekst = " ".join(celletekst(c) for c in celler.values())
        if isinstance(celle, str) and (er_notemerke(celletekst(celle)) or er_kildelinje(celletekst(celle)) is not None):
            return tekst
        alene = len(celler) == 1 and (not er_verdi(celle) or periode_i(celle) is not None)
        return tekst if alene and (foerste <= self._kant(indeks) or not self._kan_vaere_overhode(indeks)) else None

    def _neste(self, indeks: int, antall: int = 1) -> list[Rad]:
        """Return the rows right below, as far as there is no blank one."""
        nummer = self._rader[indeks].nummer
        under = self._rader[indeks + 1 : indeks + 1 + antall]
        return [rad for steg, rad in enumerate(under, start=1) if rad.nummer == nummer + steg]

    def _kant(self, indeks: int) -> int:
        """Return the first column of the table a row is in: where the names of its rows stand."""
        naboer = [self._rader[indeks], *self._neste(indeks), *self._hoder]
        if self._blokk and self._inntil and not self._hoder:
            naboer += [*self._blokk.hoder, self._blokk.rader[0][1]]
        elif not self._hoder:
            naboer += self._neste(indeks, FLEST_HODER)
        return min(min(cellene(rad)) for rad in naboer)

    def _kan_vaere_overhode(self, indeks: int) -> bool:
        """Say whether a lone cell to the right is a heading over columns: the row below has headings too."""
        return any(len(cellene(neste)) > 1 for neste in self._neste(indeks))

    def _er_hode(self, rad: Rad, indeks: int) -> bool:
        celler = cellene(rad)
        perioder = {i: p for i, c in celler.items() if (p := periode_i(c))}
        if any(er_verdi(c) for i, c in celler.items() if i not in perioder):
            return False
        foerste, celle = next(iter(celler.items()))
        if foerste in perioder and (foerste == self._kant(indeks) or self._fortsetter_nedover(foerste)):
            return False
        hjoerne_ledig = foerste in perioder or er_dimensjon(celletekst(celle))
        if not perioder:
            return self._er_teksthode(celler, hjoerne_ledig=hjoerne_ledig)
        if hjoerne_ledig:
            return len(perioder) == 1 or _stiger(list(perioder.values()))
        if self._hoder and foerste in cellene(self._hoder[-1]):
            return False  # a name under the heading of the names: figures that look like years
        return self._er_periodehode(perioder, indeks)

    def _er_teksthode(self, celler: dict[int, Celle], *, hjoerne_ledig: bool) -> bool:
        if len(self._hoder) >= FLEST_HODER:
            return False
        med_aar = any(del_overskrift(celletekst(c))[1] for c in celler.values())
        # Words in a row of figures («ikke målt») stand close to the figures; headings stand away from those above.
        return not self._inntil or bool(self._linjer) or hjoerne_ledig or med_aar

    def _fortsetter_nedover(self, kolonne: int) -> bool:
        """Say whether the row above has a period in this column too: years that stand down, not across."""
        return bool(self._inntil and self._blokk and periode_i(self._blokk.rader[-1][1].celle(kolonne)))

    def _er_periodehode(self, perioder: dict[int, str], indeks: int) -> bool:
        """Say whether what may be years are, where the cell before them could be the name of a row."""
        rekke = list(perioder.values())
        if self._blokk and self._perioder_i(self._blokk.hoder) == rekke:
            return True
        if len(rekke) == 1:
            return self._blokk is None and self._har_verdi_under(indeks, next(iter(perioder)))
        if self._blokk and self._linjer:
            # Under a line of its own the row may be the first of a part of the same table, with figures like years.
            return _er_aarsrekke(rekke, steg={1}) and (not self._inntil or len(rekke) > 2)
        return not self._inntil and _er_aarsrekke(rekke)

    def _har_verdi_under(self, indeks: int, kolonne: int) -> bool:
        return any(er_verdi(r.celle(kolonne)) for r in self._rader[indeks + 1 : indeks + 2])

    @staticmethod
    def _perioder_i(hoder: Sequence[Rad]) -> list[str]:
        return [p for hode in hoder for c in hode.celler if (p := periode_i(c))]

    # -- what to do with it -------------------------------------------------------------------------------------

    def _ta_linje(self, linje: Linje) -> None:
        if self._hoder:  # a line between headings and figures, for instance a unit
            linje.etter_blank = False
        self._linjer.append(linje)

    def _ta_hode(self, rad: Rad) -> None:
        if not self._hoder and self._blokk:
            self._linjer = self._fordel(self._blokk, self._linjer, rad)
            self._blokk = None
        if self._hoder and rad.nummer in self._blank_foer and len(cellene(self._hoder[-1])) > 1:
            self._kast_hoder()
        self._hoder.append(rad)
        self._inntil = False

    def _kast_hoder(self) -> None:
        """Headings that never got a figure: their words are told of."""
        for hode in self._hoder:
            self._funn.ulest.append(Linje(hode.nummer, _innhold(hode), etter_blank=False))
        self._hoder = []

    def _ta_data(self, rad: Rad) -> None:
        if self._hoder:
            siste = self._linjer[-1] if self._linjer else None
            # A line between headings and figures is the first subheading, unless it is a unit, a source or a note.
            er_seksjon = siste and siste.rad > self._hoder[-1].nummer and not _er_tilbehoer(siste.tekst)
            self._blokk = Blokk(self._linjer[:-1] if er_seksjon else self._linjer, self._hoder)
            self._funn.blokker.append(self._blokk)
            self._hoder, self._linjer = [], []
            self._blokk.rader.append((siste.tekst if siste and er_seksjon else "", rad))
        elif self._blokk:
            seksjon = self._blokk.rader[-1][0]
            if self._linjer:
                siste = self._linjer[-1]
                if er_note(siste.tekst) or er_kildelinje(siste.tekst) is not None:
                    self._blokk.noter.extend(self._linjer)
                else:
                    self._blokk.noter.extend(self._linjer[:-1])
                    seksjon = siste.tekst
                self._linjer = []
            self._blokk.rader.append((seksjon, rad))
        else:
            self._funn.ulest.extend(self._linjer)
            self._linjer = []
            self._funn.ulest.append(Linje(rad.nummer, _innhold(rad), etter_blank=False))
        self._inntil = True

    def _fordel(self, blokk: Blokk, linjer: list[Linje], hode: Rad) -> list[Linje]:
        """Give the lines after a table's figures to it as notes, and return those that are the next one's titles."""
        titler: list[Linje] = []
        skilt_fra_hodet = hode.nummer in self._blank_foer
        inntil_tabellen = True
        for linje in linjer:
            inntil_tabellen = inntil_tabellen and not linje.etter_blank
            blank_siden = skilt_fra_hodet or any(annen.etter_blank for annen in linjer if annen.rad > linje.rad)
            hoerer_til = er_note(linje.tekst) or er_kildelinje(linje.tekst) is not None
            if hoerer_til or (inntil_tabellen and blank_siden):
                blokk.noter.append(linje)
            else:
                titler.append(linje)
        return titler

    def _ta_igjen(self) -> None:
        self._kast_hoder()
        if self._blokk:
            self._blokk.noter.extend(self._linjer)
        elif self._funn.blokker:
            self._funn.blokker[-1].noter.extend(self._linjer)
        else:
            self._funn.ulest.extend(self._linjer)


def _er_tilbehoer(tekst: str) -> bool:
    return er_note(tekst) or er_kildelinje(tekst) is not None or enhet_i(tekst, hele=True) == tekst


def _innhold(rad: Rad) -> str:
    return " · ".join(celletekst(c) for c in cellene(rad).values())


def _stiger(perioder: Sequence[str]) -> bool:
    """Say whether periods go one way, once or in groups that repeat: 2020 2021 2020 2021."""
    unike = list(dict.fromkeys(perioder))
    return unike == sorted(unike) or unike == sorted(unike, reverse=True) or not all(p.isdigit() for p in unike)


def _er_aarsrekke(perioder: Sequence[str], *, steg: Collection[int] = _AARSSTEG) -> bool:
    """Say whether numbers that may be years surely are: they go one way in steps that years go in."""
    unike = list(dict.fromkeys(perioder))
    if not all(p.isdigit() for p in unike):
        return True
    tatt = [int(b) - int(a) for a, b in pairwise(unike)]
    return bool(tatt) and (min(tatt) > 0 or max(tatt) < 0) and all(abs(s) in steg for s in tatt)
