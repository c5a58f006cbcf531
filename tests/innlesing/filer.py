"""Makes real spreadsheet and Word files for the tests of this folder."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from docx import Document
from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def xlsx(ark: Mapping[str, Iterable[Any]]) -> bytes:
    """Return a workbook of the named sheets."""
    bok = Workbook()
    bok.remove(bok.active)  # type: ignore[arg-type]
    for navn, rader in ark.items():
        blad = bok.create_sheet(navn)
        for rad in rader:
            blad.append(list(rad))
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def csvfil(rader: Iterable[Any], *, skille: str = ";", koding: str = "utf-8") -> bytes:
    """Return text in columns, as a spreadsheet program saves it."""
    ut = io.StringIO()
    csv.writer(ut, delimiter=skille, lineterminator="\r\n").writerows(rader)
    return ut.getvalue().encode(koding)


def docx(avsnitt: Iterable[tuple[str, str]]) -> bytes:
    """Return a Word file of (style, text); the style `fet` is a bold paragraph, '' an ordinary one."""
    dokument = Document()
    for stil, tekst in avsnitt:
        if stil == "fet":
            dokument.add_paragraph().add_run(tekst).bold = True
        else:
            dokument.add_paragraph(tekst, style=stil or None)
    ut = io.BytesIO()
    dokument.save(ut)
    return ut.getvalue()
