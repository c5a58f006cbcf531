"""The words of a budget table's rows: each cell as text once, found by field, filled down where they are given once.

«Given once» is a merged cell in xlsx, and in csv and pivots a group's name on the first of its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.linje import har_sumord, kan_vaere_sumord
from verksted.innlesing.tabell.tabellfil import celletekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verksted.innlesing.tabell.tabellfil import Ark, Rad

# What groups lines, and so may stand at the first of them only; a blank name of a person is nobody's.
GRUPPEFELT: Final = (
    "sektor", "sektorkode", "funksjon", "funksjonsnavn", "tjenestekode", "tjeneste", "ansvar", "ansvarsnavn",
    "prosjektkode", "prosjekt",
)  # fmt: skip


class Ordrad:
    """A row as text: `ord` as it stands, `fylt` with what is filled down, as wide as the table and one '' more.

    `innrykk` is how many blanks its first words stand in from the edge.
    """

    __slots__ = ("fylt", "innrykk", "nummer", "ord")

    def __init__(self, nummer: int, ord_: tuple[str, ...], fylt: tuple[str, ...], innrykk: int) -> None:
        self.innrykk = innrykk
        self.nummer = nummer
        self.ord = ord_
        self.fylt = fylt


class Radord:
    """Makes the text of each row, and knows which column each field stands in."""

    def __init__(self, ark: Ark, felt: Mapping[str, int], beloep: Sequence[int], rader: Sequence[Rad]) -> None:
        self._felt = felt
        self._beloep = frozenset(beloep)
        self._bredde = max((*felt.values(), *beloep), default=0) + 1
        self._kjente: dict[str, str] = {}
        self._flettede = self._flettede_ord(ark, rader)

    def rad(self, rad: Rad) -> Ordrad:
        """Return the row's texts."""
        kjente: dict[str, str] = self._kjente
        ut: list[str] = []
        foerste = next((c for c in rad.celler if type(c) is str and c), "")
        for celle in rad.celler:
            if type(celle) is str:
                tekst = kjente.get(celle)
                if tekst is None:
                    tekst = kjente[celle] = celletekst(celle)
                ut.append(tekst)
            else:
                ut.append("" if celle is None else celletekst(celle))
        ord_ = tuple(ut)
        fylt = [*ut, *[""] * (self._bredde - len(ut)), ""]
        if self._flettede:
            for kolonne in self._felt.values():
                if not fylt[kolonne]:
                    fylt[kolonne] = self._flettede.get((rad.nummer, kolonne), "")
        return Ordrad(rad.nummer, ord_, tuple(fylt), len(foerste) - len(foerste.lstrip()))

    def tekst(self, rad: Ordrad, felt: str) -> str:
        """Return the row's text for a field, '' where it is blank or the table has no such column."""
        return rad.fylt[self._felt.get(felt, -1)]

    def kolonner(self, felter: Iterable[str]) -> tuple[int, ...]:
        """Return the columns of those fields that the table has, for reading `fylt` row by row."""
        return tuple(self._felt[f] for f in felter if f in self._felt)

    def fyll_nedover(self, rader: Sequence[tuple[Ordrad, str | None]]) -> set[int]:
        """Fill the names of groups down where they stand at the first row only; return the columns.

        With each row comes the title over it: nothing is filled down past a title.
        """
        mulige = sorted({self._felt[f] for f in GRUPPEFELT if f in self._felt} - self._beloep)
        mulige = [k for k in mulige if any(not r.fylt[k] for r, _ in rader)]
        poster = [(r, seksjon or "") for r, seksjon in rader if self._er_post(r)] if mulige else []
        fylte: list[int] = []
        for kolonne in mulige:
            if _staar_en_gang(poster, kolonne, fylte):
                siste = ""
                for rad, _ in poster:
                    siste = rad.fylt[kolonne] or siste
                    rad.fylt = (*rad.fylt[:kolonne], siste, *rad.fylt[kolonne + 1 :])
                fylte.append(kolonne)
        return set(fylte)

    def _er_post(self, rad: Ordrad) -> bool:
        ordene = [t for k, t in enumerate(rad.ord) if t and k not in self._beloep]
        return bool(ordene) and not any(har_sumord(t) or kan_vaere_sumord(t) for t in ordene)

    def _flettede_ord(self, ark: Ark, rader: Sequence[Rad]) -> dict[tuple[int, int], str]:
        """Return the words of cells merged downwards in the columns of words, for the rows they cover."""
        felt = set(self._felt.values()) - self._beloep
        nedover = [f for f in ark.flettet if f.siste_rad > f.foerste_rad and f.foerste_kolonne in felt]
        if not nedover:
            return {}
        radene = {rad.nummer: rad for rad in rader}
        return {
            (nummer, f.foerste_kolonne): tekst
            for f in nedover
            if f.foerste_rad in radene and (tekst := celletekst(radene[f.foerste_rad].celle(f.foerste_kolonne)))
            for nummer in range(f.foerste_rad + 1, f.siste_rad + 1)
            if nummer in radene
        }


def _staar_en_gang(rader: Sequence[tuple[Ordrad, str]], kolonne: int, ytre: Sequence[int]) -> bool:
    """Say whether a column names each group once, at its first row, inside the groups of the columns `ytre`."""
    if not rader or not rader[0][0].fylt[kolonne]:
        return False
    sett: set[tuple[str, ...]] = set()
    tomme = 0
    gruppe: tuple[str, ...] = ()
    for rad, seksjon in rader:
        denne = (seksjon, *[rad.fylt[k] for k in ytre])
        tekst = rad.fylt[kolonne]
        if not tekst:
            if denne != gruppe:
                return False  # a new group begins without a name: the column is blank for some other reason
            tomme += 1
            continue
        gruppe = denne
        if (*denne, tekst) in sett:
            return False
        sett.add((*denne, tekst))
    return len(sett) > 1 and tomme >= len(sett)
