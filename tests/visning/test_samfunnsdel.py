"""The draft as plain words: the plan's own order, every change named, every point with its answer."""

from __future__ import annotations

from dataclasses import replace

from tests.visning.grunnlagene import lag_grunnlag, uholdt_grunnlag
from verksted.modell.plan import Planelement
from verksted.visning.planrader import PlanNode
from verksted.visning.samfunnsdel import bygg_samfunnsdel


def _noder() -> dict[str, PlanNode]:
    return {node.kode: node for kapittel in bygg_samfunnsdel(lag_grunnlag()).kapitler for node in kapittel.alle()}


def test_at_hvert_sted_har_sin_status() -> None:
    assert {kode: node.status.removeprefix("status.") for kode, node in _noder().items()} == {
        "V1": "uendret", "A1": "endret", "A2": "ny", "S1": "endret", "S1.1": "endret", "S1.1.1": "ny",
        "S1.2": "uenighet", "S1.3": "utgaar", "S1.4": "uendret",
    }  # fmt: skip


def test_at_endringene_er_ord_for_ord_tittel_foerst() -> None:
    tittel, tekst = _noder()["A1"].endringer
    assert [bit.art for bit in tittel] == ["lik"]
    assert [(b.art, b.tekst.strip()) for b in tekst][1:] == [("borte", "sentrum."), ("ny", "sentrene.")]


def test_at_det_som_utgaar_er_stroeket_i_sin_helhet() -> None:
    assert {bit.art for avsnitt in _noder()["S1.3"].endringer for bit in avsnitt} == {"borte"}


def test_at_den_gamle_teksten_ikke_foreslaas_der_alternativene_er_aapne() -> None:
    node = _noder()["S1.2"]
    assert (node.tekst, node.endringer) == ("", ())
    assert [bokstav for bokstav, _ in node.alternativer] == ["A", "B"]


def test_at_enslige_steder_paa_samme_nivaa_samles_i_ett_kapittel() -> None:
    kapitler = bygg_samfunnsdel(lag_grunnlag()).kapitler
    assert [(k.nivaa_flertall, k.hode.kode if k.hode else None) for k in kapitler] == [
        ("Visjoner", "V1"),
        ("Arealstrategier", None),
        ("Satsingsområder", "S1"),
    ]


def test_at_maal_under_visjonen_blir_egne_kapitler() -> None:
    grunnlag = lag_grunnlag()
    flyttet: tuple[Planelement, ...] = tuple(
        e.model_copy(update={"forelder_id": "pl1"}) if e.id == "pl3" else e for e in grunnlag.planelement
    )
    kapitler = bygg_samfunnsdel(replace(grunnlag, planelement=flyttet)).kapitler
    assert [k.hode.kode for k in kapitler if k.hode] == ["V1", "S1"]
    assert [n.kode for k in kapitler for n in k.alle()] == [
        "V1", "S1", "S1.1", "S1.1.1", "S1.2", "S1.3", "S1.4", "A1", "A2",
    ]  # fmt: skip


def test_at_punkter_kunnskap_tiltak_og_utsjekk_staar_ved_stedet() -> None:
    node = _noder()["S1.1"]
    assert [p.kode for p in node.punkter] == ["P-01"]
    assert [k.kode for k in node.kunnskap] == ["K-01"]
    assert [t.indikator for t in node.tiltak] == ["Nye boliger under 80 m² i året"]
    assert node.utsjekk is not None
    assert node.utsjekk.kommentarer[0].tekst == "Nevn Havnegrenda også."


def test_at_ikke_tatt_inn_telles_foerst_og_punkter_uten_svar_ogsaa_telles() -> None:
    assert bygg_samfunnsdel(lag_grunnlag()).behandlinger == (
        ("behandling.ikke_tatt_inn", 1),
        ("behandling.delvis_tatt_inn", 1),
        ("behandling.avklares", 1),
        ("behandling.tatt_inn", 1),
        ("behandling.mangler", 1),
    )


def test_at_enkeltinnspill_med_svar_er_med() -> None:
    (svar,) = bygg_samfunnsdel(lag_grunnlag()).innspillsvar
    assert (svar.innspill.kode, svar.behandling) == ("V1-G2-04", "behandling.ikke_tatt_inn")


def test_at_alle_innspill_utkastet_peker_paa_er_med_ordrett() -> None:
    visning = bygg_samfunnsdel(lag_grunnlag())
    pekt_paa = {kode for p in visning.punkter for kode in p.kilder} | {"V1-G2-02", "V1-G2-04"}
    assert {rad.kode for rad in visning.innspill} == pekt_paa


def test_at_utkastet_bare_nevner_verksteder_som_er_holdt() -> None:
    assert [v.nummer for v in bygg_samfunnsdel(lag_grunnlag()).verksteder] == [1, 2]
    assert bygg_samfunnsdel(uholdt_grunnlag()).verksteder == ()
    assert not bygg_samfunnsdel(uholdt_grunnlag()).har_arbeidsdel
