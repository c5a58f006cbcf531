"""Budget tables side by side on one sheet, with a blank column between: drift to the left, investering to the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.hode import les_hode, rutenett
from verksted.innlesing.tabell.tabellfil import Rad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.tabell.tabellfil import Ark

# Most sheets are seen to be one table by their first rows.
_UTVALG: Final = 200


def ved_siden(ark: Ark) -> list[Ark]:
    """Return the sheet as it is, or one sheet for each table side by side; cells stay in their columns."""
    if len(_baand(ark.rader[:_UTVALG])) < 2 or len(band := _baand(ark.rader)) < 2:
        return [ark]
    deler = [_bare(ark, fra, til) for fra, til in band]
    hoder = [les_hode(rutenett(del_)) for del_ in deler]
    # A blank column inside one table leaves a part that has no words of its own, or no amounts.
    if any(h is None for h in hoder):
        return [ark]
    aar = [{k.aar for k in h.beloep} for h in hoder if h]
    return deler if all(aar) and any(a & b for i, a in enumerate(aar) for b in aar[i + 1 :]) else [ark]


def _baand(rader: Sequence[Rad]) -> list[tuple[int, int]]:
    """Return the columns (first, one past the last) that stand together, without those rows that have one cell only."""
    brukt: set[int] = set()
    for rad in rader:
        fylte = [k for k, c in enumerate(rad.celler) if c is not None and not (isinstance(c, str) and not c.strip())]
        if len(fylte) > 1:
            brukt.update(fylte)
    band: list[tuple[int, int]] = []
    for kolonne in sorted(brukt):
        if band and band[-1][1] == kolonne:
            band[-1] = (band[-1][0], kolonne + 1)
        else:
            band.append((kolonne, kolonne + 1))
    return [b for b in band if b[1] - b[0] > 1] if all(b[1] - b[0] > 1 for b in band) else []


def _bare(ark: Ark, fra: int, til: int) -> Ark:
    rader = tuple(
        Rad(rad.nummer, (*[None] * fra, *rad.celler[fra:til]) if len(rad.celler) > fra else ()) for rad in ark.rader
    )
    return replace(ark, rader=rader, flettet=tuple(f for f in ark.flettet if fra <= f.foerste_kolonne < til))
