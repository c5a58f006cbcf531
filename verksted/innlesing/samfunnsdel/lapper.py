"""Labels in running text, and what the paragraphs under a heading tell about the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.innlesing.samfunnsdel import planord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.samfunnsdel.planord import Merkelapp
    from verksted.innlesing.word.fil import Avsnitt

_KORT = 120


def merkelapp_i_avsnitt(avsnitt: Avsnitt) -> Merkelapp | None:
    """Return the label of running text: only with a number, a colon, or nothing else on the line."""
    if avsnitt.tabell is not None or avsnitt.nivaa:
        return None
    lapp = planord.les_merkelapp(avsnitt.tekst)
    if lapp is None or (lapp.tittel is None and not (lapp.skilt or avsnitt.fet)):
        return None
    return lapp


def overskriftslapp(tekst: str) -> Merkelapp | None:
    """Return the label of a heading, also where it says what stands under it in words that are no level."""
    return planord.les_merkelapp(tekst) or planord.merkelapp_etter(tekst) or planord.kolonnenavn(tekst, hele=True)


def har_merkelapper(under: Sequence[Avsnitt]) -> bool:
    """Say whether goals or strategies are named as such somewhere under a heading."""
    for avsnitt in under:
        lapp = overskriftslapp(avsnitt.tekst) if avsnitt.nivaa else merkelapp_i_avsnitt(avsnitt)
        if lapp or (avsnitt.tekst.endswith(":") and avsnitt.liste is None and planord.ledetekst(avsnitt.tekst)):
            return True
    return False


def direkte_merket(under: Sequence[Avsnitt]) -> bool:
    """Say whether goals or strategies are named before the next heading that names nothing itself."""
    naere: list[Avsnitt] = []
    for avsnitt in under:
        if avsnitt.nivaa and not overskriftslapp(avsnitt.tekst) and not planord.er_stoff(avsnitt.tekst):
            break
        naere.append(avsnitt)
    lapper = (overskriftslapp(a.tekst) if a.nivaa else merkelapp_i_avsnitt(a) for a in naere)
    return any(lapp and lapp.rolle in {"delmaal", "strategi", "maal"} for lapp in lapper)


def hovedmaal_under_satsing(avsnitt: Sequence[Avsnitt]) -> bool:
    """Say whether the plan has hovedmål under each satsingsområde, not above or beside them.

    So it is where a satsingsområde is followed by a hovedmål more than once, or chapters of no name each hold one.
    """
    par = kapitler = 0
    satsing_foer = hovedmaal_i_kapittel = False
    kapittel_uten_navn = False
    kapittelnivaa = 0
    for a in avsnitt:
        lapp = planord.les_merkelapp(a.tekst) if a.nivaa or a.tabell is not None else merkelapp_i_avsnitt(a)
        if a.nivaa and lapp is None:
            kapittel_uten_navn, hovedmaal_i_kapittel, kapittelnivaa = True, False, a.nivaa
        elif a.nivaa and lapp is not None and lapp.rolle != "hovedmaal":
            kapittel_uten_navn = False
        nestet = bool(a.nivaa) and kapittel_uten_navn and (a.nivaa or 0) > kapittelnivaa
        if nestet and lapp is not None and lapp.rolle == "hovedmaal" and not hovedmaal_i_kapittel:
            kapitler += 1
            hovedmaal_i_kapittel = True
        if (
            lapp is None
            or lapp.rolle not in {"satsingsomraade", "hovedmaal"}
            or (lapp.tittel is None and lapp.flertall)
        ):
            continue
        if lapp.rolle == "satsingsomraade":
            satsing_foer = lapp.tittel is not None
            continue
        par += satsing_foer
        satsing_foer = False
        if kapittel_uten_navn and not a.nivaa and not hovedmaal_i_kapittel:
            kapitler += 1
            hovedmaal_i_kapittel = True
    return par >= 2 or kapitler >= 2


def visjonsavsnitt(avsnitt: Sequence[Avsnitt]) -> Avsnitt | None:
    """Return the paragraph under «Visjon» that is the vision: set off, else short, else the first."""
    mulige = [a for a in avsnitt if not a.nivaa and a.liste is None and a.tabell is None and not a.tekst.endswith(":")]
    framhevet = (a for a in mulige if a.fet or a.er_sitat or a.tekst[0] in '«\u201c"')
    korte = (a for a in mulige if len(a.tekst) <= _KORT)
    return next(framhevet, None) or next(korte, None) or next(iter(mulige), None)
