"""What is struck and underlined, as places in the two wordings."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.endringsmerking import merk_endringer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.regler.endringsmerking import Strekning

ORDENE = st.lists(st.sampled_from(["by", "båt", "bru", "veg", "\n", "  ", "skole."]), max_size=30).map(" ".join)


def _utenom(tekst: str, strekninger: Iterable[Strekning]) -> list[str]:
    """Return the words outside the ranges."""
    tegn = list(tekst)
    for strekning in strekninger:
        tegn[strekning.fra : strekning.til] = " " * (strekning.til - strekning.fra)
    return "".join(tegn).split()


def test_at_det_som_er_byttet_ut_strykes_i_det_gamle_og_understrekes_i_det_nye() -> None:
    gammel = "Vi skal arbeide for et bedre kollektivtilbud i hele kommunen."
    ny = "Vi skal arbeide for avganger som svarer, i hele kommunen."
    merking = merk_endringer(gammel, ny)
    assert [gammel[s.fra : s.til] for s in merking.borte] == ["et bedre kollektivtilbud"]
    assert [ny[s.fra : s.til] for s in merking.nye] == ["avganger som svarer,"]


def test_at_bare_nye_linjeskift_ikke_er_en_endring() -> None:
    assert merk_endringer("En to tre", "En to\n\ntre") == merk_endringer("", "")


@given(ORDENE, ORDENE)
def test_at_det_umerkede_er_det_samme_i_begge_tekstene(gammel: str, ny: str) -> None:
    merking = merk_endringer(gammel, ny)
    assert _utenom(gammel, merking.borte) == _utenom(ny, merking.nye)
    for strekninger in (merking.borte, merking.nye):
        assert all(s.fra < s.til for s in strekninger)
        assert all(a.til < b.fra for a, b in pairwise(strekninger))
