"""Measures and budget lines. Amounts are integers in whole kroner."""

from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Kroner, Tekst, fremmed, jsonfelt, ordfelt
from verksted.modell.ordene import Finansiering, Postart, Tiltaksart, Tiltaksstatus


class TiltakGrunn(Grunn):
    """What is to be done under a plan element. Its amounts stand beside the posts', never in the same sum."""

    kode: str = Field(min_length=1, max_length=20)
    tittel: Tekst = Field(min_length=1, max_length=300)
    beskrivelse: Tekst = ""
    art: Tiltaksart = ordfelt(Tiltaksart)
    finansiering: Finansiering | None = ordfelt(Finansiering, default=None)
    ansvarlig: Tekst = ""
    fra_aar: int | None = Field(default=None, ge=1900, le=2200)
    til_aar: int | None = Field(default=None, ge=1900, le=2200)
    indikator: Tekst = ""
    status: Tiltaksstatus = ordfelt(Tiltaksstatus, default=Tiltaksstatus.PLANLAGT)
    rekkefoelge: int = 0
    fjernet: bool = False


class Tiltak(TiltakGrunn, table=True):
    """Row: a measure."""

    __table_args__ = (UniqueConstraint("kode"),)


class TiltaksbeloepGrunn(Grunn):
    """What a measure is thought to cost in one year, in whole kroner."""

    tiltak_id: str = fremmed("tiltak")
    aar: int = Field(ge=1900, le=2200)
    beloep: Kroner


class Tiltaksbeloep(TiltaksbeloepGrunn, table=True):
    """Row: a measure's amount in one year."""

    __table_args__ = (UniqueConstraint("tiltak_id", "aar"),)


class OekonomipostGrunn(Grunn):
    """A line of the økonomiplan as it was read: natural key over years, and the raw row."""

    innlesing_id: str = fremmed("innlesing")
    kode: str = Field(min_length=1, max_length=20)
    naturlig_noekkel: Tekst = Field(min_length=1)
    tekst: Tekst
    sektor: Tekst = ""
    funksjon: str | None = Field(default=None, min_length=3, max_length=3)
    funksjonsnavn: Tekst = ""
    tjeneste: Tekst = ""
    art: Postart = ordfelt(Postart)
    inntekt_utgift: Tekst = ""
    endringsart: Tekst = ""
    ansvarlig: Tekst = ""
    raarad: list[Tekst] = jsonfelt(default_factory=list)
    rekkefoelge: int = 0


class Oekonomipost(OekonomipostGrunn, table=True):
    """Row: a line of the økonomiplan."""

    __table_args__ = (UniqueConstraint("kode"), UniqueConstraint("innlesing_id", "naturlig_noekkel"))


class PostbeloepGrunn(Grunn):
    """A line's amount in one year, in whole kroner."""

    post_id: str = fremmed("oekonomipost")
    aar: int = Field(ge=1900, le=2200)
    beloep: Kroner


class Postbeloep(PostbeloepGrunn, table=True):
    """Row: a line's amount in one year."""

    __table_args__ = (UniqueConstraint("post_id", "aar"),)
