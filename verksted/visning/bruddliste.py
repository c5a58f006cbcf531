"""The gaps of the thread by kind, each with its size and the way to its place: the rows of the workbook's *Avvik*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Sporting
from verksted.regler.avvik import Avvikslag
from verksted.visning.sporbarhet_avvik import bygg_avvik
from verksted.visning.sporbarhet_celler import Lenke, Ord
from verksted.visning.sporbarhet_innspill import bygg_innspill

if TYPE_CHECKING:
    from verksted.regler.avvik import Avvik
    from verksted.visning.sporbarhet_oppslag import Oppslag
    from verksted.visning.sporbarhet_rader import AvvikRad


@dataclass(frozen=True, slots=True, kw_only=True)
class Bruddrad:
    """One gap, or `antall` gathered in one row; `ledd` and `kode` are what it is about, '' for the rest of the plan."""

    nummer: str
    ledd: str
    kode: str
    gjelder: str | Ord
    galt: Ord
    neste_steg: Ord
    beloep: int | None
    antall: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bruddgruppe:
    """A kind of gap (`regler.avvik.Avvikslag`); `beloep` is the first year's kroner, None if not about money."""

    slag: str
    alvor: int
    beloep: int | None
    rader: tuple[Bruddrad, ...]

    @property
    def antall(self) -> int:
        """How many things the gaps are about."""
        return sum(rad.antall for rad in self.rader)


def bygg_bruddliste(oppslag: Oppslag) -> tuple[Bruddgruppe, ...]:
    """Return every kind there is, the gravest first."""
    bygg_innspill(oppslag)  # the codes of notes lead to their rows, which are counted there
    grupper: dict[tuple[int, str], list[Bruddrad]] = {}
    for funn, rad in zip(oppslag.avvik, bygg_avvik(oppslag), strict=True):
        grupper.setdefault((funn[0].alvor.value, funn[0].slag.value), []).append(_rad(funn, rad))
    return tuple(
        Bruddgruppe(slag=slag, alvor=alvor, beloep=_sum(rader), rader=tuple(rader))
        for (alvor, slag), rader in grupper.items()
    )


def _rad(funn: tuple[Avvik, ...], rad: AvvikRad) -> Bruddrad:
    avvik = funn[0]
    kode = rad.kode.tekst if isinstance(rad.kode, Lenke) and isinstance(rad.kode.tekst, str) else ""
    ledd = (avvik.gjelder_type or "") if avvik.gjelder_type is not Sporting.SPOERSMAAL else ""
    return Bruddrad(
        nummer=rad.avvik,
        ledd=str(ledd),
        kode=kode,
        gjelder=rad.gjelder,
        galt=rad.galt,
        neste_steg=rad.neste_steg,
        beloep=rad.beloep,
        antall=avvik.antall if avvik.slag is Avvikslag.RESTEN_UTEN_ANKER else len(funn),
    )


def _sum(rader: list[Bruddrad]) -> int | None:
    med_penger = [rad.beloep for rad in rader if rad.beloep is not None]
    return sum(med_penger) if med_penger else None
