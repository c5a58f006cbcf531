"""Which series of a large table become facts: the own municipality's, or those of regions the user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.innlesing.kunnskap.kunnskap import velg_regioner
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.kunnskap.kunnskap import LestKunnskap
    from verksted.lager.prosessfil import Prosessfil


def velg_for_kommunen(fil: Prosessfil, lest: LestKunnskap, *, regioner: Sequence[str] = ()) -> LestKunnskap:
    """Return the reading with the facts of the regions, or where none are named, of the municipality of the process."""
    if not lest.tabeller:
        return lest
    with fil.les() as sesjon:
        kommune = hent_oversikt(sesjon).kommune
    return velg_regioner(lest, tuple(regioner) or (kommune,))
