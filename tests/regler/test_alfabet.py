"""Norwegian order."""

from __future__ import annotations

from verksted.kjerne.ider import kodeorden
from verksted.regler.alfabet import navneorden


def test_at_navn_staar_i_norsk_rekkefoelge() -> None:
    riktig = ["Bø", "zebra", "Ærø", "Ørland", "Å", "Ål", "Ås", "Aasen", "Åsnes"]
    assert sorted(set(riktig), key=navneorden) == riktig


def test_at_koder_staar_i_tallrekkefoelge() -> None:
    riktig = ["P-02", "P-9", "P-12", "V1-G2-07", "V1-G2-A03", "V1-G10-01"]
    assert sorted(set(riktig), key=kodeorden) == riktig
