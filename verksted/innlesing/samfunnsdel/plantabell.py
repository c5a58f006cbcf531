"""Tables in a plan: goal | strategy under a row of level names, level name | text, boxes drawn as a table, or figures.

What names no level is listed with its place; what stands in columns of other names is text of the row's element.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import maalspraak, planfn, planord
from verksted.innlesing.samfunnsdel.flyt import Planflyt
from verksted.innlesing.samfunnsdel.lapper import merkelapp_i_avsnitt
from verksted.innlesing.samfunnsdel.noder import Gjetning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.innlesing.samfunnsdel.planord import Merkelapp, Rolle
    from verksted.innlesing.word.fil import Avsnitt

_KORT: Final = 60
_FORKLARER: Final = re.compile(r"(?:det (?:betyr|vil si|er)|det tyder|dette|målet|med dette|her)\b", re.IGNORECASE)
# A year, a share or a larger number beside the words: a table of figures. UN goals are 1–17.
_MAALT: Final = re.compile(
    r"^[\u2212-]?(?:(?:19|20)[0-9]{2}|[0-9]+(?:[.,][0-9]+)?\s?%|[0-9]{1,3}(?:[ \u00a0][0-9]{3})+|1[89]|[2-9][0-9]+"
    r"|[1-9][0-9]{2,})$"
)
_TALL: Final = re.compile(r"^[\d\s.,%\u2212\u2013+()-]*$")


@dataclass(frozen=True, slots=True)
class Celle:
    """The paragraphs of one cell that holds text, and how many columns it spans."""

    kolonne: int
    spenn: int
    avsnitt: tuple[Avsnitt, ...]

    @property
    def tekst(self) -> str:
        """The whole text on one line."""
        return " ".join(" ".join(a.tekst.split()) for a in self.avsnitt)


def celler_i_rader(avsnitt: Iterable[Avsnitt]) -> list[list[Celle]]:
    """Return a table's rows that hold text."""
    rader: dict[int, dict[int, list[Avsnitt]]] = {}
    for a in avsnitt:
        rader.setdefault(a.rad, {}).setdefault(a.kolonne, []).append(a)
    return [
        [Celle(kolonne, max(a.spenn for a in i_cella), tuple(i_cella)) for kolonne, i_cella in sorted(rad.items())]
        for _, rad in sorted(rader.items())
    ]


class Plantabell(Planflyt, ABC):
    """Reads tables."""

    def tabellen(self, avsnitt: Sequence[Avsnitt]) -> None:
        """Read one whole table."""
        rader = celler_i_rader(avsnitt)
        bredde = max(c.kolonne + c.spenn for rad in rader for c in rad)
        if self.kapittel is not None and self.kapittel.slag == "ikke_plan":
            for a in avsnitt:
                self.utenfor(a, "tabell")
            return
        tilstand = self.husk()
        self.slutt_liste()
        _Tabellgang(self, rader, bredde).les()
        self.ta_opp(tilstand)

    @abstractmethod
    def i_flyt(self, nummer: int, avsnitt: Avsnitt) -> None:
        """Read one paragraph as it stands."""

    @abstractmethod
    def fn_linje(self, avsnitt: Avsnitt, maal: tuple[int, ...]) -> None:
        """Give the UN goals a line names to what stands before it."""


class _Tabellgang:
    """One table, row by row, with what its columns are."""

    def __init__(self, plan: Plantabell, rader: list[list[Celle]], bredde: int) -> None:
        self._plan = plan
        self._rader = rader
        self._bredde = bredde
        self._kolonner: dict[int, Merkelapp | None] = {}
        self._navn: dict[int, str] = {}
        # A row of headings that comes again names columns, not what stands beside its first cell.
        radene = Counter(tuple(c.tekst for c in rad) for rad in rader)
        enkle = (rad for rad in rader if len(rad) > 1 and radene[tuple(c.tekst for c in rad)] == 1)
        foerste = [rad[0] for rad in enkle if rad[0].kolonne == 0]
        self._noekler = sum(1 for c in foerste if _bar_lapp(c, kolonne=True)) >= 2
        self._er_maalte_tall = any(_MAALT.match(c.tekst) for rad in rader for c in rad[1:])
        self._merket = any(_merket(a) for rad in rader for c in rad for a in c.avsnitt)

    def les(self) -> None:
        """Read the rows."""
        if self._er_kolonner():
            self._kolonnevis()
            return
        for nummer, rad in enumerate(self._rader):
            if len(rad) == 1 and rad[0].kolonne == 0 and rad[0].spenn >= self._bredde:
                self._hel_rad(rad[0])
            elif self._er_overskriftsrad(nummer, rad):
                self._overskriftsrad(rad)
            elif (lapp := self._noekkel(rad)) is not None:
                self._noekkelrad(lapp, rad)
            elif any(self._kolonner.values()):
                self._dataraden(rad)
            elif self._merket:
                self._i_flyt(rad)
            else:
                self._uten_navn(rad)

    def _noekkel(self, rad: list[Celle]) -> Merkelapp | None:
        """Return the level a row names in its first cell."""
        lapp = _bar_lapp(rad[0], kolonne=self._noekler) if len(rad) > 1 else None
        return lapp if lapp and (self._noekler or lapp.nummer or not self._kolonner) else None

    def _er_kolonner(self) -> bool:
        """Say whether goals stand side by side in the first row, each with what belongs to it below."""
        if len(self._rader) < 2 or len(self._rader[0]) < 2:
            return False
        hoder = [planord.les_merkelapp(c.avsnitt[0].tekst) for c in self._rader[0]]
        under = [planord.les_merkelapp(a.tekst) for rad in self._rader[1:] for c in rad for a in c.avsnitt]
        roller = {lapp.rolle for lapp in hoder if lapp and lapp.tittel and lapp.skilt}
        plasser = {c.kolonne for c in self._rader[0]}
        return (
            len(roller) == 1
            and all(lapp and lapp.tittel for lapp in hoder)
            and all(c.kolonne in plasser for rad in self._rader[1:] for c in rad)
            and not any(lapp and lapp.tittel and lapp.rolle in roller for lapp in under)
        )

    def _kolonnevis(self) -> None:
        plan = self._plan
        for hode in self._rader[0]:
            tilstand = plan.husk()
            self._i_flyt([hode])
            for rad in self._rader[1:]:
                self._i_flyt([c for c in rad if c.kolonne == hode.kolonne])
            plan.ta_opp(tilstand)

    def _er_overskriftsrad(self, nummer: int, rad: list[Celle]) -> bool:
        if len(rad) < 2 or any(len(c.tekst) > _KORT for c in rad):
            return False
        lapper = [_bar_lapp(c, kolonne=True) for c in rad]
        navngitt = sum(1 for lapp in lapper if lapp)
        if navngitt >= 2 or (navngitt and {c.kolonne: c.tekst.rstrip(": ") for c in rad} == self._navn):
            return True
        tidlig = not any(len(r) > 1 for r in self._rader[:nummer])
        uten_punktum = all(not c.tekst.endswith(".") for c in rad)
        return navngitt == 1 and tidlig and uten_punktum and not self._noekler and nummer + 1 < len(self._rader)

    def _overskriftsrad(self, rad: list[Celle]) -> None:
        self._kolonner = {c.kolonne: _bar_lapp(c, kolonne=True) for c in rad}
        self._navn = {c.kolonne: c.tekst.rstrip(": ") for c in rad}
        for celle in rad:
            for a in celle.avsnitt:
                self._plan.utenfor(a, "ledetekst")

    def _hel_rad(self, celle: Celle) -> None:
        plan = self._plan
        foerste, *resten = celle.avsnitt
        lapp = planord.les_merkelapp(foerste.tekst)
        if lapp and lapp.tittel and (lapp.nummer or lapp.skilt):
            gjetning = Gjetning(plan.rolle_av(lapp), lapp.navn, 9000, "merkelapp_i_tekst")
            node = plan.aapne_element(foerste, gjetning, lapp.tittel)
            for a in resten:
                plan.tre.legg_tekst(node, a.tekst)
        elif len(celle.tekst) <= 2 * _KORT and not resten and (self._kolonner or self._overskrift_siden(celle)):
            plan.elementer = [e for e in plan.elementer if plan.tre.rolle(e) == "hovedmaal"]
            kapittel = plan.kapittel
            navngitt = kapittel.gjetning if kapittel and kapittel.slag == "beholder" else None
            rolle: Rolle = navngitt.rolle if navngitt else plan.rolle_etter_plass()
            navn = navngitt.navn if navngitt else plan.tre.navn_for(rolle)
            plan.aapne_element(
                foerste, Gjetning(rolle, navn, 6000, "rad_over_maal"), planord.uten_nummer(foerste.tekst)
            )
        else:
            self._i_flyt([celle])

    def _overskrift_siden(self, celle: Celle) -> bool:
        """Say whether a row of column names comes straight after."""
        nummer = next(i for i, rad in enumerate(self._rader) if rad and rad[0] is celle)
        return nummer + 1 < len(self._rader) and self._er_overskriftsrad(nummer + 1, self._rader[nummer + 1])

    def _noekkelrad(self, lapp: Merkelapp, rad: list[Celle]) -> None:
        plan = self._plan
        gjetning = Gjetning(plan.rolle_av(lapp), lapp.navn, 8500, "rad_i_tabell")
        for a in rad[0].avsnitt:
            plan.utenfor(a, "ledetekst")
        innhold = [a for c in rad[1:] for a in c.avsnitt]
        siste = self._elementer(gjetning, innhold, ett=lapp.nummer is not None)
        if siste is not None and plan.element not in {None, siste}:
            # Several goals on the row: what comes on the rows below is for all of them.
            plan.elementer.pop()

    def _dataraden(self, rad: list[Celle]) -> None:
        plan = self._plan
        celler = [(plan.rolle_av(lapp), lapp, c) for c in rad if (lapp := self._kolonner.get(c.kolonne))]
        celler.sort(key=lambda trippel: plan.rang(trippel[0]))
        hoved: int | None = None
        for plass, (rolle, lapp, celle) in enumerate(celler):
            gjetning = Gjetning(rolle, lapp.navn, 8500, "rad_i_tabell")
            node = self._elementer(gjetning, celle.avsnitt, ett=plass == 0 and len(celler) > 1)
            hoved = node if hoved is None else hoved
        for celle in rad:
            if self._kolonner.get(celle.kolonne) is None:
                self._tilleggstekst(hoved if hoved is not None else plan.element, celle)

    def _elementer(self, gjetning: Gjetning, avsnitt: Sequence[Avsnitt], *, ett: bool) -> int | None:
        """Make elements of a cell: each point or labelled line one; with `ett` a plain line only where it is of the
        same kind as the one before it, else it is text of that one."""
        plan = self._plan
        foerste: int | None = None
        siste: int | None = None
        maalet: Avsnitt | None = None
        laget = 0
        for a in avsnitt:
            if a.er_note or a.er_figur or a.er_skjult:
                plan.i_flyt(0, a)
                continue
            if fn := planfn.finn_maal(a.tekst):
                plan.fn_linje(a, fn)
                continue
            lapp = planord.les_merkelapp(a.tekst)
            merket = lapp if lapp and lapp.tittel and (lapp.nummer or lapp.skilt) else None
            er_naken = a.liste is None and merket is None
            if ett and maalet is not None and siste is not None and er_naken:
                if not _er_likt_maal(maalet, a):
                    plan.tre.legg_tekst(siste, a.tekst)
                    continue
                gjetning = replace(gjetning, sikkerhet_bp=6500)
            maalet = a if er_naken or maalet is None else maalet
            egen = replace(gjetning, rolle=plan.rolle_av(merket), navn=merket.navn) if merket else gjetning
            tittel = merket.tittel if merket and merket.tittel else planord.uten_punkt(a.tekst)
            siste = plan.aapne_element(a, egen, tittel)
            foerste = siste if foerste is None else foerste
            laget += 1
        if laget > 1 and ett:
            # Several goals in one cell: what stands beside them is for all of them.
            plan.elementer.pop()
        return foerste

    def _tilleggstekst(self, node: int | None, celle: Celle) -> None:
        plan = self._plan
        navn = self._navn.get(celle.kolonne, "")
        for a in celle.avsnitt:
            fn = planfn.finn_maal(a.tekst)
            if node is None:
                plan.utenfor(a, "tabell")
            elif fn:
                plan.tre.legg_fn(node, fn)
                plan.utenfor(a, "fn_maal")
            else:
                plan.tre.legg_tekst(node, f"{navn}: {a.tekst}" if navn else a.tekst)

    def _i_flyt(self, rad: list[Celle]) -> None:
        for celle in rad:
            for a in celle.avsnitt:
                self._plan.i_flyt(0, replace(a, tabell=None, nivaa=None))
            self._plan.slutt_liste()

    def _uten_navn(self, rad: list[Celle]) -> None:
        """Read a row under a heading that says what it is; else keep it as what was not placed."""
        plan = self._plan
        kapittel = plan.kapittel
        med_tekst = [c for c in rad if not _TALL.match(c.tekst)]
        holder = kapittel is not None and kapittel.slag == "beholder" and not self._er_maalte_tall
        if holder and kapittel and kapittel.gjetning and len(med_tekst) == 1:
            gjetning = replace(kapittel.gjetning, sikkerhet_bp=6500, grunn="rad_i_tabell")
            node = self._elementer(gjetning, med_tekst[0].avsnitt, ett=False)
            for celle in rad:
                if celle is not med_tekst[0]:
                    self._tilleggstekst(node, celle)
            plan.elementer = []
            return
        for celle in rad:
            for a in celle.avsnitt:
                plan.utenfor(a, "tabell")


def _er_likt_maal(maalet: Avsnitt, a: Avsnitt) -> bool:
    """Say whether a plain paragraph under a goal in its cell is another goal, not text about the first.

    Two goals are written alike: titles of one kind, or sentences that both say what shall be.
    """
    tekst, foerste = " ".join(a.tekst.split()), " ".join(maalet.tekst.split())
    if (a.fet, a.stoerrelse, a.boks) != (maalet.fet, maalet.stoerrelse, maalet.boks):
        return False
    if len(tekst) > max(_KORT, 2 * len(foerste)):
        return False
    if (foerste[-1] in ".!?") != (tekst[-1] in ".!?:") or _FORKLARER.match(tekst):
        return False
    if foerste[-1] not in ".!?":
        return tekst[0].isupper() or not foerste[0].isupper()
    return min(maalspraak.likhet(foerste), maalspraak.likhet(tekst)) >= maalspraak.LIGNER


def _bar_lapp(celle: Celle, *, kolonne: bool = False) -> Merkelapp | None:
    """Return the level a cell names and nothing more; a column may also be named «Slik gjør vi det»."""
    if len(celle.tekst) > _KORT:
        return None
    lapp = planord.les_merkelapp(celle.tekst)
    if lapp is not None and lapp.tittel is None:
        return lapp
    return planord.kolonnenavn(celle.tekst) if kolonne and lapp is None else None


def _merket(avsnitt: Avsnitt) -> bool:
    lapp = merkelapp_i_avsnitt(replace(avsnitt, tabell=None, nivaa=None))
    return lapp is not None and (lapp.tittel is not None or lapp.skilt)
