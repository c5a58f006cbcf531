"""From the overview to what the frame and the start page say of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from verksted.vindu.oversikt.kartord import fasenavn
from verksted.vindu.ramme.kontrakt import Rammevisning
from verksted.visning.prosesskart import bygg_prosesskart

if TYPE_CHECKING:
    from datetime import date

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.oversikt import OversiktVisning, Verkstedlinje


def bygg_rammevisning(o: OversiktVisning, tekster: Tekster, i_dag: date) -> Rammevisning:
    """Return the process as head of the rail and as the latest one on the start page."""
    venter = o.punkter - o.behandlede_punkter
    faser = bygg_prosesskart(o.verksteder, o.fasedatoer, (), i_dag)
    her = next(nr for nr, fase in enumerate(faser) if fase.stand == "her")
    return Rammevisning(
        kommune=o.kommune,
        prosess=o.prosess,
        maalform=o.maalform,
        er_eksempel=o.er_eksempel,
        venter={"bearbeide": venter} if venter else {},
        traad=tuple(fase.stand for fase in faser),
        fase=tekster("oversikt.fase.her", nummer=her + 1, av=len(faser), navn=fasenavn(faser[her], tekster)),
        neste=neste_moete(o.verksteder, tekster, i_dag),
        ventesetning=tekster.antall("oversikt.venter", venter) if venter else "",
    )


def neste_moete(verksteder: tuple[Verkstedlinje, ...], tekster: Tekster, i_dag: date) -> str:
    """Return «Verksted 2 er torsdag 2. mars, om 20 dager», '' when no date is set ahead."""
    neste = next((v for v in verksteder if v.status != "avsluttet" and v.dato is not None and v.dato >= i_dag), None)
    if neste is None or neste.dato is None:
        return ""
    dato = QLocale().toString(QDate(neste.dato.year, neste.dato.month, neste.dato.day), "dddd d. MMMM")
    dager = (neste.dato - i_dag).days
    om = tekster("oversikt.i_dag") if not dager else tekster.antall("oversikt.om_dager", dager)
    return tekster("oversikt.neste", nummer=neste.nummer, dato=dato, om=om)
