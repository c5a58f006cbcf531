"""The unit of work: what an operation may do with the file, and the only way to write to it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import delete, event, exc, insert, update
from sqlmodel import Session, col, func, select

from verksted.kjerne.feil import FinnesAllerede, FinnesIkke, UgyldigVerdi, VerkstedFeil
from verksted.lager.endring import Endring, Handlingsart, Radendring
from verksted.lager.feil import SkrivingUtenforHandling
from verksted.lager.utloesere import UFORANDERLIG, UTENFOR
from verksted.modell.grunn import Grunn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Delete, Engine, Insert, Update

    from verksted.kjerne.klokke import Klokke

R = TypeVar("R", bound=Grunn)
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
            self._db.execute("UPDATE handling SET koder = ? WHERE nr = ?", (json.dumps(self._koder), nr))
            if not rader:
                self._db.execute("DELETE FROM handling WHERE nr = ?", (nr,))
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
        gyldig = _validert(entitet, felt)
        self._skriv(_inn(entitet), gyldig)
        return entitet(**gyldig)

    def opprett_flere(self, entitet: type[Grunn], rader: Iterable[dict[str, Any]]) -> None:
        """Validate and write many rows of one kind (raises as `opprett`)."""
        gyldige = [_validert(entitet, felt) for felt in rader]
        if gyldige:
            self._skriv(_inn(entitet), gyldige)

    def oppdater(self, rad: R, **felt: Any) -> R:  # noqa: ANN401 - the entity's own fields, validated below
        """Validate and change a row; return the new snapshot (raises UgyldigVerdi, FinnesAllerede, FinnesIkke)."""
        entitet = type(rad)
        gyldig = _validert(entitet, {**rad.model_dump(), **felt})
        tabell = entitet.metadata.tables[str(entitet.__tablename__)]
        endret = {navn: gyldig[navn] for navn in felt}
        self._skriv(update(tabell).where(tabell.c.id == rad.id), endret)
        return entitet(**gyldig)

    def slett(self, rad: Grunn) -> None:
        """Delete a row; what points at it must go first (raises FinnesIkke)."""
        tabell = rad.metadata.tables[str(rad.__tablename__)]
        self._skriv(delete(tabell).where(tabell.c.id == rad.id))

    def _skriv(self, setning: Insert | Update | Delete, verdier: Any = None) -> None:  # noqa: ANN401 - one row or many
        try:
            self._sesjon.connection().execute(setning, verdier)
        except exc.IntegrityError as feil:
            raise _integritet(feil, str(setning.table)) from feil

    def glem(self, person_id: str) -> None:
        """Erase what the change log holds about a person (GDPR art. 17); part of a final operation."""
        self._db.execute(
            "DELETE FROM endring_person WHERE instr(coalesce(foer, ''), ?1) OR instr(coalesce(etter, ''), ?1)",
            (person_id,),
        )

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
        spoerring = select(entitet).filter_by(**lik)
        if sorter is not None:
            spoerring = spoerring.order_by(col(getattr(entitet, sorter)))
        rader = list(self._sesjon.exec(spoerring))
        self._sesjon.expunge_all()
        return rader

    def stoerst(self, entitet: type[R], kolonne: str, **lik: object) -> int:
        """Return the greatest value of a column among the rows with these values, 0 if there are none."""
        spoerring = select(func.max(col(getattr(entitet, kolonne)))).filter_by(**lik)
        return int(self._sesjon.exec(spoerring).one() or 0)


@cache
def _inn(entitet: type[Grunn]) -> Insert:
    return insert(entitet.metadata.tables[str(entitet.__tablename__)])


def _validert(entitet: type[Grunn], felt: dict[str, Any]) -> dict[str, Any]:
    grunn = entitet.__bases__[0]
    try:
        gyldig: Grunn = grunn.model_validate(felt)  # type: ignore[attr-defined]
    except ValidationError as feil:
        foerste = feil.errors(include_url=False, include_input=False)[0]
        sted = ".".join(str(d) for d in foerste["loc"]) or str(foerste.get("ctx", {}).get("error", ""))
        raise UgyldigVerdi(hva=str(entitet.__tablename__), felt=sted, aarsak=foerste["type"]) from None
    return {navn: getattr(gyldig, navn) for navn in type(gyldig).model_fields}


def _integritet(feil: exc.IntegrityError, tabell: str) -> VerkstedFeil | exc.IntegrityError:
    tekst = str(feil.orig)
    if UTENFOR in tekst or UFORANDERLIG in tekst:
        return SkrivingUtenforHandling(tabell=tabell)
    if tekst.startswith("UNIQUE"):
        return FinnesAllerede(hva=tabell, kode="")
    if tekst.startswith("FOREIGN KEY"):
        return FinnesIkke(hva=tabell, kode="")
    return feil


def ny_sesjon(motor: Engine) -> Session:
    """Return the writing connection's session. Rows are written by operations only, so any flush is a bypass."""
    sesjon = Session(motor, autoflush=False, expire_on_commit=False)

    @event.listens_for(sesjon, "before_flush")
    def _aldri(sesjon: Session, *_: object) -> None:
        endret = next(iter((*sesjon.new, *sesjon.dirty, *sesjon.deleted)), None)
        raise SkrivingUtenforHandling(tabell=type(endret).__name__.lower())

    return sesjon
