"""What a process template holds: frozen pydantic models, one field per key in `maler/prosesser/*.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from verksted.innlesing.maler.yamlfil import ORD, Klokke, Tekst, Yamlmodell
from verksted.kjerne.tekster import Maalform
from verksted.modell import ordene

Rollesfaere = Literal["fag", "politikk"]
Sfaere = Annotated[ordene.Sfaere, ORD]
Programart = Annotated[ordene.Programart, ORD]
Stegart = Literal["individuelt", "runde", "gruppe", "loeft"]
Svartype = Annotated[ordene.Innspillstype, ORD]
Planrolle = Annotated[ordene.Planrolle, ORD]
Periode = Annotated[ordene.Planperiode, ORD]
Evalueringsart = Annotated[ordene.Evalueringsart, ORD]

Noekkel = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$", max_length=60)]
"""A name for use inside the file: small letters, digits, hyphen and underscore."""
Kodeforan = Annotated[str, StringConstraints(pattern=r"^[A-ZÆØÅ]{1,3}$")]
Nummer = Annotated[int, Field(ge=1, le=99)]
Minutter = Annotated[int, Field(ge=1, le=600)]


class Kilde(Yamlmodell):
    """A source the template builds on; questions and check points refer to `noekkel`."""

    noekkel: Noekkel
    forfatter: Tekst
    tittel: Tekst
    aar: Annotated[int, Field(ge=1814, le=2100)]
    brukt_til: Tekst | None = None


class Plannivaa(Yamlmodell):
    """A level of the plan tree; `kode` only on levels that can stand at the top, `under` names what may be above."""

    rolle: Planrolle
    entall: Tekst
    flertall: Tekst
    kode: Kodeforan | None = None
    under: tuple[Planrolle, ...] = ()
    periode: Periode | None = None


class Rolle(Yamlmodell):
    """Somebody with a task in the workshops, and the sphere they speak from."""

    noekkel: Noekkel
    tittel: Tekst
    sfaere: Rollesfaere
    beskrivelse: Tekst


class Steg(Yamlmodell):
    """A part of a block: alone, round the table, together, what is lifted to plenary."""

    art: Stegart
    tittel: Tekst
    minutter: Minutter


class Programpost(Yamlmodell):
    """One block of the evening; its start is computed from the minutes before it."""

    nummer: Nummer
    art: Programart
    tittel: Tekst
    minutter: Minutter
    sfaere: Sfaere
    ansvarlig: Noekkel | None = None
    beskrivelse: Tekst | None = None
    steg: tuple[Steg, ...] = ()


class Spoersmaal(Yamlmodell):
    """A question that groups answer in the block with this number; `kilde` is the key of a source."""

    nummer: Nummer
    programpost: Nummer
    tema: Tekst
    tekst: Tekst
    hjelpetekst: Tekst
    svartyper: Annotated[tuple[Svartype, ...], Field(min_length=1)]
    gjelder: tuple[Planrolle, ...] = ()
    maks_loeft: Annotated[int, Field(ge=0, le=20)] = 3
    kilde: Noekkel | None = None


class Verkstedmal(Yamlmodell):
    """One workshop of the series; `start` and `slutt` are suggestions, `alternativt_organ` who else may hold it."""

    nummer: Nummer
    tittel: Tekst
    formaal: Tekst
    organ: Tekst
    alternativt_organ: Tekst | None = None
    start: Klokke
    slutt: Klokke | None = None
    program: Annotated[tuple[Programpost, ...], Field(min_length=1)]
    spoersmaal: tuple[Spoersmaal, ...] = ()

    @property
    def minutter(self) -> int:
        """Planned minutes with breaks; homework is done at home."""
        return sum(post.minutter for post in self.program if post.art != ordene.Programart.HJEMMEARBEID)


class Sjekkpunkt(Yamlmodell):
    """One thing to see to; counted in one row over the three phases. No `verksteder` means all of them."""

    nummer: Nummer
    tekst: Tekst
    hjelpetekst: Tekst | None = None
    ansvarlig: Noekkel | None = None
    kilde: Noekkel | None = None
    verksteder: tuple[Nummer, ...] = ()


class Sjekkliste(Yamlmodell):
    """The check points before, during and after a workshop."""

    foer: tuple[Sjekkpunkt, ...]
    under: tuple[Sjekkpunkt, ...]
    etter: tuple[Sjekkpunkt, ...]

    def alle(self) -> tuple[tuple[ordene.Fase, Sjekkpunkt], ...]:
        """Return every point with its phase, in order."""
        faser = ((ordene.Fase.FOER, self.foer), (ordene.Fase.UNDER, self.under), (ordene.Fase.ETTER, self.etter))
        return tuple((fase, punkt) for fase, punkter in faser for punkt in punkter)


class Evalueringsspoersmaal(Yamlmodell):
    """Asked at the end of every workshop; `skala` is 1–5 with a text at each end, `tekst` has none."""

    nummer: Nummer
    art: Evalueringsart
    tekst: Tekst
    lav: Tekst | None = None
    hoey: Tekst | None = None


class Prosessmal(Yamlmodell):
    """A whole template, in one målform."""

    noekkel: Noekkel
    tittel: Tekst
    beskrivelse: Tekst
    versjon: Annotated[int, Field(ge=1)]
    maalform: Maalform
    kilder: Annotated[tuple[Kilde, ...], Field(min_length=1)]
    plannivaaer: Annotated[tuple[Plannivaa, ...], Field(min_length=1)]
    roller: Annotated[tuple[Rolle, ...], Field(min_length=1)]
    verksteder: Annotated[tuple[Verkstedmal, ...], Field(min_length=1, max_length=8)]
    sjekkliste: Sjekkliste
    evaluering: tuple[Evalueringsspoersmaal, ...] = ()
