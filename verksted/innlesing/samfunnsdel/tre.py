"""What a plan document becomes, and the tree it is read into: nodes in document order, parents before children."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Sted
from verksted.innlesing.samfunnsdel import maalspraak, planord
from verksted.innlesing.samfunnsdel.gjentakelse import bare_ord, like_ord, slaa_sammen
from verksted.innlesing.samfunnsdel.noder import IkkePlassert, LestNode, Utkast

if TYPE_CHECKING:
    from verksted.innlesing.samfunnsdel.noder import Gjetning
    from verksted.innlesing.samfunnsdel.planord import Rolle
    from verksted.innlesing.word.fil import Avsnitt

# Levels that stand once in a plan: said again, it is the same one (an overview, or a list before the chapters).
_EN_GANG: Final[tuple[Rolle, ...]] = ("visjon", "hovedmaal", "arealstrategi", "satsingsomraade")
# Text that only leads to or repeats what was read needs no second look.
_GJORT_REDE_FOR: Final = frozenset({"ledetekst", "gjentakelse", "fn_maal", "innholdsliste"})
_LANG_TITTEL: Final = 110
_LENGST_I_OVERSIKT: Final = 160
_LIK_I_OVERSIKT: Final = 0.6
_SETNING: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")


class Plantre:
    """Grows while the document is read; `ferdig` freezes it."""

    def __init__(self, fil: str) -> None:
        self._fil = fil
        self._noder: list[Utkast] = []
        self._ikke_plassert: list[IkkePlassert] = []
        self._kjent: dict[tuple[Rolle, str], int] = {}
        self.siste: int | None = None
        self.gjentatt = 0
        # What the plan calls a level it labels nowhere.
        self.kalt: dict[Rolle, str] = {}

    def legg_til(
        self,
        avsnitt: Avsnitt,
        gjetning: Gjetning,
        tittel: str,
        *,
        forelder: int | None,
        sti: tuple[str, ...],
        nummer: str | None = None,
    ) -> int:
        """Add an element, or find the one that is said again; return its index."""
        kort, resten = _del_tittel(" ".join(tittel.split()))
        like = self.finn(gjetning.rolle, kort)
        if like is not None:
            self._si_igjen(like, avsnitt, gjetning, resten, sti)
            self.siste = like
            return like
        sted = Sted(self._fil, avsnitt=avsnitt.nummer)
        tekst = [resten] if resten else []
        sikkerhet, grunn = gjetning.sikkerhet_bp, gjetning.grunn
        self._noder.append(
            Utkast(forelder, gjetning.rolle, gjetning.navn, kort, tekst, sikkerhet, grunn, sted, sti, nummer)
        )
        self.siste = len(self._noder) - 1
        self._kjent.setdefault((gjetning.rolle, bare_ord(kort)), self.siste)
        return self.siste

    def legg_tekst(self, indeks: int, tekst: str) -> None:
        """Add a paragraph to an element's text."""
        self._noder[indeks].tekst.append(tekst)
        self.siste = indeks

    def legg_fn(self, indeks: int, maal: tuple[int, ...]) -> None:
        """Add UN goals to an element."""
        self._noder[indeks].fn.update(maal)

    def legg_utenfor(self, avsnitt: Avsnitt, sti: tuple[str, ...], grunn: str) -> None:
        """Keep a paragraph that became no element, with the reason."""
        if grunn not in _GJORT_REDE_FOR:
            self.siste = None
        likhet = 0 if grunn in _GJORT_REDE_FOR else maalspraak.likhet(avsnitt.tekst, avsnitt)
        self._legg_utenfor(avsnitt.tekst, Sted(self._fil, avsnitt=avsnitt.nummer), sti, grunn, likhet)

    def _legg_utenfor(self, tekst: str, sted: Sted, sti: tuple[str, ...], grunn: str, likhet: int = 0) -> None:
        self._ikke_plassert.append(IkkePlassert(tekst, sted, sti, f"innlesing.begrunnelse.{grunn}", likhet))

    def stier(self) -> set[tuple[str, ...]]:
        """Return the headings that something stands under, each with those above it."""
        alle = [n.sti for n in self._noder] + [i.sti for i in self._ikke_plassert]
        return {sti[:lengde] for sti in set(alle) for lengde in range(1, len(sti) + 1)}

    def topp(self, tittel: str) -> int | None:
        """Return the top element of exactly this title, whatever its role."""
        return next((i for rolle in _EN_GANG if (i := self.finn(rolle, tittel)) is not None), None)

    def rolle(self, indeks: int) -> Rolle:
        """Return an element's role."""
        return self._noder[indeks].rolle

    def navn(self, indeks: int) -> str:
        """Return an element's level name."""
        return self._noder[indeks].nivaanavn

    def navn_for(self, rolle: Rolle) -> str:
        """Return what the document has called a role so far, or the usual name."""
        kjent = next((n.nivaanavn for n in self._noder if n.rolle == rolle), None)
        return kjent or self.kalt.get(rolle) or planord.standardnavn(rolle)

    def er_en_av_flere(self, indeks: int) -> bool:
        """Say whether an element stands right after another of its kind, with nothing under either."""
        her, foer = self._noder[indeks], self._noder[indeks - 1] if indeks else None
        like = foer is not None and (foer.rolle, foer.forelder, foer.sti) == (her.rolle, her.forelder, her.sti)
        return like and indeks == len(self._noder) - 1

    def ferdig(self) -> tuple[tuple[LestNode, ...], tuple[IkkePlassert, ...]]:
        """Return the frozen nodes and what was not placed, in document order."""
        utkast, gjentatt = slaa_sammen(self._noder)
        for node in gjentatt:
            tekst = "\n\n".join([node.tittel, *node.tekst])
            self._legg_utenfor(tekst, node.sted, node.sti, "gjentakelse")
        self.gjentatt += len(gjentatt)
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
                baerekraftsmaal=tuple(sorted(n.fn | set(planord.baerekraftsmaal("\n".join([n.tittel, *n.tekst]))))),
            )
            for i, n in enumerate(utkast)
        )
        # A goal's own title, said again in a table of who does what, is no other goal.
        titler = {bare_ord(n.tittel) for n in noder}
        utenfor = [
            replace(i, likhet=0) if i.likhet and (bare_ord(i.tekst) in titler or _i_oversikt(i, noder)) else i
            for i in self._ikke_plassert
        ]
        return noder, tuple(sorted(utenfor, key=lambda i: i.sted.avsnitt or 0))

    def finn(self, rolle: Rolle, tittel: str) -> int | None:
        """Return the element of a level that stands once in a plan, where it is said again in the same words."""
        if rolle not in _EN_GANG:
            return None
        return self._kjent.get((rolle, bare_ord(tittel)))

    def _si_igjen(self, indeks: int, avsnitt: Avsnitt, gjetning: Gjetning, resten: str, sti: tuple[str, ...]) -> None:
        node = self._noder[indeks]
        if resten:
            node.tekst.append(resten)
        sted = Sted(self._fil, avsnitt=avsnitt.nummer)
        foer = (node.sted, node.sti)
        if gjetning.sikkerhet_bp > node.sikkerhet_bp:
            node.sikkerhet_bp, node.grunn, node.nivaanavn = gjetning.sikkerhet_bp, gjetning.grunn, gjetning.navn
            node.sted, node.sti = sted, sti
        else:
            foer = (sted, sti)
        self.gjentatt += 1
        self._legg_utenfor(node.tittel, *foer, "gjentakelse")


def _i_oversikt(utenfor: IkkePlassert, noder: tuple[LestNode, ...]) -> bool:
    """Say whether a line of an overview is a goal of the plan in other words."""
    if len(utenfor.tekst) > _LENGST_I_OVERSIKT or not any(planord.er_oversikt(s) for s in utenfor.sti):
        return False
    return any(like_ord(utenfor.tekst, n.tittel) >= _LIK_I_OVERSIKT for n in noder)


def _del_tittel(tekst: str) -> tuple[str, str]:
    """Keep a long paragraph's first sentence as title, the rest as text: nothing is cut."""
    if len(tekst) <= _LANG_TITTEL:
        return tekst, ""
    deler = _SETNING.split(tekst, maxsplit=1)
    return (deler[0], deler[1]) if len(deler) == 2 else (tekst, "")
