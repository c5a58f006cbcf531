"""Runs of text inside a paragraph (ECMA-376 part 1, §17.3.2): the words are escaped, never interpreted."""

from __future__ import annotations

import re
from html import escape

from verksted.kjerne.tekstrens import rens

SPRAAK = {"nb": "nb-NO", "nn": "nn-NO"}

_UMULIG_I_NAVN = re.compile("[^0-9A-Za-z]")
_LINJE = '</w:t><w:br/><w:t xml:space="preserve">'
_TABULATOR = '</w:t><w:tab/><w:t xml:space="preserve">'


def tekst(ord_: str) -> str:
    """Return the words as content of a run; line breaks and tabs become Word's own."""
    rent = escape(rens(ord_), quote=False)
    if "\n" in rent or "\t" in rent:
        rent = rent.replace("\n", _LINJE).replace("\t", _TABULATOR)
    return f'<w:t xml:space="preserve">{rent}</w:t>'


def verdi(ord_: str) -> str:
    """Return the words as the value of an attribute."""
    return escape(rens(ord_), quote=True)


def loep(ord_: str, stil: str = "", spraak: str = "") -> str:
    """Return a run in a character style, in another language than the document where `spraak` (nb, nn) says so."""
    if not ord_:
        return ""
    stilen = f'<w:rStyle w:val="{stil}"/>' if stil else ""
    spraaket = f'<w:lang w:val="{verdi(SPRAAK.get(spraak, spraak))}"/>' if spraak else ""
    egenskaper = f"<w:rPr>{stilen}{spraaket}</w:rPr>" if stilen or spraaket else ""
    return f"<w:r>{egenskaper}{tekst(ord_)}</w:r>"


def tabulator() -> str:
    """Return a run that jumps to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def felt(instruks: str, vist: str = "1") -> str:
    """Return a field that Word counts by itself, for instance PAGE."""
    return f'<w:fldSimple w:instr=" {instruks} "><w:r><w:t>{vist}</w:t></w:r></w:fldSimple>'


def bokmerkenavn(kode: str) -> str:
    """Return the bookmark of a code: letters, figures and underscore only, as Word asks (40 at most)."""
    return "k_" + _UMULIG_I_NAVN.sub("_", kode)[:38]


def lenke(kode: str, vist: str = "", stil: str = "Kode") -> str:
    """Return a link to the place of the code in this document."""
    return (
        f'<w:hyperlink w:anchor="{bokmerkenavn(kode)}" w:history="1"><w:r><w:rPr><w:rStyle w:val="{stil}"/>'
        f'<w:color w:val="005DB1"/></w:rPr>{tekst(vist or kode)}</w:r></w:hyperlink>'
    )
