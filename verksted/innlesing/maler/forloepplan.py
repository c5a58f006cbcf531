"""The files `plan.yaml` and `oekonomi.yaml` of the example's script, as frozen pydantic models."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from verksted.innlesing.maler.forloepmodell import Aar, Bordnummer, Elementkode, Punktkode, Tospraaklig
from verksted.innlesing.maler.malmodell import Nummer, Periode, Planrolle
from verksted.innlesing.maler.yamlfil import ORD, Ordrett, Tekst, Yamlmodell
from verksted.modell import ordene

Kunnskapskode = Annotated[str, StringConstraints(pattern=r"^K-[0-9]{2,3}$")]
Tiltakskode = Annotated[str, StringConstraints(pattern=r"^T-[0-9]{3}$")]


class Tekstalternativ(Tospraaklig):
    """Another wording of a proposal."""

    bokstav: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    tekst: Tekst
    tekst_nn: Tekst


class _Forslagsfelt(Tospraaklig):
    tekst: Tekst | None = None
    tekst_nn: Tekst | None = None
    begrunnelse_fag: Tekst | None = None
    begrunnelse_fag_nn: Tekst | None = None
    begrunnelse_politikk: Tekst | None = None
    begrunnelse_politikk_nn: Tekst | None = None
    punkter: tuple[Punktkode, ...] = ()
    kunnskap: tuple[Kunnskapskode, ...] = ()
    baerekraftsmaal: tuple[Annotated[int, Field(ge=1, le=17)], ...] = ()
    periode: Periode | None = None
    alternativer: tuple[Tekstalternativ, ...] = ()


class Forslagslinje(_Forslagsfelt):
    """The planner's proposal for an element of gjeldende plan."""

    element: Elementkode
    tittel: Tekst | None = None
    tittel_nn: Tekst | None = None
    utgaar: bool = False


class NyttElement(_Forslagsfelt):
    """An element that gjeldende plan does not have."""

    kode: Elementkode
    forelder: Elementkode | None
    nivaa: Planrolle
    tittel: Tekst
    tittel_nn: Tekst


class Behandlingslinje(Tospraaklig):
    """What became of a punkt, and why."""

    punkt: Punktkode
    resultat: Annotated[ordene.Behandlingsresultat, ORD]
    begrunnelse: Tekst
    begrunnelse_nn: Tekst
    elementer: tuple[Elementkode, ...] = ()


class Utsjekksvar(Yamlmodell):
    """A table's answer, in the workshop named, about a punkt or an element."""

    verksted: Nummer
    bord: Bordnummer
    punkt: Punktkode | None = None
    element: Elementkode | None = None
    svar: Annotated[ordene.Utsjekksvar, ORD]
    kommentar: Ordrett | None = None

    @model_validator(mode="after")
    def _punkt_eller_element(self) -> Self:
        if (self.punkt is None) == (self.element is None):
            raise PydanticCustomError("enten_eller", "one of two", {"felt": "punkt", "andre": "element"})
        return self


class Planfil(Yamlmodell):
    """`plan.yaml`."""

    forslag: tuple[Forslagslinje, ...] = ()
    nye: tuple[NyttElement, ...] = ()
    behandlinger: tuple[Behandlingslinje, ...] = ()
    utsjekk: tuple[Utsjekksvar, ...] = ()


class Tiltakslinje(Tospraaklig):
    """A tiltak; amounts in whole kroner per year."""

    kode: Tiltakskode
    tittel: Tekst
    tittel_nn: Tekst
    beskrivelse: Tekst | None = None
    beskrivelse_nn: Tekst | None = None
    art: Annotated[ordene.Tiltaksart, ORD]
    finansiering: Annotated[ordene.Finansiering, ORD]
    ansvarlig: Tekst
    ansvarlig_nn: Tekst
    fra_aar: Aar
    til_aar: Aar
    indikator: Tekst | None = None
    indikator_nn: Tekst | None = None
    status: Annotated[ordene.Tiltaksstatus, ORD]
    elementer: tuple[Elementkode, ...] = ()
    beloep: dict[Aar, int] = Field(default_factory=dict)


class Postnoekkel(Yamlmodell):
    """The natural key of a line in the økonomiplan."""

    tekst: Tekst
    funksjon: Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
    art: Annotated[ordene.Postart, ORD]


class Koblingslinje(Yamlmodell):
    """A line of the økonomiplan pays for a tiltak; `andel` in percent."""

    post: Postnoekkel
    tiltak: Tiltakskode
    andel: Annotated[int, Field(ge=1, le=100)]


class Oppfoelgingslinje(Tospraaklig):
    """What a satsingsområde means for a sector."""

    element: Elementkode
    sektor: Tekst
    betydning: Tekst
    betydning_nn: Tekst
    prioritet: Annotated[int, Field(ge=1, le=5)] | None = None
    samarbeid: Tekst | None = None
    samarbeid_nn: Tekst | None = None
    planbehov: Tekst | None = None
    planbehov_nn: Tekst | None = None


class Oekonomifil(Yamlmodell):
    """`oekonomi.yaml`."""

    tiltak: tuple[Tiltakslinje, ...] = ()
    koblinger: tuple[Koblingslinje, ...] = ()
    oppfoelging: tuple[Oppfoelgingslinje, ...] = ()
