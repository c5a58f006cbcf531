"""Plenary points, what the lists think of them, what became of them."""

from pydantic import model_validator
from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, fremmed, ordfelt
from verksted.modell.ordene import Avstemningsart, Behandlingsresultat, Enighet, Standpunkt, Utsjekksvar


class PunktGrunn(Grunn):
    """A plenary point that gathers notes from several tables; advice, never a vedtak."""

    verksted_id: str = fremmed("verksted", index=True)
    spoersmaal_id: str | None = fremmed("spoersmaal", default=None)
    planelement_id: str | None = fremmed("planelement", default=None, index=True)
    kode: str = Field(min_length=1, max_length=20)
    tittel: Tekst = Field(min_length=1, max_length=300)
    tekst: Tekst = ""
    standpunkt: Standpunkt = ordfelt(Standpunkt, default=Standpunkt.IKKE_SATT)
    enighet: Enighet = ordfelt(Enighet, default=Enighet.IKKE_SATT)
    prioritet: int | None = Field(default=None, ge=1, le=999)
    maa_utredes: bool = False
    aapent_spoersmaal: Tekst = ""
    fjernet: bool = False


class Punkt(PunktGrunn, table=True):
    """Row: a plenary point."""

    __table_args__ = (UniqueConstraint("kode"),)


class PunktkildeGrunn(Grunn):
    """That a note is gathered in a point."""

    punkt_id: str = fremmed("punkt")
    innspill_id: str = fremmed("innspill", index=True)
    rekkefoelge: int = 0


class Punktkilde(PunktkildeGrunn, table=True):
    """Row: a note gathered in a point."""

    __table_args__ = (UniqueConstraint("punkt_id", "innspill_id"),)


class MerknadGrunn(Grunn):
    """What one list wants said where the room does not agree."""

    punkt_id: str = fremmed("punkt")
    liste_id: str = fremmed("liste")
    tekst: Tekst = Field(min_length=1)


class Merknad(MerknadGrunn, table=True):
    """Row: a list's remark on a point."""

    __table_args__ = (UniqueConstraint("punkt_id", "liste_id"),)


class BehandlingGrunn(Grunn):
    """What became of a point or a single note, with the professional grounds."""

    punkt_id: str | None = fremmed("punkt", default=None)
    innspill_id: str | None = fremmed("innspill", default=None)
    resultat: Behandlingsresultat = ordfelt(Behandlingsresultat)
    begrunnelse: Tekst = ""

    @model_validator(mode="after")
    def _gjelder_noeyaktig_en_ting(self) -> "BehandlingGrunn":
        if (self.punkt_id is None) == (self.innspill_id is None):
            raise ValueError("punkt_id")
        return self


class Behandling(BehandlingGrunn, table=True):
    """Row: what became of a point or note."""

    __table_args__ = (UniqueConstraint("punkt_id"), UniqueConstraint("innspill_id"))


class UtsjekkGrunn(Grunn):
    """A table's answer when a treated point or a plan text comes back in a later workshop."""

    verksted_id: str = fremmed("verksted", index=True)
    gruppe_id: str = fremmed("gruppe", index=True)
    punkt_id: str | None = fremmed("punkt", default=None, index=True)
    planelement_id: str | None = fremmed("planelement", default=None, index=True)
    svar: Utsjekksvar = ordfelt(Utsjekksvar)
    kommentar: Tekst = ""

    @model_validator(mode="after")
    def _gjelder_noeyaktig_en_ting(self) -> "UtsjekkGrunn":
        if (self.punkt_id is None) == (self.planelement_id is None):
            raise ValueError("punkt_id")
        return self


class Utsjekk(UtsjekkGrunn, table=True):
    """Row: an answer at the check."""


class AvstemningGrunn(Grunn):
    """Dots, red/green or a scale on a question; counted in the room or by device."""

    verksted_id: str = fremmed("verksted", index=True)
    spoersmaal_id: str | None = fremmed("spoersmaal", default=None)
    art: Avstemningsart = ordfelt(Avstemningsart)
    tittel: Tekst = Field(min_length=1, max_length=300)
    per_person: int = Field(default=1, ge=1, le=20)


class Avstemning(AvstemningGrunn, table=True):
    """Row: a vote, in the sense of advice."""


class AvstemningsrundeGrunn(Grunn):
    """One round of a vote; every round is kept."""

    avstemning_id: str = fremmed("avstemning")
    nummer: int = Field(ge=1, le=99)
    aapen: bool = True


class Avstemningsrunde(AvstemningsrundeGrunn, table=True):
    """Row: one round."""

    __table_args__ = (UniqueConstraint("avstemning_id", "nummer"),)


class AlternativGrunn(Grunn):
    """Something to give dots to: a point, or words of its own."""

    avstemning_id: str = fremmed("avstemning", index=True)
    punkt_id: str | None = fremmed("punkt", default=None, index=True)
    tekst: Tekst = ""
    rekkefoelge: int = 0

    @model_validator(mode="after")
    def _sier_hva_det_er(self) -> "AlternativGrunn":
        if self.punkt_id is None and not self.tekst.strip():
            raise ValueError("tekst")
        return self


class Alternativ(AlternativGrunn, table=True):
    """Row: an alternative."""


class StemmeGrunn(Grunn):
    """A count per table, or one device's (hashed) choice; nothing ties it to a person."""

    runde_id: str = fremmed("avstemningsrunde")
    alternativ_id: str = fremmed("alternativ", index=True)
    gruppe_id: str | None = fremmed("gruppe", default=None)
    enhet_sha256: str | None = Field(default=None, min_length=64, max_length=64)
    antall: int = Field(ge=0, le=9999)

    @model_validator(mode="after")
    def _kommer_fra_bord_eller_enhet(self) -> "StemmeGrunn":
        if self.gruppe_id is None and self.enhet_sha256 is None:
            raise ValueError("gruppe_id")
        return self


class Stemme(StemmeGrunn, table=True):
    """Row: a count."""

    __table_args__ = (UniqueConstraint("runde_id", "alternativ_id", "gruppe_id", "enhet_sha256"),)
