"""Rules of the example script that span lines and files: codes in order, references that exist, counts that fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.maler.forloepmodell import Prosessfil, Punktlinje, Verkstedfil
    from verksted.innlesing.maler.forloepplan import Oekonomifil, Planfil
    from verksted.innlesing.maler.malmodell import Prosessmal, Verkstedmal
    from verksted.innlesing.maler.yamlfil import Yamlsjekk
    from verksted.innlesing.maler.yamltre import Sti


def kontroller_prosess(prosess: Prosessfil, antall_verksteder: int, sjekk: Yamlsjekk) -> None:
    """Report periods that end before they start, and checks in workshops that are not there."""
    for felt, spenn in (("valgperiode", prosess.valgperiode), ("planperiode", prosess.planperiode)):
        if spenn.til < spenn.fra:
            sjekk.meld("fra_etter_til", (felt,), fra=spenn.fra, til=spenn.til)
    for indeks, punkt in enumerate(prosess.sjekkpunkter_utfoert):
        if punkt.verksted > antall_verksteder:
            sjekk.meld("ukjent_verksted", ("sjekkpunkter_utfoert", indeks, "verksted"), nummer=punkt.verksted)


def kontroller_verksteder(verksteder: Sequence[tuple[Verkstedfil, Yamlsjekk]]) -> None:
    """Report what does not fit within a workshop or between it and the earlier ones."""
    innspill: set[str] = set()
    punkter: set[str] = set()
    for ventet, (verksted, sjekk) in enumerate(verksteder, 1):
        if verksted.nummer != ventet:
            sjekk.meld("feil_nummer_i_fil", ("nummer",), ventet=ventet, nummer=verksted.nummer)
        innspill |= _kontroller_innspill(verksted, sjekk)
        for indeks, revisjon in enumerate(verksted.revisjoner):
            _finnes(revisjon.kode, innspill, ("revisjoner", indeks, "kode"), sjekk)
        for indeks, trukket in enumerate(verksted.trukket):
            _finnes(trukket.kode, innspill, ("trukket", indeks, "kode"), sjekk)
        for indeks, punkt in enumerate(verksted.punkter):
            _kontroller_punkt(punkt, indeks, innspill, len(punkter) + 1, sjekk)
            punkter.add(punkt.kode)
        _kontroller_stemmer(verksted, punkter, sjekk)


def _kontroller_innspill(verksted: Verkstedfil, sjekk: Yamlsjekk) -> set[str]:
    per_bord: Counter[int] = Counter()
    for indeks, linje in enumerate(verksted.innspill):
        sti = ("innspill", indeks, "kode")
        bord = int(linje.kode.split("-")[1][1:])
        per_bord[bord] += 1
        ventet = f"V{verksted.nummer}-G{bord}-{per_bord[bord]:02d}"
        if bord > verksted.bord:
            sjekk.meld("ukjent_bord", sti, kode=linje.kode, bord=bord, antall=verksted.bord)
        elif linje.kode != ventet:
            sjekk.meld("feil_kode", sti, kode=linje.kode, ventet=ventet)
    return {linje.kode for linje in verksted.innspill}


def _kontroller_punkt(punkt: Punktlinje, indeks: int, innspill: set[str], nummer: int, sjekk: Yamlsjekk) -> None:
    sti: Sti = ("punkter", indeks)
    if punkt.kode != f"P-{nummer:02d}":
        sjekk.meld("feil_kode", (*sti, "kode"), kode=punkt.kode, ventet=f"P-{nummer:02d}")
    for plass, kilde in enumerate(punkt.kilder):
        _finnes(kilde, innspill, (*sti, "kilder", plass), sjekk)
        if kilde in punkt.kilder[:plass]:
            sjekk.meld("dobbelt", (*sti, "kilder", plass), felt="kilder", verdi=kilde)


def _kontroller_stemmer(verksted: Verkstedfil, punkter: set[str], sjekk: Yamlsjekk) -> None:
    for a, avstemning in enumerate(verksted.avstemninger):
        for r, runde in enumerate(avstemning.runder):
            for v, alternativ in enumerate(runde.alternativer):
                sti: Sti = ("avstemninger", a, "runder", r, "alternativer", v)
                if alternativ.punkt is not None:
                    _finnes(alternativ.punkt, punkter, (*sti, "punkt"), sjekk)
                if len(alternativ.bord) != verksted.bord:
                    antall = len(alternativ.bord)
                    sjekk.meld("feil_antall_bord", (*sti, "bord"), antall=antall, bord=verksted.bord)
    for indeks, svar in enumerate(verksted.evaluering):
        for verdi in svar.svar:
            if verdi not in {"1", "2", "3", "4", "5"}:
                sjekk.meld("feil_skala", ("evaluering", indeks, "svar", verdi), svar=verdi)


def _finnes(kode: str, kjente: set[str], sti: Sti, sjekk: Yamlsjekk) -> None:
    if kode not in kjente:
        sjekk.meld("ukjent_kode", sti, kode=kode)


def kontroller_plan(plan: Planfil, verksteder: Sequence[Verkstedfil], sjekk: Yamlsjekk) -> None:
    """Report punkter that nobody made, elements proposed twice, and answers from tables that were not there."""
    foedt = {punkt.kode: verksted.nummer for verksted in verksteder for punkt in verksted.punkter}
    bord = {verksted.nummer: verksted.bord for verksted in verksteder}
    linjer = (
        *((("forslag", i), linje.element, linje.punkter) for i, linje in enumerate(plan.forslag)),
        *((("nye", i), linje.kode, linje.punkter) for i, linje in enumerate(plan.nye)),
    )
    sett: set[str] = set()
    for sti, kode, punkter in linjer:
        if kode in sett:
            sjekk.meld("dobbelt", sti, felt="kode" if sti[0] == "nye" else "element", verdi=kode)
        sett.add(kode)
        for plass, punkt in enumerate(punkter):
            _finnes(punkt, set(foedt), (*sti, "punkter", plass), sjekk)
    behandlet: set[str] = set()
    for indeks, behandling in enumerate(plan.behandlinger):
        _finnes(behandling.punkt, set(foedt), ("behandlinger", indeks, "punkt"), sjekk)
        if behandling.punkt in behandlet:
            sjekk.meld("dobbelt", ("behandlinger", indeks, "punkt"), felt="punkt", verdi=behandling.punkt)
        behandlet.add(behandling.punkt)
    for indeks, svar in enumerate(plan.utsjekk):
        if svar.verksted not in bord:
            sjekk.meld("ukjent_verksted", ("utsjekk", indeks, "verksted"), nummer=svar.verksted)
        elif svar.bord > bord[svar.verksted]:
            data = {"kode": svar.punkt or svar.element, "bord": svar.bord, "antall": bord[svar.verksted]}
            sjekk.meld("ukjent_bord", ("utsjekk", indeks, "bord"), **data)
        if svar.punkt is not None and foedt.get(svar.punkt, svar.verksted) >= svar.verksted:
            noekkel = "for_tidlig_kode" if svar.punkt in foedt else "ukjent_kode"
            sjekk.meld(noekkel, ("utsjekk", indeks, "punkt"), kode=svar.punkt)


def kontroller_oekonomi(oekonomi: Oekonomifil, sjekk: Yamlsjekk) -> None:
    """Report tiltak out of order, amounts outside their years, and shares of a line above 100 percent."""
    koder = {tiltak.kode for tiltak in oekonomi.tiltak}
    for indeks, tiltak in enumerate(oekonomi.tiltak):
        sti: Sti = ("tiltak", indeks)
        if tiltak.kode != f"T-{indeks + 1:03d}":
            sjekk.meld("feil_kode", (*sti, "kode"), kode=tiltak.kode, ventet=f"T-{indeks + 1:03d}")
        if tiltak.til_aar < tiltak.fra_aar:
            sjekk.meld("fra_etter_til", (*sti, "til_aar"), fra=tiltak.fra_aar, til=tiltak.til_aar)
        for aar, kroner in tiltak.beloep.items():
            if kroner and not tiltak.fra_aar <= aar <= tiltak.til_aar:
                sjekk.meld("aar_utenfor", (*sti, "beloep", aar), aar=aar, fra=tiltak.fra_aar, til=tiltak.til_aar)
    summer: Counter[tuple[str, str, str]] = Counter()
    for indeks, kobling in enumerate(oekonomi.koblinger):
        _finnes(kobling.tiltak, koder, ("koblinger", indeks, "tiltak"), sjekk)
        post = (kobling.post.tekst, kobling.post.funksjon, kobling.post.art)
        summer[post] += kobling.andel
        if summer[post] > 100:
            sjekk.meld("andeler_over_hundre", ("koblinger", indeks, "andel"), post=post[0], sum=summer[post])


def kontroller_mot_mal(
    prosess: tuple[Prosessfil, Yamlsjekk], verksteder: Sequence[tuple[Verkstedfil, Yamlsjekk]], mal: Prosessmal
) -> None:
    """Report questions, answer kinds and check points that the template does not have."""
    sjekkpunkter = {punkt.nummer for _, punkt in mal.sjekkliste.alle()}
    for indeks, utfoert in enumerate(prosess[0].sjekkpunkter_utfoert):
        if utfoert.nummer not in sjekkpunkter:
            sti = ("sjekkpunkter_utfoert", indeks, "nummer")
            prosess[1].meld("ukjent_kode", sti, kode=utfoert.nummer)
    evaluering = {spoersmaal.nummer for spoersmaal in mal.evaluering}
    maler = {verksted.nummer: verksted for verksted in mal.verksteder}
    for verksted, sjekk in verksteder:
        if verksted.nummer not in maler:
            sjekk.meld("ukjent_verksted", ("nummer",), nummer=verksted.nummer)
            continue
        _kontroller_spoersmaal(verksted, maler[verksted.nummer], sjekk)
        for i, svar in enumerate(verksted.evaluering):
            if svar.spoersmaal not in evaluering:
                sjekk.meld("ukjent_spoersmaal", ("evaluering", i, "spoersmaal"), nummer=svar.spoersmaal)


def _kontroller_spoersmaal(verksted: Verkstedfil, mal: Verkstedmal, sjekk: Yamlsjekk) -> None:
    typer = {spoersmaal.nummer: spoersmaal.svartyper for spoersmaal in mal.spoersmaal}
    for i, innspill in enumerate(verksted.innspill):
        if innspill.spoersmaal in typer and innspill.type not in typer[innspill.spoersmaal]:
            sjekk.meld("ukjent_svartype", ("innspill", i, "type"), nummer=innspill.spoersmaal, svartype=innspill.type)
    spurt: dict[str, list[int | None]] = {
        "innspill": [linje.spoersmaal for linje in verksted.innspill],
        "punkter": [linje.spoersmaal for linje in verksted.punkter],
        "avstemninger": [linje.spoersmaal for linje in verksted.avstemninger],
    }
    for felt, numre in spurt.items():
        for i, nummer in enumerate(numre):
            if nummer is not None and nummer not in typer:
                sjekk.meld("ukjent_spoersmaal", (felt, i, "spoersmaal"), nummer=nummer)
