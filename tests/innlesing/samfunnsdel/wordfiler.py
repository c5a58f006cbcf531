"""Builds real Word files for the tests, from python-docx' own package and raw XML where python-docx has no words."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx import Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRENG = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROM = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def loep(tekst: str, *, fet: bool = False, stoerrelse: int | None = None, skjult: bool = False) -> str:
    """Return a run."""
    egne = ("<w:b/>" if fet else "") + (f'<w:sz w:val="{stoerrelse}"/>' if stoerrelse else "")
    egne += "<w:vanish/>" if skjult else ""
    linjer = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(linje)}</w:t>' for linje in tekst.split("\n"))
    return f"<w:r><w:rPr>{egne}</w:rPr>{linjer}</w:r>"


def p(tekst: str = "", stil: str = "", *, fet: bool = False, stoerrelse: int | None = None, inni: str = "") -> str:
    """Return a paragraph; `inni` is XML after the text."""
    egne = f'<w:pPr><w:pStyle w:val="{stil}"/></w:pPr>' if stil else ""
    return f"<w:p>{egne}{loep(tekst, fet=fet, stoerrelse=stoerrelse) if tekst else ''}{inni}</w:p>"


def h(nivaa: int, tekst: str, inni: str = "") -> str:
    """Return a heading."""
    return p(tekst, f"Heading{nivaa}", inni=inni)


def punkt(*tekster: str) -> str:
    """Return bullets."""
    return "".join(p(tekst, "ListBullet") for tekst in tekster)


def tabell(*rader: Sequence[str]) -> str:
    """Return a table; a cell is text (lines are paragraphs) or XML, «=» in front of it spans the whole row."""
    bredde = max(len(rad) for rad in rader)
    ut = ""
    for rad in rader:
        celler = ""
        for celle in rad:
            spenn = f'<w:tcPr><w:gridSpan w:val="{bredde}"/></w:tcPr>' if celle.startswith("=") else ""
            inni = celle.removeprefix("=")
            avsnitt = inni if inni.startswith("<") else "".join(p(tekst) for tekst in inni.split("\n"))
            celler += f"<w:tc>{spenn}{avsnitt}</w:tc>"
        ut += f"<w:tr>{celler}</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{ut}</w:tbl>"


def boks(innhold: str, *, med_gammel: bool = True) -> str:
    """Return a run with a text box, as Word writes it: new drawing, and a copy for old programs."""
    ny = f"<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{innhold}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>"
    gammel = f"<w:pict><v:shape><v:textbox><w:txbxContent>{innhold}</w:txbxContent></v:textbox></v:shape></w:pict>"
    if not med_gammel:
        return f"<w:r>{gammel}</w:r>"
    valg = f'<mc:Choice Requires="wps">{ny}</mc:Choice><mc:Fallback>{gammel}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{valg}</mc:AlternateContent></w:r>"


def kontroll(innhold: str, galleri: str = "") -> str:
    """Return a content control around anything."""
    egne = f'<w:docPartObj><w:docPartGallery w:val="{galleri}"/></w:docPartObj>' if galleri else ""
    return f"<w:sdt><w:sdtPr>{egne}</w:sdtPr><w:sdtContent>{innhold}</w:sdtContent></w:sdt>"


def wordfil(
    *kropp: str,
    noter: Mapping[int, str] | None = None,
    sluttnoter: Mapping[int, str] | None = None,
    stiler: str = "",
    streng: bool = False,
    hoveddel: str = "document.xml",
) -> bytes:
    """Return a docx of body XML. `stiler` is XML put into the style sheet; `streng` writes Strict OOXML."""
    grunnlag = io.BytesIO()
    Document().save(grunnlag)
    dokument = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {_ROM}><w:body>{"".join(kropp)}</w:body></w:document>'
    )
    nye = {f"word/{hoveddel}": dokument}
    forhold = ""
    for navn, art, innhold in (("footnotes", "footnote", noter), ("endnotes", "endnote", sluttnoter)):
        if innhold is None:
            continue
        alle = f'<w:{art} w:id="-1" w:type="separator"><w:p><w:r><w:t>skille</w:t></w:r></w:p></w:{art}>'
        alle += "".join(f'<w:{art} w:id="{kode}">{p(tekst)}</w:{art}>' for kode, tekst in innhold.items())
        nye[f"word/{navn}.xml"] = f"<w:{navn} {_ROM}>{alle}</w:{navn}>"
        forhold += (
            f'<Relationship Id="r{navn}" Target="{navn}.xml" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{navn}"/>'
        )
    ut = io.BytesIO()
    with zipfile.ZipFile(grunnlag) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn in inn.namelist():
            if navn == "word/document.xml":
                continue
            if not navn.endswith((".xml", ".rels")):
                pakke.writestr(navn, inn.read(navn))
                continue
            tekst = inn.read(navn).decode()
            if navn == "word/_rels/document.xml.rels":
                tekst = tekst.replace("</Relationships>", f"{forhold}</Relationships>")
                navn = f"word/_rels/{hoveddel}.rels"  # noqa: PLW2901
            elif navn == "word/styles.xml":
                tekst = tekst.replace("</w:styles>", f"{stiler}</w:styles>")
            tekst = tekst.replace("word/document.xml", f"word/{hoveddel}")
            pakke.writestr(navn, tekst.replace(W, W_STRENG) if streng else tekst)
        for navn, tekst in nye.items():
            pakke.writestr(navn, tekst.replace(W, W_STRENG) if streng else tekst)
    return ut.getvalue()


def note(kode: int, art: str = "footnote") -> str:
    """Return a run with the mark of a note."""
    return f'<w:r><w:{art}Reference w:id="{kode}"/></w:r>'
