"""What each node of the process map says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.vindu.oversikt.dagord import dag, om, stor
from verksted.vindu.oversikt.kartnode import Nodetekst

if TYPE_CHECKING:
    from datetime import date

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.oversikt import OversiktVisning
    from verksted.visning.prosesskart import Kartfase


def fasenavn(fase: Kartfase, t: Tekster) -> str:
    """Return a phase's name."""
    return t(f"oversikt.fase.{fase.slag}", nummer=fase.verksted)


def nodetekst(fase: Kartfase, o: OversiktVisning, t: Tekster, i_dag: date) -> Nodetekst:
    """Return a node's words."""
    navn, under = fasenavn(fase, t), _under(fase, o, t, i_dag)
    stand = t(f"oversikt.stand.{fase.stand}")
    return Nodetekst(navn=navn, under=under, varsel=fase.forsinket, lest=", ".join(filter(None, (navn, stand, under))))


def _under(fase: Kartfase, o: OversiktVisning, t: Tekster, i_dag: date) -> str:
    if fase.slag == "verksted":
        return _moetet(fase, o, t, i_dag)
    if fase.slag in {"hoering", "vedtak", "oppfoelging"}:
        return _etter(fase, t, i_dag)
    if fase.stand == "her" and o.punkter and fase.slag != "grunnlag":
        return t("oversikt.kart.behandlet", antall=o.behandlede_punkter, av=o.punkter)
    if fase.stand != "igjen" and fase.sjekkliste:
        return t("oversikt.kart.gjort", antall=fase.gjort, av=len(fase.sjekkliste))
    return ""


def _moetet(fase: Kartfase, o: OversiktVisning, t: Tekster, i_dag: date) -> str:
    linje = next(v for v in o.verksteder if v.nummer == fase.verksted)
    if fase.fra is None:
        return t("oversikt.kart.uten_dato")
    if fase.stand == "gjort":
        noekkel = "holdt_med" if linje.til_stede else "holdt"
        return t(f"oversikt.kart.{noekkel}", dato=dag(fase.fra, i_dag), antall=linje.til_stede)
    if fase.forsinket:
        return t("oversikt.kart.forsinket", dato=dag(fase.fra, i_dag))
    return stor(f"{dag(fase.fra, i_dag, ukedag=True)}, {om(fase.fra, i_dag, t)}")


def _etter(fase: Kartfase, t: Tekster, i_dag: date) -> str:
    if fase.fra is None:
        return t("oversikt.kart.uten_dato")
    if fase.forsinket:
        return t("oversikt.kart.forsinket", dato=dag(fase.fra, i_dag))
    if fase.til is not None and fase.til != fase.fra:
        return t("oversikt.kart.fra_til", fra=dag(fase.fra, i_dag), til=dag(fase.til, i_dag))
    return stor(dag(fase.fra, i_dag))
