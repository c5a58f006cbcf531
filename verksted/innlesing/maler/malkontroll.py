"""Rules of a template that span several fields: references, unique numbers, steps that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.modell.ordene import Evalueringsart, Programart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.innlesing.maler.malmodell import Prosessmal, Verkstedmal
    from verksted.innlesing.maler.yamlfil import Yamlsjekk
    from verksted.innlesing.maler.yamltre import Sti


def kontroller_mal(mal: Prosessmal, sjekk: Yamlsjekk) -> None:
    """Report every broken rule of the template, each on its own line of the file."""
    _unike(sjekk, ("kilder",), "noekkel", (kilde.noekkel for kilde in mal.kilder))
    _unike(sjekk, ("roller",), "noekkel", (rolle.noekkel for rolle in mal.roller))
    # Two levels may share a role (arealstrategi with arealprinsipper under it); what they are called tells them apart.
    _unike(sjekk, ("plannivaaer",), "entall", (nivaa.entall.casefold() for nivaa in mal.plannivaaer))
    koder = [(indeks, nivaa.kode) for indeks, nivaa in enumerate(mal.plannivaaer) if nivaa.kode is not None]
    for plass, (indeks, kode) in enumerate(koder):
        if kode in {tidligere for _, tidligere in koder[:plass]}:
            sjekk.meld("dobbelt", ("plannivaaer", indeks, "kode"), felt="kode", verdi=kode)
    _unike(sjekk, ("verksteder",), "nummer", (verksted.nummer for verksted in mal.verksteder))
    _unike(sjekk, ("evaluering",), "nummer", (spoersmaal.nummer for spoersmaal in mal.evaluering))
    _kontroller_nivaaer(mal, sjekk)
    for indeks, verksted in enumerate(mal.verksteder):
        _kontroller_verksted(mal, verksted, ("verksteder", indeks), sjekk)
    _kontroller_sjekkliste(mal, sjekk)
    for indeks, spoersmaal in enumerate(mal.evaluering):
        if spoersmaal.art == Evalueringsart.SKALA and (spoersmaal.lav is None or spoersmaal.hoey is None):
            sjekk.meld("skala_uten_ender", ("evaluering", indeks), nummer=spoersmaal.nummer)


def _unike(sjekk: Yamlsjekk, sti: Sti, felt: str, verdier: Iterable[object]) -> None:
    sett: set[object] = set()
    for indeks, verdi in enumerate(verdier):
        if verdi in sett:
            sjekk.meld("dobbelt", (*sti, indeks, felt), felt=felt, verdi=verdi)
        sett.add(verdi)


def _kontroller_nivaaer(mal: Prosessmal, sjekk: Yamlsjekk) -> None:
    for indeks, nivaa in enumerate(mal.plannivaaer):
        andre = {annet.rolle for annet in mal.plannivaaer if annet is not nivaa}
        if nivaa.kode is None and not nivaa.under:
            sjekk.meld("nivaa_uten_plass", ("plannivaaer", indeks), rolle=nivaa.rolle)
        for plass, over in enumerate(nivaa.under):
            if over not in andre:
                sjekk.meld("ukjent_nivaa", ("plannivaaer", indeks, "under", plass), rolle=over)


def _kontroller_verksted(mal: Prosessmal, verksted: Verkstedmal, sti: Sti, sjekk: Yamlsjekk) -> None:
    roller = {rolle.noekkel for rolle in mal.roller}
    nivaaer = {nivaa.rolle for nivaa in mal.plannivaaer}
    kilder = {kilde.noekkel for kilde in mal.kilder}
    poster = {post.nummer: post for post in verksted.program}
    _unike(sjekk, (*sti, "program"), "nummer", (post.nummer for post in verksted.program))
    _unike(sjekk, (*sti, "spoersmaal"), "nummer", (spoersmaal.nummer for spoersmaal in verksted.spoersmaal))
    for indeks, post in enumerate(verksted.program):
        her = (*sti, "program", indeks)
        if post.ansvarlig is not None and post.ansvarlig not in roller:
            sjekk.meld("ukjent_rolle", (*her, "ansvarlig"), rolle=post.ansvarlig)
        i_steg = sum(steg.minutter for steg in post.steg)
        if post.steg and i_steg != post.minutter:
            sjekk.meld("steg_gaar_ikke_opp", (*her, "steg"), steg=i_steg, minutter=post.minutter)
        if indeks and post.nummer < verksted.program[indeks - 1].nummer:
            sjekk.meld("ikke_i_rekkefoelge", (*her, "nummer"), nummer=post.nummer)
    for indeks, spoersmaal in enumerate(verksted.spoersmaal):
        her = (*sti, "spoersmaal", indeks)
        post_til = poster.get(spoersmaal.programpost)
        if post_til is None:
            sjekk.meld("ukjent_programpost", (*her, "programpost"), nummer=spoersmaal.programpost)
        elif post_til.art == Programart.PAUSE:
            sjekk.meld("spoersmaal_i_pause", (*her, "programpost"), nummer=spoersmaal.programpost)
        if spoersmaal.kilde is not None and spoersmaal.kilde not in kilder:
            sjekk.meld("ukjent_kilde", (*her, "kilde"), kilde=spoersmaal.kilde)
        for plass, rolle in enumerate(spoersmaal.gjelder):
            if rolle not in nivaaer:
                sjekk.meld("ukjent_nivaa", (*her, "gjelder", plass), rolle=rolle)


def _kontroller_sjekkliste(mal: Prosessmal, sjekk: Yamlsjekk) -> None:
    roller = {rolle.noekkel for rolle in mal.roller}
    kilder = {kilde.noekkel for kilde in mal.kilder}
    verksteder = {verksted.nummer for verksted in mal.verksteder}
    sett: set[int] = set()
    liste = mal.sjekkliste
    faser = (("foer", liste.foer), ("under", liste.under), ("etter", liste.etter))
    for fase, punkter in faser:
        for indeks, punkt in enumerate(punkter):
            her: Sti = ("sjekkliste", fase, indeks)
            if punkt.nummer in sett:
                sjekk.meld("dobbelt", (*her, "nummer"), felt="nummer", verdi=punkt.nummer)
            sett.add(punkt.nummer)
            if punkt.ansvarlig is not None and punkt.ansvarlig not in roller:
                sjekk.meld("ukjent_rolle", (*her, "ansvarlig"), rolle=punkt.ansvarlig)
            if punkt.kilde is not None and punkt.kilde not in kilder:
                sjekk.meld("ukjent_kilde", (*her, "kilde"), kilde=punkt.kilde)
            for plass, nummer in enumerate(punkt.verksteder):
                if nummer not in verksteder:
                    sjekk.meld("ukjent_verksted", (*her, "verksteder", plass), nummer=nummer)
