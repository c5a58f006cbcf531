"""Lists and running text of a plan: «Delmål:», «For å nå disse målene vil vi:», labels in the line, inner points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verksted.innlesing.samfunnsdel import planord
from verksted.innlesing.samfunnsdel.lapper import merkelapp_i_avsnitt, visjonsavsnitt
from verksted.innlesing.samfunnsdel.noder import Gjetning
from verksted.innlesing.samfunnsdel.stabel import Planstabel

if TYPE_CHECKING:
    from verksted.innlesing.samfunnsdel.planord import Merkelapp
    from verksted.innlesing.samfunnsdel.stabel import Kapittel
    from verksted.innlesing.word.fil import Avsnitt

_MAALTEKST = 300
_UTENOM = frozenset({"ikke_plan", "noeytral"})


class Planflyt(Planstabel):
    """Reads what stands between headings."""

    def listepunkt(self, avsnitt: Avsnitt, dybde: int) -> None:
        """Read a list item: an element of the kind the line or heading above says, else text."""
        kapittel = self.kapittel
        lapp = merkelapp_i_avsnitt(avsnitt)
        utenom = self.leder is None and self.element is None and (kapittel is None or kapittel.slag in _UTENOM)
        er_merket = lapp is not None and lapp.tittel is not None and lapp.nummer is not None
        if utenom and not (er_merket and (kapittel is None or kapittel.slag != "ikke_plan")):
            self.utenfor(avsnitt, "utenfor_plandelen")
            return
        while self.liste and self.liste[-1][0] >= dybde:
            self.liste.pop()
        if lapp and lapp.tittel:
            gjetning: Gjetning | None = Gjetning(self.rolle_av(lapp), lapp.navn, 9500, "merkelapp")
            tittel = lapp.tittel
        else:
            gjetning, tittel = self._gjett_listepunkt(kapittel), planord.uten_punkt(avsnitt.tekst)
        if gjetning is None:
            self._tekst_i_liste(kapittel, avsnitt)
            return
        if lapp and lapp.tittel:
            # «Delmål 2» after the strategies of «Delmål 1», in the same list.
            while self.elementer and self.rang(self.tre.rolle(self.elementer[-1])) >= self.rang(gjetning.rolle):
                self.elementer.pop()
            if self.i_lista and self.er_under(self.tre.rolle(self.i_lista[0]), gjetning.rolle):
                self.slutt_liste()
        node = self.ny_node(avsnitt, gjetning, tittel, lapp.nummer if lapp else None)
        if not self.liste:
            self.i_lista.append(node)
        self.liste.append((dybde, node))

    def broedtekst(self, nummer: int, avsnitt: Avsnitt) -> None:
        """Read a paragraph: a labelled element, a line that leads to a list, an element by its place, else text."""
        kapittel = self.kapittel
        if len(self.i_lista) == 1 and self._leder_etter(avsnitt):
            # One goal, then its strategies: they belong to that goal.
            self.elementer.append(self.i_lista[0])
        hadde_liste = bool(self.i_lista)
        self.slutt_liste()
        lapp = merkelapp_i_avsnitt(avsnitt)
        if lapp and (kapittel is None or kapittel.slag != "ikke_plan" or lapp.nummer):
            self._merket_avsnitt(avsnitt, lapp)
        elif self.venter is not None:
            self.aapne_element(avsnitt, self.venter, avsnitt.tekst)
            self.venter, self.leder = None, None
        elif avsnitt.tekst.endswith(":") and (kapittel is None or kapittel.slag not in {"ikke_plan", "samlet"}):
            self._ledetekst(kapittel, avsnitt)
        elif self.leder is not None and not hadde_liste and self._er_maal_etter_leder(nummer, avsnitt):
            if self._kommer_liste(nummer):
                self._tekst(kapittel, avsnitt)
            else:
                gjetning = replace(self.leder, sikkerhet_bp=7000, grunn="avsnitt_etter_ledetekst")
                self.ny_node(avsnitt, gjetning, planord.uten_punkt(avsnitt.tekst))
        elif self.element is None and (kapittel is None or kapittel.slag in {"ikke_plan", "noeytral", "samlet"}):
            self.leder = None
            self.utenfor(avsnitt, "utenfor_plandelen")
        else:
            self.leder = None
            self._tekst_eller_maal(nummer, kapittel, avsnitt)

    def _tekst_eller_maal(self, nummer: int, kapittel: Kapittel | None, avsnitt: Avsnitt) -> None:
        if self.element is not None or kapittel is None or kapittel.node is not None:
            self._tekst(kapittel, avsnitt)
        elif kapittel.gjetning and self._er_maal_i_avsnitt(nummer, kapittel, avsnitt):
            gjetning = replace(kapittel.gjetning, sikkerhet_bp=8500, grunn="avsnitt_under_overskrift")
            node = self.ny_node(avsnitt, gjetning, avsnitt.tekst.strip("«»\u201c\u201d\"' "))
            self.elementer = [node] if gjetning.rolle == "visjon" else []
        else:
            self.utenfor(avsnitt, "innledning_til_kapittel")

    def _tekst(self, kapittel: Kapittel | None, avsnitt: Avsnitt) -> None:
        naermest = self.element if self.element is not None else kapittel.node if kapittel else None
        if naermest is None:
            self.utenfor(avsnitt, "innledning_til_kapittel")
        else:
            self.tre.legg_tekst(naermest, avsnitt.tekst)

    def _gjett_listepunkt(self, kapittel: Kapittel | None) -> Gjetning | None:
        if self.liste:
            return self.barn_av(self.liste[-1][1], 7500, "underpunkt_i_liste")
        if self.leder or (kapittel is not None and kapittel.slag == "stoff" and self.element is None):
            return self.leder
        if self.element is not None:
            return self.barn_av(self.element, 7000, "liste_under_element")
        if kapittel and kapittel.slag == "beholder" and kapittel.gjetning:
            return replace(kapittel.gjetning, sikkerhet_bp=9000, grunn="liste_under_overskrift")
        if kapittel and kapittel.slag == "element" and kapittel.node is not None and not kapittel.har_maal_under:
            sikkerhet = 8500 if kapittel.er_arealstrategi else 7000
            return self.barn_av(kapittel.node, sikkerhet, "liste_under_element")
        return None

    def _tekst_i_liste(self, kapittel: Kapittel | None, avsnitt: Avsnitt) -> None:
        if kapittel and kapittel.node is not None:
            self.tre.legg_tekst(kapittel.node, f"\u2013 {avsnitt.tekst}")
        else:
            self.utenfor(avsnitt, "utenfor_plandelen")

    def _merket_avsnitt(self, avsnitt: Avsnitt, lapp: Merkelapp) -> None:
        gjetning = Gjetning(self.rolle_av(lapp), lapp.navn, 9000, "merkelapp_i_tekst")
        self.leder, self.venter = None, None
        if lapp.tittel and not lapp.samlet:
            while self.elementer and self.rang(self.tre.rolle(self.elementer[-1])) >= self.rang(gjetning.rolle):
                self.elementer.pop()
            self.elementer.append(self.ny_node(avsnitt, gjetning, lapp.tittel, lapp.nummer))
            return
        if lapp.nummer:
            while self.elementer and self.rang(self.tre.rolle(self.elementer[-1])) >= self.rang(gjetning.rolle):
                self.elementer.pop()
        self.leder = replace(gjetning, grunn="liste_under_ledetekst")
        er_en = not lapp.flertall and lapp.rolle in {"visjon", "hovedmaal", "satsingsomraade"}
        self.venter = gjetning if lapp.nummer or er_en else None
        self.utenfor(avsnitt, "ledetekst")

    def _ledetekst(self, kapittel: Kapittel | None, avsnitt: Avsnitt) -> None:
        rolle = planord.ledetekst(avsnitt.tekst)
        naa = self.element
        flere = naa is not None and planord.gjelder_flere(avsnitt.tekst) and self.tre.er_en_av_flere(naa)
        if flere and rolle and naa is not None and self.er_under(rolle, self.tre.rolle(naa)):
            # «For å nå disse målene» after several: what follows is for all of them.
            self.elementer.pop()
        eier = self.element if self.element is not None else kapittel.node if kapittel else None
        if rolle and eier is not None and (kapittel is None or kapittel.slag != "stoff"):
            self.leder = Gjetning(rolle, self.tre.navn_for(rolle), 8000, "liste_under_ledetekst")
            self.utenfor(avsnitt, "ledetekst")
        elif eier is not None:
            self.tre.legg_tekst(eier, avsnitt.tekst)
        else:
            self.utenfor(avsnitt, "innledning_til_kapittel")

    def _leder_etter(self, avsnitt: Avsnitt) -> bool:
        lapp = merkelapp_i_avsnitt(avsnitt)
        ledetekst = planord.ledetekst(avsnitt.tekst) if avsnitt.tekst.endswith(":") else None
        rolle = self.rolle_av(lapp) if lapp else ledetekst
        return rolle is not None and self.er_under(rolle, self.tre.rolle(self.i_lista[0]))

    def _er_maal_etter_leder(self, nummer: int, avsnitt: Avsnitt) -> bool:
        """Say whether a paragraph after «Delmål:» can be one: short, and not set apart from the line by others."""
        return len(avsnitt.tekst) <= _MAALTEKST and nummer > 0 and not avsnitt.er_sitat

    def _kommer_liste(self, nummer: int) -> bool:
        """Say whether a list comes before the next heading or label, so that this paragraph only leads to it."""
        for i in range(nummer + 1, min(len(self.avsnitt), nummer + 12)):
            neste = self.avsnitt[i]
            if neste.liste is not None and not neste.nivaa:
                return True
            if neste.nivaa or neste.tabell is not None or neste.tekst.endswith(":") or merkelapp_i_avsnitt(neste):
                return False
        return False

    def _er_maal_i_avsnitt(self, nummer: int, kapittel: Kapittel, avsnitt: Avsnitt) -> bool:
        """Say whether a paragraph straight under «Visjon» or «Hovedmål» is the thing itself, not about it."""
        if not kapittel.gjetning or (kapittel.gjetning.rolle != "visjon" and not kapittel.bare_avsnitt):
            return False
        if kapittel.gjetning.rolle != "visjon":
            return len(avsnitt.tekst) <= _MAALTEKST
        return avsnitt is visjonsavsnitt(self.under(nummer, kapittel.nivaa, med=True))
