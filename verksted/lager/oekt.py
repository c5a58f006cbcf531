"""The unit of work: what an operation may do with the file, and the only way to write to it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError
from sqlalchemy import event
from sqlmodel import Session

from verksted.kjerne.feil import FinnesAllerede, FinnesIkke, UgyldigVerdi
from verksted.lager.endring import Endring, Handlingsart, Radendring
from verksted.lager.feil import SkrivingUtenforHandling
from verksted.lager.radkode import Radkode, radkode
from verksted.lager.utloesere import bryter_vernet
from verksted.modell.grunn import Grunn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Engine

    from verksted.kjerne.klokke import Klokke

R = TypeVar("R", bound=Grunn)
_FASTE: Final = frozenset({"id", "kode"})
T = TypeVar("T")


class Oekt:
    """An open unit of work on the writing connection. Lives for one operation; never shared between threads."""

    def __init__(self, db: sqlite3.Connection, sesjon: Session, *, aktoer: str, klokke: Klokke) -> None:
        self.aktoer = aktoer
        self.klokke = klokke
        self._db = db
        self._sesjon = sesjon
        self._handling: int | None = None
        self._koder: list[str] = []

    # -- operations ---------------------------------------------------------------------------------------------

    def utfoer(
        self, navn: str, gjoer: Callable[[], T], *, art: Handlingsart = "vanlig", gjelder: int | None = None
    ) -> Endring[T]:
        """Carry out one named operation, whole or not at all, and return what it changed.

        An operation inside an operation is part of the outer one.
        """
        if self._handling is not None:
            resultat = gjoer()
            return Endring(self._handling, navn, self.aktoer, art, tuple(self._koder), (), resultat)
        with self._aapen_handling(navn, art, gjelder) as nr:
            resultat = gjoer()
            rader = self._radene(nr)
            if not rader:
                self._db.execute("DELETE FROM handling WHERE nr = ?", (nr,))
            elif self._koder:
                self._db.execute("UPDATE handling SET koder = ? WHERE nr = ?", (json.dumps(self._koder), nr))
        return Endring(nr, navn, self.aktoer, art, tuple(self._koder), rader, resultat)

    @contextmanager
    def _aapen_handling(self, navn: str, art: Handlingsart, gjelder: int | None) -> Iterator[int]:
        self._db.execute("SAVEPOINT handling")
        try:
            tid = self.klokke.naa().isoformat(timespec="milliseconds")
            nr = self._db.execute(
                "INSERT INTO handling (navn, aktoer, tid, art, gjelder, koder) "
                "VALUES (?, ?, ?, ?, ?, '[]') RETURNING nr",
                (navn, self.aktoer, tid, art, gjelder),
            ).fetchone()[0]
            self._db.execute("INSERT INTO aktiv VALUES (?)", (nr,))
            self._handling = nr
            yield nr
            self._db.execute("DELETE FROM aktiv")
            self._db.execute("RELEASE handling")
        except BaseException:
            if self._db.in_transaction:  # a full disk may already have rolled everything back
                self._db.execute("ROLLBACK TO handling")
                self._db.execute("RELEASE handling")
            raise
        finally:
            self._handling = None

    def _radene(self, nr: int) -> tuple[Radendring, ...]:
        rader = self._db.execute("SELECT sekvens, tabell, rad_id, art FROM endring WHERE handling = ?", (nr,))
        return tuple(Radendring(*rad) for rad in rader)

    def gjelder(self, *koder: str) -> None:
        """Say which codes the operation is about, for its label. Never a person's name."""
        self._koder.extend(kode for kode in koder if kode not in self._koder)

    @property
    def db(self) -> sqlite3.Connection:
        """The bare connection, for the change log's own work inside `lager`."""
        return self._db

    # -- writing ------------------------------------------------------------------------------------------------

    def opprett(self, entitet: type[R], **felt: Any) -> R:  # noqa: ANN401 - the entity's own fields, validated below
        """Validate and write a row; return it as a snapshot (raises UgyldigVerdi, FinnesAllerede, FinnesIkke)."""
        kode = radkode(entitet)
        gyldig = _validert(entitet, felt)
        self._skriv(kode, kode.sett_inn, kode.verdier(gyldig))
        return kode.rad(gyldig)

    def opprett_flere(self, entitet: type[Grunn], rader: Iterable[dict[str, Any]]) -> None:
        """Validate and write many rows of one kind (raises as `opprett`)."""
        kode = radkode(entitet)
        for verdier in [kode.verdier(_validert(entitet, felt)) for felt in rader]:
            self._skriv(kode, kode.sett_inn, verdier)

    def oppdater(self, rad: R, **felt: Any) -> R:  # noqa: ANN401 - the entity's own fields, validated below
        """Validate and change a row; return the new snapshot (raises UgyldigVerdi, FinnesAllerede, FinnesIkke).

        Ids and codes are given at birth and never change.
        """
        kode = radkode(type(rad))
        for navn in _FASTE & felt.keys():
            if felt[navn] != getattr(rad, navn):
                raise UgyldigVerdi(hva=kode.tabell, felt=navn, aarsak="fast")
        gyldig = _validert(type(rad), {navn: getattr(rad, navn) for navn in type(rad).model_fields} | felt)
        if felt:
            settes = ", ".join(f"{navn} = ?" for navn in felt)
            verdier = [kode.verdi(navn, gyldig[navn]) for navn in felt]
            if not self._skriv(kode, f"UPDATE {kode.tabell} SET {settes} WHERE id = ?", [*verdier, rad.id]):
                raise FinnesIkke(hva=kode.tabell, kode=rad.id)
        return kode.rad(gyldig)

    def slett(self, rad: Grunn) -> None:
        """Delete a row; what points at it must go first (raises FinnesIkke)."""
        kode = radkode(type(rad))
        if not self._skriv(kode, f"DELETE FROM {kode.tabell} WHERE id = ?", (rad.id,)):
            raise FinnesIkke(hva=kode.tabell, kode=rad.id)

    def _skriv(self, kode: Radkode[Any], sql: str, verdier: Sequence[object]) -> int:
        """Run one statement and return how many rows it changed."""
        try:
            return self._db.execute(sql, verdier).rowcount
        except sqlite3.IntegrityError as feil:
            if bryter_vernet(feil):
                raise SkrivingUtenforHandling(tabell=kode.tabell) from feil
            if str(feil).startswith("UNIQUE"):
                raise FinnesAllerede(hva=kode.tabell, kode="") from feil
            if str(feil).startswith("FOREIGN KEY"):
                raise FinnesIkke(hva=kode.tabell, kode="") from feil
            raise
        except OverflowError as feil:
            raise UgyldigVerdi(hva=kode.tabell, felt="", aarsak="for_stort_tall") from feil

    def glem(self, person_id: str) -> int:
        """Erase what the change log holds about a person (GDPR art. 17), part of a final operation.

        Return how many contents were erased.
        """
        glemt = 0
        for side in ("foer", "etter"):  # the other side may be about somebody else: a seat that changed hands
            svar = self._db.execute(f"UPDATE endring_person SET {side} = NULL WHERE instr({side}, ?)", (person_id,))
            glemt += svar.rowcount
        self._db.execute("DELETE FROM endring_person WHERE foer IS NULL AND etter IS NULL")
        return glemt

    def neste(self, teller: str) -> int:
        """Return the next number of a counter; a number is never given twice, not even after undo."""
        rad = self._db.execute(
            "INSERT INTO teller VALUES (?, 1) ON CONFLICT (navn) DO UPDATE SET verdi = verdi + 1 RETURNING verdi",
            (teller,),
        ).fetchone()
        return int(rad[0])

    # -- reading ------------------------------------------------------------------------------------------------

    def hent(self, entitet: type[R], rad_id: str) -> R:
        """Return the row with this id (raises FinnesIkke)."""
        rad = self.finn(entitet, id=rad_id)
        if rad is None:
            raise FinnesIkke(hva=str(entitet.__tablename__), kode=rad_id)
        return rad

    def finn(self, entitet: type[R], **lik: object) -> R | None:
        """Return the only row with these values, or None."""
        rader = self.alle(entitet, sorter=None, **lik)
        return rader[0] if len(rader) == 1 else None

    def alle(self, entitet: type[R], *, sorter: str | None = None, **lik: object) -> list[R]:
        """Return every row with these values, in the order of one column, as snapshots."""
        kode = radkode(entitet)
        hvor, verdier = kode.hvor(lik)
        orden = f" ORDER BY {kode.kolonne(sorter)}" if sorter is not None else ""
        return [kode.les(rad) for rad in self._db.execute(f"{kode.hent}{hvor}{orden}", verdier)]

    def stoerst(self, entitet: type[R], kolonne: str, **lik: object) -> int:
        """Return the greatest value of a column among the rows with these values, 0 if there are none."""
        kode = radkode(entitet)
        hvor, verdier = kode.hvor(lik)
        rad = self._db.execute(f"SELECT max({kode.kolonne(kolonne)}) FROM {kode.tabell}{hvor}", verdier).fetchone()
        return int(rad[0] or 0)


def _validert(entitet: type[Grunn], felt: dict[str, Any]) -> dict[str, Any]:
    grunn = entitet.__bases__[0]
    try:
        gyldig: Grunn = grunn.model_validate(felt)  # type: ignore[attr-defined]
    except ValidationError as feil:
        foerste = feil.errors(include_url=False, include_input=False)[0]
        sted = ".".join(str(d) for d in foerste["loc"]) or str(foerste.get("ctx", {}).get("error", ""))
        raise UgyldigVerdi(hva=str(entitet.__tablename__), felt=sted, aarsak=foerste["type"]) from None
    return {navn: getattr(gyldig, navn) for navn in type(gyldig).model_fields}


def ny_sesjon(motor: Engine) -> Session:
    """Return a session to read with. Rows are written by operations only, so any flush is a bypass."""
    sesjon = Session(motor, autoflush=False, expire_on_commit=False)

    @event.listens_for(sesjon, "before_flush")
    def _aldri(sesjon: Session, *_: object) -> None:
        endret = next(iter((*sesjon.new, *sesjon.dirty, *sesjon.deleted)), None)
        raise SkrivingUtenforHandling(tabell=type(endret).__name__.lower())

    return sesjon
