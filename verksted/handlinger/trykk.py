"""Printed matter for the room: Word documents first, then the same as PDF where the machine can make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.handlinger.eksport import Skrevet, legg_dokument
from verksted.handlinger.kontorpakke import Kontorpakke
from verksted.kjerne.klokke import lokal
from verksted.lager.kvitteringer import Kvitteringer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from threading import Event

    from verksted.kjerne.klokke import Klokke


@dataclass(frozen=True, slots=True)
class Fremdrift:
    """How many of the documents are PDF, and which is being made now."""

    ferdige: int
    alle: int
    fil: str


def skriv_pdf(
    dokumenter: Sequence[Skrevet],
    *,
    program: Path,
    klokke: Klokke,
    arbeidsmappe: Path,
    naar_fremdrift: Callable[[Fremdrift], None] | None = None,
    avbryt: Event | None = None,
) -> list[Skrevet]:
    """Put a PDF beside each Word document, and return those that were made before somebody stopped it.

    `avbryt` may be set from any thread. An old PDF stays until the new one is whole. Raises KunneIkkeLagePdf,
    PdfTokForLangTid, KunneIkkeSkriveDokument, DiskenErFull; the Word documents are written already and are not touched.
    """
    naa = lokal(klokke.naa())
    kvitteringer = Kvitteringer(arbeidsmappe)
    ferdige: list[Skrevet] = []
    with Kontorpakke(program, klokke=klokke, avbryt=avbryt) as kontorpakke:
        for dokument in dokumenter:
            sti = dokument.sti.with_suffix(".pdf")
            if naar_fremdrift is not None:
                naar_fremdrift(Fremdrift(len(ferdige), len(dokumenter), sti.name))
            data = kontorpakke.lag_pdf(dokument.sti)
            if data is None:
                break
            til_side = legg_dokument(data, sti, kvitteringer, naa)
            ferdige.append(Skrevet(dokument.slag, sti, dokument.innhold, til_side))
    return ferdige
