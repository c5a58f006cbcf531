"""The first bytes of an XML part: is there a document type, and are the letters ones an Office program writes?

Only what stands before the root element can hold a document type, so only that is looked at; no parser is run.
"""

from __future__ import annotations

import re
from typing import Final

_UTF8: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
# Appendix F of XML 1.0: four bytes a letter in any order, and EBCDIC. Parsers take them; Office never writes them.
_FREMMEDE: Final = (
    b"\x00\x00\x00<", b"<\x00\x00\x00", b"\x00\x00<\x00", b"\x00<\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe\x00\x00",
    b"\x4c\x6f\xa7\x94",
)  # fmt: skip
_KJENTE: Final = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d|cp125\d", re.IGNORECASE
)
_KODING: Final = re.compile(r"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_FOERSPILL: Final = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_AVBRUTT: Final = re.compile(r"<(?:\?|!--|!?$)")
_XMLNAVN: Final = (".xml", ".rels", ".vml")


def er_xml(hode: bytes, navn: str) -> bool:
    """Say whether a parser could take this part for XML."""
    rent = hode.removeprefix(_UTF8).lstrip(b" \t\r\n\x00")
    return navn.casefold().endswith(_XMLNAVN) or rent.startswith(b"<") or hode.startswith((*_UTF16, *_FREMMEDE))


def har_dokumenttype(hode: bytes) -> bool:
    """Say whether there is a document type before the root element, or a chance that one hides there."""
    if hode.startswith(_FREMMEDE):
        return True
    tekst = lesbar(hode)
    koding = _KODING.match(tekst)
    if koding and not _KJENTE.fullmatch(koding[1].strip()):
        return True
    foerspill = _FOERSPILL.match(tekst)
    rest = tekst[foerspill.end() :] if foerspill else tekst
    # A prologue that goes on past what was looked at has something to hide.
    return rest[:9].casefold() == "<!doctype" or bool(_AVBRUTT.match(rest)) or rest[:3].casefold() in {"<!e", "<!["}


def lesbar(hode: bytes) -> str:
    """Return the bytes as text in the encoding their first bytes tell."""
    if hode.startswith(_UTF16):
        return hode[: len(hode) & ~1].decode("utf-16", errors="replace")
    # Without the mark, one of the first two bytes of UTF-16 is still zero.
    if hode[1:2] == b"\x00" != hode[:1]:
        return hode[: len(hode) & ~1].decode("utf-16-le", errors="replace")
    if hode[:1] == b"\x00" != hode[1:2]:
        return hode[: len(hode) & ~1].decode("utf-16-be", errors="replace")
    return hode.removeprefix(_UTF8).decode("utf-8", errors="replace")
