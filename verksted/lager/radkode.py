"""Rows to and from the columns of the file, as SQLAlchemy's own column types would do it, at a tenth of the cost.

An operation reads and writes a handful of single rows; a statement built and an object tracked for each of them
would cost more than the durable commit.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import class_mapper

from verksted.kjerne.tekstrens import rens
from verksted.modell.grunn import Grunn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

R = TypeVar("R", bound=Grunn)
_DIALEKT: Final = SQLiteDialect_pysqlite()


class Radkode(Generic[R]):
    """How one entity is stored: `sett_inn` and `hent` are its SQL, columns in the order of the table."""

    def __init__(self, entitet: type[R]) -> None:
        self.tabell: Final = str(entitet.__tablename__)
        kolonner = entitet.metadata.tables[self.tabell].columns
        self._lager = class_mapper(entitet).class_manager
        self._ut: dict[str, Callable[[Any], Any] | None] = {}
        self._inn: dict[str, Callable[[Any], Any] | None] = {}
        for kolonne in kolonner:
            typen = kolonne.type.dialect_impl(_DIALEKT)
            self._inn[kolonne.name] = typen.bind_processor(_DIALEKT)
            self._ut[kolonne.name] = typen.result_processor(_DIALEKT, None)
        navn = ", ".join(self._inn)
        self.sett_inn: Final = f"INSERT INTO {self.tabell} ({navn}) VALUES ({', '.join('?' * len(self._inn))})"
        self.hent: Final = f"SELECT {navn} FROM {self.tabell}"

    def kolonne(self, navn: str) -> str:
        """Return the name of a column (raises KeyError where the entity has none)."""
        if navn not in self._inn:
            raise KeyError(navn)
        return navn

    def verdi(self, navn: str, verdi: object) -> Any:  # noqa: ANN401 - what sqlite3 stores
        """Return one field as it is stored."""
        prosess = self._inn[navn]
        return prosess(verdi) if prosess else verdi

    def verdier(self, felt: Mapping[str, object]) -> list[Any]:
        """Return every field as it is stored, in the order of `sett_inn`."""
        return [prosess(felt[navn]) if prosess else felt[navn] for navn, prosess in self._inn.items()]

    def hvor(self, lik: Mapping[str, object]) -> tuple[str, list[Any]]:
        """Return the WHERE clause for rows with these values, and its parameters, cleaned as the rows are."""
        if not lik:
            return "", []
        rene = {navn: rens(verdi) if type(verdi) is str else verdi for navn, verdi in lik.items()}
        return " WHERE " + " AND ".join(f"{navn} IS ?" for navn in rene), [self.verdi(n, v) for n, v in rene.items()]

    def les(self, rad: Sequence[Any]) -> R:
        """Return a row of `hent` as a snapshot."""
        par = zip(self._ut.items(), rad, strict=True)
        return self.rad({navn: prosess(verdi) if prosess else verdi for (navn, prosess), verdi in par})

    def rad(self, felt: Mapping[str, object]) -> R:
        """Return valid fields as a snapshot that no session follows."""
        rad: R = self._lager.new_instance()
        rad.__dict__.update(felt)
        return rad


def radkode(entitet: type[R]) -> Radkode[R]:
    """Return how an entity is stored."""
    return _bygg(entitet)


@cache
def _bygg(entitet: type[Grunn]) -> Radkode[Any]:
    return Radkode(entitet)
