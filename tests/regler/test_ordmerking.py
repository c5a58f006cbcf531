"""The words that were searched for are marked in whatever form they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.ordmerking import merk_ord, utdrag


def test_at_alle_former_av_et_ord_merkes() -> None:
    tekst = "Ferja er sen, og fergene er fulle"
    assert [tekst[f:t] for f, t in merk_ord(tekst, "ferge")] == ["Ferja", "fergene"]


def test_at_et_halvskrevet_ord_merkes() -> None:
    assert merk_ord("Badebrygge", "bade") == ((0, 10),)


def test_at_utdraget_viser_det_foerste_treffet() -> None:
    tekst = "Her står det mye om alt mulig annet før det endelig kommer noe om ferja og alt den betyr"
    bit = utdrag(tekst, "ferge", lengde=50)
    assert bit.startswith("… ")
    assert "ferja" in bit
    assert utdrag("Ferja", "ferge") == "Ferja"


@given(st.text(), st.text())
def test_at_merkene_ligger_i_teksten_i_rekkefoelge(tekst: str, letes: str) -> None:
    grenser = [grense for merke in merk_ord(tekst, letes) for grense in merke]
    assert grenser == sorted(grenser)
    assert all(0 <= grense <= len(tekst) for grense in grenser)
