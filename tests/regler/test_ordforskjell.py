"""Word by word: nothing lost on either side, no confetti."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.ordforskjell import Bit, ordforskjell

TEKST = st.text(st.sampled_from("ab æ.\n\t"), max_size=60)


def test_at_et_byttet_ord_staar_med_det_gamle_foer_det_nye() -> None:
    assert ordforskjell("Vi bygger i sentrum nå.", "Vi bygger i sentrene nå.") == (
        Bit("lik", "Vi bygger i"),
        Bit("borte", " sentrum"),
        Bit("ny", " sentrene"),
        Bit("lik", " nå."),
    )


def test_at_like_tekster_er_en_bit_og_tomme_ingen() -> None:
    assert ordforskjell("Det samme.", "Det samme.") == (Bit("lik", "Det samme."),)
    assert ordforskjell("", " ") == ()


def test_at_alt_nytt_og_alt_borte_er_hver_sin_bit() -> None:
    assert ordforskjell("", "Helt nytt her") == (Bit("ny", "Helt nytt her"),)
    assert ordforskjell("Helt borte nå", "") == (Bit("borte", "Helt borte nå"),)


def test_at_et_enkelt_likt_ord_mellom_endringer_leses_som_del_av_endringen() -> None:
    biter = ordforskjell("gode og trygge bomiljø her", "små og rimelige boliger der")
    assert [bit.art for bit in biter] == ["borte", "ny"]


@given(TEKST, TEKST)
def test_at_likt_og_nytt_er_den_nye_teksten_og_at_hvert_gammelt_ord_er_med(gammel: str, ny: str) -> None:
    biter = ordforskjell(gammel, ny)
    assert "".join(b.tekst for b in biter if b.art != "borte") == ny.rstrip()
    ordene = [o for b in biter if b.art != "ny" for o in b.tekst.split()]
    assert ordene == gammel.split()
