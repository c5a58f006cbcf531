"""Opening a file for a command: the messages of the opening are told before anything else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from verksted.kjerne.tekster import Tekster
from verksted.lager.prosessfil import Prosessfil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.kommandolinje.omgivelser import Omgivelser

AKTOER = "prosessleder"


@contextmanager
def aapnet(
    sti: Path, omgivelser: Omgivelser, *, bare_les: bool = False, autolagring: bool = False
) -> Iterator[Prosessfil]:
    """Open a file, tell what the opening had to say, and close it with a whole copy (raises what opening raises)."""
    fil = Prosessfil.aapne(
        sti,
        arbeidsmappe=omgivelser.arbeidsmappe,
        klokke=omgivelser.klokke,
        bare_les=bare_les,
        autolagring=autolagring,
    )
    with fil:
        si_meldingene(fil, omgivelser)
        yield fil


def si_meldingene(fil: Prosessfil, omgivelser: Omgivelser) -> None:
    """Tell what the user should know about how the file was opened."""
    for melding in fil.meldinger:
        omgivelser.klag(omgivelser.tekster(f"melding.{melding.noekkel}", **melding.data))


def handlingsetikett(tekster: Tekster, navn: str, koder: tuple[str, ...]) -> str:
    """Return an operation's label with the codes it concerns, as for «Angre: …»."""
    etikett = tekster(f"handlinger.{navn}")
    return f"{etikett} ({', '.join(koder)})" if koder else etikett
