"""The summary as plain words: nothing lost, nobody ranked, everything in a fixed order."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.visning.grunnlagene import NOTATER, lag_grunnlag, uholdt_grunnlag
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.innspill import Innspill
from verksted.modell.ordene import Verkstedstatus
from verksted.visning.oppsummering import bygg_oppsummering, holdte_verksteder

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform


def test_at_hvert_innspill_staar_ordrett_baade_ved_spoersmaalet_og_i_vedlegget() -> None:
    visning = bygg_oppsummering(lag_grunnlag(), 1)
    ordene = sorted(notat[3] for notat in NOTATER)
    assert sorted(rad.tekst for del_ in visning.spoersmaal for rad in del_.innspill) == ordene
    assert sorted(rad.tekst for bord in visning.vedlegg for rad in bord.innspill) == ordene
    assert visning.antall_innspill == len(NOTATER)


def test_at_siste_versjon_vises_og_at_antall_versjoner_foelger_med() -> None:
    rad = bygg_oppsummering(lag_grunnlag(), 1).vedlegg[0].innspill[2]
    assert (rad.kode, rad.versjoner) == ("V1-G1-03", 2)
    assert rad.tekst.startswith("Bygg smått og sentralt.")


def test_at_et_fjernet_innspill_er_borte_men_koden_nevnes() -> None:
    grunnlag = lag_grunnlag()
    foerste: Innspill = grunnlag.innspill[0]
    fjernet = foerste.model_copy(update={"fjernet": True})
    visning = bygg_oppsummering(replace(grunnlag, innspill=(fjernet, *grunnlag.innspill[1:])), 1)
    assert visning.vedlegg[0].fjernet == ("V1-G1-01",)
    assert "V1-G1-01" not in {rad.kode for bord in visning.vedlegg for rad in bord.innspill}


def test_at_spraaket_bare_nevnes_naar_det_er_et_annet_enn_prosessens() -> None:
    spraak: tuple[tuple[Maalform, str], ...] = (("nb", "nn"), ("nn", "nb"))
    for maalform, annet in spraak:
        visning = bygg_oppsummering(lag_grunnlag(maalform), 1)
        assert {rad.spraak for bord in visning.vedlegg for rad in bord.innspill} == {"", annet}


def test_at_merknader_staar_i_alfabetisk_rekkefoelge_uansett_hvem_som_kom_foerst() -> None:
    punkt = next(p for p in bygg_oppsummering(lag_grunnlag(), 1).punkter if p.kode == "P-02")
    assert [m.liste for m in punkt.merknader] == ["Bygdelista", "Grønn framtid"]


def test_at_prikker_og_bredde_foelger_punktet() -> None:
    visning = bygg_oppsummering(lag_grunnlag(), 1)
    assert [(r.kode, r.prikker, r.bord) for r in visning.prioritering[0].rader] == [
        ("P-01", 9, (1, 2, 3)),
        ("P-02", 5, (2, 3)),
        ("P-03", 3, (1,)),
        ("P-04", 0, ()),
    ]
    punkt = visning.punkter[0]
    assert (punkt.prikker, punkt.prikkebord, punkt.samlet_fra, punkt.loeftet_av) == (9, (1, 2, 3), (1, 2), (1, 2))


def test_at_rommet_er_delt_der_det_er_uenighet_foerst_og_saa_der_faa_bord_ga_prikker() -> None:
    assert [p.kode for p in bygg_oppsummering(lag_grunnlag(), 1).delt] == ["P-02", "P-03"]


def test_at_fjernede_punkter_ikke_er_med_og_at_punkter_uten_spoersmaal_er_det() -> None:
    visning = bygg_oppsummering(lag_grunnlag(), 1)
    assert "P-05" not in {p.kode for p in visning.punkter}
    assert [p.kode for p in visning.andre_punkter] == ["P-06"]


def test_at_programmet_viser_faktiske_tider_og_trinnene_inni_blokken() -> None:
    program = bygg_oppsummering(lag_grunnlag(), 1).program
    assert [(r.fra, r.minutter, r.varte) for r in program][:2] == [(time(17), 20, 22), (time(17, 22), 40, 40)]
    steg = tuple((ett.tittel, ett.minutter) for ett in program[1].steg)
    assert steg == (("Alene", 5), ("Runde", 15), ("Gruppe", 20))


def test_at_programmet_uten_faktiske_tider_viser_de_planlagte() -> None:
    grunnlag = lag_grunnlag()
    planlagt = tuple(p.model_copy(update={"faktisk_start": None, "faktisk_slutt": None}) for p in grunnlag.programpost)
    program = bygg_oppsummering(replace(grunnlag, programpost=planlagt), 1).program
    assert [(r.fra, r.varte) for r in program][:3] == [(time(17), None), (time(17, 20), None), (time(18), None)]


def test_at_oppmoetet_viser_vara_forfall_og_den_som_gikk_tidlig() -> None:
    oppmoete = bygg_oppsummering(lag_grunnlag(), 1).oppmoete
    assert (oppmoete.medlemmer, oppmoete.fylte_plasser, oppmoete.vara, oppmoete.andre) == (8, 7, 1, 1)
    vara = next(r for r in oppmoete.folkevalgte if r.vara)
    assert (vara.navn, vara.vara_for) == ("Per Naustvoll", "Marit Sundet")
    assert [r.navn for r in oppmoete.folkevalgte if r.delvis] == ["Bjarte Indreli"]
    assert [navn for navn, _ in oppmoete.forfall] == ["Marit Sundet", "Ærlend Vik"]


def test_at_utsjekken_staar_i_verkstedet_der_den_ble_gjort() -> None:
    assert bygg_oppsummering(lag_grunnlag(), 1).utsjekk == ()
    utsjekk = bygg_oppsummering(lag_grunnlag(), 2).utsjekk
    assert [(r.kode, r.i_traad, r.ikke_helt, r.nei) for r in utsjekk] == [
        ("P-02", (), (), (1,)),
        ("S1.1", (1,), (2,), ()),
    ]


def test_at_et_verksted_som_ikke_finnes_sier_fra() -> None:
    with pytest.raises(FinnesIkke):
        bygg_oppsummering(lag_grunnlag(), 3)


def test_at_bare_verksteder_med_innspill_oppmoete_eller_status_er_holdt() -> None:
    uholdt, rikt = uholdt_grunnlag(), lag_grunnlag()
    assert holdte_verksteder(uholdt) == ()
    assert holdte_verksteder(replace(uholdt, innspill=rikt.innspill)) == (1,)
    assert holdte_verksteder(replace(uholdt, tilstedevaerelse=rikt.tilstedevaerelse)) == (1,)
    for status in (Verkstedstatus.I_GANG, Verkstedstatus.AVSLUTTET):
        satt = tuple(v.model_copy(update={"status": status}) if v.nummer == 2 else v for v in uholdt.verksted)
        assert holdte_verksteder(replace(uholdt, verksted=satt)) == (2,)


def test_at_et_verksted_som_ikke_er_holdt_kan_vises_og_sier_det() -> None:
    visning = bygg_oppsummering(uholdt_grunnlag(), 1)
    assert (visning.holdt, visning.oppmoete.foert, visning.antall_innspill) == (False, False, 0)
    assert len(visning.program) == 6
    assert bygg_oppsummering(lag_grunnlag(), 1).holdt
