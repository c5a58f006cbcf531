"""`verksted vis FIL [--json]`: what the file holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from verksted.kjerne.formater import dato_kort, heltall
from verksted.kommandolinje.aapne import aapnet
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kjerne.tekster import Tekster
    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.visning.oversikt import OversiktVisning


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Print the overview as text, or as JSON with fixed keys."""
    with aapnet(argumenter.fil, omgivelser, bare_les=True) as fil, fil.les() as sesjon:
        oversikt = hent_oversikt(sesjon)
    if argumenter.json:
        omgivelser.si(json.dumps(_som_json(oversikt), ensure_ascii=False, indent=2))
    else:
        for linje in som_linjer(oversikt, omgivelser.tekster):
            omgivelser.si(linje)
    return 0


def _som_json(o: OversiktVisning) -> dict[str, Any]:
    return {
        "prosess": {
            "navn": o.prosess,
            "kommune": o.kommune,
            "maalform": o.maalform,
            "valgperiode": {"fra": o.valgperiode[0], "til": o.valgperiode[1]},
            "eksempel": o.er_eksempel,
        },
        "verksteder": [
            {
                "nummer": v.nummer,
                "tittel": v.tittel,
                "dato": v.dato.isoformat() if v.dato else None,
                "sted": v.sted,
                "status": v.status,
                "bord": v.bord,
                "til_stede": v.til_stede,
                "innspill": v.innspill,
                "punkter": v.punkter,
            }
            for v in o.verksteder
        ],
        "deltakere": o.deltakere,
        "medlemmer": o.medlemmer,
        "lister": o.lister,
        "innspill": o.innspill,
        "punkter": o.punkter,
        "behandlede_punkter": o.behandlede_punkter,
        "planelementer": o.planelementer,
        "kunnskapspunkter": o.kunnskapspunkter,
        "tiltak": o.tiltak,
        "sporlenker": o.sporlenker,
        "oekonomi": {"poster": o.poster, "sum": {str(aar): kroner for aar, kroner in o.sum_per_aar}},
    }


def som_linjer(o: OversiktVisning, tekster: Tekster) -> list[str]:
    """Return the overview as lines of text."""
    linjer = [f"{o.prosess} – {o.kommune}"]
    if o.er_eksempel:
        linjer.append(tekster("kommandolinje.vis.eksempel"))
    linjer += [tekster("kommandolinje.vis.periode", fra=o.valgperiode[0], til=o.valgperiode[1]), ""]
    for v in o.verksteder:
        linjer.append(tekster("kommandolinje.vis.verksted", nummer=v.nummer, tittel=v.tittel))
        deler = [
            dato_kort(v.dato) if v.dato else tekster("kommandolinje.vis.uten_dato"),
            tekster(f"kommandolinje.status.{v.status}"),
        ]
        if v.bord:
            deler += [
                tekster("kommandolinje.vis.til_stede", antall=v.til_stede),
                tekster("kommandolinje.vis.bord", antall=v.bord),
                tekster("kommandolinje.vis.innspill", antall=v.innspill),
                tekster.antall("kommandolinje.vis.punkter", v.punkter),
            ]
        linjer.append("  " + " · ".join(deler))
    linjer.append("")
    for navn, antall in (
        ("deltakere", o.deltakere),
        ("innspill", o.innspill),
        ("punkter", o.punkter),
        ("behandlede", o.behandlede_punkter),
        ("planelementer", o.planelementer),
        ("kunnskapspunkter", o.kunnskapspunkter),
        ("tiltak", o.tiltak),
        ("poster", o.poster),
    ):
        linjer.append(f"{tekster(f'kommandolinje.antall.{navn}'):<26}{heltall(antall):>8}")
    if o.sum_per_aar:
        linjer += ["", tekster("kommandolinje.vis.sum")]
        linjer += [f"  {aar}{heltall(kroner):>20} kr" for aar, kroner in o.sum_per_aar]
    return linjer
