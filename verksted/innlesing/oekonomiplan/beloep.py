"""The amounts of one budget table: how its numbers are written, its unit, and utgift and inntekt made one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.tabellfil import Skalert, celletekst, kolonnebokstav
from verksted.innlesing.tabell.tall import (
    KRONER,
    avrund,
    er_tvetydig,
    finn_desimaltegn,
    helt_tall,
    les_tall,
    tall_i_celle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.oekonomiplan.plankolonner import Aarskolonner, Plankolonner
    from verksted.innlesing.tabell.tabellfil import Celle, Rad
    from verksted.innlesing.tabell.tall import Desimaltegn

_NULL: Final = Decimal(0)


class Beloepsleser:
    """Reads the amounts of a table's rows, and gathers what is to be said about them in `problemer()`."""

    def __init__(self, fil: str, ark: str | None, kolonner: Plankolonner, rader: Sequence[Rad]) -> None:
        self._fil = fil
        self._ark = ark
        # (year, its columns, the column that alone holds the amount, -1 without one)
        self._aarene = tuple(
            (aar, k, k.netto if k.netto is not None and k.utgift is None and k.inntekt is None else -1)
            for aar, k in kolonner.aar.items()
        )
        enheter = {k.enhet for k in kolonner.aar.values()}
        self._felles = enheter.pop() if len(enheter) == 1 else None
        self._desimal = _desimaltegn(kolonner, rader)
        inntekter = {k.inntekt for k in kolonner.aar.values() if k.inntekt is not None}
        self._trekk_fra_kolonner = {k for k in inntekter if _trekkes_fra(k, rader)}
        self.avrundet = 0
        self._tvetydige: list[tuple[Rad, int, Decimal]] = []
        self._netto_avvik: list[tuple[Rad, int, int, int]] = []
        self._ikke_tall: list[Problem] = []

    def hele(self, rad: Rad) -> tuple[int, ...] | None:
        """Return the row's amounts in the file's unit when each is one whole number, as most are; else None."""
        ut: list[int] = []
        celler = rad.celler
        bredde = len(celler)
        for _, _, kolonne in self._aarene:
            celle = celler[kolonne] if -1 < kolonne < bredde else None
            tall = celle if type(celle) is int else helt_tall(celle) if type(celle) is str else None
            if tall is None:
                return None
            ut.append(tall)
        return tuple(ut)

    def i_kroner(self, hele: tuple[int, ...], enhet: int | None = None) -> tuple[int, ...]:
        """Return what `hele` gave as kroner; `enhet` is the unit the row states for itself."""
        if enhet is None and self._felles == KRONER:
            return hele
        return tuple([tall * (enhet or k.enhet) for tall, (_, k, _) in zip(hele, self._aarene, strict=True)])

    def les(self, rad: Rad, enhet: int | None = None) -> tuple[int, ...]:
        """Return whole kroner for the table's years, 0 (and a problem) for what is no amount."""
        return tuple(self._rundet(rad, aar, k, enhet) for aar, k, _ in self._aarene)

    def les_ett(self, rad: Rad, aar: int, enhet: int | None = None) -> tuple[int, ...]:
        """Return the row's amount in the place of its year, 0 in the others."""
        return tuple(self._rundet(rad, ett, k, enhet) if ett == aar else 0 for ett, k, _ in self._aarene)

    def _rundet(self, rad: Rad, aar: int, kolonner: Aarskolonner, enhet: int | None) -> int:
        noeyaktig = self._aaret(rad, aar, kolonner if enhet is None else replace(kolonner, enhet=enhet))
        kroner = avrund(noeyaktig)
        self.avrundet += kroner != noeyaktig
        return kroner

    def _aaret(self, rad: Rad, aar: int, kolonner: Aarskolonner) -> Decimal:
        if kolonner.utgift is None and kolonner.inntekt is None:
            return self._cella(rad, kolonner.netto, aar, kolonner.enhet)
        utgift = self._cella(rad, kolonner.utgift, aar, kolonner.enhet)
        inntekt = self._cella(rad, kolonner.inntekt, aar, kolonner.enhet)
        regnet = utgift - inntekt if kolonner.inntekt in self._trekk_fra_kolonner else utgift + inntekt
        if kolonner.netto is None or not celletekst(rad.celle(kolonner.netto)):
            return regnet
        netto = self._cella(rad, kolonner.netto, aar, kolonner.enhet)
        if abs(netto - regnet) > 2 * kolonner.enhet:
            self._netto_avvik.append((rad, aar, avrund(netto), avrund(regnet)))
        return netto

    def _cella(self, rad: Rad, kolonne: int | None, aar: int, enhet: int) -> Decimal:
        celle = rad.celle(kolonne) if kolonne is not None else None
        if celle is None or kolonne is None:
            return _NULL
        if type(celle) is int:
            return Decimal(celle * enhet)
        if isinstance(celle, Skalert):
            return celle * enhet / celle.faktor if enhet > KRONER else Decimal(celle)
        tall = self._tallet(rad, celle, kolonne, enhet)
        if tall is None:
            sted = Sted(self._fil, self._ark, rad.nummer, kolonnebokstav(kolonne))
            grunn = {"verdi": celletekst(celle), "aar": aar}
            self._ikke_tall.append(Problem("ikke_et_beloep", Alvor.FEIL, sted, grunn))
            return _NULL
        return tall * enhet

    def _tallet(self, rad: Rad, celle: Celle, kolonne: int, enhet: int) -> Decimal | None:
        desimal = self._desimal.get(kolonne)
        if not isinstance(celle, str) or not er_tvetydig(celle):
            return tall_i_celle(celle, desimal)
        if desimal is None and enhet == KRONER:
            # No krone has three decimals.
            desimal = "," if "." in celle else "."
            tall = les_tall(celle, desimal)
        else:
            tall = les_tall(celle, desimal)
        usikker = self._desimal.get(kolonne) is None or (enhet == KRONER and tall is not None and tall % 1 != 0)
        if usikker and tall is not None:
            self._tvetydige.append((rad, kolonne, tall * enhet))
        return tall

    def problemer(self) -> Iterator[Problem]:
        """Give what is to be said, the worst first."""
        yield from self._ikke_tall
        if self._tvetydige:
            rad, kolonne, lest = self._tvetydige[0]
            sted = Sted(self._fil, self._ark, rad.nummer, kolonnebokstav(kolonne))
            verdi, antall = celletekst(rad.celle(kolonne)), len(self._tvetydige)
            grunn = {"verdi": verdi, "antall": antall, "lest": _vist(lest)}
            yield Problem("tvetydige_tall", Alvor.ADVARSEL, sted, grunn)
        if self._netto_avvik:
            rad, aar, netto, regnet = self._netto_avvik[0]
            sted = Sted(self._fil, self._ark, rad.nummer)
            grunn = {"antall": len(self._netto_avvik), "aar": aar, "netto": netto, "regnet": regnet}
            yield Problem("netto_stemmer_ikke", Alvor.ADVARSEL, sted, grunn)
        if self._trekk_fra_kolonner:
            yield Problem("inntekter_trukket_fra", Alvor.MERKNAD, Sted(self._fil, self._ark))
        if self.avrundet:
            yield Problem("avrundet_til_kroner", Alvor.MERKNAD, Sted(self._fil, self._ark), {"antall": self.avrundet})


def _vist(tall: Decimal) -> str:
    return celletekst(tall)


def _desimaltegn(kolonner: Plankolonner, rader: Sequence[Rad]) -> dict[int, Desimaltegn | None]:
    """Return each column's decimal mark by what its own cells show, else by what the other columns show."""
    tekster: dict[int, list[str]] = {kolonne: [] for kolonne in kolonner.beloepskolonner}
    for rad in rader:
        celler = rad.celler
        bredde = len(celler)
        for kolonne, funnet in tekster.items():
            if kolonne < bredde and type(c := celler[kolonne]) is str and ("," in c or "." in c):
                funnet.append(c)
    felles = finn_desimaltegn(t for en in tekster.values() for t in en)
    viser = {k: {finn_desimaltegn([t]) for t in en} - {None} for k, en in tekster.items()}
    return {k: finn_desimaltegn(en) if viser[k] else felles for k, en in tekster.items()}


def _trekkes_fra(kolonne: int, rader: Sequence[Rad]) -> bool:
    """Say whether an income column is written without minus, so that it is to be taken from the expenses."""
    tall = [t for r in rader if (t := tall_i_celle(r.celle(kolonne)))]
    return sum(1 for t in tall if t > 0) * 2 > len(tall)
