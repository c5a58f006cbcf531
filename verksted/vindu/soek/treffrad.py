"""From a row that was found to a line of the palette: what kind it is, where it leads, which words were hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from verksted.regler.ordmerking import merk_ord, utdrag
from verksted.vindu.ramme.kontrakt import Treff

if TYPE_CHECKING:
    from collections.abc import Iterable


class Funnet(Protocol):
    """One row found (`lager.soek.Treff`)."""

    @property
    def tabell(self) -> str:
        """Its table."""
        ...

    @property
    def kode(self) -> str:
        """Its code, if it has one."""
        ...

    @property
    def tekst(self) -> str:
        """Its words, a line per column; the first is what it is called."""
        ...


# table → kind in words (`ramme.soek.slag.*`), page, icon
_STED: Final = {
    "innspill": ("innspill", "bearbeide", "chat-text"),
    "punkt": ("punkt", "bearbeide", "cards"),
    "planelement": ("plan", "plan", "tree-structure"),
    "kunnskapspunkt": ("kunnskap", "kunnskap", "chart-bar"),
    "tiltak": ("oekonomi", "oekonomi", "path"),
    "oekonomipost": ("oekonomi", "oekonomi", "coins"),
    "spoersmaal": ("program", "spoersmaal", "question"),
    "programpost": ("program", "program", "clock"),
    "verksted": ("program", "program", "presentation"),
    "sjekkpunkt": ("program", "prosess", "check-square"),
    "person": ("deltaker", "deltakere", "user"),
}


def som_treff(funnet: Iterable[Funnet], letes: str) -> tuple[Treff, ...]:
    """Return the lines, by kind: the kind of the best hit first, and within a kind the best hit first."""
    rader = [_rad(en, letes) for en in funnet]
    rekke = list(dict.fromkeys(rad.slag for rad in rader))
    return tuple(sorted(rader, key=lambda rad: rekke.index(rad.slag)))


def _rad(funnet: Funnet, letes: str) -> Treff:
    slag, side, ikon = _STED[funnet.tabell]
    navn, _, resten = funnet.tekst.partition("\n")
    tittel = utdrag(navn, letes) or funnet.kode
    # Where only the lower words were hit, the second line shows them.
    under = utdrag(resten, letes) if resten and not merk_ord(tittel, letes) else ""
    return Treff(
        slag=slag,
        kode=funnet.kode or navn,
        tekst=tittel,
        under=under,
        side=side,
        ikon=ikon,
        til_hoeyre=funnet.kode,
        merket=merk_ord(tittel, letes),
    )
