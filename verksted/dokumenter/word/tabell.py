"""Tables: a header row that repeats, rows that do not split, and no table so long that LibreOffice chokes on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import avsnitt
from verksted.dokumenter.word.loep import loep, verdi

if TYPE_CHECKING:
    from collections.abc import Sequence

# LibreOffice needs four times the time for twice the rows in one table.
RADER_PER_TABELL = 250
# A row taller than a page must be allowed to split; this many characters fill well over half of one.
LANG_RAD = 1_500
FULL_BREDDE = 9_070
LITEN_TABELL = 12
_MED_STREK = ("left", "bottom", "right", "insideH", "insideV")
# Borders and cell margins of a table to write in, each in its place in w:tblPr.
_STREKER = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="BBBCBD"/>' for side in _MED_STREK)
    + "</w:tblBorders>",
    '<w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>',
)
_HOLD = re.compile(r'(<w:pStyle w:val="Tabell[a-z]*"/>)')


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: its heading, its width in twentieths of a point, and whether it holds numbers."""

    tittel: str
    bredde: int
    tall: bool = False


class Radmal:
    """A row made ready once, so that each row costs one join."""

    def __init__(self, kolonner: Sequence[Kolonne], *, hoeyde: int = 0) -> None:
        """`hoeyde`: rows at least so tall, in twentieths of a point, for sheets to write on."""
        minst = f'<w:trHeight w:val="{hoeyde}" w:hRule="atLeast"/>' if hoeyde else ""
        celler = [f'<w:tc><w:tcPr><w:tcW w:w="{k.bredde}" w:type="dxa"/></w:tcPr>' for k in kolonner]
        self._hel = f"<w:tr><w:trPr><w:cantSplit/>{minst}</w:trPr>{celler[0]}"
        self._delbar = f"<w:tr>{celler[0]}"
        self._mellom = tuple("</w:tc>" + celle for celle in celler[1:])

    def fyll(self, celler: Sequence[str], *, lengde: int = 0) -> str:
        """Return a row of ready cells; one with `lengde` characters that may fill a page is allowed to split."""
        biter = [self._hel if lengde < LANG_RAD else self._delbar, celler[0]]
        for mellom, celle in zip(self._mellom, celler[1:], strict=True):
            biter += (mellom, celle)
        biter.append("</w:tc></w:tr>")
        return "".join(biter)


def celle(innhold: str, stil: str = "Tabelltekst") -> str:
    """Return one paragraph of ready runs for a cell."""
    return f'<w:p><w:pPr><w:pStyle w:val="{stil}"/></w:pPr>{innhold}</w:p>'


def tabell(
    kolonner: Sequence[Kolonne],
    rader: Sequence[str],
    *,
    tittel: str,
    beskrivelse: str,
    fortsetter: str,
    samlet: bool = False,
    streker: bool = False,
) -> str:
    """Return the table, in parts of at most 250 rows with the sentence `fortsetter` between them.

    With `samlet` a small table stays on one page: its rows but the last hold on to the next. With `streker` lines
    stand between the columns too, for cells to write in.
    """
    if samlet and len(rader) <= LITEN_TABELL:
        rader = [_HOLD.sub(r"\1<w:keepNext/>", rad) for rad in rader[:-1]] + list(rader[-1:])
    deler = [rader[i : i + RADER_PER_TABELL] for i in range(0, len(rader), RADER_PER_TABELL)]
    start = _start(kolonner, tittel, beskrivelse, _STREKER if streker else ("", ""))
    mellom = avsnitt(loep(fortsetter), "Liten", "<w:keepNext/>")
    return mellom.join(f"{start}{''.join(del_)}</w:tbl>" for del_ in deler)


def _start(kolonner: Sequence[Kolonne], tittel: str, beskrivelse: str, streker: tuple[str, str]) -> str:
    bredder = "".join(f'<w:gridCol w:w="{k.bredde}"/>' for k in kolonner)
    hode = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{k.bredde}" w:type="dxa"/></w:tcPr>'
        f"{celle(loep(k.tittel), 'Tabelltallhode' if k.tall else 'Tabellhode')}</w:tc>"
        for k in kolonner
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Verkstedtabell"/>'
        f'<w:tblW w:w="{sum(k.bredde for k in kolonner)}" w:type="dxa"/>{streker[0]}'
        f'<w:tblLayout w:type="fixed"/>{streker[1]}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val="{verdi(tittel)}"/><w:tblDescription w:val="{verdi(beskrivelse)}"/>'
        f"</w:tblPr><w:tblGrid>{bredder}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{hode}</w:tr>"
    )
