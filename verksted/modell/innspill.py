"""Notes: kept word for word for ever, each wording a revision of its own."""

from hashlib import sha256

from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, fremmed, ordfelt
from verksted.modell.ordene import Innspillstype, Vei

MAKS_TEGN = 20_000


class InnspillGrunn(Grunn):
    """One note from one table on one question; its words are in its revisions.

    `id` is made by whoever writes it (phone, laptop), so that sending twice gives one note.
    `mottatt_nr` is the order in which notes were received in the process.
    """

    verksted_id: str = fremmed("verksted")
    gruppe_id: str = fremmed("gruppe", index=True)
    spoersmaal_id: str = fremmed("spoersmaal", index=True)
    planelement_id: str | None = fremmed("planelement", default=None)
    kode: str = Field(min_length=1, max_length=20)
    vei: Vei = ordfelt(Vei)
    mottatt_nr: int = Field(ge=1)
    revisjon: int = Field(default=1, ge=1)
    etter_frist: bool = False
    loeftet: bool = False
    sluppet: bool = False
    trukket: bool = False
    trukket_grunn: Tekst = ""
    fjernet: bool = False


class Innspill(InnspillGrunn, table=True):
    """Row: a note."""

    __table_args__ = (UniqueConstraint("kode"),)


class InnspillRevisjonGrunn(Grunn):
    """One wording of a note; never changed once written.

    `raatekst` holds the text as it came (ASCII JSON) when cleaning had to change it.
    """

    innspill_id: str = fremmed("innspill")
    nummer: int = Field(ge=1)
    type: Innspillstype = ordfelt(Innspillstype)
    tekst: Tekst = Field(min_length=1, max_length=MAKS_TEGN)
    hvorfor: Tekst = Field(default="", max_length=MAKS_TEGN)
    spraak: str | None = Field(default=None, max_length=2)
    raatekst: str | None = None
    sha256: str = Field(min_length=64, max_length=64)


class InnspillRevisjon(InnspillRevisjonGrunn, table=True):
    """Row: one wording of a note."""

    __tablename__ = "innspill_revisjon"
    __table_args__ = (UniqueConstraint("innspill_id", "nummer"),)


def fingeravtrykk(
    *, tekst: str, hvorfor: str, innspillstype: Innspillstype, spoersmaal_id: str, gruppe_id: str, nummer: int
) -> str:
    """Return the SHA-256 (hex) over text, type, question, group and revision number.

    The parts are joined by U+001F, which cleaned text cannot hold.
    """
    deler = (tekst, hvorfor, str(innspillstype), spoersmaal_id, gruppe_id, str(nummer))
    return sha256("\x1f".join(deler).encode()).hexdigest()
