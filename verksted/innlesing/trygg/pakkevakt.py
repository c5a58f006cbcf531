"""The guard in front of every reader of Office files: a zip is measured and looked through before a library opens it.

Limits of `Grenser`; a kind from the parts, not from the name. What is left unread (macros, outer parts) is told.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.trygg import feil
from verksted.innlesing.trygg.pakkeretting import trenger_retting
from verksted.innlesing.trygg.pakkexml import er_xml, har_dokumenttype, lesbar
from verksted.innlesing.trygg.slag import Filslag, kjenn_igjen, krev_slag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from zipfile import ZipFile, ZipInfo

_MB: Final = 1 << 20
_SLUTT: Final = b"PK\x05\x06"
_SLUTT64: Final = b"PK\x06\x06"
_KRYPTERT: Final = 0x1 | 0x40
_PAKKEMAATER: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UT_AV_PAKKA: Final = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:")
_HODE: Final = 64 * 1024
_RELASJON: Final = re.compile(r"<(?:\w+:)?Relationship\s[^>]*?TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_WORDTYPE: Final = re.compile(r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macro")
_REGNEARKTYPE: Final = re.compile(r"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macro")
# Pictures and pages that lie in a document as they came may have a document type; no reader opens them.
_LIGGER_DER_BARE: Final = re.compile(r"/media/|\.(?:html?|xhtml|mht|svg)$")
_STRENG: Final = (b"http://purl.oclc.org/ooxml/", "http://purl.oclc.org/ooxml/".encode("utf-16-le"))
# What zipfile and zlib are known to raise on a package that is not whole.
_SKADET: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
                  KeyError, IndexError, OverflowError, struct.error)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grenser:
    """What a file may be: bytes on the disk, parts, bytes unpacked, and how hard parts over 1 MB may be packed."""

    filstoerrelse: int = 200 * _MB
    deler: int = 2000
    pakket_ut: int = 200 * _MB
    forhold: int = 200
    forhold_fra: int = _MB


@dataclass(frozen=True, slots=True)
class Undersoekt:
    """What the guard found: the kind, what the user should know, and whether it must be rewritten to be read."""

    slag: Filslag
    merknader: tuple[Problem, ...] = ()
    maa_rettes: bool = False


def undersoek(
    data: bytes, filnavn: str, *, ventet: frozenset[Filslag] = frozenset(), grenser: Grenser | None = None
) -> Undersoekt:
    """Look through a file before it is read (raises FilaErIkkeSlikDenSkal); no `ventet` means that any kind will do."""
    grenser = grenser or Grenser()
    if len(data) > grenser.filstoerrelse:
        raise feil.InnfilaErForStor(fil=filnavn, mb=len(data) // _MB + 1, maks=grenser.filstoerrelse // _MB)
    slag = kjenn_igjen(data, filnavn)
    if slag is not None:
        krev_slag(slag, ventet, filnavn)
        return Undersoekt(slag)
    try:
        return _undersoek_pakke(data, filnavn, ventet, grenser)
    except _SKADET:
        raise feil.InnfilaErSkadet(fil=filnavn) from None


def _undersoek_pakke(data: bytes, filnavn: str, ventet: frozenset[Filslag], grenser: Grenser) -> Undersoekt:
    _maal_innholdsliste(data, filnavn, grenser)
    with zipfile.ZipFile(io.BytesIO(data)) as pakke:
        deler = {_navn(del_): del_ for del_ in pakke.infolist()}
        if any(del_.flag_bits & _KRYPTERT for del_ in deler.values()):
            raise feil.FilaErKryptert(fil=filnavn)
        _maal_delene(pakke.infolist(), filnavn, grenser)
        slag = _pakkeslag(pakke, deler, filnavn)
        krev_slag(slag, ventet, filnavn)
        ytre, streng = _se_gjennom(pakke, deler.values(), filnavn)
    merknader = list(_merknader(deler, filnavn, ytre=ytre, streng=streng))
    skraanavn = any("\\" in del_.filename for del_ in deler.values())
    return Undersoekt(slag, tuple(merknader), trenger_retting(slag, streng=streng, skraanavn=skraanavn))


def _navn(del_: ZipInfo) -> str:
    """Return a part's name as Office tells names apart: case and slant do not count."""
    return del_.filename.replace("\\", "/").casefold()


def _maal_innholdsliste(data: bytes, filnavn: str, grenser: Grenser) -> None:
    """Read the table of contents' own count before anybody makes a list of it."""
    slutt = data.rfind(_SLUTT, max(0, len(data) - 22 - 0xFFFF))
    if slutt < 0:
        raise feil.InnfilaErSkadet(fil=filnavn)
    antall, stoerrelse = struct.unpack_from("<HI", data, slutt + 10)
    slutt64 = data.rfind(_SLUTT64, max(0, slutt - 20 - 4096), slutt)
    if slutt64 >= 0:
        antall, stoerrelse = struct.unpack_from("<QQ", data, slutt64 + 32)
    if antall > grenser.deler or stoerrelse > grenser.deler * 1024:
        raise feil.FilaVokserForMye(fil=filnavn)


def _maal_delene(deler: list[ZipInfo], filnavn: str, grenser: Grenser) -> None:
    if len(deler) > grenser.deler or sum(del_.file_size for del_ in deler) > grenser.pakket_ut:
        raise feil.FilaVokserForMye(fil=filnavn)
    for del_ in deler:
        if del_.file_size > grenser.forhold_fra and del_.file_size > grenser.forhold * max(del_.compress_size, 1):
            raise feil.FilaVokserForMye(fil=filnavn)
        if del_.compress_type not in _PAKKEMAATER:
            raise feil.InnfilaErSkadet(fil=filnavn)
    if len({_navn(del_) for del_ in deler}) < len(deler) or any(_UT_AV_PAKKA.search(del_.filename) for del_ in deler):
        raise feil.PakkaHarUlovligeNavn(fil=filnavn)
    # Parts that share their packed bytes can swell without any of them being large.
    i_fila = sorted(deler, key=lambda del_: del_.header_offset)
    if any(a.header_offset + a.compress_size > b.header_offset for a, b in pairwise(i_fila)):
        raise feil.InnfilaErSkadet(fil=filnavn)


def _pakkeslag(pakke: ZipFile, deler: Mapping[str, ZipInfo], filnavn: str) -> Filslag:
    """Tell the kind from the declared types, and where they are missing from the well-known part names."""
    typer = lesbar(_hode(pakke, deler["[content_types].xml"])).casefold() if "[content_types].xml" in deler else ""
    if "word/document.xml" in deler or _WORDTYPE.search(typer):
        return Filslag.WORD
    if "xl/workbook.bin" in deler:
        raise feil.FilaErBinaerExcel(fil=filnavn)
    if "xl/workbook.xml" in deler or _REGNEARKTYPE.search(typer):
        return Filslag.REGNEARK
    if any(navn.startswith("ppt/") for navn in deler):
        raise feil.FilaErLysark(fil=filnavn)
    if "mimetype" in deler and b"opendocument" in _hode(pakke, deler["mimetype"]):
        raise feil.FilaErOpenDocument(fil=filnavn)
    if {"content.xml", "meta-inf/manifest.xml"} <= deler.keys():
        raise feil.FilaErOpenDocument(fil=filnavn)
    if any(navn.startswith("index") and navn.endswith((".iwa", ".zip")) for navn in deler):
        raise feil.FilaErFraApple(fil=filnavn)
    if typer or any(navn.startswith(("word/", "xl/", "_rels/")) for navn in deler):
        raise feil.InnfilaErSkadet(fil=filnavn)
    raise feil.FilaErPakketMappe(fil=filnavn)


def _hode(pakke: ZipFile, del_: ZipInfo, mengde: int = _HODE) -> bytes:
    with pakke.open(del_) as inn:
        return inn.read(mengde)


def _se_gjennom(pakke: ZipFile, deler: Iterable[ZipInfo], filnavn: str) -> tuple[int, bool]:
    """Look at the start of every part that is XML; return how many outer parts are named, and whether it is Strict.

    Packages inside the package (pictures, embedded workbooks) are bytes like any other, and are not opened.
    """
    ytre, streng = 0, False
    for del_ in deler:
        navn = _navn(del_)
        if del_.is_dir() or _LIGGER_DER_BARE.search(navn):
            continue
        try:
            hode = _hode(pakke, del_)
        except _SKADET:
            continue  # no reader gets further, and it says itself whether it can do without the part
        if not er_xml(hode, navn):
            continue
        if har_dokumenttype(hode):
            raise feil.FilaHarDokumenttype(fil=filnavn)
        if navn.endswith(".rels"):
            hele = lesbar(_hode(pakke, del_, del_.file_size))
            ytre += sum(1 for treff in _RELASJON.finditer(hele) if "hyperlink" not in treff[0].casefold())
        elif navn.startswith(("word/document", "xl/workbook")):
            streng = streng or any(navnerom in hode for navnerom in _STRENG)
    return ytre, streng


def _merknader(deler: Mapping[str, ZipInfo], filnavn: str, *, ytre: int, streng: bool) -> Iterable[Problem]:
    sted = Sted(filnavn)
    if any("vbaproject" in navn or "/macrosheets/" in navn for navn in deler):
        yield Problem("makroer_ikke_lest", Alvor.MERKNAD, sted)
    if ytre:
        yield Problem("eksterne_deler_ikke_hentet", Alvor.MERKNAD, sted, {"antall": ytre})
    innebygde = sum(1 for navn in deler if "/embeddings/" in navn or "/activex/" in navn)
    if innebygde:
        yield Problem("innebygde_filer_ikke_lest", Alvor.MERKNAD, sted, {"antall": innebygde})
    if streng:
        yield Problem("streng_ooxml", Alvor.MERKNAD, sted)
