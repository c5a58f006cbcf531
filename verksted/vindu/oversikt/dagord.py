"""Days as people say them on the overview: «torsdag 2. mars», «om 20 dager», «i går»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

if TYPE_CHECKING:
    from datetime import date

    from verksted.kjerne.tekster import Tekster


def dag(dato: date, i_dag: date, *, ukedag: bool = False) -> str:
    """Return a day without its year when it is this year's."""
    moenster = ("dddd " if ukedag else "") + ("d. MMMM" if dato.year == i_dag.year else "d. MMMM yyyy")
    return QLocale().toString(QDate(dato.year, dato.month, dato.day), moenster)


def om(dato: date, i_dag: date, tekster: Tekster) -> str:
    """Return how far ahead a day is: «i dag», «om 1 dag», «om 20 dager»."""
    dager = (dato - i_dag).days
    return tekster("oversikt.i_dag") if not dager else tekster.antall("oversikt.om_dager", dager)


def frist(dato: date, i_dag: date, tekster: Tekster) -> str:
    """Return an overdue day in words: «Frist i går», «Frist var 2. mars»."""
    if (i_dag - dato).days == 1:
        return tekster("oversikt.frist.i_gaar")
    return tekster("oversikt.frist.var", dato=dag(dato, i_dag))


def stor(tekst: str) -> str:
    """Return a text with its first letter large."""
    return f"{tekst[:1].upper()}{tekst[1:]}"
