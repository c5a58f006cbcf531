"""From the open file to documents on the disk: read, let the reading go, build, write whole files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.handlinger.feil import KunneIkkeSkriveDokument
from verksted.kjerne.klokke import lokal
from verksted.lager.brukerfil import ledig
from verksted.lager.fil import skriv_hel
from verksted.lager.kvitteringer import Kvitteringer
from verksted.lager.oversetting import FULL, full_disk
from verksted.lager.spoerringer.grunnlag import hent_grunnlag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from verksted.kjerne.klokke import Klokke
    from verksted.lager.prosessfil import Prosessfil
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True)
class Dokument:
    """One finished document: its bytes, and what is in it as catalogue counts (`dokument.innhold.<key>`)."""

    data: bytes
    innhold: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Skrevet:
    """One document on the disk, and where an edited one that lay there is now."""

    slag: str
    sti: Path
    innhold: Mapping[str, int]
    lagt_til_side: Path | None = None


def eksporter(
    fil: Prosessfil,
    mappe: Path,
    skrivere: Mapping[str, tuple[str, Callable[[Grunnlag, datetime], Dokument | None]]],
    *,
    klokke: Klokke,
    arbeidsmappe: Path,
) -> list[Skrevet]:
    """Write documents into a folder; `skrivere` is kind → (file name, writer → None when there is nothing).

    An old file stays until the new one is whole; one that somebody has edited since Verksted wrote it is put aside
    under another name. Raises KunneIkkeSkriveDokument, DiskenErFull, FinnesIkke.
    """
    with fil.les() as sesjon:
        grunnlag = hent_grunnlag(sesjon)
        sesjon.expunge_all()
    skrevet = lokal(klokke.naa())
    kvitteringer = Kvitteringer(arbeidsmappe)
    ferdige = []
    for slag, (filnavn, skriv) in skrivere.items():
        dokument = skriv(grunnlag, skrevet)
        if dokument is None:
            continue
        sti = mappe / filnavn
        til_side = legg_dokument(dokument.data, sti, kvitteringer, skrevet)
        ferdige.append(Skrevet(slag, sti, dokument.innhold, til_side))
    return ferdige


def legg_dokument(data: bytes, sti: Path, kvitteringer: Kvitteringer, skrevet: datetime) -> Path | None:
    """Put a document in its place; return where one that somebody had edited was put."""
    til_side = None
    try:
        sti.parent.mkdir(parents=True, exist_ok=True)
        if sti.is_file() and not kvitteringer.er_vaar(sti):
            til_side = ledig(sti.with_name(f"{sti.stem} (før {skrevet:%d.%m. kl. %H.%M}){sti.suffix}"))
            skriv_hel(sti.read_bytes(), til_side)  # a copy, so that the place is never empty
        skriv_hel(data, sti)
        kvitteringer.skriv(sti, data)
    except OSError as feil:
        if feil.errno in FULL:
            raise full_disk(sti, mb=-(-len(data) // 1_000_000) + 1) from feil
        raise KunneIkkeSkriveDokument(sti=str(sti), aarsak=feil.strerror or "") from feil
    return til_side
