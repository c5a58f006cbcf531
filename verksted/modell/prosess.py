"""The process and what hangs directly on it."""

from datetime import date, datetime

from pydantic import model_validator
from sqlalchemy import String
from sqlmodel import Field, UniqueConstraint

from verksted.kjerne.tekster import Maalform
from verksted.modell.grunn import Grunn, Tekst, fremmed, jsonfelt, ordfelt, tidsfelt
from verksted.modell.ordene import Fase, Innlesingsart, Planrolle, Sfaere


class ProsessGrunn(Grunn):
    """One planning process: one file."""

    navn: Tekst = Field(min_length=1, max_length=200)
    kommune: Tekst = Field(min_length=1, max_length=100)
    maalform: Maalform = Field(sa_type=String)
    valgperiode_fra: int = Field(ge=1900, le=2200)
    valgperiode_til: int = Field(ge=1900, le=2200)
    planperiode_fra: int | None = Field(default=None, ge=1900, le=2200)
    planperiode_til: int | None = Field(default=None, ge=1900, le=2200)
    mal_noekkel: Tekst
    mal_versjon: Tekst
    kilder: list[str] = jsonfelt(default_factory=list)
    er_eksempel: bool = False
    opprettet: datetime = tidsfelt()

    @model_validator(mode="after")
    def _periodene_gaar_framover(self) -> "ProsessGrunn":
        if self.valgperiode_til < self.valgperiode_fra:
            raise ValueError("valgperiode")
        if self.planperiode_fra and self.planperiode_til and self.planperiode_til < self.planperiode_fra:
            raise ValueError("planperiode")
        return self


class Prosess(ProsessGrunn, table=True):
    """Row: one planning process."""


class OrganGrunn(Grunn):
    """An elected body, for instance kommunestyret."""

    navn: Tekst = Field(min_length=1, max_length=100)
    rekkefoelge: int = 0


class Organ(OrganGrunn, table=True):
    """Row: an elected body."""


class PlannivaaGrunn(Grunn):
    """A level of the plan tree: its names belong to the process, not to the code."""

    rolle: Planrolle = ordfelt(Planrolle)
    entall: Tekst = Field(min_length=1, max_length=80)
    flertall: Tekst = Field(min_length=1, max_length=80)
    prefiks: Tekst = Field(default="E", min_length=1, max_length=4)
    rekkefoelge: int = 0


class Plannivaa(PlannivaaGrunn, table=True):
    """Row: a level of the plan tree."""


class ProsessrolleGrunn(Grunn):
    """A role in the method, and whether it speaks fag or politikk."""

    noekkel: Tekst = Field(min_length=1, max_length=40)
    navn: Tekst = Field(min_length=1, max_length=80)
    beskrivelse: Tekst = ""
    sfaere: Sfaere = ordfelt(Sfaere)
    rekkefoelge: int = 0


class Prosessrolle(ProsessrolleGrunn, table=True):
    """Row: a role in the method."""


class SjekkpunktGrunn(Grunn):
    """A point on a workshop's check list."""

    verksted_id: str = fremmed("verksted", index=True)
    nummer: int = Field(ge=1)
    fase: Fase = ordfelt(Fase)
    tekst: Tekst = Field(min_length=1)
    hjelpetekst: Tekst = ""
    kilde: Tekst = ""
    ansvarlig: Tekst = ""
    frist: date | None = None
    utfoert: date | None = None


class Sjekkpunkt(SjekkpunktGrunn, table=True):
    """Row: a point on a check list."""


class InnlesingGrunn(Grunn):
    """One file that was taken in: what it was, and its fingerprint."""

    art: Innlesingsart = ordfelt(Innlesingsart)
    filnavn: Tekst = Field(min_length=1, max_length=255)
    sha256: str = Field(min_length=64, max_length=64)
    aar: int | None = Field(default=None, ge=1900, le=2200)
    enhet: int = Field(default=1, ge=1)
    antall: int = Field(ge=0)
    tid: datetime = tidsfelt()


class Innlesing(InnlesingGrunn, table=True):
    """Row: one file that was taken in."""


class HendelseGrunn(Grunn):
    """An entry of the årshjul."""

    tittel: Tekst = Field(min_length=1, max_length=200)
    dato: date
    til_dato: date | None = None
    beskrivelse: Tekst = ""
    lag: Tekst = ""


class Hendelse(HendelseGrunn, table=True):
    """Row: an entry of the årshjul."""


class EgenKolonneGrunn(Grunn):
    """A column the user added to a table of their own accord."""

    tabell: str = Field(min_length=1, max_length=40)
    navn: Tekst = Field(min_length=1, max_length=80)
    rekkefoelge: int = 0


class EgenKolonne(EgenKolonneGrunn, table=True):
    """Row: a column the user added."""

    __tablename__ = "egen_kolonne"
    __table_args__ = (UniqueConstraint("tabell", "navn"),)


class EgenVerdiGrunn(Grunn):
    """What one row holds in a column the user added."""

    kolonne_id: str = fremmed("egen_kolonne")
    rad_id: str
    verdi: Tekst = ""


class EgenVerdi(EgenVerdiGrunn, table=True):
    """Row: a value in a column the user added."""

    __tablename__ = "egen_verdi"
    __table_args__ = (UniqueConstraint("kolonne_id", "rad_id"),)
