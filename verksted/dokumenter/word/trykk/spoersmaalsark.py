"""Question sheets: one for each table and question, to write on by hand and type in afterwards, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver, avsnitt
from verksted.dokumenter.word.loep import loep, tabulator
from verksted.dokumenter.word.stilark import AKSENT, DEMPET
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, stil, tegnstil, verkstedets_navn
from verksted.dokumenter.word.trykk.side import ARK, seksjon
from verksted.dokumenter.word.trykk.tilpass import antall_linjer

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk_spoersmaal import Spoersmaalsark, SpoersmaalsarkVisning

ANTALL_RUTER = (10, 9, 8)
FAERREST_LINJER, FLEST_LINJER = 3, 4
# Points: a line to write on (7 mm and up), the air in a field, and one kind of note to tick.
_LINJE, _HOEYESTE_LINJE, _LUFT, _KRYSS = 19.8, 27.0, 8.0, 14.0
_RUTE = "☐"
_LITE_FOER = '<w:spacing w:before="120" w:after="80"/>'
_NR, _LOEFT, _SLAG = 560, 800, 1_900


def skriv_spoersmaalsark(visning: SpoersmaalsarkVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: a table's sheets lie together; without tables one of each question, to be numbered by hand."""
    s = Skriver()
    navn = tekster("trykk.spoersmaalsark.tittel")
    foerste = True
    for bord in visning.bord or (None,):
        for nr, ark in enumerate(visning.spoersmaal, start=1):
            _ark(s, visning, ark, bord, tekster, plass=(nr, len(visning.spoersmaal)), foerste=foerste)
            foerste = False
    s.legg_til(seksjon(ARK, topp=False))
    strek = f'<w:tabs><w:tab w:val="right" w:pos="{FULL_BREDDE}"/></w:tabs>'
    stiler = (
        stil("Arkkode", 26, fet=True, farge=AKSENT, avsnitt=strek, behold=True),
        tegnstil("Arkplass", 13, farge=DEMPET),
        stil("Arkledd", 11, farge=DEMPET, etter=40, behold=True),
        stil("Tabellnummer", 15, fet=True),
        stil("Tabellkryss", 10.5, linje=252),
        stil("Skrivelinje", 10, farge="8A8C8F", linje=240),
    )
    bunn = tekster("trykk.spoersmaalsark.bunn")
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=bunn, stiler=stiler)


def _ark(
    s: Skriver,
    visning: SpoersmaalsarkVisning,
    ark: Spoersmaalsark,
    bord: int | None,
    tekster: Tekster,
    *,
    plass: tuple[int, int],
    foerste: bool,
) -> None:
    t = tekster
    kode = f"V{visning.hode.nummer}-G{bord if bord is not None else '____'}"
    hvilket = t("trykk.spoersmaalsark.ark", nummer=plass[0], alle=plass[1])
    hoeyre = f"{t('trykk.bord.bord', nummer=bord)}  ·  {hvilket}" if bord is not None else hvilket
    ny_side = "" if foerste else "<w:pageBreakBefore/>"
    s.avsnitt(loep(kode) + tabulator() + loep(hoeyre, "Arkplass"), "Arkkode", ny_side)
    ledd = [verkstedets_navn(visning.hode, t), ark.blokk]
    s.avsnitt(loep("  ·  ".join(del_ for del_ in ledd if del_)), "Arkledd")
    s.overskrift(1, t("trykk.spoersmaalsark.spoersmaal", nummer=ark.nummer, tekst=ark.tekst), egenskaper=_LITE_FOER)
    s.tekst(ark.hjelpetekst, behold=True)
    s.tekst(_slik(ark, t), "Liten", behold=True)
    s.legg_til(_ruter(ark, t, kode))


def _slik(ark: Spoersmaalsark, t: Tekster) -> str:
    setninger = [t("trykk.spoersmaalsark.slik")]
    if len(ark.svartyper) > 1:
        setninger.append(t("trykk.spoersmaalsark.kryss"))
    if ark.maks_loeft:
        setninger.append(t.antall("trykk.spoersmaalsark.loeft", ark.maks_loeft))
    return " ".join(setninger)


def _ruter(ark: Spoersmaalsark, t: Tekster, kode: str) -> str:
    flere_slag = len(ark.svartyper) > 1
    slag = _SLAG if flere_slag else 0
    loeft = _LOEFT if ark.maks_loeft else 0
    tekstbredde = FULL_BREDDE - _NR - slag - loeft
    kolonner = [Kolonne(t("trykk.spoersmaalsark.kolonne.nr"), _NR)]
    kolonner += [Kolonne(t("trykk.spoersmaalsark.kolonne.slag"), slag)] if flere_slag else []
    kolonner += [Kolonne(_innspillshode(ark, t), tekstbredde)]
    kolonner += [Kolonne(t("trykk.spoersmaalsark.kolonne.loeft"), loeft)] if loeft else []
    antall, linjer, hoeyde = _ruteplan(ark, t)
    mal = Radmal(kolonner)
    kryss = "".join(celle(loep(f"{_RUTE} {t(f'word.{type_}')}"), "Tabellkryss") for type_ in ark.svartyper)
    skriv = _skrivelinjer(t, tekstbredde - 130, linjer, hoeyde, med_hvorfor=ark.med_hvorfor)
    rader = [
        mal.fyll(
            [
                celle(loep(str(nr)), "Tabellnummer"),
                *([kryss] if flere_slag else []),
                skriv,
                *([celle(loep(_RUTE), "Tabellnummer")] if loeft else []),
            ]
        )
        for nr in range(1, antall + 1)
    ]
    return tabell(
        kolonner,
        rader,
        tittel=t("trykk.spoersmaalsark.tabell", kode=kode, nummer=ark.nummer),
        beskrivelse=t("trykk.spoersmaalsark.beskrivelse"),
        fortsetter=t("word.felles.fortsetter"),
    )


def _innspillshode(ark: Spoersmaalsark, t: Tekster) -> str:
    if len(ark.svartyper) == 1 and ark.svartyper[0] != "innspillstype.fritt":
        return t("trykk.spoersmaalsark.kolonne.innspill_av", type=t(f"word.{ark.svartyper[0]}").lower())
    return t("trykk.spoersmaalsark.kolonne.innspill")


def _ruteplan(ark: Spoersmaalsark, t: Tekster) -> tuple[int, int, float]:
    """Return how many fields, how many lines in each, and points per line: so that the sheet is one full page.

    Never fewer than eight fields; only a very long question, or very many kinds of note, takes a second page.
    """
    bredde = FULL_BREDDE / 20
    brukt = 36 + 20 + 14 + 25 * antall_linjer(f"{ark.nummer} {ark.tekst}", 18, bredde)
    brukt += sum(18 * antall_linjer(del_, 10.2, bredde) + 6 for del_ in ark.hjelpetekst.split("\n") if del_.strip())
    brukt += 13 * antall_linjer(_slik(ark, t), 8.4, bredde) + 6 + 24
    kryss = _KRYSS * len(ark.svartyper) if len(ark.svartyper) > 1 else 0.0
    for antall in ANTALL_RUTER:
        rute = (ARK.teksthoeyde / 20 - brukt) / antall - _LUFT
        if rute >= max(kryss, FAERREST_LINJER * _LINJE):
            linjer = min(FLEST_LINJER, int(rute // _LINJE))
            return antall, linjer, min(rute / linjer, _HOEYESTE_LINJE)
    linjer = max(FAERREST_LINJER, -(-int(kryss) // int(_LINJE)))
    return ANTALL_RUTER[-1], linjer, _LINJE


def _skrivelinjer(t: Tekster, bredde: int, linjer: int, hoeyde: float, *, med_hvorfor: bool) -> str:
    """Return one paragraph of ruled lines; the last asks why, where the question does."""
    tabber = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{bredde}"/></w:tabs>'
    avstand = f'<w:spacing w:before="0" w:after="0" w:line="{round(hoeyde * 20)}" w:lineRule="exact"/>'
    deler = [tabulator()] * linjer
    if med_hvorfor:
        deler[-1] = loep(t("word.innspill.hvorfor") + " ", "Smaa") + tabulator()
    return avsnitt("<w:r><w:br/></w:r>".join(deler), "Skrivelinje", tabber + avstand)
