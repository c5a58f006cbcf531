"""What every entity shares: an id, cleaned text, and columns that read back as they were written."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Strict
from sqlalchemy import Dialect, String, TypeDecorator
from sqlmodel import Field, SQLModel
from sqlmodel.main import SQLModelConfig  # type: ignore[attr-defined]

from verksted.kjerne.ider import ny_id
from verksted.kjerne.tekstrens import rens


class Grunn(SQLModel):
    """The validating side of an entity: unknown fields and wrong types are refused."""

    model_config = SQLModelConfig(extra="forbid")

    id: str = Field(default_factory=ny_id, primary_key=True, min_length=1, max_length=64)


def _rens(verdi: object) -> object:
    return rens(verdi) if isinstance(verdi, str) else verdi


Tekst = Annotated[str, BeforeValidator(_rens)]
Kroner = Annotated[int, Strict()]


class _Ord(TypeDecorator[StrEnum]):
    """An enum stored as its own word, so that the file can be read without the program."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        self.enum = enum
        super().__init__()

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.enum(value)


class _Json(TypeDecorator[Any]):
    """A list or table of plain values, stored as compact JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002
        return None if value is None else json.loads(value)


class _Tidspunkt(TypeDecorator[datetime]):
    """A moment, stored as ISO 8601 in UTC. For people to read, never for order."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).isoformat(timespec="milliseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


def ordfelt(enum: type[StrEnum], **valg: Any) -> Any:  # noqa: ANN401 - the same freedom as Field has
    """Return a column for one of the enum's words."""
    return Field(sa_type=_Ord(enum), **valg)


def jsonfelt(**valg: Any) -> Any:  # noqa: ANN401 - the same freedom as Field has
    """Return a column for a list or table of plain values."""
    return Field(sa_type=_Json(), **valg)


def tidsfelt(**valg: Any) -> Any:  # noqa: ANN401 - the same freedom as Field has
    """Return a column for a moment (timezone aware)."""
    return Field(sa_type=_Tidspunkt(), **valg)


def fremmed(tabell: str, **valg: Any) -> Any:  # noqa: ANN401 - the same freedom as Field has
    """Return a column that points at another table's id."""
    return Field(foreign_key=f"{tabell}.id", **valg)
