"""Finds the headings no style tells of: bold, larger or numbered lines, capitals, lines that name a level.

Levels are put in tens, so that a line can be a heading between two that Word knows. Nothing is added or left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import planfn, planord
from verksted.innlesing.samfunnsdel.lapper import direkte_merket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.samfunnsdel.planord import Ordrolle
    from verksted.innlesing.word.fil import Avsnitt

_NUMMERERT: Final = re.compile(r"^(?P<tall>[0-9]{1,2}(?:\.[0-9]{1,2})*)\.?\s+(?=[A-ZÆØÅ«])")
_LENGST: Final = 120
_LENGST_MERKET: Final = 300
_STOERRE: Final = 3  # half points
_PLASS: Final[dict[Ordrolle, int]] = {
    "visjon": 10, "hovedmaal": 10, "arealstrategi": 10, "satsingsomraade": 20, "delmaal": 30, "maal": 30,
    "strategi": 40, "annet": 50,
}  # fmt: skip
_STOFF: Final = 60
_SIST_I_TITTELEN: Final = 3


def finn_overskrifter(avsnitt: Sequence[Avsnitt], *, hovedmaal_under: bool) -> list[Avsnitt]:
    """Return the paragraphs with heading levels in tens. `hovedmaal_under`: hovedmål stand under satsingsområder."""
    titler = [a for a in avsnitt if a.er_tittel and not a.nivaa and a.tabell is None]
    skyv = 0
    if len(titler) >= 3:
        # A slide show in Word: each slide has a title.
        skyv = 1
        avsnitt = [
            replace(a, nivaa=1, er_tittel=False) if a.er_tittel and not a.nivaa and a is not titler[0] else
            replace(a, nivaa=a.nivaa + 1) if a.nivaa else a
            for a in avsnitt
        ]  # fmt: skip
    ekte = [a for a in avsnitt if a.nivaa and a.tabell is None and not a.i_innholdsliste]
    i_tiere = [replace(a, nivaa=a.nivaa * 10) if a.nivaa else a for a in avsnitt]
    if len(ekte) >= 2 or skyv or (ekte and len(avsnitt) < 12):
        return _mellom(i_tiere)
    return _Utseende(i_tiere, hovedmaal_under=hovedmaal_under).med_overskrifter()


def kan_vaere_overskrift(a: Avsnitt) -> bool:
    """Say whether a paragraph is short and free-standing enough to be a heading."""
    fri = a.tabell is None and a.liste is None and not (a.er_note or a.er_figur or a.er_skjult or a.i_innholdsliste)
    tekst = a.tekst.rstrip()
    return (
        fri
        and not a.er_sitat
        and not a.er_tittel
        and len(tekst) <= _LENGST
        and tekst[-1] not in ".:;,!?"
        and tekst[0] not in "«\u201c\"'"
        and any(tegn.isalpha() for tegn in tekst)
        and not planfn.finn_maal(tekst)
    )


def _mellom(avsnitt: list[Avsnitt]) -> list[Avsnitt]:
    """Make bold lines headings in a document that has headings: where goals are named right under them, or where they
    stand under «Satsingsområder» with no headings of their own."""
    ut = list(avsnitt)
    naa = 0
    i_beholder = False
    for i, a in enumerate(avsnitt):
        if a.nivaa:
            naa = a.nivaa
            lapp = planord.les_merkelapp(a.tekst)
            i_beholder = lapp is not None and lapp.tittel is None and lapp.rolle in {"satsingsomraade", "hovedmaal"}
        elif naa and a.fet and kan_vaere_overskrift(a) and planord.les_merkelapp(a.tekst) is None:
            under = _til_neste(avsnitt, i)
            if under and not under[0].fet and (i_beholder or direkte_merket(under)):
                ut[i] = replace(a, nivaa=naa + 5, gjettet=True)
    return ut


def _til_neste(avsnitt: Sequence[Avsnitt], i: int) -> list[Avsnitt]:
    under: list[Avsnitt] = []
    for a in avsnitt[i + 1 : i + 200]:
        if a.nivaa or (a.fet and kan_vaere_overskrift(a) and planord.les_merkelapp(a.tekst) is None):
            break
        under.append(a)
    return under


class _Utseende:
    """A document whose headings no style tells of."""

    def __init__(self, avsnitt: list[Avsnitt], *, hovedmaal_under: bool) -> None:
        self._avsnitt = avsnitt
        self._hovedmaal_under = hovedmaal_under
        vanlig: Counter[int] = Counter()
        for a in avsnitt:
            vanlig[a.stoerrelse or 0] += len(a.tekst)
        self._vanlig = vanlig.most_common(1)[0][0] if vanlig else 0
        self._kandidater = {i for i in range(len(avsnitt)) if self._er_kandidat(i)}
        self._la_tittelen_vaere()
        stoerrelser = {self._stoerrelse(avsnitt[i]) for i in self._kandidater}
        self._klasser = sorted(stoerrelser, reverse=True)
        tall = sum(1 for i in self._kandidater if _NUMMERERT.match(avsnitt[i].tekst))
        self._nummerert = tall >= 2 and tall * 2 >= len(self._kandidater)

    def med_overskrifter(self) -> list[Avsnitt]:
        """Return the paragraphs with the headings that were found."""
        ut = list(self._avsnitt)
        i_beholder, dybde, sist = False, 10, 0
        for i, a in enumerate(self._avsnitt):
            if i not in self._kandidater:
                if a.nivaa:
                    sist, i_beholder = a.nivaa, False
                continue
            lapp = planord.les_merkelapp(a.tekst)
            plass = self._plass(a.tekst, i, i_beholder=i_beholder, sist=sist)
            if treff := _NUMMERERT.match(a.tekst) if self._nummerert else None:
                dybde = 10 * (1 + treff["tall"].count("."))
                nivaa = dybde * 10
            elif self._nummerert:
                nivaa = 100 if plass == 10 and lapp is None else dybde * 10 + plass
            else:
                nivaa = 1000 * self._klasser.index(self._stoerrelse(a)) + plass
            ut[i] = replace(a, nivaa=nivaa, gjettet=True)
            sist = plass
            if plass <= 10:
                er_flertall = lapp is not None and lapp.tittel is None and lapp.rolle == "satsingsomraade"
                i_beholder = er_flertall
        return ut

    def _la_tittelen_vaere(self) -> None:
        """Take the plan's own title out: first of all, larger than every heading."""
        if len(self._kandidater) < 2:
            return
        tittel = max(sorted(self._kandidater), key=lambda i: self._stoerrelse(self._avsnitt[i]))
        a = self._avsnitt[tittel]
        storst = max(self._stoerrelse(self._avsnitt[i]) for i in self._kandidater if i != tittel)
        if tittel < _SIST_I_TITTELEN and self._stoerrelse(a) > storst and planord.les_merkelapp(a.tekst) is None:
            # What stands above it, the municipality's name for one, is no chapter either.
            self._kandidater = {i for i in self._kandidater if i > tittel}
            self._avsnitt[tittel] = replace(a, er_tittel=True)

    def _plass(self, tekst: str, i: int, *, i_beholder: bool, sist: int) -> int:
        """Return how deep a heading stands by what it says, where all headings look alike."""
        lapp = planord.les_merkelapp(tekst)
        if lapp is not None:
            if lapp.samlet or (lapp.rolle == "satsingsomraade" and lapp.tittel is None and lapp.nummer is None):
                return 10
            if lapp.rolle == "hovedmaal" and self._hovedmaal_under:
                return 25
            return _PLASS[lapp.rolle]
        under = self._til_neste(i)
        har_maal = direkte_merket(under)
        if planord.er_ikke_plan(tekst, har_maal=har_maal):
            return 10
        if (i_beholder or har_maal) and not (planord.er_stoff(tekst) and sist >= 20):
            return 20
        return _STOFF if sist >= 20 and len(self._klasser) == 1 else 10

    def _til_neste(self, i: int) -> list[Avsnitt]:
        under: list[Avsnitt] = []
        for j in range(i + 1, min(len(self._avsnitt), i + 200)):
            er_neste = j in self._kandidater
            if er_neste and planord.les_merkelapp(self._avsnitt[j].tekst) is None:
                break
            under.append(replace(self._avsnitt[j], nivaa=1) if er_neste else self._avsnitt[j])
        return under

    def _stoerrelse(self, a: Avsnitt) -> int:
        return a.stoerrelse or self._vanlig

    def _er_kandidat(self, i: int) -> bool:
        a = self._avsnitt[i]
        lapp = planord.les_merkelapp(a.tekst) if len(a.tekst) <= _LENGST_MERKET else None
        if a.nivaa or a.er_sitat or a.tabell is not None or a.liste is not None or a.er_note or a.i_innholdsliste:
            return False
        if lapp and lapp.tittel and (lapp.nummer or lapp.skilt) and not a.er_tittel:
            return not (a.er_figur or a.er_skjult)
        if not kan_vaere_overskrift(a):
            return False
        foer = self._avsnitt[i - 1] if i else None
        if lapp is None and foer is not None and (bare := planord.les_merkelapp(foer.tekst)) and not bare.tittel:
            # «Visjon», and the vision straight under it in the same letters.
            entall = not bare.flertall and bare.rolle == "visjon"
            if entall or bare.nummer:
                return False
        if lapp and not lapp.tittel:
            return True
        stor = self._stoerrelse(a) >= self._vanlig + _STOERRE and bool(a.stoerrelse)
        return a.fet or stor or a.versaler or (a.tekst.isupper() and len(a.tekst) > 3) or self._er_nummerert(i)

    def _er_nummerert(self, i: int) -> bool:
        treff = _NUMMERERT.match(self._avsnitt[i].tekst)
        if not treff or i + 1 >= len(self._avsnitt):
            return False
        neste = _NUMMERERT.match(self._avsnitt[i + 1].tekst)
        return neste is None or neste["tall"].count(".") != treff["tall"].count(".")
