"""Reads the paragraphs of a plan into its tree, with the open headings as a stack.

Labels («Delmål 2.1: …») are believed first, then the heading a text stands under, then its place in the hierarchy,
each with less certainty. What becomes no element is kept with its place and the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from verksted.innlesing import planord
from verksted.innlesing.planlapper import direkte_merket, har_merkelapper, merkelapp_i_avsnitt, visjonsavsnitt
from verksted.innlesing.plantre import BARNEROLLE, RANG, Gjetning, Plantre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.planord import Merkelapp, Rolle
    from verksted.innlesing.wordfil import Avsnitt

Kapittelslag = Literal["element", "beholder", "samlet", "stoff", "ikke_plan", "noeytral"]
_MAALTEKST = 300


@dataclass(frozen=True, slots=True)
class _Kapittel:
    """An open heading: what its text and lists are."""

    nivaa: int
    tekst: str
    slag: Kapittelslag
    gjetning: Gjetning | None = None
    node: int | None = None
    har_maal_under: bool = False
    bare_avsnitt: bool = False

    @property
    def er_arealstrategi(self) -> bool:
        """Say whether this is the areal strategy itself, whose headings and lists are its parts."""
        return self.slag == "element" and self.gjetning is not None and self.gjetning.rolle == "arealstrategi"


class Planleser:
    """Goes through the paragraphs once, with the open headings as a stack."""

    def __init__(self, avsnitt: Sequence[Avsnitt], fil: str) -> None:
        self.tre = Plantre(fil)
        self.tittel = ""
        self._avsnitt = [a for a in avsnitt if not a.i_innholdsliste]
        self._kapitler: list[_Kapittel] = []
        self._leder: Gjetning | None = None
        self._element: int | None = None
        self._venter: Gjetning | None = None
        self._liste: list[tuple[int, int]] = []
        self._i_lista: list[int] = []

    def les(self) -> None:
        """Fill the tree."""
        for nummer, avsnitt in enumerate(self._avsnitt):
            if avsnitt.er_tittel and not avsnitt.nivaa:
                self.tittel = self.tittel or " ".join(avsnitt.tekst.split())
            elif avsnitt.tabell is not None:
                self._utenfor(avsnitt, "tabell")
            elif avsnitt.nivaa:
                self._overskrift(nummer, avsnitt, avsnitt.nivaa)
            elif avsnitt.liste is not None:
                self._listepunkt(avsnitt, avsnitt.liste)
            else:
                self._broedtekst(nummer, avsnitt)

    # Headings

    def _overskrift(self, nummer: int, avsnitt: Avsnitt, nivaa: int) -> None:
        while self._kapitler and self._kapitler[-1].nivaa >= nivaa:
            self._kapitler.pop()
        self._leder, self._element, self._venter = None, None, None
        self._slutt_liste()
        tekst = " ".join(avsnitt.tekst.split())
        under = self._under(nummer, nivaa)
        kapittel = _Kapittel(
            nivaa,
            tekst,
            "noeytral",
            har_maal_under=har_merkelapper(under),
            bare_avsnitt=not any(a.nivaa or a.liste is not None or merkelapp_i_avsnitt(a) for a in under),
        )
        self._kapitler.append(self._avgjoer(avsnitt, kapittel, under))

    def _avgjoer(self, avsnitt: Avsnitt, kapittel: _Kapittel, under: Sequence[Avsnitt]) -> _Kapittel:
        mor = self._kapitler[-1] if self._kapitler else None
        if lapp := planord.les_merkelapp(kapittel.tekst):
            return self._merket_kapittel(avsnitt, kapittel, lapp)
        if mor and mor.er_arealstrategi and mor.gjetning and not planord.er_stoff(kapittel.tekst):
            del_ = Gjetning("annet", mor.gjetning.navn, 7500, "under_overskrift")
            return self._element_kapittel(avsnitt, kapittel, del_, planord.uten_nummer(kapittel.tekst))
        inne_i_maal = mor is not None and mor.slag in {"element", "stoff"}
        if (
            mor
            and inne_i_maal
            and (mor.slag == "stoff" or planord.er_stoff(kapittel.tekst) or not direkte_merket(under))
        ):
            if mor.node is not None:
                self.tre.legg_tekst(mor.node, kapittel.tekst)
            return replace(kapittel, slag="stoff", node=mor.node)
        if not inne_i_maal and self._utenfor_planen(kapittel.tekst, mor, under):
            self._utenfor(avsnitt, "overskrift")
            return replace(kapittel, slag="ikke_plan")
        gjetning, tittel = self._gjett_kapittel(kapittel.tekst, mor, under)
        if gjetning is None:
            self._utenfor(avsnitt, "overskrift")
            return kapittel
        return self._element_kapittel(avsnitt, kapittel, gjetning, tittel)

    @staticmethod
    def _utenfor_planen(tekst: str, mor: _Kapittel | None, under: Sequence[Avsnitt]) -> bool:
        if mor and mor.slag == "ikke_plan":
            return True
        har_maal = direkte_merket(under)
        if mor and mor.slag == "beholder":
            return not har_maal and planord.er_innledning(tekst)
        return planord.er_ikke_plan(tekst, har_maal=har_maal)

    def _gjett_kapittel(
        self, tekst: str, mor: _Kapittel | None, under: Sequence[Avsnitt]
    ) -> tuple[Gjetning | None, str]:
        tittel = planord.uten_nummer(tekst)
        if ukjent := planord.ukjent_merkelapp(tittel):
            return Gjetning(self._rolle_etter_plass(), ukjent[0], 6500, "eget_nivaanavn"), ukjent[1]
        if mor and mor.slag == "beholder" and mor.gjetning:
            return replace(mor.gjetning, sikkerhet_bp=9300, grunn="under_overskrift"), tittel
        if direkte_merket(under):
            rolle = self._rolle_etter_plass()
            return Gjetning(rolle, self.tre.navn_for(rolle), 6000, "har_maal_under_seg"), tittel
        return None, tittel

    def _merket_kapittel(self, avsnitt: Avsnitt, kapittel: _Kapittel, lapp: Merkelapp) -> _Kapittel:
        if lapp.samlet:
            return replace(kapittel, slag="samlet")
        gjetning = Gjetning(self._rolle(lapp), lapp.navn, 9800, "merkelapp")
        if lapp.tittel:
            return self._element_kapittel(avsnitt, kapittel, gjetning, lapp.tittel)
        if gjetning.rolle == "arealstrategi":
            # The areal strategy is one whole, whatever it is made of: what stands under it are its parts.
            return self._element_kapittel(avsnitt, kapittel, gjetning, planord.uten_nummer(kapittel.tekst))
        if lapp.nummer:
            # «Delmål 1» alone on its line: the next paragraph is the goal.
            self._venter = replace(gjetning, sikkerhet_bp=8500, grunn="avsnitt_under_overskrift")
        return replace(kapittel, slag="beholder", gjetning=gjetning)

    def _element_kapittel(self, avsnitt: Avsnitt, kapittel: _Kapittel, gjetning: Gjetning, tittel: str) -> _Kapittel:
        node = self._ny_node(avsnitt, gjetning, tittel)
        return replace(kapittel, slag="element", gjetning=gjetning, node=node)

    # Lists

    def _listepunkt(self, avsnitt: Avsnitt, dybde: int) -> None:
        kapittel = self._kapitler[-1] if self._kapitler else None
        if (kapittel is None or kapittel.slag in {"ikke_plan", "noeytral"}) and self._leder is None:
            self._utenfor(avsnitt, "utenfor_plandelen")
            return
        while self._liste and self._liste[-1][0] >= dybde:
            self._liste.pop()
        lapp = merkelapp_i_avsnitt(avsnitt)
        if lapp and lapp.tittel:
            gjetning: Gjetning | None = Gjetning(self._rolle(lapp), lapp.navn, 9500, "merkelapp")
            tittel = lapp.tittel
        else:
            gjetning, tittel = self._gjett_listepunkt(kapittel), planord.uten_punkt(avsnitt.tekst)
        if gjetning is None:
            self._tekst_i_liste(kapittel, avsnitt)
            return
        node = self._ny_node(avsnitt, gjetning, tittel)
        if not self._liste:
            self._i_lista.append(node)
        self._liste.append((dybde, node))

    def _gjett_listepunkt(self, kapittel: _Kapittel | None) -> Gjetning | None:
        if self._liste:
            return self._barn_av(self._liste[-1][1], 7500, "underpunkt_i_liste")
        if self._leder or kapittel is None or kapittel.slag == "stoff":
            return self._leder
        if self._element is not None:
            return self._barn_av(self._element, 7000, "liste_under_element")
        if kapittel.slag == "beholder" and kapittel.gjetning:
            return replace(kapittel.gjetning, sikkerhet_bp=9000, grunn="liste_under_overskrift")
        if kapittel.slag == "element" and kapittel.node is not None and not kapittel.har_maal_under:
            sikkerhet = 8500 if kapittel.er_arealstrategi else 7000
            return self._barn_av(kapittel.node, sikkerhet, "liste_under_element")
        return None

    def _barn_av(self, mor: int, sikkerhet_bp: int, grunn: str) -> Gjetning:
        rolle = BARNEROLLE[self.tre.rolle(mor)]
        navn = self.tre.navn(mor) if self.tre.rolle(mor) == "arealstrategi" else self.tre.navn_for(rolle)
        return Gjetning(rolle, navn, sikkerhet_bp, grunn)

    def _tekst_i_liste(self, kapittel: _Kapittel | None, avsnitt: Avsnitt) -> None:
        if kapittel and kapittel.node is not None:
            self.tre.legg_tekst(kapittel.node, f"\u2013 {avsnitt.tekst}")
        else:
            self._utenfor(avsnitt, "utenfor_plandelen")

    # Running text

    def _broedtekst(self, nummer: int, avsnitt: Avsnitt) -> None:
        kapittel = self._kapitler[-1] if self._kapitler else None
        if len(self._i_lista) == 1 and self._leder_etter(avsnitt):
            # One goal, then its strategies: they belong to that goal.
            self._element = self._i_lista[0]
        self._slutt_liste()
        lapp = merkelapp_i_avsnitt(avsnitt)
        if lapp and (kapittel is None or kapittel.slag != "ikke_plan" or lapp.nummer):
            self._merket_avsnitt(avsnitt, lapp)
        elif kapittel is None or kapittel.slag in {"ikke_plan", "noeytral", "samlet"}:
            self._utenfor(avsnitt, "utenfor_plandelen")
        elif self._venter is not None:
            self._element = self._ny_node(avsnitt, self._venter, avsnitt.tekst)
            self._venter, self._leder = None, None
        elif avsnitt.tekst.endswith(":"):
            self._ledetekst(kapittel, avsnitt)
        elif self._element is not None or kapittel.node is not None:
            self._leder = None
            self.tre.legg_tekst(self._naermeste(kapittel), avsnitt.tekst)
        elif kapittel.gjetning and self._er_maal_i_avsnitt(nummer, kapittel, avsnitt):
            gjetning = replace(kapittel.gjetning, sikkerhet_bp=8500, grunn="avsnitt_under_overskrift")
            node = self._ny_node(avsnitt, gjetning, avsnitt.tekst.strip("«»\u201c\u201d\"' "))
            self._element = node if gjetning.rolle == "visjon" else None
        else:
            self._utenfor(avsnitt, "innledning_til_kapittel")

    def _naermeste(self, kapittel: _Kapittel) -> int:
        naermest = self._element if self._element is not None else kapittel.node
        return naermest if naermest is not None else 0

    def _merket_avsnitt(self, avsnitt: Avsnitt, lapp: Merkelapp) -> None:
        gjetning = Gjetning(self._rolle(lapp), lapp.navn, 9000, "merkelapp_i_tekst")
        self._leder, self._venter = None, None
        if lapp.nummer and self._element is not None and RANG[self.tre.rolle(self._element)] >= RANG[gjetning.rolle]:
            self._element = None
        if lapp.tittel and not lapp.samlet:
            self._element = self._ny_node(avsnitt, gjetning, lapp.tittel)
        else:
            self._leder = replace(gjetning, grunn="liste_under_ledetekst")
            self._venter = gjetning if lapp.nummer else None
            if len(avsnitt.tekst.split()) > 1 and not lapp.nummer:
                self._utenfor(avsnitt, "ledetekst")

    def _ledetekst(self, kapittel: _Kapittel, avsnitt: Avsnitt) -> None:
        rolle = planord.ledetekst(avsnitt.tekst)
        eier = self._element if self._element is not None else kapittel.node
        if rolle and eier is not None and kapittel.slag != "stoff":
            self._leder = Gjetning(rolle, self.tre.navn_for(rolle), 8000, "liste_under_ledetekst")
            self._utenfor(avsnitt, "ledetekst")
        elif eier is not None:
            self.tre.legg_tekst(eier, avsnitt.tekst)
        else:
            self._utenfor(avsnitt, "innledning_til_kapittel")

    def _leder_etter(self, avsnitt: Avsnitt) -> bool:
        lapp = merkelapp_i_avsnitt(avsnitt)
        rolle = self._rolle(lapp) if lapp else planord.ledetekst(avsnitt.tekst) if avsnitt.tekst.endswith(":") else None
        return rolle is not None and RANG[rolle] > RANG[self.tre.rolle(self._i_lista[0])]

    def _er_maal_i_avsnitt(self, nummer: int, kapittel: _Kapittel, avsnitt: Avsnitt) -> bool:
        """Say whether a paragraph straight under «Visjon» or «Hovedmål» is the thing itself, not about it."""
        if not kapittel.gjetning or (kapittel.gjetning.rolle != "visjon" and not kapittel.bare_avsnitt):
            return False
        if kapittel.gjetning.rolle != "visjon":
            return len(avsnitt.tekst) <= _MAALTEKST
        return avsnitt is visjonsavsnitt(self._under(nummer, kapittel.nivaa, med=True))

    # Help

    def _ny_node(self, avsnitt: Avsnitt, gjetning: Gjetning, tittel: str) -> int:
        return self.tre.legg_til(avsnitt, gjetning, tittel, forelder=self._forelder(gjetning.rolle), sti=self._sti())

    def _forelder(self, rolle: Rolle) -> int | None:
        aapne = [k.node for k in self._kapitler if k.node is not None]
        aapne += [self._element] if self._element is not None else []
        aapne += [node for _, node in self._liste]
        for node in reversed(aapne):
            mor = self.tre.rolle(node)
            # Punkter may hold punkter; a vision holds nothing but those.
            if (RANG[mor] < RANG[rolle] or (mor == rolle == "annet")) and (mor != "visjon" or rolle == "annet"):
                return node
        return None

    def _rolle(self, lapp: Merkelapp) -> Rolle:
        if lapp.rolle != "maal":
            return lapp.rolle
        aapne = [self.tre.rolle(k.node) for k in self._kapitler if k.node is not None]
        return "delmaal" if {"satsingsomraade", "hovedmaal"} & set(aapne) else "hovedmaal"

    def _rolle_etter_plass(self) -> Rolle:
        noder = [k.node for k in self._kapitler if k.node is not None]
        return BARNEROLLE[self.tre.rolle(noder[-1])] if noder else "satsingsomraade"

    def _sti(self) -> tuple[str, ...]:
        return tuple(k.tekst for k in self._kapitler)

    def _utenfor(self, avsnitt: Avsnitt, grunn: str) -> None:
        self.tre.legg_utenfor(avsnitt, self._sti(), grunn)

    def _slutt_liste(self) -> None:
        self._liste, self._i_lista = [], []

    def _under(self, nummer: int, nivaa: int, *, med: bool = False) -> list[Avsnitt]:
        under: list[Avsnitt] = [self._avsnitt[nummer]] if med else []
        for avsnitt in self._avsnitt[nummer + 1 :]:
            if avsnitt.nivaa and avsnitt.nivaa <= nivaa:
                break
            under.append(avsnitt)
        return under
