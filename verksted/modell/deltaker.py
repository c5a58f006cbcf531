"""People, lists and tables. A person is not a mandate (kommuneloven § 7-10 on varamedlemmer)."""

from datetime import time

from pydantic import model_validator
from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, fremmed, jsonfelt, ordfelt
from verksted.modell.ordene import Grupperegelart, Mandatart


class ListeGrunn(Grunn):
    """A party or local list."""

    navn: Tekst = Field(min_length=1, max_length=120)
    kode: Tekst = Field(min_length=1, max_length=8)
    rekkefoelge: int = 0


class Liste(ListeGrunn, table=True):
    """Row: a party or local list."""

    __table_args__ = (UniqueConstraint("navn"), UniqueConstraint("kode"))


class PersonGrunn(Grunn):
    """A person, with the attributes tables may be balanced on."""

    navn: Tekst = Field(min_length=1, max_length=120)
    kjoenn: Tekst | None = Field(default=None, max_length=20)
    foedselsaar: int | None = Field(default=None, ge=1900, le=2200)
    bosted: Tekst | None = Field(default=None, max_length=80)
    perioder: int | None = Field(default=None, ge=0, le=30)


class Person(PersonGrunn, table=True):
    """Row: a person. Erased on request (GDPR art. 17), from the log and the backups too."""


class MandatGrunn(Grunn):
    """A person's place in an organ: member, deputy, administration or observer."""

    person_id: str = fremmed("person", index=True)
    organ_id: str = fremmed("organ")
    liste_id: str | None = fremmed("liste", default=None)
    art: Mandatart = ordfelt(Mandatart)
    verv: Tekst | None = Field(default=None, max_length=80)
    vara_for_id: str | None = fremmed("mandat", default=None, index=True)
    rekkefoelge: int = 0


class Mandat(MandatGrunn, table=True):
    """Row: a person's place in an organ."""


class TilstedevaerelseGrunn(Grunn):
    """An interval in which a person was in the room; a deputy says for whom."""

    verksted_id: str = fremmed("verksted", index=True)
    person_id: str = fremmed("person", index=True)
    for_mandat_id: str | None = fremmed("mandat", default=None, index=True)
    fra: time
    til: time | None = None

    @model_validator(mode="after")
    def _gaar_etter_at_den_kom(self) -> "TilstedevaerelseGrunn":
        if self.til is not None and self.til < self.fra:
            raise ValueError("til")
        return self


class Tilstedevaerelse(TilstedevaerelseGrunn, table=True):
    """Row: an interval of presence."""


class GruppeGrunn(Grunn):
    """A table in the room: its number is the G of the codes."""

    verksted_id: str = fremmed("verksted")
    nummer: int = Field(ge=1, le=99)
    navn: Tekst = ""
    sekretaer_id: str | None = fremmed("person", default=None, index=True)


class Gruppe(GruppeGrunn, table=True):
    """Row: a table in the room."""

    __table_args__ = (UniqueConstraint("verksted_id", "nummer"),)


class GruppeinndelingGrunn(Grunn):
    """One division of the people into tables: one round."""

    verksted_id: str = fremmed("verksted")
    runde: int = Field(ge=1, le=99)
    programpost_id: str | None = fremmed("programpost", default=None)
    froe: int | None = None


class Gruppeinndeling(GruppeinndelingGrunn, table=True):
    """Row: one division into tables."""

    __table_args__ = (UniqueConstraint("verksted_id", "runde"),)


class PlassGrunn(Grunn):
    """A seat: one person at one table in one round; `sekretaer`: who writes there in this round."""

    inndeling_id: str = fremmed("gruppeinndeling")
    gruppe_id: str = fremmed("gruppe", index=True)
    person_id: str = fremmed("person", index=True)
    laast: bool = False
    sekretaer: bool = False


class Plass(PlassGrunn, table=True):
    """Row: a seat."""

    __table_args__ = (UniqueConstraint("inndeling_id", "person_id"),)


class GruppeoppsettGrunn(Grunn):
    """How the tables of a workshop are to be made: how many or how large, how often, and what to balance, in order."""

    verksted_id: str = fremmed("verksted")
    antall_bord: int | None = Field(default=None, ge=1, le=99)
    stoerrelse: int | None = Field(default=None, ge=1, le=99)
    runder: int = Field(default=1, ge=1, le=20)
    balanser: list[str] = jsonfelt(default_factory=list)
    alle_i_rommet: bool = False
    froe: int = 0


class Gruppeoppsett(GruppeoppsettGrunn, table=True):
    """Row: how the tables are to be made."""

    __table_args__ = (UniqueConstraint("verksted_id"),)


class GrupperegelGrunn(Grunn):
    """A hard rule for the tables; `bord`, `runde` (None: every one) and `verv` as its kind asks."""

    verksted_id: str = fremmed("verksted", index=True)
    art: Grupperegelart = ordfelt(Grupperegelart)
    bord: int | None = Field(default=None, ge=1, le=99)
    runde: int | None = Field(default=None, ge=1, le=20)
    verv: Tekst | None = Field(default=None, max_length=80)


class Grupperegel(GrupperegelGrunn, table=True):
    """Row: a hard rule for the tables."""


class GrupperegelPersonGrunn(Grunn):
    """Whom a rule is about."""

    regel_id: str = fremmed("grupperegel")
    person_id: str = fremmed("person", index=True)


class GrupperegelPerson(GrupperegelPersonGrunn, table=True):
    """Row: whom a rule is about."""

    __tablename__ = "grupperegel_person"
    __table_args__ = (UniqueConstraint("regel_id", "person_id"),)


class ForfallGrunn(Grunn):
    """Somebody who has said that they will not come; never why."""

    verksted_id: str = fremmed("verksted")
    person_id: str = fremmed("person", index=True)


class Forfall(ForfallGrunn, table=True):
    """Row: somebody who will not come."""

    __table_args__ = (UniqueConstraint("verksted_id", "person_id"),)


class ParmoeteGrunn(Grunn):
    """Two people who really sat together in a round, kept although seats may be changed later."""

    inndeling_id: str = fremmed("gruppeinndeling")
    person_id: str = fremmed("person", index=True)
    annen_person_id: str = fremmed("person", index=True)


class Parmoete(ParmoeteGrunn, table=True):
    """Row: a pair that met."""

    __table_args__ = (UniqueConstraint("inndeling_id", "person_id", "annen_person_id"),)
