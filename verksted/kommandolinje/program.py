"""`verksted program FIL --verksted N [--json]`: the program on the clock, what is wrong with it, and how it went."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from verksted.kommandolinje.aapne import aapnet
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.visning.program import bygg_program

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import time

    from verksted.kjerne.tekster import Tekster
    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.visning.program import Programblokk, Programvarsel, ProgramVisning


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Print the program as a table, or as JSON with fixed keys (raises FinnesIkke)."""
    with aapnet(argumenter.fil, omgivelser, bare_les=True) as fil, fil.les() as sesjon:
        program = bygg_program(hent_grunnlag(sesjon), argumenter.verksted)
    if argumenter.json:
        omgivelser.si(json.dumps(_som_json(program, omgivelser.tekster), ensure_ascii=False, indent=2))
    else:
        for linje in som_linjer(program, omgivelser.tekster):
            omgivelser.si(linje)
    return 0


def som_linjer(p: ProgramVisning, tekster: Tekster) -> Iterator[str]:
    """Yield the program as lines of text: a table, steps and questions under their block, then the warnings."""

    def t(noekkel: str, **data: object) -> str:
        return tekster(f"kommandolinje.program.{noekkel}", **data)

    yield t("verksted", nummer=p.nummer, tittel=p.tittel)
    if not p.blokker:
        yield t("tomt")
        return
    yield t(
        _naar(p),
        start=_kl(p.start),
        slutt=_kl(p.slutt),
        planlagt=_kl(p.planlagt_slutt or p.slutt),
        fra=_kl(p.blokker[0].fra),
        til=_kl(p.blokker[-1].til),
        minutter=p.minutter,
        antall=tekster.antall("kommandolinje.program.blokker", len(p.blokker)),
    )
    yield ""
    bredde = max(len(blokk.tittel) for blokk in p.blokker) + 2
    varte = f"{t('varte'):>6}  " if p.kjoert else ""
    yield f"{t('klokka'):<12}{t('min'):>5}  {varte}{t('hva'):<{bredde}}{t('hvem')}".rstrip()
    for blokk in p.blokker:
        yield from _blokklinjer(blokk, tekster, bredde, kjoert=p.kjoert)
    yield ""
    if p.varsler and not p.kjoert:
        yield tekster.antall("kommandolinje.program.varsler", len(p.varsler))
        for varsel in p.varsler:
            yield f"  {_sted(varsel, p)}{varselsetning(varsel, p, tekster)}"
    elif not p.kjoert:
        yield t("ingen_varsler")


def _naar(p: ProgramVisning) -> str:
    if p.kjoert:
        return "naar_kjoert"
    return "naar" if p.planlagt_slutt in {None, p.slutt} else "naar_med_slutt"


def _blokklinjer(b: Programblokk, tekster: Tekster, bredde: int, *, kjoert: bool) -> Iterator[str]:
    def t(noekkel: str, **data: object) -> str:
        return tekster(f"kommandolinje.program.{noekkel}", **data)

    klokka = f"{_kl(b.fra)}–{_kl(b.til)}" if b.fra != b.til else _kl(b.fra)
    varte = f"{'' if b.varte is None else b.varte:>6}  " if kjoert else ""
    merker = (("fast", b.fast), ("hoppet_over", b.hoppet_over), ("lagt_til", b.lagt_til))
    merknad = [t(navn) for navn, gjelder in merker if gjelder]
    hvem = ", ".join(filter(None, [b.ansvarlig, *merknad]))
    yield f"{klokka:<14}{b.minutter:>3}  {varte}{b.tittel:<{bredde}}{hvem}".rstrip()
    innrykk = " " * (19 + len(varte))
    loep = sorted({ett.loep for ett in b.steg})
    for nummer, spor in enumerate(loep, start=1):
        steg = " – ".join(t("steg", minutter=e.minutter, tittel=e.tittel) for e in b.steg if e.loep == spor)
        yield innrykk + (steg if len(loep) == 1 else t("spor", nummer=nummer, steg=steg))
    for s in b.spoersmaal:
        yield innrykk + t("spoersmaal", nummer=s.nummer, tekst=s.tekst)


def _sted(varsel: Programvarsel, p: ProgramVisning) -> str:
    """Return the block a warning is about, as «17.35 Gruppearbeid 1: »; nothing for the whole program."""
    for blokk in p.blokker:
        if varsel in blokk.varsler:
            return f"{_kl(blokk.fra)} {blokk.tittel}: "
    return ""


def varselsetning(varsel: Programvarsel, p: ProgramVisning, tekster: Tekster) -> str:
    """Return what is wrong and what to do, as two sentences."""
    r = varsel.reparasjon
    foer = next((blokk.tittel for blokk in p.blokker if blokk.id == r.foer_id), "")
    noekkel = "legg_inn_pause_sist" if r.art == "legg_inn_pause" and r.foer_id is None else str(r.art)
    gjoer = tekster(f"program.gjoer.{noekkel}", minutter=r.minutter, foer=foer)
    return f"{tekster(f'program.varsel.{varsel.slag}', **varsel.tall)} {gjoer}"


def _som_json(p: ProgramVisning, tekster: Tekster) -> dict[str, Any]:
    nummer = {blokk.id: blokk.nummer for blokk in p.blokker}
    return {
        "verksted": p.nummer,
        "tittel": p.tittel,
        "dato": p.dato.isoformat() if p.dato else None,
        "start": _iso(p.start),
        "slutt": _iso(p.slutt),
        "planlagt_slutt": _iso(p.planlagt_slutt),
        "minutter": p.minutter,
        "gjennomfoert": p.kjoert,
        "blokker": [
            {
                "nummer": b.nummer,
                "fra": _iso(b.fra),
                "til": _iso(b.til),
                "planlagt_fra": _iso(b.planlagt_fra),
                "planlagt_til": _iso(b.planlagt_til),
                "minutter": b.minutter,
                "varte": b.varte,
                "fast": b.fast,
                "art": b.art.removeprefix("programart."),
                "sfaere": b.sfaere.removeprefix("sfaere."),
                "tittel": b.tittel,
                "ansvarlig": b.ansvarlig,
                "hoppet_over": b.hoppet_over,
                "lagt_til": b.lagt_til,
                "steg": [
                    {
                        "loep": s.loep,
                        "fra": _iso(s.fra),
                        "til": _iso(s.til),
                        "minutter": s.minutter,
                        "art": s.art.removeprefix("programart."),
                        "tittel": s.tittel,
                    }
                    for s in b.steg
                ],
                "spoersmaal": [s.nummer for s in b.spoersmaal],
            }
            for b in p.blokker
        ],
        "varsler": [
            {
                "slag": v.slag,
                "blokk": next((b.nummer for b in p.blokker if v in b.varsler), None),
                **v.tall,
                "setning": varselsetning(v, p, tekster),
                "reparasjon": {
                    "art": str(v.reparasjon.art),
                    "minutter": v.reparasjon.minutter,
                    "foer": nummer.get(v.reparasjon.foer_id or ""),
                },
            }
            for v in p.varsler
        ],
    }


def _kl(tid: time) -> str:
    return f"{tid:%H.%M}"


def _iso(tid: time | None) -> str | None:
    return f"{tid:%H:%M}" if tid is not None else None
