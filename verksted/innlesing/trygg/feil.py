"""What stands in the way before any reader sees the file, each with a sentence that says what it is and what to do."""

from __future__ import annotations

from verksted.kjerne.feil import KjentFeil


class FilaErIkkeSlikDenSkal(KjentFeil):
    """The common ancestor: an input file that is turned away unread (data: fil)."""


# -- another kind of file ------------------------------------------------------------------------------------------


class InnfilaErTom(FilaErIkkeSlikDenSkal):
    """A file of no bytes (data: fil)."""


class FilaErKryptert(FilaErIkkeSlikDenSkal):
    """An Office file behind a password, or an encrypted zip (data: fil)."""


class FilaErGammelWord(FilaErIkkeSlikDenSkal):
    """Word 97–2003, .doc (data: fil)."""


class FilaErGammelExcel(FilaErIkkeSlikDenSkal):
    """Excel 97–2003, .xls (data: fil)."""


class FilaErGammelOffice(FilaErIkkeSlikDenSkal):
    """Another compound file: .ppt, .msg, .pub and their like (data: fil)."""


class FilaErBinaerExcel(FilaErIkkeSlikDenSkal):
    """A binary workbook, .xlsb (data: fil)."""


class FilaErOpenDocument(FilaErIkkeSlikDenSkal):
    """An OpenDocument text or spreadsheet, .odt or .ods (data: fil)."""


class FilaErLysark(FilaErIkkeSlikDenSkal):
    """A slide show, .pptx (data: fil)."""


class FilaErFraApple(FilaErIkkeSlikDenSkal):
    """Pages, Numbers or Keynote (data: fil)."""


class FilaErPdf(FilaErIkkeSlikDenSkal):
    """A PDF (data: fil)."""


class FilaErNettside(FilaErIkkeSlikDenSkal):
    """HTML or MHTML, often named .xls by the system that made it (data: fil)."""


class FilaErXml(FilaErIkkeSlikDenSkal):
    """Plain XML: a spreadsheet or document of 2003, or a system's own (data: fil)."""


class FilaErRtf(FilaErIkkeSlikDenSkal):
    """Rich text, .rtf (data: fil)."""


class FilaErBilde(FilaErIkkeSlikDenSkal):
    """A picture (data: fil)."""


class FilaErPakketMappe(FilaErIkkeSlikDenSkal):
    """A zip, 7z, rar or gz that is no document (data: fil)."""


class FilaErDatabase(FilaErIkkeSlikDenSkal):
    """An SQLite file, as a process of Verksted is (data: fil)."""


class FilaErUkjent(FilaErIkkeSlikDenSkal):
    """Bytes that are neither text nor anything known (data: fil)."""


class FilaErEtRegneark(FilaErIkkeSlikDenSkal):
    """A workbook where a Word document was asked for (data: fil)."""


class FilaErEtWorddokument(FilaErIkkeSlikDenSkal):
    """A Word document where a table was asked for (data: fil)."""


class FilaErRenTekst(FilaErIkkeSlikDenSkal):
    """Text where an Office file was asked for (data: fil)."""


class FilaErJson(FilaErIkkeSlikDenSkal):
    """JSON where something else was asked for (data: fil)."""


# -- the right kind, but not fit to open ---------------------------------------------------------------------------


class InnfilaErForStor(FilaErIkkeSlikDenSkal):
    """More bytes than any honest list or plan (data: fil, mb, maks)."""


class FilaVokserForMye(FilaErIkkeSlikDenSkal):
    """A package that swells when it is opened: too many parts, too much in all, or packed too hard (data: fil)."""


class InnfilaErSkadet(FilaErIkkeSlikDenSkal):
    """A package that is cut off, or contradicts itself (data: fil)."""


class PakkaHarUlovligeNavn(FilaErIkkeSlikDenSkal):
    """A package with parts of the same name, or names that point out of it (data: fil)."""


class FilaHarDokumenttype(FilaErIkkeSlikDenSkal):
    """A part with a document type, entities, or letters no Office program writes (data: fil)."""


# -- the reading itself --------------------------------------------------------------------------------------------


class InnlesingenTokForLangTid(KjentFeil):
    """The reader was stopped at the limit (data: fil, sekunder)."""


class InnlesingenTokForMyeMinne(KjentFeil):
    """The reader needed more memory than a file may have (data: fil, mb)."""


class LeserenStanset(KjentFeil):
    """The reader went down over this file (data: fil, slag, spor)."""


class InnlesingenErAvbrutt(KjentFeil):
    """Somebody cancelled the reading (data: fil)."""
