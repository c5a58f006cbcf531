"""Notes that speak of the same thing find each other, and say why."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.likhet import Likhetsindeks

NOTER = {
    "V1-G1-01": "Hurtigbåten må gå oftere til Ytterlind",
    "V1-G2-01": "Fleire avgangar med hurtigbåt for øya",
    "V1-G3-01": "Bygg flere boliger for unge i sentrum",
    "V1-G4-01": "Ungdom treng bustader i bygdene",
    "V1-G5-01": "Bedre hurtigbåtrute om kvelden",
    "V1-G1-02": "Leikeplass ved skulen",
    "V1-G2-02": "Lekeplass ved skolen i Storneset",
}


def test_at_bokmaal_og_nynorsk_finner_hverandre_med_grunn() -> None:
    (naermest, *_) = Likhetsindeks(NOTER).naermeste(["V1-G1-02"])
    assert (naermest.id, naermest.ord) == ("V1-G2-02", ("lekeplass", "skolen"))
    assert naermest.grad > 0.8


def test_at_et_sammensatt_ord_ligner_det_det_er_laget_av() -> None:
    assert {lik.id for lik in Likhetsindeks(NOTER).naermeste(["V1-G5-01"])} == {"V1-G1-01", "V1-G2-01"}


def test_at_flere_noter_sammen_samler_det_de_handler_om() -> None:
    forslag = Likhetsindeks(NOTER).naermeste(["V1-G1-01", "V1-G2-01"])
    assert forslag[0].id == "V1-G5-01"
    assert not {"V1-G1-01", "V1-G2-01"} & {lik.id for lik in forslag}


def test_at_to_like_noter_er_helt_like_og_det_som_ikke_har_noe_felles_ikke_foreslaas() -> None:
    indeks = Likhetsindeks({"a": "Ta vare på havna", "b": "Ta vare på hamna", "c": "Barnehageplass til alle", "d": "…"})
    assert [(lik.id, lik.grad) for lik in indeks.naermeste(["a"])] == [("b", 1.0)]
    assert indeks.naermeste(["d"]) == indeks.naermeste([]) == indeks.naermeste(["finnes ikke"]) == ()


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=60), max_size=12))
def test_at_grader_er_mellom_0_og_1_og_rekka_er_fast(noter: dict[str, str]) -> None:
    indeks = Likhetsindeks(noter)
    for nr in noter:
        forslag = indeks.naermeste([nr], minst=0.0)
        assert all(0 <= lik.grad <= 1.0001 for lik in forslag)
        assert list(forslag) == sorted(forslag, key=lambda lik: (-lik.grad, lik.id))
        assert forslag == Likhetsindeks(noter).naermeste([nr], minst=0.0)
