"""What kind of file the bytes are, whatever the name says. Kinds nobody here reads are turned away as what they are."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from verksted.innlesing.trygg import feil

if TYPE_CHECKING:
    from verksted.innlesing.trygg.feil import FilaErIkkeSlikDenSkal


class Filslag(StrEnum):
    """A kind of file that some reader takes."""

    WORD = "word"
    REGNEARK = "regneark"
    TEKST = "tekst"
    JSON = "json"


# What the readers take: plans, lists and budgets, and the knowledge base, which takes statistics too.
WORDFILER: Final = frozenset({Filslag.WORD})
TABELLFILER: Final = frozenset({Filslag.REGNEARK, Filslag.TEKST})
TALLFILER: Final = frozenset({Filslag.REGNEARK, Filslag.TEKST, Filslag.JSON})

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_I_OLE: Final[tuple[tuple[str, type[FilaErIkkeSlikDenSkal]], ...]] = (
    ("EncryptedPackage", feil.FilaErKryptert),
    ("EncryptionInfo", feil.FilaErKryptert),
    ("WordDocument", feil.FilaErGammelWord),
    ("Workbook", feil.FilaErGammelExcel),
    ("Book", feil.FilaErGammelExcel),
)
_STARTER: Final[tuple[tuple[bytes, type[FilaErIkkeSlikDenSkal]], ...]] = (
    (b"{\\rtf", feil.FilaErRtf),
    (b"SQLite format 3\x00", feil.FilaErDatabase),
    (b"\x89PNG", feil.FilaErBilde),
    (b"\xff\xd8\xff", feil.FilaErBilde),
    (b"GIF8", feil.FilaErBilde),
    (b"II*\x00", feil.FilaErBilde),
    (b"MM\x00*", feil.FilaErBilde),
    (b"7z\xbc\xaf\x27\x1c", feil.FilaErPakketMappe),
    (b"Rar!\x1a", feil.FilaErPakketMappe),
    (b"\x1f\x8b\x08", feil.FilaErPakketMappe),
    # A workbook from before the compound file: BIFF 2, 3 and 4.
    (b"\x09\x00\x04\x00", feil.FilaErGammelExcel),
    (b"\x09\x02\x06\x00", feil.FilaErGammelExcel),
    (b"\x09\x04\x06\x00", feil.FilaErGammelExcel),
)
_BILDE: Final = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)|BM....\x00\x00\x00\x00", re.DOTALL)
_NETTSIDE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style|div)\b"
    r"|\s*MIME-Version:",
    re.IGNORECASE | re.DOTALL,
)
_XML: Final = re.compile(r"\s*(?:<\?xml\s|<!doctype\s|<!--|<\w+:\w+[\s>]|<\w+[^<>\n;]*xmlns)", re.IGNORECASE)
_JSON: Final = re.compile(r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\[{\"\]0-9-]|$))")
_HODE: Final = 8192


def kjenn_igjen(data: bytes, filnavn: str) -> Filslag | None:
    """Return the kind, or None for a zip, whose kind is seen from its parts (raises FilaErIkkeSlikDenSkal)."""
    if not data:
        raise feil.InnfilaErTom(fil=filnavn)
    if data.startswith(_ZIP):
        return None
    if data.startswith(_OLE):
        raise _i_ole(data)(fil=filnavn)
    if b"%PDF-" in data[:1024]:
        raise feil.FilaErPdf(fil=filnavn)
    for start, hva in _STARTER:
        if data.startswith(start):
            raise hva(fil=filnavn)
    if _BILDE.match(data):
        raise feil.FilaErBilde(fil=filnavn)
    tekst = _som_tekst(data)
    if tekst is None:
        raise feil.FilaErUkjent(fil=filnavn)
    if _NETTSIDE.match(tekst):
        raise feil.FilaErNettside(fil=filnavn)
    if _XML.match(tekst):
        raise feil.FilaErXml(fil=filnavn)
    return Filslag.JSON if _JSON.match(tekst) else Filslag.TEKST


def krev_slag(slag: Filslag, ventet: frozenset[Filslag], filnavn: str) -> None:
    """Turn away a kind this reader does not take (raises FilaErIkkeSlikDenSkal)."""
    if slag in ventet or not ventet:
        return
    match slag:
        case Filslag.WORD:
            raise feil.FilaErEtWorddokument(fil=filnavn)
        case Filslag.REGNEARK:
            raise feil.FilaErEtRegneark(fil=filnavn)
        case Filslag.JSON:
            raise feil.FilaErJson(fil=filnavn)
        case Filslag.TEKST:
            raise feil.FilaErRenTekst(fil=filnavn)


def _i_ole(data: bytes) -> type[FilaErIkkeSlikDenSkal]:
    """Look for the names of the streams, which stand in the directory as UTF-16 and end with a zero."""
    for navn, hva in _I_OLE:
        if f"{navn}\0".encode("utf-16-le") in data:
            return hva
    return feil.FilaErGammelOffice


def _som_tekst(data: bytes) -> str | None:
    """Return the beginning as text; None when it is none."""
    hode = data[:_HODE]
    if hode[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return hode[: len(hode) & ~1].decode("utf-16", errors="replace")
    if b"\x00" not in hode:
        return hode.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    # UTF-16 without its mark: half of the bytes of Norwegian text are zero, and all on the same side.
    for side, koding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if hode[side::2].count(0) > 0.8 * len(hode) / 2 and not hode[1 - side :: 2].count(0):
            return hode[: len(hode) & ~1].decode(koding, errors="replace")
    return None
