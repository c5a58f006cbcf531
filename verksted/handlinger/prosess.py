"""Operations on the process itself: made from a template, adjusted, its check lists ticked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import ProsessenFinnesAllerede
from verksted.handlinger.handling import handling
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Planrolle, Programart
from verksted.modell.prosess import Organ, Plannivaa, Prosess, Prosessrolle, Sjekkpunkt
from verksted.modell.verksted import Evalueringsspoersmaal, Programpost, Spoersmaal, Verksted

if TYPE_CHECKING:
    from verksted.innlesing.maler.malmodell import Programpost as Programmal
    from verksted.innlesing.maler.malmodell import Prosessmal, Verkstedmal
    from verksted.lager.oekt import Oekt

_STEGART = {
    "individuelt": Programart.INDIVIDUELT,
    "runde": Programart.RUNDE,
    "gruppe": Programart.GRUPPEARBEID,
    "loeft": Programart.PLENUM,
}


@handling
def opprett_prosess(
    oekt: Oekt,
    *,
    mal: Prosessmal,
    kommune: str,
    valgperiode: tuple[int, int],
    planperiode: tuple[int, int] | None = None,
    navn: str | None = None,
    er_eksempel: bool = False,
) -> str:
    """Make the process from a template: workshops, program, questions, roles, check lists; return its id.

    Raises ProsessenFinnesAllerede.
    """
    if oekt.alle(Prosess):
        raise ProsessenFinnesAllerede
    prosess = oekt.opprett(
        Prosess,
        navn=navn or mal.tittel,
        kommune=kommune,
        maalform=mal.maalform,
        valgperiode_fra=valgperiode[0],
        valgperiode_til=valgperiode[1],
        planperiode_fra=planperiode[0] if planperiode else None,
        planperiode_til=planperiode[1] if planperiode else None,
        mal_noekkel=mal.noekkel,
        mal_versjon=str(mal.versjon),
        kilder=[f"{k.forfatter}: {k.tittel} ({k.aar})" for k in mal.kilder],
        er_eksempel=er_eksempel,
        opprettet=oekt.klokke.naa(),
    )
    for nummer, nivaa in enumerate(mal.plannivaaer):
        oekt.opprett(
            Plannivaa,
            rolle=nivaa.rolle,
            entall=nivaa.entall,
            flertall=nivaa.flertall,
            prefiks=nivaa.kode or "E",
            rekkefoelge=nummer,
        )
    for nummer, rolle in enumerate(mal.roller):
        oekt.opprett(
            Prosessrolle,
            noekkel=rolle.noekkel,
            navn=rolle.tittel,
            beskrivelse=rolle.beskrivelse,
            sfaere=rolle.sfaere,
            rekkefoelge=nummer,
        )
    for verksted in mal.verksteder:
        _legg_inn_verksted(oekt, mal, verksted)
    return prosess.id


def _organ(oekt: Oekt, navn: str) -> Organ:
    funnet = oekt.finn(Organ, navn=navn)
    return funnet or oekt.opprett(Organ, navn=navn, rekkefoelge=oekt.stoerst(Organ, "rekkefoelge") + 1)


def _legg_inn_verksted(oekt: Oekt, mal: Prosessmal, verkstedmal: Verkstedmal) -> None:
    roller = {rolle.noekkel: rolle.tittel for rolle in mal.roller}
    verksted = oekt.opprett(
        Verksted,
        nummer=verkstedmal.nummer,
        tittel=verkstedmal.tittel,
        formaal=verkstedmal.formaal,
        organ_id=_organ(oekt, verkstedmal.organ).id,
        start=verkstedmal.start,
        slutt=verkstedmal.slutt,
    )
    if verkstedmal.alternativt_organ:  # may be chosen instead, workshop by workshop
        _organ(oekt, verkstedmal.alternativt_organ)
    poster: dict[int, Programpost] = {}
    for post in verkstedmal.program:
        poster[post.nummer] = _legg_inn_post(oekt, verksted.id, post, roller)
    kilder = {k.noekkel: f"{k.forfatter}: {k.tittel} ({k.aar})" for k in mal.kilder}
    for spoersmaal in verkstedmal.spoersmaal:
        oekt.opprett(
            Spoersmaal,
            verksted_id=verksted.id,
            programpost_id=poster[spoersmaal.programpost].id,
            nummer=spoersmaal.nummer,
            tema=spoersmaal.tema,
            tekst=spoersmaal.tekst,
            hjelpetekst=spoersmaal.hjelpetekst,
            gjelder=list(spoersmaal.gjelder),
            svartyper=list(spoersmaal.svartyper),
            maks_loeft=spoersmaal.maks_loeft,
            kilde=kilder.get(spoersmaal.kilde or "", ""),
        )
    for fase, punkt in mal.sjekkliste.alle():
        if not punkt.verksteder or verkstedmal.nummer in punkt.verksteder:
            oekt.opprett(
                Sjekkpunkt,
                verksted_id=verksted.id,
                nummer=punkt.nummer,
                fase=fase,
                tekst=punkt.tekst,
                hjelpetekst=punkt.hjelpetekst or "",
                kilde=kilder.get(punkt.kilde or "", ""),
                ansvarlig=roller.get(punkt.ansvarlig or "", ""),
            )
    for evaluering in mal.evaluering:
        oekt.opprett(
            Evalueringsspoersmaal,
            verksted_id=verksted.id,
            nummer=evaluering.nummer,
            tekst=evaluering.tekst,
            art=evaluering.art,
            lav=evaluering.lav or "",
            hoey=evaluering.hoey or "",
        )


def _legg_inn_post(oekt: Oekt, verksted_id: str, post: Programmal, roller: dict[str, str]) -> Programpost:
    rad = oekt.opprett(
        Programpost,
        verksted_id=verksted_id,
        rekkefoelge=post.nummer,
        art=post.art,
        tittel=post.tittel,
        beskrivelse=post.beskrivelse or "",
        minutter=post.minutter,
        sfaere=post.sfaere,
        ansvarlig=roller.get(post.ansvarlig or "", ""),
    )
    for nummer, steg in enumerate(post.steg, start=1):
        oekt.opprett(
            Programpost,
            verksted_id=verksted_id,
            forelder_id=rad.id,
            rekkefoelge=nummer,
            art=_STEGART[steg.art],
            tittel=steg.tittel,
            minutter=steg.minutter,
            sfaere=post.sfaere,
        )
    return rad


@handling
def oppdater_prosess(oekt: Oekt, /, **felt: Any) -> None:  # noqa: ANN401 - the entity validates its own fields
    """Change name, municipality or periods (raises UgyldigVerdi)."""
    oekt.oppdater(prosessen(oekt), **felt)


@handling
def oppdater_verksted(oekt: Oekt, /, *, verksted: int, **felt: Any) -> None:  # noqa: ANN401 - as above
    """Change a workshop's date, place, organ, form or status (raises FinnesIkke, UgyldigVerdi)."""
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(verkstedet(oekt, verksted), **felt)


@handling
def oppdater_spoersmaal(oekt: Oekt, /, *, verksted: int, spoersmaal: int, **felt: Any) -> None:  # noqa: ANN401 - as above
    """Change a question's words, kinds of answer or limit (raises FinnesIkke, UgyldigVerdi)."""
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(spoersmaalet(oekt, verkstedet(oekt, verksted), spoersmaal), **felt)


@handling
def merk_sjekkpunkt(oekt: Oekt, *, verksted: int, nummer: int, utfoert: date | None) -> None:
    """Tick a check point off, or open it again (raises FinnesIkke)."""
    punkt = oekt.finn(Sjekkpunkt, verksted_id=verkstedet(oekt, verksted).id, nummer=nummer)
    if punkt is None:
        raise FinnesIkke(hva="sjekkpunkt", kode=str(nummer))
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(punkt, utfoert=utfoert)


def prosessen(oekt: Oekt) -> Prosess:
    """Return the file's process (raises FinnesIkke)."""
    rader = oekt.alle(Prosess)
    if not rader:
        raise FinnesIkke(hva="prosess", kode="")
    return rader[0]


def spoersmaalet(oekt: Oekt, verksted: Verksted, nummer: int) -> Spoersmaal:
    """Return a workshop's question by its number (raises FinnesIkke)."""
    rad = oekt.finn(Spoersmaal, verksted_id=verksted.id, nummer=nummer)
    if rad is None:
        raise FinnesIkke(hva="spoersmaal", kode=str(nummer))
    return rad


def verkstedet(oekt: Oekt, nummer: int) -> Verksted:
    """Return a workshop by its number (raises FinnesIkke)."""
    rad = oekt.finn(Verksted, nummer=nummer)
    if rad is None:
        raise FinnesIkke(hva="verksted", kode=str(nummer))
    return rad


def nivaaet(oekt: Oekt, rolle: Planrolle, navn: str) -> Plannivaa:
    """Return the level with this role and name, made if the process has none like it: names are the process's own."""
    for nivaa in oekt.alle(Plannivaa, rolle=rolle, sorter="rekkefoelge"):
        if not navn or nivaa.entall.casefold() == navn.casefold():
            return nivaa
    samme_rolle = oekt.alle(Plannivaa, rolle=rolle, sorter="rekkefoelge")
    return oekt.opprett(
        Plannivaa,
        rolle=rolle,
        entall=navn or str(rolle),
        flertall=navn or str(rolle),
        prefiks=samme_rolle[0].prefiks if samme_rolle else "E",
        rekkefoelge=oekt.stoerst(Plannivaa, "rekkefoelge") + 1,
    )
