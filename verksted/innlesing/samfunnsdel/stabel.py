"""What is open while a plan is read: headings, elements in running text, lists; and whose child the next element is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verksted.innlesing.samfunnsdel import planord
from verksted.innlesing.samfunnsdel.noder import BARNEROLLE, RANG, Gjetning
from verksted.innlesing.samfunnsdel.tre import Plantre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.samfunnsdel.planord import Merkelapp, Rolle
    from verksted.innlesing.word.fil import Avsnitt

Kapittelslag = Literal["element", "beholder", "samlet", "stoff", "ikke_plan", "noeytral"]


@dataclass(frozen=True, slots=True)
class Kapittel:
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


@dataclass(frozen=True, slots=True)
class Tilstand:
    """Everything that is open, so that it can be taken up again after a text box."""

    kapitler: tuple[Kapittel, ...]
    elementer: tuple[int, ...]
    leder: Gjetning | None
    venter: Gjetning | None


class Planstabel:
    """The open things, and the tree they grow into."""

    def __init__(self, avsnitt: Sequence[Avsnitt], fil: str, *, hovedmaal_under: bool) -> None:
        self.tre = Plantre(fil)
        self.avsnitt = avsnitt
        self.topprolle, navn = planord.toppnivaa(a.tekst for a in avsnitt)
        self.tre.kalt[self.topprolle] = navn
        self.kapitler: list[Kapittel] = []
        self.elementer: list[int] = []
        self.leder: Gjetning | None = None
        self.venter: Gjetning | None = None
        self.liste: list[tuple[int, int]] = []
        self.i_lista: list[int] = []
        self._overskrifter: list[tuple[Avsnitt, tuple[str, ...]]] = []
        # Some plans have hovedmål under each satsingsområde, others satsingsområder under hovedmål, most neither.
        self._rang: dict[Rolle, float] = dict(RANG)
        if hovedmaal_under:
            self._rang["hovedmaal"] = 2.5

    @property
    def kapittel(self) -> Kapittel | None:
        """The innermost open heading."""
        return self.kapitler[-1] if self.kapitler else None

    @property
    def element(self) -> int | None:
        """The innermost element open in running text."""
        return self.elementer[-1] if self.elementer else None

    def husk(self) -> Tilstand:
        """Return what is open."""
        return Tilstand(tuple(self.kapitler), tuple(self.elementer), self.leder, self.venter)

    def ta_opp(self, tilstand: Tilstand) -> None:
        """Go back to what was open."""
        self.kapitler, self.elementer = list(tilstand.kapitler), list(tilstand.elementer)
        self.leder, self.venter = tilstand.leder, tilstand.venter
        self.slutt_liste()

    def aapne_element(self, avsnitt: Avsnitt, gjetning: Gjetning, tittel: str) -> int:
        """Make an element of running text, and leave it open for what belongs to it."""
        while self.elementer and self._rang[self.tre.rolle(self.elementer[-1])] >= self._rang[gjetning.rolle]:
            self.elementer.pop()
        node = self.ny_node(avsnitt, gjetning, tittel)
        self.elementer.append(node)
        return node

    def ny_node(self, avsnitt: Avsnitt, gjetning: Gjetning, tittel: str, nummer: str | None = None) -> int:
        """Make an element under the nearest open one that can hold it."""
        forelder = self._forelder(gjetning.rolle)
        return self.tre.legg_til(avsnitt, gjetning, tittel, forelder=forelder, sti=self.sti(), nummer=nummer)

    def barn_av(self, mor: int, sikkerhet_bp: int, grunn: str) -> Gjetning:
        """Return the guess that something unnamed is of the level below an element."""
        rolle = BARNEROLLE[self.tre.rolle(mor)]
        navn = self.tre.navn(mor) if self.tre.rolle(mor) == "arealstrategi" else self.tre.navn_for(rolle)
        return Gjetning(rolle, navn, sikkerhet_bp, grunn)

    def rolle_av(self, lapp: Merkelapp) -> Rolle:
        """Return a label's role; «mål» is what the place makes it."""
        if lapp.rolle != "maal":
            return lapp.rolle
        aapne = [k.node for k in self.kapitler if k.node is not None] + self.elementer
        roller = {self.tre.rolle(node) for node in aapne}
        return "delmaal" if roller & {"satsingsomraade", "hovedmaal"} else "hovedmaal"

    def rolle_etter_plass(self) -> Rolle:
        """Return the role of an unnamed heading with goals under it."""
        noder = [k.node for k in self.kapitler if k.node is not None]
        return BARNEROLLE[self.tre.rolle(noder[-1])] if noder else self.topprolle

    def er_under(self, rolle: Rolle, mor: Rolle) -> bool:
        """Say whether one role stands below another in this plan."""
        return self._rang[rolle] > self._rang[mor]

    def rang(self, rolle: Rolle) -> float:
        """Return how deep a role stands in this plan."""
        return self._rang[rolle]

    def sti(self) -> tuple[str, ...]:
        """Return the open headings."""
        return tuple(k.tekst for k in self.kapitler)

    def utenfor(self, avsnitt: Avsnitt, grunn: str) -> None:
        """Keep a paragraph that becomes no element."""
        self.tre.legg_utenfor(avsnitt, self.sti(), grunn)

    def slutt_liste(self) -> None:
        """Close the list."""
        self.liste, self.i_lista = [], []

    def husk_overskrift(self, avsnitt: Avsnitt) -> None:
        """Remember a heading that is only the path of others, in case nothing comes under it."""
        self._overskrifter.append((avsnitt, self.sti()))

    def legg_tomme_overskrifter(self) -> None:
        """List headings that nothing came under, so that no word is lost."""
        stier = self.tre.stier()
        for avsnitt, sti in self._overskrifter:
            if (*sti, " ".join(avsnitt.tekst.split())) not in stier:
                self.tre.legg_utenfor(avsnitt, sti, "overskrift")

    def under(self, nummer: int, nivaa: int, *, med: bool = False) -> list[Avsnitt]:
        """Return the paragraphs under a heading."""
        under: list[Avsnitt] = [self.avsnitt[nummer]] if med else []
        for i in range(nummer + 1, len(self.avsnitt)):
            avsnitt = self.avsnitt[i]
            if avsnitt.nivaa and avsnitt.nivaa <= nivaa and avsnitt.tabell is None:
                break
            under.append(avsnitt)
        return under

    def _forelder(self, rolle: Rolle) -> int | None:
        aapne = (
            [k.node for k in self.kapitler if k.node is not None] + self.elementer + [node for _, node in self.liste]
        )
        for node in reversed(aapne):
            mor = self.tre.rolle(node)
            # Punkter may hold punkter; a vision holds nothing but those.
            if (self.er_under(rolle, mor) or (mor == rolle == "annet")) and (mor != "visjon" or rolle == "annet"):
                return node
        return None


def er_element(lapp: Merkelapp | None) -> bool:
    """Say whether a label names one element with its title."""
    return lapp is not None and lapp.tittel is not None and not lapp.samlet


def lapp_etter(tekst: str) -> Merkelapp | None:
    """Return a label, also one that stands after the title: «Å bo (satsingsområde 1)»."""
    return planord.les_merkelapp(tekst) or planord.merkelapp_etter(tekst)
