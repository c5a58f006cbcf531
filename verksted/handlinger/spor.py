"""Operations on measures and on the trail from a point to the crown in the budget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.feil import FeilBeloep
from verksted.handlinger.handling import handling
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import tiltakskode
from verksted.modell.innspill import Innspill
from verksted.modell.oekonomi import Oekonomipost, Tiltak, Tiltaksbeloep
from verksted.modell.ordene import Sporting, Tiltaksart
from verksted.modell.plan import Kunnskapspunkt, Planelement
from verksted.modell.punkt import Punkt
from verksted.modell.spor import Sporlenke
from verksted.modell.verksted import Spoersmaal, Verksted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.lager.oekt import Oekt

_MED_KODE: Final[Mapping[Sporting, type[Any]]] = {
    Sporting.INNSPILL: Innspill,
    Sporting.PUNKT: Punkt,
    Sporting.PLANELEMENT: Planelement,
    Sporting.TILTAK: Tiltak,
    Sporting.OEKONOMIPOST: Oekonomipost,
    Sporting.KUNNSKAPSPUNKT: Kunnskapspunkt,
}
_HELE: Final = 10_000


@handling
def opprett_tiltak(
    oekt: Oekt,
    /,
    *,
    tittel: str,
    art: Tiltaksart,
    beloep: Mapping[int, int] | None = None,
    **felt: Any,  # noqa: ANN401 - the entity validates its own fields
) -> str:
    """Make a measure with its own amounts per year in whole kroner; return its code (raises UgyldigVerdi)."""
    nummer = oekt.neste("T")
    rad = oekt.opprett(Tiltak, kode=tiltakskode(nummer), tittel=tittel, art=art, rekkefoelge=nummer, **felt)
    for aar, kroner in (beloep or {}).items():
        oekt.opprett(Tiltaksbeloep, tiltak_id=rad.id, aar=aar, beloep=kroner)
    oekt.gjelder(rad.kode)
    return rad.kode


@handling
def oppdater_tiltak(
    oekt: Oekt,
    /,
    *,
    tiltak: str,
    beloep: Mapping[int, int] | None = None,
    **felt: Any,  # noqa: ANN401 - as above
) -> None:
    """Change a measure; years named in `beloep` are set, others stay (raises FinnesIkke, UgyldigVerdi)."""
    rad = _tingen(oekt, Sporting.TILTAK, tiltak)
    oekt.gjelder(tiltak)
    if felt:
        oekt.oppdater(rad, **felt)
    for aar, kroner in (beloep or {}).items():
        finnes = oekt.finn(Tiltaksbeloep, tiltak_id=rad.id, aar=aar)
        if finnes is None:
            oekt.opprett(Tiltaksbeloep, tiltak_id=rad.id, aar=aar, beloep=kroner)
        else:
            oekt.oppdater(finnes, beloep=kroner)


@handling
def knytt(
    oekt: Oekt,
    *,
    fra: tuple[Sporting, str],
    til: tuple[Sporting, str],
    andel_bp: int | None = None,
    notat: str = "",
) -> str:
    """Tie two things together by their codes; return the link's id. A link already there gets the new share.

    `andel_bp` is how much of a post serves the measure (10 000 = all of it).
    Raises FinnesIkke, UgyldigVerdi (a pair that is not allowed), FeilBeloep (more than the whole of a post).
    """
    fra_id = _tingen(oekt, *fra).id
    til_id = _tingen(oekt, *til).id
    oekt.gjelder(fra[1], til[1])
    finnes = oekt.finn(Sporlenke, fra_type=fra[0], fra_id=fra_id, til_type=til[0], til_id=til_id)
    if (fra[0], til[0]) == (Sporting.TILTAK, Sporting.OEKONOMIPOST):
        andre = [
            lenke.andel_bp if lenke.andel_bp is not None else _HELE
            for lenke in oekt.alle(Sporlenke, til_type=til[0], til_id=til_id)
            if finnes is None or lenke.id != finnes.id
        ]
        sum_bp = sum(andre) + (_HELE if andel_bp is None else andel_bp)
        if sum_bp > _HELE:
            raise FeilBeloep(kode=til[1], prosent=-(-sum_bp // 100))
    if finnes is not None:
        return oekt.oppdater(finnes, andel_bp=andel_bp, notat=notat or finnes.notat).id
    lenke = oekt.opprett(
        Sporlenke,
        fra_type=fra[0],
        fra_id=fra_id,
        til_type=til[0],
        til_id=til_id,
        andel_bp=andel_bp,
        notat=notat,
    )
    return lenke.id


@handling
def loesne(oekt: Oekt, *, fra: tuple[Sporting, str], til: tuple[Sporting, str]) -> None:
    """Take a link of the trail away (raises FinnesIkke)."""
    lenke = oekt.finn(
        Sporlenke,
        fra_type=fra[0],
        fra_id=_tingen(oekt, *fra).id,
        til_type=til[0],
        til_id=_tingen(oekt, *til).id,
    )
    if lenke is None:
        raise FinnesIkke(hva="sporlenke", kode=f"{fra[1]} – {til[1]}")
    oekt.gjelder(fra[1], til[1])
    oekt.slett(lenke)


def _tingen(oekt: Oekt, ting: Sporting, kode: str) -> Any:  # noqa: ANN401 - one of seven kinds of row
    rad = _spoersmaalet(oekt, kode) if ting is Sporting.SPOERSMAAL else oekt.finn(_MED_KODE[ting], kode=kode)
    if rad is None:
        raise FinnesIkke(hva=str(ting), kode=kode)
    return rad


def _spoersmaalet(oekt: Oekt, kode: str) -> Spoersmaal | None:
    """Return a question by workshop and number, `V1-S3`; it has no code of its own in the file."""
    treff = re.fullmatch(r"V([0-9]{1,2})-S([0-9]{1,2})", kode)
    verksted = oekt.finn(Verksted, nummer=int(treff[1])) if treff else None
    return oekt.finn(Spoersmaal, verksted_id=verksted.id, nummer=int(treff[2])) if treff and verksted else None
