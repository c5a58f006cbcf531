"""The summary, read back: every word with its code, links that lead somewhere, advice said to be advice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.dokumenter.wordlesing import W, all_tekst, celletekster, les, oppsummering
from tests.visning.grunnlagene import NOTATER, lag_grunnlag, stort_grunnlag
from verksted.dokumenter.word.tabell import RADER_PER_TABELL

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_hvert_innspill_staar_ordrett_i_raden_med_koden_sin(maalform: Maalform) -> None:
    rader = [[c.text for c in rad.cells] for t in les(oppsummering(lag_grunnlag(maalform))).tables for rad in t.rows]
    lokalt: dict[int, int] = {}
    for bord, _, _, tekst, hvorfor, _ in NOTATER:
        lokalt[bord] = lokalt.get(bord, 0) + 1
        kode = f"V1-G{bord}-{lokalt[bord]:02d}"
        med_kode = [rad for rad in rader if kode in rad]
        assert len(med_kode) == 2, "at the question and in the annex"
        assert any(f"«{tekst}»" in celle for celle in med_kode[-1])
        if hvorfor:
            assert all(any(f"«{hvorfor}»" in celle for celle in rad) for rad in med_kode)


def test_at_tekst_aldri_tolkes() -> None:
    assert "«<b>Husk & ikke glem</b> =1+1 {{ navn }}\nNy linje\tmed tabulator»" in celletekster(
        les(oppsummering(lag_grunnlag()))
    )


def test_at_et_trukket_innspill_staar_merket_og_med_ordene_bare_i_vedlegget() -> None:
    tekst = all_tekst(les(oppsummering(lag_grunnlag())))
    assert tekst.count("Dette mente vi ikke lenger.") == 1
    assert tekst.count("Trukket tilbake av bordet. Grunn: Bordet ble enig om noe annet.") == 2


def test_at_hver_lenke_har_et_sted_i_dokumentet_og_hvert_bokmerke_er_alene_om_navnet() -> None:
    rot = les(oppsummering(lag_grunnlag())).element
    bokmerker = [b.get(f"{W}name") for b in rot.iter(f"{W}bookmarkStart")]
    lenker = {lenke.get(f"{W}anchor") for lenke in rot.iter(f"{W}hyperlink")}
    assert len(bokmerker) == len(set(bokmerker))
    assert lenker <= set(bokmerker)
    assert {"k_P_02", "k_V1_G3_03"} <= lenker
    assert all(len(navn) <= 40 for navn in bokmerker)


def test_at_ider_i_dokumentet_er_alene_om_tallet_sitt() -> None:
    rot = les(oppsummering(lag_grunnlag())).element
    ider = [e.get(f"{W}id") for e in rot.iter(f"{W}bookmarkStart")]
    ider += [e.get("id") for e in rot.iter() if str(e.tag).endswith("}docPr")]
    assert len(ider) == len(set(ider))


def test_at_forsiden_sier_at_det_er_raad_og_aldri_stemme_eller_vedtatt() -> None:
    tekst = all_tekst(les(oppsummering(lag_grunnlag())))
    assert "Råd til administrasjonen, ikke vedtak." in tekst
    assert "stemme" not in tekst.lower().replace("bestemme", "")


def test_at_uenighet_viser_begge_listene_med_merknaden_sin() -> None:
    (tabell,) = [t for t in les(oppsummering(lag_grunnlag())).tables if t.rows[0].cells[0].text == "Liste"]
    assert [rad.cells[0].text for rad in tabell.rows] == ["Liste", "Bygdelista (BL)", "Grønn framtid (GF)"]


def test_at_en_lang_tabell_deles_og_gjentar_hodet_uten_aa_miste_en_rad() -> None:
    antall = 2 * RADER_PER_TABELL + 3
    dokument = les(oppsummering(stort_grunnlag(2 * antall)))
    tabeller = [t for t in dokument.tables if [c.text for c in t.rows[0].cells][:2] == ["Bord", "Ordrett"]]
    assert [len(t.rows) - 1 for t in tabeller] == [250, 250, 3, 250, 250, 3]


def test_at_et_tomt_verksted_ogsaa_blir_et_dokument() -> None:
    grunnlag = lag_grunnlag()
    tomt = replace(
        grunnlag, innspill=(), punkt=(), stemme=(), tilstedevaerelse=(), programpost=(), mandat=(), utsjekk=()
    )
    assert "Ingen bord skrev noe her." in all_tekst(les(oppsummering(tomt)))
    assert "Utsjekk av utkastet" in all_tekst(les(oppsummering(grunnlag, 2)))


def test_at_to_tabeller_aldri_staar_inntil_hverandre() -> None:
    # Word would run them together into one.
    barn = [e.tag for e in les(oppsummering(stort_grunnlag(600))).element.body]
    assert not any(a == b == f"{W}tbl" for a, b in pairwise(barn))
