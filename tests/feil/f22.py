"""F22: texts that break programs, in every place where somebody writes or a file is read, and out in every export.

Each text ends in a mark of its own. The documents are read by other programs than those that wrote them (python-docx,
openpyxl, json), and must hold each text as it is after cleaning (`kjerne/tekstrens.py`), to its last character.
What does not fit is refused with a sentence, or cut where it says so; nothing becomes a formula.
"""

from __future__ import annotations

import io
import json
import random
import shutil
import tempfile
import time
import warnings
from argparse import Namespace
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from tests.feil.rad import Rad
from tests.feil.rare_steder import DOKUMENTENE, EXCEL, FRITT, JSON, OPPSUMMERING, STEDER, UTKAST, Sted
from tests.feil.rare_tekster import rar_tekst
from tests.handlinger.proeveprosess import LEDER, Fastklokke, hent, ny_prosess
from verksted import oppstart
from verksted.handlinger.plan import skriv_forslag
from verksted.handlinger.prosess import oppdater_verksted
from verksted.handlinger.punkter import oppdater_punkt, skriv_merknad
from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.kjerne.tekster import Tekster
from verksted.kjerne.tekstrens import rens
from verksted.kommandolinje import eksporter, vis
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.modell.ordene import Verkstedstatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from verksted.lager.prosessfil import Prosessfil

FULLT_ANTALL = 200
FILNAVN: Final = {
    OPPSUMMERING: "oppsummering.docx",
    UTKAST: "samfunnsdel-utkast.docx",
    EXCEL: "sporbarhet.xlsx",
}
CELLE: Final = 32_767  # UTF-16 units, Excel's own limit
KUTT: Final = " […]"
_LIGNER_FORMEL: Final = ("=", "+", "-", "@", "\t", "\n")
_VAARE_FORMLER: Final = ("=SUBTOTAL(", "=SUMIFS(", "=SUM(", "=IF(SUMIF(", '=HYPERLINK("#', "=C", "=D", "=E")


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    tekster: int = 0
    avvist: int = 0
    delt: int = 0
    kuttet: int = 0
    feil: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Skrevet:
    """One text in its place: what was written, and what must be read."""

    sted: Sted
    ventet: str
    merke: str


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F22."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    resultat = (
        f"{utfall.tekster} tekster, {utfall.avvist} avvist med en setning, {utfall.delt} over flere celler, "
        f"{utfall.kuttet} kuttet med merke, {len(utfall.feil)} endret eller borte"
    )
    yield Rad("F22", "rare tekster ut i alt som skrives", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int, lag: Callable[[random.Random, int], str] = rar_tekst) -> Utfall:
    """Fill `antall` processes with texts from `lag` (randomness, longest → text), export and read again."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f22-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # XlsxWriter warns of what it leaves out
            for _ in range(antall):
                shutil.rmtree(mappe)
                mappe.mkdir()
                utfall.runder += 1
                _en_runde(mappe, tilfeldig, utfall, lag)
    finally:
        shutil.rmtree(mappe)
    return utfall


def _en_runde(mappe: Path, tilfeldig: random.Random, utfall: Utfall, lag: Callable[[random.Random, int], str]) -> None:
    with ny_prosess(mappe, med_innhold=True) as fil:
        fil.utfoer(oppdater_verksted, LEDER, verksted=1, status=Verkstedstatus.AVSLUTTET)
        skrevet = list(_skriv_alle(fil, tilfeldig, utfall, lag))
        utfall.feil += _slaa_opp(fil, tilfeldig)
        utfall.feil += [f"kontroll: {funn}" for funn in fil.kontroller().funn]
        notatene = dict(hent(fil, "SELECT tekst, raatekst FROM innspill_revisjon"))
        for tekst, raatekst in notatene.items():
            if raatekst is not None and rens(json.loads(raatekst)) != tekst:
                utfall.feil.append(f"råteksten er ikke den som kom: {tekst[-40:]!a}")
    _eksporter(mappe)
    _les_json(mappe, skrevet, utfall)
    for slag in DOKUMENTENE:
        _les_word(mappe, slag, skrevet, utfall)
    _les_excel(mappe, skrevet, utfall)


def _skriv_alle(
    fil: Prosessfil, tilfeldig: random.Random, utfall: Utfall, lag: Callable[[random.Random, int], str]
) -> Iterator[Skrevet]:
    """Write one text in each place; what is refused has a sentence, and is not looked for."""
    for nummer, sted in enumerate(STEDER):
        merke = f"⟦{nummer}⟧"
        tekst = lag(tilfeldig, sted.lengst - len(merke)) + merke
        for_lang = sted.lengst < FRITT and tilfeldig.random() < 0.1
        if for_lang:
            tekst = tekst.rjust(sted.lengst + tilfeldig.randint(1, 20_000), "x")
        utfall.tekster += 1
        try:
            sted.skriv(fil, tekst)
        except KjentFeil as feil:
            utfall.avvist += 1
            sagt = feilsetning(feil, Tekster("nb"))
            if not for_lang:
                utfall.feil.append(f"{sted.navn} avvist: {sagt}")
            continue
        if for_lang:
            utfall.feil.append(f"{sted.navn} tok imot mer enn det er plass til")
        yield Skrevet(sted, rens(tekst), merke)


def _slaa_opp(fil: Prosessfil, tilfeldig: random.Random) -> Iterator[str]:
    """Ask for things by names that nothing has: the answer is that they are not there."""
    tekst = rar_tekst(tilfeldig, 60)
    oppslag: tuple[tuple[Callable[..., Any], dict[str, str]], ...] = (
        (oppdater_punkt, {"punkt": tekst}),
        (skriv_forslag, {"element": tekst}),
        (skriv_merknad, {"punkt": "P-01", "liste": tekst, "tekst": "x"}),
    )
    for handling, felt in oppslag:
        try:
            fil.utfoer(handling, LEDER, **felt)
        except FinnesIkke as feil:
            feilsetning(feil, Tekster("nb"))
        else:
            yield f"fant noe som ikke finnes: {tekst!a}"


def _eksporter(mappe: Path) -> None:
    ut = _kjoer(
        mappe, eksporter.kjoer, til=mappe / "ut", verksted=None, bare=list(oppstart._omgivelser(Tekster("nb")).skrivere)
    )
    assert all(str(mappe / "ut" / navn) in ut for navn in FILNAVN.values())


def _kjoer(mappe: Path, kommando: Callable[..., int], **argumenter: object) -> str:
    """Run one of the program's commands on the file; return what it printed."""
    ut, feil = io.StringIO(), io.StringIO()
    omgivelser = replace(
        oppstart._omgivelser(Tekster("nb")), klokke=Fastklokke(), arbeidsmappe=mappe / "arbeid", ut=ut, feil=feil
    )
    assert kommando(Namespace(fil=mappe / "p.verksted", **argumenter), omgivelser) == 0
    assert not feil.getvalue(), feil.getvalue()
    return ut.getvalue()


# -- what others read ----------------------------------------------------------------------------------------------


def _les_json(mappe: Path, skrevet: list[Skrevet], utfall: Utfall) -> None:
    lest = json.loads(_kjoer(mappe, vis.kjoer, json=True).encode())
    _kjoer(mappe, vis.kjoer, json=False).encode()
    ordene = {lest["prosess"]["navn"], lest["prosess"]["kommune"]}
    ordene |= {verksted[felt] for verksted in lest["verksteder"] for felt in ("tittel", "sted")}
    for ett in skrevet:
        if JSON in ett.sted.vises_i and ett.ventet not in ordene:
            utfall.feil.append(f"{ett.sted.navn} i json: {_naermest(ett, ordene)}")


def _les_word(mappe: Path, slag: str, skrevet: list[Skrevet], utfall: Utfall) -> None:
    dokument = Document(str(mappe / "ut" / FILNAVN[slag]))
    topper = [
        topp._element for del_ in dokument.sections for topp in (del_.header, del_.first_page_header, del_.footer)
    ]
    avsnitt = [Paragraph(p, dokument).text for rot in (dokument.element.body, *topper) for p in rot.iter(qn("w:p"))]
    alt = "\n".join(avsnitt)
    for ett in skrevet:
        holder = ett.ventet in alt if ett.sted.ordrett else _uten_tomme_linjer(ett.ventet) in _uten_tomme_linjer(alt)
        if slag in ett.sted.vises_i and not holder:
            utfall.feil.append(f"{ett.sted.navn} i {slag}: {_naermest(ett, avsnitt)}")


def _uten_tomme_linjer(tekst: str) -> str:
    """Return the text as running text has it: each line a paragraph, without empty ones and blanks at their ends."""
    return "\n".join(linje.strip() for linje in tekst.split("\n") if linje.strip())


def _les_excel(mappe: Path, skrevet: list[Skrevet], utfall: Utfall) -> None:
    bok = load_workbook(mappe / "ut" / FILNAVN[EXCEL])
    utfall.feil += [funn for blad in bok for funn in _vernet(blad)]
    kolonner = [
        [str(celle.value) for celle in kolonne if celle.data_type == "s"]
        for blad in bok
        for kolonne in blad.iter_cols()
    ]
    celler = {celle for kolonne in kolonner for celle in kolonne}
    sammen = ["".join(kolonne) for kolonne in kolonner]
    for ett in skrevet:
        if EXCEL not in ett.sted.vises_i:
            continue
        # openpyxl takes this away wherever it stands; Excel and LibreOffice only where it hides an escape.
        ventet = ett.ventet.replace("x005F_", "")
        if any(ventet in celle for celle in celler):
            continue
        if any(ventet in kolonne for kolonne in sammen):
            utfall.delt += 1
        elif any(celle.endswith(KUTT) and ventet[:10_000] in celle for celle in celler):
            utfall.kuttet += 1
        else:
            utfall.feil.append(f"{ett.sted.navn} i excel: {_naermest(ett, celler)}")


def _vernet(blad: Worksheet) -> Iterator[str]:
    """Yield each cell that is a formula of somebody's words, could become one, or holds more than a cell can."""
    if not all(ramme and ramme.left.text for ramme in (blad.oddHeader, blad.oddFooter)):
        yield f"{blad.title}: uten topptekst eller bunntekst"
    for celle in (celle for rad in blad.iter_rows() for celle in rad if celle.value is not None):
        sted, verdi = f"{blad.title}!{celle.coordinate}", str(celle.value)
        egne_ord = "⟦" in verdi
        if celle.data_type == "f":
            if egne_ord or not verdi.startswith(_VAARE_FORMLER):
                yield f"{sted}: en formel: {verdi[:60]!a}"
        elif egne_ord and celle.data_type != "s":
            yield f"{sted}: ikke en tekst: {celle.data_type}"
        elif egne_ord and verdi.startswith(_LIGNER_FORMEL) and not celle.quotePrefix:
            yield f"{sted}: blir en formel når noen er innom: {verdi[:60]!a}"
        if len(verdi.encode("utf-16-le")) // 2 > CELLE:
            yield f"{sted}: lengre enn en celle"


def _naermest(ett: Skrevet, tekster: Iterable[str]) -> str:
    """Return what stands where the mark is, or that it is gone."""
    funnet = next((tekst for tekst in tekster if ett.merke in tekst), None)
    if funnet is None:
        return f"borte: {ett.ventet[:80]!a}"
    slutt = funnet.index(ett.merke) + len(ett.merke)
    return f"{funnet[max(0, slutt - 80) : slutt]!a} for {ett.ventet[-80:]!a}"
