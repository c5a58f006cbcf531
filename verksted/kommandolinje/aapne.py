"""Opening a file for a command: the messages of the opening are told before anything else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from verksted.kjerne.tekster import Tekster
from verksted.kommandolinje.feil import MappaFinnesIkke
from verksted.kommandolinje.feilsetning import lesbare
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


@contextmanager
def ny_fil(sti: Path, omgivelser: Omgivelser) -> Iterator[Prosessfil]:
    """Make a file and close it with a whole copy; when what should fill it fails, nothing is left behind.

    Raises MappaFinnesIkke and what making a file raises.
    """
    sti = sti.resolve()
    if not sti.parent.is_dir():
        raise MappaFinnesIkke(mappe=str(sti.parent))
    fil = Prosessfil.opprett(sti, arbeidsmappe=omgivelser.arbeidsmappe, klokke=omgivelser.klokke)
    try:
        with fil:
            yield fil
    except BaseException:
        sti.unlink(missing_ok=True)
        raise


def si_meldingene(fil: Prosessfil, omgivelser: Omgivelser) -> None:
    """Tell what the user should know about how the file was opened."""
    for melding in fil.meldinger:
        omgivelser.klag(omgivelser.tekster(f"melding.{melding.noekkel}", **lesbare(melding.data, omgivelser.tekster)))


def handlingsetikett(tekster: Tekster, navn: str, koder: tuple[str, ...]) -> str:
    """Return an operation's label with the codes it concerns, as for «Angre: …»."""
    etikett = tekster(f"handlinger.{navn}")
    return f"{etikett} ({', '.join(koder)})" if koder else etikett
