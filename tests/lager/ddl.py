"""The schema that the entities ask for, as SQL: what the newest step in `ressurser/skjema/` must amount to."""

from __future__ import annotations

import sys

from sqlalchemy import Boolean, Column, Integer, UniqueConstraint
from sqlmodel import SQLModel

from verksted.modell.tabeller import ALLE


def ddl() -> str:
    """Return CREATE statements for every entity: STRICT, keyed by id without a rowid."""
    return "\n".join(_tabell(entitet) for entitet in ALLE)


def _kolonne(kolonne: Column[object]) -> str:
    er_tall = isinstance(kolonne.type, (Integer, Boolean))
    deler = [kolonne.name, "INTEGER" if er_tall else "TEXT"]
    if kolonne.primary_key:
        deler.append("PRIMARY KEY")
    if not kolonne.nullable:
        deler.append("NOT NULL")
    if isinstance(kolonne.type, Boolean):
        deler.append(f"CHECK ({kolonne.name} IN (0, 1))")
    deler.extend(f"REFERENCES {n.column.table.name} (id)" for n in kolonne.foreign_keys)
    return " ".join(deler)


def _tabell(entitet: type[SQLModel]) -> str:
    tabell = entitet.metadata.tables[str(entitet.__tablename__)]
    linjer = [f"    {_kolonne(k)}" for k in tabell.columns]
    unike = sorted(
        ([k.name for k in u.columns] for u in tabell.constraints if isinstance(u, UniqueConstraint)),
    )
    linjer.extend(f"    UNIQUE ({', '.join(navn)})" for navn in unike)
    sql = f"CREATE TABLE {tabell.name} (\n" + ",\n".join(linjer) + "\n) STRICT, WITHOUT ROWID;\n"
    for kolonne in tabell.columns:
        if kolonne.index:
            sql += f"CREATE INDEX {tabell.name}_{kolonne.name} ON {tabell.name} ({kolonne.name});\n"
    return sql


if __name__ == "__main__":
    sys.stdout.write(ddl())
