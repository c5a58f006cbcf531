"""Making the chosen documents for the window: one reading, a step per document, PDF where it is asked for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from verksted.handlinger.eksport import eksporter
from verksted.handlinger.trykk import skriv_pdf
from verksted.lager.kvitteringer import Kvitteringer
from verksted.lager.spoerringer.endringer import hent_tidene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from verksted.handlinger.eksport import Dokument, Skrevet
    from verksted.handlinger.trykk import Fremdrift
    from verksted.kjerne.klokke import Klokke
    from verksted.lager.prosessfil import Prosessfil
    from verksted.visning.grunnlag import Grunnlag

    Skriver = Callable[[Grunnlag, datetime], Dokument | None]
    Si = Callable[[int, int, str], None]


def lag_dokumenter(
    fil: Prosessfil,
    mappe: Path,
    skrivere: Mapping[str, tuple[str, Skriver]],
    *,
    klokke: Klokke,
    arbeidsmappe: Path,
    pdf: Path | None,
    si: Si,
) -> list[Skrevet]:
    """Write the documents, then PDF of the Word ones with LibreOffice at `pdf`; return what was written.

    `si(done, of, file)` is called before each and may raise to stop: what is written already is whole, and the rest
    is as it was. Raises what `eksporter` and `skriv_pdf` raise.
    """
    i_alt = len(skrivere) * (2 if pdf is not None else 1)

    def med_steg(nummer: int, filnavn: str, skriv: Skriver) -> Skriver:
        def steg(grunnlag: Grunnlag, skrevet: datetime) -> Dokument | None:
            si(nummer, i_alt, filnavn)
            return skriv(grunnlag, skrevet)

        return steg

    trinnvis = {
        slag: (navn, med_steg(nummer, navn, skriv)) for nummer, (slag, (navn, skriv)) in enumerate(skrivere.items())
    }
    with fil.les_raatt() as db:
        operasjoner = hent_tidene(db)
    skrevet = eksporter(fil, mappe, trinnvis, klokke=klokke, arbeidsmappe=arbeidsmappe)
    kvitteringer = Kvitteringer(arbeidsmappe)
    for dokument in skrevet:
        with suppress(OSError):  # without the mark the clock says how fresh the document is
            kvitteringer.merk(dokument.sti, operasjoner[-1][0] if operasjoner else 0)
    if pdf is None:
        return skrevet
    fra = len(skrivere)

    def pdf_steg(steg: Fremdrift) -> None:
        si(fra + steg.ferdige, i_alt, steg.fil)

    word = [dokument for dokument in skrevet if dokument.sti.suffix == ".docx"]
    return [
        *skrevet,
        *skriv_pdf(word, program=pdf, klokke=klokke, arbeidsmappe=arbeidsmappe, naar_fremdrift=pdf_steg),
    ]
