"""Reads the paragraphs of a plan into its tree, with the open headings as a stack.

Labels («Delmål 2.1: …») are believed first, then the heading a text stands under, then its place in the hierarchy,
each with less certainty. What becomes no element is kept with its place and the reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from verksted.innlesing.samfunnsdel import planfn, planord
from verksted.innlesing.samfunnsdel.lapper import (
    direkte_merket,
    har_merkelapper,
    hovedmaal_under_satsing,
    merkelapp_i_avsnitt,
    overskriftslapp,
)
from verksted.innlesing.samfunnsdel.linjer import ordne
from verksted.innlesing.samfunnsdel.noder import Gjetning
from verksted.innlesing.samfunnsdel.overskrift import finn_overskrifter
from verksted.innlesing.samfunnsdel.plantabell import Plantabell
from verksted.innlesing.samfunnsdel.stabel import Kapittel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.samfunnsdel.planord import Merkelapp
    from verksted.innlesing.samfunnsdel.stabel import Tilstand
    from verksted.innlesing.word.fil import Avsnitt

_LENGST_I_LISTA = 400
_SIDETALL = re.compile(r"[\s.\u2026]*[0-9]{0,3}$")


class Planleser(Plantabell):
    """Goes through the paragraphs once, with the open headings as a stack."""

    def __init__(self, avsnitt: Sequence[Avsnitt], fil: str, *, romslig: bool = False) -> None:
        """`romslig`: a chapter with a list is taken for a satsingsområde though no word says so."""
        linjer = ordne(avsnitt)
        hovedmaal_under = hovedmaal_under_satsing(linjer)
        alle = finn_overskrifter(linjer, hovedmaal_under=hovedmaal_under)
        super().__init__([a for a in alle if not a.i_innholdsliste], fil, hovedmaal_under=hovedmaal_under)
        self.tittel = ""
        self._romslig = romslig
        self._innholdsliste = [a for a in alle if a.i_innholdsliste]
        overskrifter = [a for a in self.avsnitt if a.nivaa and a.tabell is None]
        # In a slide show the headings stand in boxes; elsewhere a box is beside the text.
        self._bokser_er_flyt = 2 * sum(1 for a in overskrifter if a.boks) > len(overskrifter) > 0

    def les(self) -> None:
        """Fill the tree."""
        i = 0
        utenfor_boksen: Tilstand | None = None
        while i < len(self.avsnitt):
            avsnitt = self.avsnitt[i]
            foer = self.avsnitt[i - 1].boks if i else None
            if avsnitt.boks != foer and avsnitt.tabell is None and not self._bokser_er_flyt:
                if utenfor_boksen is not None:
                    self.ta_opp(utenfor_boksen)
                    utenfor_boksen = None
                if avsnitt.boks is not None and not self._er_bare_overskrift(i):
                    utenfor_boksen = self.husk()
            i = self._ett(i)
        self._les_innholdsliste()
        self.legg_tomme_overskrifter()

    def i_flyt(self, nummer: int, avsnitt: Avsnitt) -> None:
        """Read one paragraph as it stands."""
        if avsnitt.er_note:
            self._note(avsnitt)
        elif avsnitt.er_figur or avsnitt.er_skjult:
            self.utenfor(avsnitt, "figur" if avsnitt.er_figur else "skjult_tekst")
        elif avsnitt.er_tittel and not avsnitt.nivaa and not self.tittel:
            self.tittel = " ".join(avsnitt.tekst.split())
        elif avsnitt.er_tittel and not avsnitt.nivaa and planord.les_merkelapp(avsnitt.tekst) is None:
            self.utenfor(avsnitt, "overskrift")
        elif avsnitt.nivaa:
            self._overskrift(nummer, avsnitt, avsnitt.nivaa)
        elif avsnitt.liste is not None:
            self.listepunkt(avsnitt, avsnitt.liste)
        else:
            self.broedtekst(nummer, avsnitt)

    def fn_linje(self, avsnitt: Avsnitt, maal: tuple[int, ...]) -> None:
        """Give the UN goals a line names to what stands before it, and list the line."""
        kapittel = self.kapittel
        node = self.tre.siste if self.tre.siste is not None else kapittel.node if kapittel else None
        if node is not None and (kapittel is None or kapittel.slag != "ikke_plan"):
            self.tre.legg_fn(node, maal)
        self.utenfor(avsnitt, "fn_maal")

    # One paragraph, or a whole table

    def _ett(self, i: int) -> int:
        """Read what stands at a place; return where the next stands."""
        avsnitt = self.avsnitt[i]
        if avsnitt.tabell is not None:
            slutt = i
            while slutt < len(self.avsnitt) and self.avsnitt[slutt].tabell == avsnitt.tabell:
                slutt += 1
            self.tabellen(self.avsnitt[i:slutt])
            return slutt
        if not avsnitt.er_note and (maal := self._fn_maal(i, avsnitt)):
            self.fn_linje(avsnitt, maal)
            return i + 1
        if planfn.kan_begynne(avsnitt.tekst) and i + 1 < len(self.avsnitt):
            # «ANSTENDIG ARBEID OG» and «ØKONOMISK VEKST» in two paragraphs.
            neste = self.avsnitt[i + 1]
            if maal := planfn.finn_maal(f"{avsnitt.tekst} {neste.tekst}"):
                self.fn_linje(avsnitt, maal)
                self.utenfor(neste, "fn_maal")
                return i + 2
        self.i_flyt(i, avsnitt)
        return i + 1

    def _fn_maal(self, i: int, avsnitt: Avsnitt) -> tuple[int, ...]:
        maal = planfn.finn_maal(avsnitt.tekst.upper() if avsnitt.versaler else avsnitt.tekst)
        if not maal and avsnitt.liste is not None and (ett := planfn.er_tittel(avsnitt.tekst)):
            naboer = [*self.avsnitt[max(0, i - 1) : i], *self.avsnitt[i + 1 : i + 2]]
            maal = (ett,) if any(planfn.er_tittel(n.tekst) or planord.sier_fn(n.tekst) for n in naboer) else ()
        if maal and avsnitt.nivaa:
            # A satsingsområde may be called the same as a UN goal; then it has goals of its own.
            return () if direkte_merket(self.under(i, avsnitt.nivaa)) else maal
        return maal

    def _er_bare_overskrift(self, i: int) -> bool:
        boks = self.avsnitt[i].boks
        alene = i + 1 >= len(self.avsnitt) or self.avsnitt[i + 1].boks != boks
        lapp = planord.les_merkelapp(self.avsnitt[i].tekst)
        return alene and (bool(self.avsnitt[i].nivaa) or (lapp is not None and (lapp.nummer or lapp.skilt) is not None))

    def _note(self, avsnitt: Avsnitt) -> None:
        if self.tre.siste is not None:
            self.tre.legg_tekst(self.tre.siste, avsnitt.tekst)
        else:
            self.utenfor(avsnitt, "note")

    def _les_innholdsliste(self) -> None:
        """List the lines of a table of contents that are no heading of the document: nothing is left out unseen."""
        kjente = {_enkel(a.tekst) for a in self.avsnitt} if self._innholdsliste else set()
        for avsnitt in self._innholdsliste:
            if _enkel(avsnitt.tekst) not in kjente:
                self.tre.legg_utenfor(avsnitt, (), "innholdsliste")

    # Headings

    def _overskrift(self, nummer: int, avsnitt: Avsnitt, nivaa: int) -> None:
        while self.kapitler and self.kapitler[-1].nivaa >= nivaa:
            self.kapitler.pop()
        self.leder, self.venter, self.elementer = None, None, []
        self.tre.siste = None
        self.slutt_liste()
        under = self.under(nummer, nivaa)
        kapittel = Kapittel(
            nivaa,
            " ".join(avsnitt.tekst.split()),
            "noeytral",
            har_maal_under=har_merkelapper(under),
            bare_avsnitt=not any(a.nivaa or a.liste is not None or merkelapp_i_avsnitt(a) for a in under),
        )
        ferdig = self._avgjoer(avsnitt, kapittel, under)
        if ferdig.slag in {"beholder", "samlet"}:
            self.husk_overskrift(avsnitt)
        self.kapitler.append(ferdig)

    def _avgjoer(self, avsnitt: Avsnitt, kapittel: Kapittel, under: Sequence[Avsnitt]) -> Kapittel:
        mor = self.kapittel
        lapp = overskriftslapp(kapittel.tekst)
        if lapp and not lapp.tittel and planord.er_oversikt(kapittel.tekst) and self._har_maal_utenom(under):
            return replace(kapittel, slag="samlet")
        if lapp and not (mor and mor.slag == "ikke_plan" and not lapp.tittel):
            return self._merket_kapittel(avsnitt, kapittel, lapp)
        if mor and mor.er_arealstrategi and mor.gjetning and not planord.er_stoff(kapittel.tekst):
            del_ = Gjetning("annet", mor.gjetning.navn, 7500, "under_overskrift")
            return self._element_kapittel(avsnitt, kapittel, del_, planord.uten_nummer(kapittel.tekst))
        inne_i_maal = mor is not None and mor.slag in {"element", "stoff"}
        if mor and inne_i_maal and self._er_stoff(kapittel, mor, under):
            if mor.node is not None:
                self.tre.legg_tekst(mor.node, kapittel.tekst)
            return replace(kapittel, slag="stoff", node=mor.node)
        if not inne_i_maal and self._utenfor_planen(kapittel.tekst, mor, under):
            self.utenfor(avsnitt, "overskrift")
            return replace(kapittel, slag="ikke_plan")
        return self._gjettet_kapittel(avsnitt, kapittel, mor, under)

    def _har_maal_utenom(self, under: Sequence[Avsnitt]) -> bool:
        """Say whether goals are named elsewhere than under this heading, so that it only gathers them."""
        her = {id(a) for a in under}
        return har_merkelapper([a for a in self.avsnitt if id(a) not in her and not planord.er_oversikt(a.tekst)])

    def _er_stoff(self, kapittel: Kapittel, mor: Kapittel, under: Sequence[Avsnitt]) -> bool:
        """Say whether a heading inside a goal only explains it."""
        if mor.slag == "stoff" or planord.er_stoff(kapittel.tekst):
            return True
        ukjent = planord.ukjent_merkelapp(planord.uten_nummer(kapittel.tekst))
        return not (direkte_merket(under) or ukjent or self._er_navnloest_maal(mor, under))

    @staticmethod
    def _er_navnloest_maal(mor: Kapittel, under: Sequence[Avsnitt]) -> bool:
        """Say whether a heading with a list, in a goal where no word names a level, is the level below it."""
        return not mor.har_maal_under and mor.node is not None and _har_liste(under)

    def _gjettet_kapittel(
        self, avsnitt: Avsnitt, kapittel: Kapittel, mor: Kapittel | None, under: Sequence[Avsnitt]
    ) -> Kapittel:
        i_element = mor is not None and mor.slag == "element"
        if planord.er_oversikt(kapittel.tekst) and not i_element and not (mor and mor.slag == "beholder"):
            return replace(kapittel, slag="samlet")
        gjetning, tittel = self._gjett_kapittel(kapittel.tekst, mor, under)
        if gjetning is None:
            self.utenfor(avsnitt, "overskrift")
            return kapittel
        return self._element_kapittel(avsnitt, kapittel, gjetning, tittel)

    @staticmethod
    def _utenfor_planen(tekst: str, mor: Kapittel | None, under: Sequence[Avsnitt]) -> bool:
        if mor and mor.slag == "ikke_plan":
            return True
        har_maal = direkte_merket(under)
        if mor and mor.slag == "beholder":
            return not har_maal and planord.er_innledning(tekst)
        return planord.er_ikke_plan(tekst, har_maal=har_maal)

    def _gjett_kapittel(
        self, tekst: str, mor: Kapittel | None, under: Sequence[Avsnitt]
    ) -> tuple[Gjetning | None, str]:
        tittel = planord.uten_nummer(tekst)
        if ukjent := planord.ukjent_merkelapp(tittel):
            return Gjetning(self.rolle_etter_plass(), ukjent[0], 6500, "eget_nivaanavn"), ukjent[1]
        if (kjent := self.tre.topp(tittel)) is not None:
            return Gjetning(self.tre.rolle(kjent), self.tre.navn(kjent), 8500, "nevnt_foer"), tittel
        if mor and mor.slag == "beholder" and mor.gjetning:
            return replace(mor.gjetning, sikkerhet_bp=9300, grunn="under_overskrift"), tittel
        return self._gjett_etter_innhold(mor, under), tittel

    def _gjett_etter_innhold(self, mor: Kapittel | None, under: Sequence[Avsnitt]) -> Gjetning | None:
        rolle = self.rolle_etter_plass()
        if direkte_merket(under):
            return Gjetning(rolle, self.tre.navn_for(rolle), 6000, "har_maal_under_seg")
        if mor and mor.slag == "element" and mor.node is not None and self._er_navnloest_maal(mor, under):
            return self.barn_av(mor.node, 5500, "har_liste_under_seg")
        if self._romslig and _har_liste(under):
            return Gjetning(rolle, self.tre.navn_for(rolle), 4500, "har_liste_under_seg")
        return None

    def _merket_kapittel(self, avsnitt: Avsnitt, kapittel: Kapittel, lapp: Merkelapp) -> Kapittel:
        if lapp.samlet:
            return replace(kapittel, slag="samlet")
        gjetning = Gjetning(self.rolle_av(lapp), lapp.navn, 9800, "merkelapp")
        if avsnitt.gjettet:
            gjetning = replace(gjetning, sikkerhet_bp=9000)
        if lapp.tittel:
            return self._element_kapittel(avsnitt, kapittel, gjetning, lapp.tittel, lapp.nummer)
        if gjetning.rolle == "arealstrategi":
            # The areal strategy is one whole, whatever it is made of: what stands under it are its parts.
            return self._element_kapittel(avsnitt, kapittel, gjetning, planord.uten_nummer(kapittel.tekst))
        if lapp.nummer:
            # «Delmål 1» alone on its line: the next paragraph is the goal.
            self.venter = replace(gjetning, sikkerhet_bp=8500, grunn="avsnitt_under_overskrift")
        return replace(kapittel, slag="beholder", gjetning=gjetning)

    def _element_kapittel(
        self, avsnitt: Avsnitt, kapittel: Kapittel, gjetning: Gjetning, tittel: str, nummer: str | None = None
    ) -> Kapittel:
        node = self.ny_node(avsnitt, gjetning, tittel, nummer)
        return replace(kapittel, slag="element", gjetning=gjetning, node=node)


def _har_liste(under: Sequence[Avsnitt]) -> bool:
    """Say whether a list stands under a heading before the next one."""
    for avsnitt in under:
        if avsnitt.nivaa:
            return False
        if avsnitt.liste is not None:
            return True
    return False


def _enkel(tekst: str) -> str:
    uten_side = _SIDETALL.sub("", " ".join(tekst[:_LENGST_I_LISTA].split()))
    return " ".join(re.findall(r"\w+", planord.uten_nummer(uten_side).casefold()))
