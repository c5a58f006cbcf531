"""The amounts of one budget table: how its numbers are written, its unit, and utgift and inntekt made one."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.tabellfil import Skalert, celletekst, kolonnebokstav
from verksted.innlesing.tabell.tall import KRONER, avrund, er_tvetydig, finn_desimaltegn, les_tall, tall_i_celle

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
        self._kolonner = kolonner
        self._desimal = _desimaltegn(kolonner, rader)
        inntekter = {k.inntekt for k in kolonner.aar.values() if k.inntekt is not None}
        self._trekk_fra_kolonner = {k for k in inntekter if _trekkes_fra(k, rader)}
        self.avrundet = 0
        self._tvetydige: list[tuple[Rad, int, Decimal]] = []
        self._netto_avvik: list[tuple[Rad, int, int, int]] = []
        self._ikke_tall: list[Problem] = []

    def les(self, rad: Rad, aarene: Sequence[int]) -> tuple[int, ...]:
        """Return whole kroner for the years, 0 (and a problem) for what is no amount."""
        ut = []
        for aar in aarene:
            noeyaktig = self._aaret(rad, aar, self._kolonner.aar[aar])
            kroner = avrund(noeyaktig)
            self.avrundet += kroner != noeyaktig
            ut.append(kroner)
        return tuple(ut)

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
    tekster: defaultdict[int, list[str]] = defaultdict(list)
    for kolonne in kolonner.beloepskolonner:
        tekster[kolonne] = [
            c for r in rader if type(c := r.celle(kolonne)) is str and ("," in c or "." in c)
        ]  # fmt: skip
    felles = finn_desimaltegn(t for en in tekster.values() for t in en)
    viser = {k: {finn_desimaltegn([t]) for t in en} - {None} for k, en in tekster.items()}
    return {k: finn_desimaltegn(en) if viser[k] else felles for k, en in tekster.items()}


def _trekkes_fra(kolonne: int, rader: Sequence[Rad]) -> bool:
    """Say whether an income column is written without minus, so that it is to be taken from the expenses."""
    tall = [t for r in rader if (t := tall_i_celle(r.celle(kolonne)))]
    return sum(1 for t in tall if t > 0) * 2 > len(tall)
