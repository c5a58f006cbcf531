"""One meeting: its program, its questions, its evaluation."""

from datetime import date, datetime, time

from pydantic import model_validator
from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, fremmed, jsonfelt, ordfelt, tidsfelt
from verksted.modell.ordene import (
    Evalueringsart,
    Forskyvning,
    Innspillstype,
    Moeteform,
    Planrolle,
    Programart,
    Sfaere,
    Verkstedstatus,
)


class VerkstedGrunn(Grunn):
    """One meeting of the process."""

    nummer: int = Field(ge=1, le=99)
    tittel: Tekst = Field(min_length=1, max_length=200)
    formaal: Tekst = ""
    organ_id: str = fremmed("organ")
    dato: date | None = None
    sted: Tekst = ""
    start: time = time(17, 0)
    moeteform: Moeteform = ordfelt(Moeteform, default=Moeteform.MOETE_I_FOLKEVALGT_ORGAN)
    aapent: bool = True
    lukket_hjemmel: Tekst = ""
    innkalt: date | None = None
    status: Verkstedstatus = ordfelt(Verkstedstatus, default=Verkstedstatus.PLANLAGT)
    faktisk_slutt: time | None = None
    slutt: time | None = None
    forskyvning: Forskyvning = ordfelt(Forskyvning, default=Forskyvning.SKYV)

    @model_validator(mode="after")
    def _lukking_har_hjemmel(self) -> "VerkstedGrunn":
        if not self.aapent and not self.lukket_hjemmel.strip():
            raise ValueError("lukket_hjemmel")
        return self


class Verksted(VerkstedGrunn, table=True):
    """Row: one meeting of the process."""

    __table_args__ = (UniqueConstraint("nummer"),)


class ProgrampostGrunn(Grunn):
    """One block of the program, or one method step inside a block (with `forelder_id`).

    `loep`: steps with the same number follow each other, those with different numbers run side by side. `minutter` and
    `planlagt_rekkefoelge` keep the plan; `tildelt` (minutes), `slutter` and `stanset` are the day as it goes.
    """

    verksted_id: str = fremmed("verksted", index=True)
    forelder_id: str | None = fremmed("programpost", default=None)
    rekkefoelge: int
    art: Programart = ordfelt(Programart)
    tittel: Tekst = Field(min_length=1, max_length=200)
    beskrivelse: Tekst = ""
    minutter: int = Field(ge=1, le=1440)
    fast_start: time | None = None
    sfaere: Sfaere = ordfelt(Sfaere, default=Sfaere.BEGGE)
    ansvarlig: Tekst = ""
    faktisk_start: datetime | None = tidsfelt(default=None)
    faktisk_slutt: datetime | None = tidsfelt(default=None)
    loep: int = Field(default=0, ge=0, le=99)
    tildelt: int | None = Field(default=None, ge=1, le=1440)
    slutter: datetime | None = tidsfelt(default=None)
    stanset: datetime | None = tidsfelt(default=None)
    hoppet_over: bool = False
    lagt_til: bool = False
    planlagt_rekkefoelge: int | None = None


class Programpost(ProgrampostGrunn, table=True):
    """Row: one block of the program."""


class SpoersmaalGrunn(Grunn):
    """A question asked in a block; `gjelder` names the levels of the plan it is about."""

    verksted_id: str = fremmed("verksted")
    programpost_id: str | None = fremmed("programpost", default=None)
    nummer: int = Field(ge=1, le=99)
    tema: Tekst = ""
    tekst: Tekst = Field(min_length=1)
    hjelpetekst: Tekst = ""
    gjelder: list[Planrolle] = jsonfelt(default_factory=list)
    svartyper: list[Innspillstype] = jsonfelt(min_length=1)
    maks_loeft: int = Field(default=3, ge=0, le=99)
    kilde: Tekst = ""


class Spoersmaal(SpoersmaalGrunn, table=True):
    """Row: a question."""

    __table_args__ = (UniqueConstraint("verksted_id", "nummer"),)


class EnhetstokenGrunn(Grunn):
    """A device's or a table's right to write, as a hash only."""

    verksted_id: str = fremmed("verksted", index=True)
    gruppe_id: str | None = fremmed("gruppe", default=None)
    token_sha256: str = Field(min_length=64, max_length=64)
    opprettet: datetime = tidsfelt()
    sperret: bool = False


class Enhetstoken(EnhetstokenGrunn, table=True):
    """Row: a right to write."""

    __table_args__ = (UniqueConstraint("token_sha256"),)


class EvalueringsspoersmaalGrunn(Grunn):
    """A question about the meeting itself, comparable across workshops by its number."""

    verksted_id: str = fremmed("verksted")
    nummer: int = Field(ge=1, le=99)
    tekst: Tekst = Field(min_length=1)
    art: Evalueringsart = ordfelt(Evalueringsart)
    lav: Tekst = ""
    hoey: Tekst = ""


class Evalueringsspoersmaal(EvalueringsspoersmaalGrunn, table=True):
    """Row: a question about the meeting."""

    __table_args__ = (UniqueConstraint("verksted_id", "nummer"),)


class EvalueringssvarGrunn(Grunn):
    """How many gave one value, or one free comment; never who."""

    spoersmaal_id: str = fremmed("evalueringsspoersmaal", index=True)
    verdi: int | None = Field(default=None, ge=1, le=5)
    antall: int = Field(default=1, ge=0)
    tekst: Tekst = ""


class Evalueringssvar(EvalueringssvarGrunn, table=True):
    """Row: an answer about the meeting."""
