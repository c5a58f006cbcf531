"""The workbook *Sporbarhet*: a view in, xlsx bytes out; the same view and moment give the same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from verksted.dokumenter.excel.oppsett import kolonnebokstav, legg_opp
from verksted.dokumenter.excel.stiler import TEKST, TRENGER_NOEN, Stiler
from verksted.dokumenter.excel.tabellskriver import Tabellskriver
from verksted.kjerne.formater import dato_kort
from verksted.kjerne.klokke import lokal
from verksted.kjerne.tekstrens import rens
from verksted.visning.sporbarhet_celler import Ark, Ord
from verksted.visning.sporbarhet_rader import Satsingslag

if TYPE_CHECKING:
    from datetime import datetime

    from xlsxwriter.worksheet import Worksheet

    from verksted.dokumenter.excel.oppsett import Felt, Tabell
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.sporbarhet import SporbarhetVisning
    from verksted.visning.sporbarhet_rader import SatsingRad

_A3, _A4 = 8, 9
# The cell that scrolls first, so that codes and headings stay.
_FRYS: Final = {
    Ark.LES_MEG: (1, 0),
    Ark.ROED_TRAAD: (1, 2),
    Ark.MAAL_OG_TILTAK: (1, 1),
    Ark.SATSINGER: (1, 2),
    Ark.INNSPILL: (1, 1),
    Ark.AVVIK: (1, 3),
}
_UTEN_FILTER: Final = frozenset({Ark.LES_MEG, Ark.SATSINGER})
# The name of the font stands between the size and the words: a digit right after the size would be part of it.
_SMAA: Final = '&9&"-,Regular"'
_SUMLINJER: Final = frozenset({Satsingslag.SUM, Satsingslag.PLAN, Satsingslag.KONTROLL})


def skriv_sporbarhet(visning: SporbarhetVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the workbook as xlsx. `skrevet` (timezone aware) is the date it carries."""
    ut = BytesIO()
    valg = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    bok = Workbook(ut, valg)
    tabeller = legg_opp(visning, tekster)
    stiler = Stiler(bok)
    skriver = Tabellskriver(tabeller, stiler, tekster)
    dato = dato_kort(lokal(skrevet).date())
    for ark, tabell in tabeller.items():
        if ark is Ark.POSTER:
            skriver.skriv(bok.get_worksheet_by_name(tabell.arknavn), tabell)
            continue
        blad = bok.add_worksheet(tabell.arknavn)
        # Økonomi holds two tables; its later pages are all of the lower one.
        nederst = tabeller[Ark.POSTER] if ark is Ark.SATSINGER else tabell
        _sideoppsett(blad, tabell, visning, tekster, dato)
        blad.repeat_rows(nederst.overskriftsrad)
        egen = replace(tabell, rader=_med_dato(visning, dato)) if ark is Ark.LES_MEG else tabell
        skriver.skriv(blad, egen, filter_=ark not in _UTEN_FILTER)
    _navn(bok, tabeller, visning)
    _levende_summer(bok, tabeller, skriver, stiler, visning)
    _marker_alvor(bok, tabeller, tekster)
    _egenskaper(bok, visning, tekster, skrevet)
    bok.close()
    return _med_spraak(ut.getvalue(), tekster)


def _sideoppsett(blad: Worksheet, tabell: Tabell, visning: SporbarhetVisning, tekster: Tekster, dato: str) -> None:
    blad.freeze_panes(*_FRYS[tabell.ark])
    blad.hide_gridlines(2)
    blad.set_landscape()
    blad.set_paper(_A4 if tabell.ark in {Ark.AVVIK, Ark.LES_MEG} else _A3)
    blad.fit_to_pages(1, 0)
    blad.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.65)
    kommune = _i_topptekst(visning.kommune)
    blad.set_header(f"&L{_SMAA}{kommune} · {_i_topptekst(tabell.arknavn)}")
    side = tekster("excel.side", side="&P", sider="&N")
    blad.set_footer(f"&L{_SMAA}{dato}&C{_SMAA}{tekster('excel.ikke_vedtak')}&R{_SMAA}{side}")


def _i_topptekst(tekst: str) -> str:
    """Return the text as headers want it: & is their own sign, and XlsxWriter takes any &G or &[ for a picture."""
    return re.sub("&(?=[G[])", "&\u2060", rens(tekst).replace("\n", " ")).replace("&", "&&")


def _med_dato(visning: SporbarhetVisning, dato: str) -> tuple[object, ...]:
    return tuple(replace(rad, tekst=dato) if rad.tema == Ord("les_meg.dato.tema") else rad for rad in visning.les_meg)


def _navn(bok: Workbook, tabeller: dict[Ark, Tabell], visning: SporbarhetVisning) -> None:
    """Name the columns that the live sums are made of, so that the formulas read as sentences."""
    traad, poster = tabeller[Ark.ROED_TRAAD], tabeller[Ark.POSTER]
    bok.define_name("Traad_satsing", f"={traad.omraade(traad.plass('satsing'))}")
    for nummer, aar in enumerate(visning.aar):
        bok.define_name(f"Traad_{aar}", f"={traad.omraade(traad.plass('beloep') + nummer)}")
        bok.define_name(f"Post_{aar}", f"={poster.omraade(poster.plass('beloep') + nummer)}")
        bok.define_name(f"Rest_{aar}", f"={poster.omraade(poster.plass('rest') + nummer)}")


def _levende_summer(
    bok: Workbook, tabeller: dict[Ark, Tabell], skriver: Tabellskriver, stiler: Stiler, visning: SporbarhetVisning
) -> None:
    """Put formulas where the block of sums has its numbers, each with its computed value."""
    tabell = tabeller[Ark.SATSINGER]
    blad = bok.get_worksheet_by_name(tabell.arknavn)
    rad_av = {linje.slag: tabell.foerste_rad + nummer for nummer, linje in enumerate(visning.satsinger)}
    for nummer, linje in enumerate(visning.satsinger):
        rad = tabell.foerste_rad + nummer
        sumrad = linje.slag is Satsingslag.SUM
        for felt in tabell.felter:
            stil = stiler.celle(
                felt.kolonne, foerste=felt.foerste, sumrad=sumrad, uthevet=sumrad or linje.slag in _SUMLINJER
            )
            if felt.aar is not None:
                formel = _formel(linje, felt, rad, rad_av, visning.aar[felt.aar])
                blad.write_formula(rad, felt.plass, formel, stil, linje.beloep[felt.aar])
            elif felt.kolonne.noekkel == "andel" and linje.andel is not None:
                utgifter = f'SUMIF(Post_{visning.aar[0]},">0")'
                foerste = kolonnebokstav(tabell.plass("beloep"))
                blad.write_formula(
                    rad, felt.plass, f"=IF({utgifter}=0,0,{foerste}{rad + 1}/{utgifter})", stil, linje.andel
                )
            elif sumrad:
                skriver.celle(blad, rad, felt, getattr(linje, felt.kolonne.noekkel), sumrad=True)


def _formel(linje: SatsingRad, felt: Felt, rad: int, rad_av: dict[Satsingslag, int], aar: int) -> str:
    """Return the live sum of one line and year."""
    bokstav = kolonnebokstav(felt.plass)
    match linje.slag:
        case Satsingslag.UTEN_ANKER:
            return f"=SUM(Rest_{aar})"
        case Satsingslag.SUM:
            return f"=SUM({bokstav}2:{bokstav}{rad})"
        case Satsingslag.PLAN:
            return f"=SUM(Post_{aar})"
        case Satsingslag.KONTROLL:
            return f"={bokstav}{rad_av[Satsingslag.SUM] + 1}-{bokstav}{rad_av[Satsingslag.PLAN] + 1}"
        case _:
            return f"=SUMIFS(Traad_{aar},Traad_satsing,$A{rad + 1})"


def _marker_alvor(bok: Workbook, tabeller: dict[Ark, Tabell], tekster: Tekster) -> None:
    """Tint what must be settled; the word says it too."""
    tabell = tabeller[Ark.AVVIK]
    plass = tabell.plass("alvor")
    bok.get_worksheet_by_name(tabell.arknavn).conditional_format(
        tabell.foerste_rad,
        plass,
        tabell.siste_rad,
        plass,
        {
            "type": "cell",
            "criteria": "==",
            "value": f'"{tekster("excel.alvor.1")}"',
            "format": bok.add_format({"bg_color": TRENGER_NOEN, "font_color": TEKST}),
        },
    )


def _egenskaper(bok: Workbook, visning: SporbarhetVisning, tekster: Tekster, skrevet: datetime) -> None:
    bok.set_properties(
        {
            "title": rens(tekster("excel.tittel", prosess=visning.prosess)),
            "subject": rens(visning.prosess),
            "author": rens(visning.kommune),
            "company": rens(visning.kommune),
            "comments": tekster("excel.ikke_vedtak"),
            "created": skrevet.astimezone(UTC).replace(tzinfo=None),
        }
    )


def _med_spraak(bok: bytes, tekster: Tekster) -> bytes:
    """Return the workbook with its language in the core properties, which XlsxWriter has no setting for."""
    ut = BytesIO()
    with ZipFile(BytesIO(bok)) as inn, ZipFile(ut, "w", ZIP_DEFLATED) as ny:
        for oppfoering in inn.infolist():
            innhold = inn.read(oppfoering)
            if oppfoering.filename == "docProps/core.xml":
                spraak = f"<dc:language>{tekster.maalform}-NO</dc:language></cp:coreProperties>"
                innhold = innhold.replace(b"</cp:coreProperties>", spraak.encode())
            ny.writestr(oppfoering, innhold)
    return ut.getvalue()
