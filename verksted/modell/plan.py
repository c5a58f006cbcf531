"""The plan tree, its alternatives, the knowledge base and the ledergruppe's follow-up."""

from datetime import date
from typing import Annotated

from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, fremmed, jsonfelt, ordfelt
from verksted.modell.ordene import Kunnskapstema, Planperiode


class PlanelementGrunn(Grunn):
    """A node of the plan tree: gjeldende beside forslag, grounds of fag and of politikk apart.

    `gjeldende_*` is None for what is new; `forslag_*` is None until somebody writes it.
    `sikkerhet_bp` is how sure the reader was of its guess (basis points), None once typed or confirmed by hand.
    """

    forelder_id: str | None = fremmed("planelement", default=None, index=True)
    nivaa_id: str = fremmed("plannivaa")
    rekkefoelge: int
    kode: str = Field(min_length=1, max_length=20)
    gjeldende_tittel: Tekst | None = None
    gjeldende_tekst: Tekst | None = None
    forslag_tittel: Tekst | None = None
    forslag_tekst: Tekst | None = None
    utgaar: bool = False
    begrunnelse_fag: Tekst = ""
    begrunnelse_politikk: Tekst = ""
    periode: Planperiode | None = ordfelt(Planperiode, default=None)
    baerekraftsmaal: list[Annotated[int, Field(ge=1, le=17)]] = jsonfelt(default_factory=list)
    sikkerhet_bp: int | None = Field(default=None, ge=0, le=10_000)
    kilde_sted: Tekst = ""
    innlesing_id: str | None = fremmed("innlesing", default=None)
    fjernet: bool = False


class Planelement(PlanelementGrunn, table=True):
    """Row: a node of the plan tree."""

    __table_args__ = (UniqueConstraint("kode"),)


class PlanalternativGrunn(Grunn):
    """One of several texts that go to hearing where the room was divided."""

    planelement_id: str = fremmed("planelement")
    bokstav: str = Field(min_length=1, max_length=1)
    tekst: Tekst = Field(min_length=1)


class Planalternativ(PlanalternativGrunn, table=True):
    """Row: an alternative text."""

    __table_args__ = (UniqueConstraint("planelement_id", "bokstav"),)


class KunnskapspunktGrunn(Grunn):
    """One fact of the knowledge base; always fag."""

    kode: str = Field(min_length=1, max_length=20)
    tema: Kunnskapstema | None = ordfelt(Kunnskapstema, default=None)
    temanavn: Tekst = ""
    tittel: Tekst = Field(min_length=1)
    tekst: Tekst = ""
    tall: Tekst = ""
    enhet: Tekst = ""
    kilde: Tekst = ""
    aar: int | None = Field(default=None, ge=1000, le=2200)
    kvalitetssikret_av: Tekst = ""
    kvalitetssikret_dato: date | None = None
    rekkefoelge: int = 0
    innlesing_id: str | None = fremmed("innlesing", default=None)
    fjernet: bool = False


class Kunnskapspunkt(KunnskapspunktGrunn, table=True):
    """Row: one fact."""

    __table_args__ = (UniqueConstraint("kode"),)


class OppfoelgingGrunn(Grunn):
    """What a satsingsområde means for one sector (KS 2024, chapter 5: the third task of the ledergruppe)."""

    planelement_id: str = fremmed("planelement")
    sektor: Tekst = Field(min_length=1, max_length=120)
    betydning: Tekst = ""
    prioritet: int | None = Field(default=None, ge=1, le=99)
    samarbeid: Tekst = ""
    planbehov: Tekst = ""


class Oppfoelging(OppfoelgingGrunn, table=True):
    """Row: what a satsingsområde means for a sector."""

    __table_args__ = (UniqueConstraint("planelement_id", "sektor"),)
