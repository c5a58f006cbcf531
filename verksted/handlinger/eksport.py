"""From the open file to documents on the disk: read, let the reading go, build, write whole files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.handlinger.feil import KunneIkkeSkriveDokument
from verksted.kjerne.klokke import lokal
from verksted.lager.fil import skriv_hel
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
    """One document on the disk."""

    slag: str
    sti: Path
    innhold: Mapping[str, int]


def eksporter(
    fil: Prosessfil,
    mappe: Path,
    skrivere: Mapping[str, tuple[str, Callable[[Grunnlag, datetime], Dokument]]],
    *,
    klokke: Klokke,
) -> list[Skrevet]:
    """Write documents into a folder; `skrivere` is kind → (file name, writer).

    An old file stays until the new one is whole.

    Raises KunneIkkeSkriveDokument, DiskenErFull, FinnesIkke.
    """
    with fil.les() as sesjon:
        grunnlag = hent_grunnlag(sesjon)
        sesjon.expunge_all()
    skrevet = lokal(klokke.naa())
    ferdige = []
    for slag, (filnavn, skriv) in skrivere.items():
        dokument = skriv(grunnlag, skrevet)
        sti = mappe / filnavn
        _legg(dokument.data, sti)
        ferdige.append(Skrevet(slag, sti, dokument.innhold))
    return ferdige


def _legg(data: bytes, sti: Path) -> None:
    try:
        sti.parent.mkdir(parents=True, exist_ok=True)
        skriv_hel(data, sti)
    except OSError as feil:
        if feil.errno in FULL:
            raise full_disk(sti, mb=-(-len(data) // 1_000_000) + 1) from feil
        raise KunneIkkeSkriveDokument(sti=str(sti), aarsak=feil.strerror or "") from feil
