"""Reading back what was written: with python-docx, another program than the one that wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx

from verksted.dokumenter.word.oppsummering import skriv_oppsummering
from verksted.dokumenter.word.samfunnsdel import skriv_samfunnsdel
from verksted.kjerne.tekster import Tekster
from verksted.visning.oppsummering import bygg_oppsummering
from verksted.visning.samfunnsdel import bygg_samfunnsdel

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag

SKREVET = datetime(2028, 3, 20, 9, 0, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def oppsummering(grunnlag: Grunnlag, nummer: int = 1) -> bytes:
    """Return the docx of one workshop's summary."""
    tekster = Tekster(grunnlag.prosess.maalform)
    return skriv_oppsummering([bygg_oppsummering(grunnlag, nummer)], tekster, skrevet=SKREVET)


def samfunnsdel(grunnlag: Grunnlag) -> bytes:
    """Return the docx of the draft."""
    return skriv_samfunnsdel(bygg_samfunnsdel(grunnlag), Tekster(grunnlag.prosess.maalform), skrevet=SKREVET)


def les(innhold: bytes) -> Any:
    """Return the document as python-docx sees it."""
    return docx.Document(BytesIO(innhold))


def celletekster(dokument: Any) -> list[str]:
    """Return the text of each paragraph of each cell."""
    return [a.text for t in dokument.tables for rad in t.rows for celle in rad.cells for a in celle.paragraphs]


def all_tekst(dokument: Any) -> str:
    """Return every paragraph, in and out of tables, one a line."""
    return "\n".join([a.text for a in dokument.paragraphs] + celletekster(dokument))
