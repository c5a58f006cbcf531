"""The files `prosess.yaml` and `verksted-N.yaml` of the example's script, as frozen pydantic models.

Planner-written texts have a nynorsk twin with the suffix `_nn`; councillors' own words have one text, as they wrote it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from verksted.innlesing.maler.malmodell import Nummer, Svartype
from verksted.innlesing.maler.yamlfil import ORD, Klokke, Ordrett, Tekst, Yamlmodell
from verksted.kjerne.tekster import Maalform
from verksted.modell import ordene

Innspillkode = Annotated[str, StringConstraints(pattern=r"^V[1-8]-G[1-9][0-9]?-[0-9]{2,3}$")]
Punktkode = Annotated[str, StringConstraints(pattern=r"^P-[0-9]{2,3}$")]
Elementkode = Annotated[str, StringConstraints(pattern=r"^[A-ZÆØÅ]{1,3}[1-9][0-9]*(?:\.[1-9][0-9]*)*$")]
Aar = Annotated[int, Field(ge=1900, le=2200)]
Antall = Annotated[int, Field(ge=0)]
Bordnummer = Annotated[int, Field(ge=1, le=40)]


class Tospraaklig(Yamlmodell):
    """A text and its nynorsk twin come together or not at all."""

    @model_validator(mode="after")
    def _begge_maalformer(self) -> Self:
        for felt in type(self).model_fields:
            tvilling = f"{felt}_nn"
            if tvilling in type(self).model_fields and (getattr(self, felt) is None) != (
                getattr(self, tvilling) is None
            ):
                mangler = felt if getattr(self, felt) is None else tvilling
                raise PydanticCustomError("mangler_nynorsk", "both or none", {"felt": mangler})
        return self


class Aarsspenn(Yamlmodell):
    """Years, both included."""

    fra: Aar
    til: Aar


class UtfoertSjekkpunkt(Yamlmodell):
    """A check point of the template that was ticked off."""

    verksted: Nummer
    nummer: Nummer
    dato: date


class Prosessfil(Tospraaklig):
    """`prosess.yaml`."""

    navn: Tekst
    navn_nn: Tekst
    kommune: Tekst
    valgperiode: Aarsspenn
    planperiode: Aarsspenn
    organ: Tekst
    sjekkpunkter_utfoert: tuple[UtfoertSjekkpunkt, ...] = ()


class VaraTilStede(Yamlmodell):
    """A deputy, for whom, and when in the room."""

    navn: Tekst
    for_: Tekst = Field(alias="for")
    fra: Klokke
    til: Klokke


class KomSenere(Yamlmodell):
    """A member who came after the start."""

    navn: Tekst
    fra: Klokke


class GikkTidlig(Yamlmodell):
    """A member who left before the end."""

    navn: Tekst
    til: Klokke


class Oppmoete(Yamlmodell):
    """Everybody not named here was present the whole time."""

    fravaerende: tuple[Tekst, ...] = ()
    vara: tuple[VaraTilStede, ...] = ()
    kom_senere: tuple[KomSenere, ...] = ()
    gikk_tidlig: tuple[GikkTidlig, ...] = ()


class Innspilllinje(Yamlmodell):
    """One note of a table, word for word."""

    kode: Innspillkode
    spoersmaal: Nummer
    type: Svartype
    spraak: Maalform
    vei: Annotated[ordene.Vei, ORD]
    tekst: Ordrett
    hvorfor: Ordrett | None = None
    element: Elementkode | None = None
    loeftet: bool = False
    etter_frist: bool = False


class Revisjon(Yamlmodell):
    """The final text of a note that the table rewrote."""

    kode: Innspillkode
    tekst: Ordrett
    hvorfor: Ordrett | None = None


class Trukket(Yamlmodell):
    """A note the table withdrew."""

    kode: Innspillkode
    grunn: Ordrett


class Merknad(Yamlmodell):
    """What one list wants written where it disagrees."""

    liste: Tekst
    tekst: Ordrett


class Punktlinje(Tospraaklig):
    """A plenary point that gathers notes."""

    kode: Punktkode
    spoersmaal: Nummer
    tittel: Tekst
    tittel_nn: Tekst
    tekst: Tekst
    tekst_nn: Tekst
    standpunkt: Annotated[ordene.Standpunkt, ORD]
    enighet: Annotated[ordene.Enighet, ORD]
    kilder: tuple[Innspillkode, ...] = ()
    element: Elementkode | None = None
    maa_utredes: bool = False
    aapent_spoersmaal: Tekst | None = None
    aapent_spoersmaal_nn: Tekst | None = None
    merknader: tuple[Merknad, ...] = ()


class Alternativ(Tospraaklig):
    """Votes per table, table 1 first, for a punkt or for a text of its own."""

    punkt: Punktkode | None = None
    tekst: Tekst | None = None
    tekst_nn: Tekst | None = None
    bord: tuple[Antall, ...]

    @model_validator(mode="after")
    def _punkt_eller_tekst(self) -> Self:
        if (self.punkt is None) == (self.tekst is None):
            raise PydanticCustomError("enten_eller", "one of two", {"felt": "punkt", "andre": "tekst"})
        return self


class Avstemningsrunde(Yamlmodell):
    """One round of a vote."""

    alternativer: Annotated[tuple[Alternativ, ...], Field(min_length=1)]


class Avstemningslinje(Tospraaklig):
    """Dots, red/green or a scale; advice, never a vedtak."""

    art: Annotated[ordene.Avstemningsart, ORD]
    tittel: Tekst
    tittel_nn: Tekst
    spoersmaal: Nummer | None = None
    per_person: Annotated[int, Field(ge=1, le=20)] | None = None
    runder: Annotated[tuple[Avstemningsrunde, ...], Field(min_length=1)]


class Evalueringssvar(Yamlmodell):
    """How many gave each answer to a scale question, and free comments."""

    spoersmaal: Nummer
    svar: dict[str, Antall] = Field(default_factory=dict)
    kommentarer: tuple[Ordrett, ...] = ()


class Verkstedfil(Tospraaklig):
    """`verksted-N.yaml`."""

    nummer: Nummer
    dato: date
    sted: Tekst
    sted_nn: Tekst
    start: Klokke
    faktisk_slutt: Klokke
    moeteform: Annotated[ordene.Moeteform, ORD]
    aapent: bool
    oppmoete: Oppmoete = Oppmoete()
    bord: Bordnummer
    innspill: tuple[Innspilllinje, ...] = ()
    revisjoner: tuple[Revisjon, ...] = ()
    trukket: tuple[Trukket, ...] = ()
    punkter: tuple[Punktlinje, ...] = ()
    avstemninger: tuple[Avstemningslinje, ...] = ()
    evaluering: tuple[Evalueringssvar, ...] = ()
