"""The filter lets through what it says, in groups that lose no note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.ordstamme import stamme, stammene_i
from verksted.visning.bearbeiding import Notatrad
from verksted.visning.notatfilter import GRUPPERINGER, STATUSER, Gruppering, Notatfilter, grupper, sil, tittelforslag


def _notat(nr: int = 1, tekst: str = "Ferja må gå oftere", **felt: object) -> Notatrad:
    kode = f"V1-G{felt.get('bord', 1)}-{nr:02}"
    verdier = {
        "kode": kode, "verksted": 1, "bord": 1, "spoersmaal": 1, "type": "endre", "tekst": tekst, "hvorfor": "",
        "element": "", "loeftet": False, "trukket": False, "behandlet": False, "punkter": (),
        "soekeord": f"{kode} {tekst}".casefold(),
    }  # fmt: skip
    return Notatrad(**(verdier | felt))  # type: ignore[arg-type]


NOTATER = st.lists(
    st.builds(
        _notat,
        nr=st.integers(1, 99),
        tekst=st.sampled_from(["Båten går for sjelden", "Skulen må bestå", "Øya treng hurtigbåt"]),
        verksted=st.integers(1, 3),
        bord=st.integers(1, 12),
        spoersmaal=st.integers(1, 4),
        type=st.sampled_from(["endre", "nytt"]),
        element=st.sampled_from(["", "S1", "S1.2", "S10"]),
        loeftet=st.booleans(),
        trukket=st.booleans(),
        behandlet=st.booleans(),
        punkter=st.sampled_from([(), ("P-01",), ("P-02", "P-10")]),
    ),
    max_size=20,
)


@given(NOTATER, st.sampled_from(STATUSER), st.none() | st.integers(1, 12), st.sampled_from(["", "båt", "MÅ be", "s1"]))
def test_at_filteret_bare_tar_bort_og_aldri_stokker(
    notater: list[Notatrad], status: str, bord: int | None, ord_: str
) -> None:
    filter_ = Notatfilter(status=status, bord=bord, ord=ord_)  # type: ignore[arg-type]
    vist = sil(notater, filter_, frozenset({"P-10"}))
    assert [rad for rad in notater if any(rad is v for v in vist)] == vist
    assert all(bord is None or rad.bord == bord for rad in vist)
    assert all(del_ in rad.soekeord for rad in vist for del_ in ord_.casefold().split())
    assert sil(vist, filter_, frozenset({"P-10"})) == vist


@given(NOTATER, st.sampled_from(GRUPPERINGER))
def test_at_hvert_innspill_staar_i_en_gruppe(notater: list[Notatrad], etter: Gruppering) -> None:
    i_gruppene = [rad for _, rader in grupper(notater, etter) for rad in rader]
    assert {rad.kode for rad in i_gruppene} == {rad.kode for rad in notater}
    if etter != "punkt":
        assert len(i_gruppene) == len(notater)
    noekler = [noekkel for noekkel, _ in grupper(notater, etter)]
    assert len(noekler) == len(set(noekler))


def test_at_gruppene_staar_i_tallenes_rekkefoelge() -> None:
    notater = [_notat(bord=10), _notat(bord=9), _notat(bord=1, verksted=2)]
    assert [noekkel for noekkel, _ in grupper(notater, "bord")] == [(1, 9), (1, 10), (2, 1)]


def test_at_behandlet_ogsaa_gaar_gjennom_punktet() -> None:
    notater = [_notat(1, punkter=("P-01",)), _notat(2, behandlet=True), _notat(3), _notat(4, trukket=True)]
    svar = {
        status: [rad.kode[-2:] for rad in sil(notater, Notatfilter(status=status), frozenset({"P-01"}))]
        for status in STATUSER
    }
    assert svar["behandlet"] == ["01", "02"]
    assert svar["ikke_behandlet"] == ["03"]
    assert svar["ikke_samlet"] == ["02", "03"]
    assert (svar["trukket"], svar["loeftet"], len(svar["alle"])) == (["04"], [], 4)


def test_at_ord_finnes_i_begge_maalformer_naar_stammene_er_kjent() -> None:
    notater = [_notat(1, "Skulen på øya må bestå"), _notat(2, "Vegen er smal")]
    stammer = {rad.kode: f" {' '.join(stammene_i(rad.tekst))} " for rad in notater}
    assert sil(notater, Notatfilter(ord="skole")) == []
    assert sil(notater, Notatfilter(ord="skole"), stammer=stammer, stamme=stamme) == [notater[0]]
    assert sil(notater, Notatfilter(ord="veien"), stammer=stammer, stamme=stamme) == [notater[1]]


@pytest.mark.parametrize(
    ("tekst", "tittel"),
    [
        ("Bussen må gå. Og båten.", "Bussen må gå"),
        ("\n\n  Kort. ", "Kort"),
        ("a" * 100, "a" * 80),
        ("Ord " * 40, ("Ord " * 20).strip()),
    ],
)
def test_at_et_nytt_punkt_faar_foerste_setning_som_tittel(tekst: str, tittel: str) -> None:
    assert tittelforslag(tekst) == tittel
