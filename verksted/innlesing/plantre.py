"""What a plan document becomes, and the tree it is read into: nodes in document order, parents before children."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.innlesing.planord import Rolle, baerekraftsmaal, standardnavn
from verksted.innlesing.problem import Sted

if TYPE_CHECKING:
    from verksted.innlesing.wordfil import Avsnitt

# Lower in the plan is a higher number; an element's parent is the nearest open one with a lower.
RANG: Final[dict[Rolle, int]] = {
    "visjon": 0, "hovedmaal": 1, "arealstrategi": 1, "satsingsomraade": 2, "delmaal": 3, "strategi": 4, "annet": 5,
}  # fmt: skip
BARNEROLLE: Final[dict[Rolle, Rolle]] = {
    "visjon": "annet", "hovedmaal": "delmaal", "arealstrategi": "annet", "satsingsomraade": "delmaal",
    "delmaal": "strategi", "strategi": "annet", "annet": "annet",
}  # fmt: skip
# Levels that stand once in a plan: said again, it is the same one (an overview, or a list before the chapters).
_EN_GANG: Final = frozenset({"visjon", "hovedmaal", "arealstrategi", "satsingsomraade"})
_LIGNER_MAAL: Final = re.compile(
    r"\b(?:skal|vil vi|vi vil|delmål|hovedmål|hovudmål|satsing\w*|strategi\w*)\b", re.IGNORECASE
)
_LANG_TITTEL: Final = 110
_KORTEST_MAAL: Final = 20
_SETNING: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")


@dataclass(frozen=True, slots=True)
class LestNode:
    """One element of the plan tree; `forelder` is an index into the same tuple, `sti` the headings it stands under.

    `sikkerhet_bp`: how sure the guess is, 0–10 000; `begrunnelse_noekkel`: text key saying why.
    """

    indeks: int
    forelder: int | None
    rolle: Rolle
    nivaanavn: str
    tittel: str
    tekst: str
    sikkerhet_bp: int
    begrunnelse_noekkel: str
    sted: Sted
    sti: tuple[str, ...]
    baerekraftsmaal: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IkkePlassert:
    """Text that became no element; `ligner_maal` marks what the user should look at."""

    tekst: str
    sted: Sted
    sti: tuple[str, ...]
    begrunnelse_noekkel: str
    ligner_maal: bool


@dataclass(slots=True)
class _Utkast:
    forelder: int | None
    rolle: Rolle
    nivaanavn: str
    tittel: str
    tekst: list[str]
    sikkerhet_bp: int
    grunn: str
    sted: Sted
    sti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gjetning:
    """A role, the level's name, how sure it is, and the last part of the key that says why."""

    rolle: Rolle
    navn: str
    sikkerhet_bp: int
    grunn: str


class Plantre:
    """Grows while the document is read; `ferdig` freezes it."""

    def __init__(self, fil: str) -> None:
        self._fil = fil
        self._noder: list[_Utkast] = []
        self._ikke_plassert: list[IkkePlassert] = []

    def legg_til(
        self, avsnitt: Avsnitt, gjetning: Gjetning, tittel: str, *, forelder: int | None, sti: tuple[str, ...]
    ) -> int:
        """Add an element, or find the one that is said again; return its index."""
        kort, resten = _del_tittel(" ".join(tittel.split()))
        like = self._samme(gjetning.rolle, kort)
        if like is not None:
            self._si_igjen(like, avsnitt, gjetning, resten, sti)
            return like
        sted = Sted(self._fil, avsnitt=avsnitt.nummer)
        tekst = [resten] if resten else []
        self._noder.append(
            _Utkast(
                forelder, gjetning.rolle, gjetning.navn, kort, tekst, gjetning.sikkerhet_bp, gjetning.grunn, sted, sti
            )
        )
        return len(self._noder) - 1

    def legg_tekst(self, indeks: int, tekst: str) -> None:
        """Add a paragraph to an element's text."""
        self._noder[indeks].tekst.append(tekst)

    def legg_utenfor(self, avsnitt: Avsnitt, sti: tuple[str, ...], grunn: str) -> None:
        """Keep a paragraph that became no element, with the reason."""
        sted = Sted(self._fil, avsnitt=avsnitt.nummer)
        ligner = len(avsnitt.tekst) >= _KORTEST_MAAL and bool(_LIGNER_MAAL.search(avsnitt.tekst))
        self._ikke_plassert.append(IkkePlassert(avsnitt.tekst, sted, sti, f"innlesing.begrunnelse.{grunn}", ligner))

    def rolle(self, indeks: int) -> Rolle:
        """Return an element's role."""
        return self._noder[indeks].rolle

    def navn(self, indeks: int) -> str:
        """Return an element's level name."""
        return self._noder[indeks].nivaanavn

    def navn_for(self, rolle: Rolle) -> str:
        """Return what the document has called a role so far, or the usual name."""
        return next((n.nivaanavn for n in self._noder if n.rolle == rolle), standardnavn(rolle))

    def ferdig(self) -> tuple[tuple[LestNode, ...], tuple[IkkePlassert, ...]]:
        """Return the frozen nodes and what was not placed, in document order."""
        noder = tuple(
            LestNode(
                indeks=i,
                forelder=n.forelder,
                rolle=n.rolle,
                nivaanavn=n.nivaanavn,
                tittel=n.tittel,
                tekst="\n\n".join(n.tekst),
                sikkerhet_bp=n.sikkerhet_bp,
                begrunnelse_noekkel=f"innlesing.begrunnelse.{n.grunn}",
                sted=n.sted,
                sti=n.sti,
                baerekraftsmaal=baerekraftsmaal("\n".join(n.tekst)),
            )
            for i, n in enumerate(self._noder)
        )
        return noder, tuple(self._ikke_plassert)

    def _samme(self, rolle: Rolle, tittel: str) -> int | None:
        if rolle not in _EN_GANG:
            return None
        enkel = _bare_ord(tittel)
        return next((i for i, n in enumerate(self._noder) if n.rolle == rolle and _bare_ord(n.tittel) == enkel), None)

    def _si_igjen(self, indeks: int, avsnitt: Avsnitt, gjetning: Gjetning, resten: str, sti: tuple[str, ...]) -> None:
        node = self._noder[indeks]
        if resten:
            node.tekst.append(resten)
        if gjetning.sikkerhet_bp > node.sikkerhet_bp:
            node.sikkerhet_bp, node.grunn, node.nivaanavn = gjetning.sikkerhet_bp, gjetning.grunn, gjetning.navn
            node.sted, node.sti = Sted(self._fil, avsnitt=avsnitt.nummer), sti


def _del_tittel(tekst: str) -> tuple[str, str]:
    """Keep a long paragraph's first sentence as title, the rest as text: nothing is cut."""
    if len(tekst) <= _LANG_TITTEL:
        return tekst, ""
    deler = _SETNING.split(tekst, maxsplit=1)
    return (deler[0], deler[1]) if len(deler) == 2 else (tekst, "")


def _bare_ord(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", tekst.casefold()))
